import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { pathWith, type Host } from './install';
import { installPackage } from './package';
import { Rest } from './rest';
import { Service, type Program } from './service';

/** The address under which TikTok would reach this n8n; the sandbox leads it to the local one. */
export const PUBLIC_URL = 'https://n8n.example.com';

/** Settings of the developer's own n8n must not reach this one. */
const FOREIGN = /^(N8N|DB|QUEUE|EXECUTIONS|OFFLOAD|WEBHOOK|NODE_FUNCTION|GENERIC|npm)_/;

/** A port nobody uses now. */
export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** A folder for one n8n, with the package in it. */
export async function userFolder(tarball: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-e2e-'));
	await installPackage(folder, tarball);
	return folder;
}

/** The main process, or one of those that queue mode has beside it. */
export type Command = 'start' | 'webhook' | 'worker';

/**
 * An n8n process.
 *
 * @param settings - environment variables beside those that every one of ours has
 */
export async function n8nProgram(
	host: Host,
	command: Command,
	folder: string,
	settings: NodeJS.ProcessEnv,
): Promise<Omit<Program, 'isReady'>> {
	return {
		name: `n8n ${host.version} ${command}`,
		command: host.node,
		args: ['node_modules/n8n/bin/n8n', command],
		cwd: host.folder,
		env: { ...(await environment(host, folder)), ...settings },
	};
}

/** A real n8n with the package, which can be stopped and started again. */
export class N8n extends Service {
	private constructor(
		program: Program,
		readonly host: Host,
		readonly url: string,
		readonly rest: Rest,
		private readonly folder: string,
	) {
		super(program);
	}

	/** Installs the tarball and starts n8n with an owner. */
	static async launch(
		host: Host,
		tarball: string,
		{ port, settings = {} }: { port?: number; settings?: NodeJS.ProcessEnv } = {},
	): Promise<N8n> {
		const own = String(port ?? (await freePort()));
		const url = `http://127.0.0.1:${own}`;
		const rest = new Rest(url, host.major);
		const folder = await userFolder(tarball);
		const process = await n8nProgram(host, 'start', folder, { ...settings, N8N_PORT: own });
		const program = { ...process, isReady: async () => await rest.isReady() };
		const n8n = new N8n(program, host, url, rest, folder);
		try {
			await n8n.start();
			await n8n.rest.setUpOwner();
		} catch (error) {
			await n8n.end();
			throw error;
		}
		return n8n;
	}

	/** Ends the process and removes its folder. */
	async end(): Promise<void> {
		await this.stop();
		await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

async function environment(host: Host, folder: string): Promise<NodeJS.ProcessEnv> {
	const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	return {
		...Object.fromEntries(inherited),
		PATH: pathWith(host.node),
		N8N_USER_FOLDER: folder,
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
