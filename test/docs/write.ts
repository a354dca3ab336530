import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { generatedPages } from './pages';

/** Writes the pages into docs/, or into the folder that is given. */
async function main(): Promise<void> {
	const folder = process.argv[2] ?? join(__dirname, '../../docs');
	for (const [name, text] of Object.entries(await generatedPages())) {
		const path = join(folder, name);
		writeFileSync(path, text);
		process.stdout.write(`${path}\n`);
	}
}

void main();
