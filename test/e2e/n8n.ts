import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { npm, pause, runCommand, until } from './command';
import { pathWith, ROOT, type Host } from './install';
import { Rest } from './rest';

/** The address under which TikTok would reach this n8n; the sandbox leads it to the local one. */
export const PUBLIC_URL = 'https://n8n.example.com';

export const PACKAGE = 'n8n-nodes-tiktok-shop';

const START_SECONDS = 180;

const STOP_MS = 15_000;

/** Settings of the developer's own n8n must not reach this one. */
const FOREIGN = /^(N8N|DB|QUEUE|EXECUTIONS|WEBHOOK|NODE_FUNCTION|GENERIC|npm)_/;

/** A port nobody uses now. */
export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

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
async function installPackage(userFolder: string, tarball: string): Promise<void> {
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

/** A real n8n with the package, which can be stopped and started again. */
export class N8n {
	readonly rest: Rest;

	private child: ChildProcess | undefined;

	private output = '';

	private constructor(
		readonly host: Host,
		readonly port: number,
		private readonly folder: string,
		private readonly environment: NodeJS.ProcessEnv,
	) {
		this.rest = new Rest(this.url, host.major);
	}

	/** Installs the tarball and starts n8n with an owner. */
	static async launch(host: Host, tarball: string, port?: number): Promise<N8n> {
		const folder = await mkdtemp(join(tmpdir(), 'n8n-e2e-'));
		await installPackage(folder, tarball);
		const own = port ?? (await freePort());
		const n8n = new N8n(host, own, folder, await environment(host, folder, own));
		try {
			await n8n.start();
			await n8n.rest.setUpOwner();
		} catch (error) {
			await n8n.end();
			throw error;
		}
		return n8n;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** The end of what n8n wrote, for messages. */
	get log(): string {
		return this.output.slice(-3000);
	}

	async start(): Promise<void> {
		const { folder, node } = this.host;
		const child = spawn(node, ['node_modules/n8n/bin/n8n', 'start'], {
			cwd: folder,
			env: this.environment,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		this.child = child;
		const keep = (chunk: Buffer) => {
			this.output = (this.output + chunk.toString()).slice(-50_000);
		};
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		await until(
			`n8n ${this.host.version} to answer at ${this.url}`,
			async () => {
				if (child.exitCode !== null) throw new Error(`n8n ended at its start:\n${this.log}`);
				return (await this.rest.isReady()) ? true : undefined;
			},
			{ seconds: START_SECONDS },
		);
	}

	/** Ends the process, as a system that shuts down does; an unwilling one is killed. */
	async stop(): Promise<void> {
		const child = this.child;
		this.child = undefined;
		if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
		child.kill('SIGTERM');
		await Promise.race([ended, pause(STOP_MS)]);
		if (child.exitCode === null && child.signalCode === null) {
			child.kill('SIGKILL');
			await ended;
		}
	}

	/** Ends the process and removes its folder. */
	async end(): Promise<void> {
		await this.stop();
		await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

async function environment(host: Host, folder: string, port: number): Promise<NodeJS.ProcessEnv> {
	const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	return {
		...Object.fromEntries(inherited),
		PATH: pathWith(host.node),
		N8N_USER_FOLDER: folder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		WEBHOOK_URL: `${PUBLIC_URL}/`,
		N8N_SECURE_COOKIE: 'false',
		// Nothing but the sandbox is asked for anything.
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		...(host.major === 1
			? // isolated-vm, which the other engine needs, has no binary for every Node.js of the 1.x line.
				{ N8N_EXPRESSION_ENGINE: 'legacy', N8N_RUNNERS_ENABLED: 'false' }
			: {}),
	};
}
