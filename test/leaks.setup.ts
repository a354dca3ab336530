import { expectNoLeak, watchForLeaks } from './engine/leaks';

watchForLeaks();

// Whatever a test is about: no error, log line, item, page or answer in it may hold a secret.
afterEach(expectNoLeak);

// What comes while the world of the last test is stopped.
afterAll(expectNoLeak);
