import type { INodeType } from 'n8n-workflow';

import { createHost, type CredentialReference, type Host } from '../engine/host';
import { startSandbox, type Sandbox } from '../sandbox';
import { credentialForm } from '../sandbox/credentialForm';
import { authorize } from '../sandbox/shopOwner';
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

/**
 * @param otherNodes - nodes of other packages by their full names
 */
export async function setStage(
	{ nodes, credentialTypes }: NodePackage,
	otherNodes: Record<string, INodeType> = {},
): Promise<Stage> {
	const sandbox = await startSandbox({ markets: ['GB'] });
	try {
		const host = await createHost({ nodes, credentialTypes, otherNodes, publicUrl: PUBLIC_URL });
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

/** The shop owner authorizes, and the address they end at is pasted into the credential. */
export async function connect({ host, credential }: Stage): Promise<void> {
	const { message } = await host.credentials.test(credential.id);
	const authorizationCode = await authorize(/https?:\/\/\S+/.exec(message)?.[0] ?? '');
	await host.credentials.update(credential.id, { authorizationCode });
	const { status } = await host.credentials.test(credential.id);
	if (status !== 'OK') throw new Error('The credential could not be connected');
}
