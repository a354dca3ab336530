import { createHost, type CredentialReference, type Host } from '../engine/host';
import { startSandbox, type Sandbox } from '../sandbox';
import { credentialForm } from '../sandbox/credentialForm';
import type { NodePackage } from './package';

/** Where the shop believes n8n to be; the sandbox leads it to the host, as a tunnel does. */
const PUBLIC_URL = 'https://n8n.example.com';

/** A TikTok Shop and an n8n side by side. */
export interface Stage {
	sandbox: Sandbox;
	host: Host;
	/** The form is filled in, the shop is not connected yet. */
	credential: CredentialReference;
	publicUrl: string;
	/** Longest wait for one order to be dealt with. */
	patienceSeconds: number;
	stop(): Promise<void>;
}

export async function setStage({ nodes, credentialTypes }: NodePackage): Promise<Stage> {
	const sandbox = await startSandbox({ markets: ['GB'] });
	try {
		const host = await createHost({ nodes, credentialTypes, publicUrl: PUBLIC_URL });
		await sandbox.control.tunnel(PUBLIC_URL, host.url);
		const form = credentialForm(sandbox);
		const credential = host.credentials.create('TikTok Shop', 'tikTokShopApi', form);
		const stop = async () => {
			await host.stop();
			await sandbox.stop();
		};
		return { sandbox, host, credential, publicUrl: PUBLIC_URL, patienceSeconds: 15, stop };
	} catch (error) {
		await sandbox.stop();
		throw error;
	}
}
