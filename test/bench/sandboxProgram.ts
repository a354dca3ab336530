import { startSandbox, type SandboxOptions } from '../sandbox';
import { answerRequests } from './children';

answerRequests(async (options: SandboxOptions) => {
	const { url, app } = await startSandbox(options);
	return { url, app };
});
