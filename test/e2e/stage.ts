import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox, type Sandbox } from '../sandbox';
import type { Host } from './install';
import { freePort, N8n, PUBLIC_URL } from './n8n';
import { pack } from './package';

/** In the address of the Connect node, which stands as the app's redirect URL. */
export const CONNECT_WEBHOOK = '6f0a4b52-7a0e-4f3d-9c1b-2f6d3f8f1a10';

/** A TikTok Shop and an n8n that know each other. */
export interface Stage {
	sandbox: Sandbox;
	n8n: N8n;
	/** Ends both. */
	end(): Promise<void>;
}

/** Packs the built package and starts the sandbox and n8n with it. */
export async function raiseStage(host: Host, ports: { n8n?: number } = {}): Promise<Stage> {
	const port = ports.n8n ?? (await freePort());
	const sandbox = await startSandbox({
		markets: ['GB'],
		// The owner's browser is on this machine too, so it needs no public address.
		redirectUrl: `http://127.0.0.1:${port}/webhook/${CONNECT_WEBHOOK}/callback`,
	});
	const folder = await mkdtemp(join(tmpdir(), 'n8n-e2e-package-'));
	try {
		const n8n = await N8n.launch(host, await pack(folder), { port });
		await sandbox.control.tunnel(PUBLIC_URL, n8n.url);
		return {
			sandbox,
			n8n,
			end: async () => {
				await n8n.end();
				await sandbox.stop();
			},
		};
	} catch (error) {
		await sandbox.stop();
		throw error;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
