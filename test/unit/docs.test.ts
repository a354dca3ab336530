import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { operationsTable } from '../docs/operationsTable';

const cells = (text: string) => text.replace(/\s+/g, ' ').replace(/[-| ]+/g, ' ');

it('docs/operations.md shows the operations as they are (npm run docs writes it)', () => {
	const written = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');
	expect(cells(written)).toBe(cells(operationsTable()));
});
