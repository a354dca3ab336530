import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { npm, runCommand, say } from './command';

/** The major version of n8n. */
export type Major = 1 | 2;

/** An n8n that can be started. */
export interface Host {
	major: Major;
	version: string;
	/** The folder with its node_modules. */
	folder: string;
	/** The Node.js to run it with. */
	node: string;
}

interface Manifest {
	version: string;
	dependencies: { n8n: string };
}

export const ROOT = join(__dirname, '..', '..');

const CACHE = process.env.N8N_E2E_CACHE ?? join(ROOT, '.cache', 'e2e');

const NODE_VERSIONS: Record<Major, { least: number; most: number }> = {
	1: { least: 20, most: 24 },
	2: { least: 24, most: 26 },
};

const NODE_MAJOR = 24;

const CHROMIUM = [process.env.N8N_E2E_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];

const readJson = async <T>(file: string) => JSON.parse(await readFile(file, 'utf8')) as T;

/** Installs n8n and the Node.js it needs, once. */
export async function installHost(major: Major): Promise<Host> {
	const pinned = join(__dirname, 'hosts', `n8n-${major}`);
	const folder = join(CACHE, `n8n-${major}`);
	const { dependencies } = await readJson<Manifest>(join(pinned, 'package.json'));
	const version = dependencies.n8n;
	const node = await installNode(major);
	if (!(await isInstalled(folder, version))) {
		say(`Installing n8n ${version} into ${folder} (once; about 2 GB and 2 minutes)`);
		await naming(`n8n ${version}`, async () => {
			await mkdir(folder, { recursive: true });
			for (const file of ['package.json', 'package-lock.json']) {
				await copyFile(join(pinned, file), join(folder, file));
			}
			// Not `npm ci`: the lock lacks packages that are optional on other platforms.
			const what = `installing n8n ${version}`;
			await npm(['install', '--legacy-peer-deps', '--ignore-scripts'], { cwd: folder, what });
			// The one native module that is needed; most systems have to compile it.
			const rebuild = ['rebuild', 'sqlite3', '--ignore-scripts=false'];
			await npm(rebuild, { cwd: folder, what: 'building sqlite3' });
			if (!(await isInstalled(folder, version))) throw new Error('sqlite3 was not built');
		});
	}
	return { major, version, folder, node };
}

/** The database driver comes last, so an install that was cut short has none. */
async function isInstalled(folder: string, version: string): Promise<boolean> {
	const modules = join(folder, 'node_modules');
	const driver = join(modules, 'sqlite3', 'build', 'Release', 'node_sqlite3.node');
	if (!existsSync(driver)) return false;
	const manifest = await readJson<Manifest>(join(modules, 'n8n', 'package.json'));
	return manifest.version === version;
}

async function installNode(major: Major): Promise<string> {
	const running = Number(process.versions.node.split('.')[0]);
	const { least, most } = NODE_VERSIONS[major];
	if (running >= least && running <= most) return process.execPath;
	const folder = join(CACHE, `node-${NODE_MAJOR}`);
	const node = join(folder, 'node_modules', 'node', 'bin', 'node');
	if (!existsSync(node)) {
		say(`Installing Node.js ${NODE_MAJOR} into ${folder} (once; n8n ${major}.x needs it)`);
		await naming(`Node.js ${NODE_MAJOR}`, async () => {
			await mkdir(folder, { recursive: true });
			const install = ['install', '--prefix', folder, '--ignore-scripts=false'];
			const what = `installing Node.js ${NODE_MAJOR}`;
			await npm([...install, `node@${NODE_MAJOR}`], { cwd: folder, what });
			if (!existsSync(node)) throw new Error(`npm installed no ${node}`);
		});
	}
	return node;
}

/** Finds Chromium, or installs Debian's. */
export async function installChromium(): Promise<string> {
	const found = () => CHROMIUM.find((file) => file !== undefined && existsSync(file));
	const known = found();
	if (known !== undefined) return known;
	say('Installing Chromium from the distribution (once)');
	// Shop names may hold emoji.
	await installPackages('chromium', 'fonts-noto-color-emoji');
	const installed = found();
	if (installed === undefined) throw new Error('The package chromium brought no /usr/bin/chromium');
	return installed;
}

/** Installs packages of Debian or Ubuntu. */
export async function installPackages(...names: string[]): Promise<void> {
	const isRoot = process.getuid?.() === 0;
	const apt = async (...args: string[]) => {
		const line = ['apt-get', ...args];
		const [command = '', ...rest] = isRoot ? line : ['sudo', '-n', ...line];
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		await runCommand(command, rest, { env, what: `installing ${names.join(', ')}` });
	};
	await naming(`${names.join(', ')} (apt-get)`, async () => {
		await apt('update');
		await apt('install', '-y', '--no-install-recommends', ...names);
	});
}

async function naming(component: string, install: () => Promise<void>): Promise<void> {
	try {
		await install();
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new Error(`${component} cannot be had here.\n${reason}`, { cause });
	}
}

/** PATH with the folder of this Node.js first, for what n8n itself starts. */
export const pathWith = (node: string) => `${dirname(node)}:${process.env.PATH ?? ''}`;
