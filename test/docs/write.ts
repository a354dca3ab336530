import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format } from 'prettier';

import { operationsTable } from './operationsTable';

async function main(): Promise<void> {
	const path = join(__dirname, '../../docs/operations.md');
	writeFileSync(path, await format(operationsTable(), { parser: 'markdown' }));
	process.stdout.write(`${path}\n`);
}

void main();
