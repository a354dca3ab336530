import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { npm, runCommand } from './command';
import { ROOT } from './install';

export const PACKAGE = 'n8n-nodes-tiktok-shop';

/** Packs the built package as it is published. */
export async function pack(into: string): Promise<string> {
	const packing = ['pack', '--ignore-scripts', '--json', '--pack-destination', into];
	const output = await npm(packing, { cwd: ROOT });
	const [packed] = JSON.parse(output) as Array<{ filename: string }>;
	if (packed === undefined) throw new Error('npm pack wrote nothing');
	return join(into, packed.filename);
}

/**
 * What n8n does when a user installs a community package, with the tarball in place of the registry: unpack it, drop its
 * dev and peer dependencies, install the rest beside it and note it in the folder's package.json.
 */
export async function installPackage(userFolder: string, tarball: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const folder = join(nodes, 'node_modules', PACKAGE);
	await mkdir(folder, { recursive: true });
	await runCommand('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
	const file = join(folder, 'package.json');
	const manifest = JSON.parse(await readFile(file, 'utf8')) as { version: string } & object;
	const kept = Object.entries(manifest).filter(
		([key]) => !['devDependencies', 'peerDependencies', 'optionalDependencies'].includes(key),
	);
	await writeFile(file, JSON.stringify(Object.fromEntries(kept), null, 2));
	const install = ['install', '--bin-links=false', '--install-strategy=shallow'];
	await npm([...install, '--ignore-scripts', '--package-lock=false'], { cwd: folder });
	const list = {
		name: 'installed-nodes',
		private: true,
		dependencies: { [PACKAGE]: manifest.version },
	};
	await writeFile(join(nodes, 'package.json'), JSON.stringify(list, null, 2));
}
