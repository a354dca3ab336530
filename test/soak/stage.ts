import type { IDataObject } from 'n8n-workflow';

import type { NodePackage } from '../demo/package';
import {
	createHost,
	type CredentialReference,
	type Host,
	type HostSnapshot,
	type WorkflowJson,
	type WorkflowNode,
} from '../engine/host';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';
import { credentialForm } from '../sandbox/credentialForm';
import { authorize } from '../sandbox/shopOwner';

/** Loads the package's modules anew, so that what they kept in memory is gone, as in a new process. */
export type LoadPackage = () => NodePackage;

export const PUBLIC_URL = 'https://n8n.example.com';

const WEBHOOK_ID = '7f0d3b52-5f0c-4d55-9a43-0d6f1c1f2a10';

/** Where the webhook trigger of this stage receives. */
export const RECEIVER = `${PUBLIC_URL}/webhook/${WEBHOOK_ID}/webhook`;

/** A connected shop and an n8n that can be killed. */
export class Stage {
	/** The sandbox's tunnel leads there. */
	private readonly port: number;

	private constructor(
		readonly sandbox: Sandbox,
		private readonly load: LoadPackage,
		public host: Host,
		readonly credential: CredentialReference,
	) {
		this.port = Number(new URL(host.url).port);
	}

	static async set(load: LoadPackage, options: SandboxOptions): Promise<Stage> {
		const sandbox = await startSandbox(options);
		const host = await createHost({ ...load(), publicUrl: PUBLIC_URL });
		await sandbox.control.tunnel(PUBLIC_URL, host.url);
		const form = credentialForm(sandbox);
		const credential = host.credentials.create('TikTok Shop', 'tikTokShopApi', form);
		const stage = new Stage(sandbox, load, host, credential);
		const { message } = await host.credentials.test(credential.id);
		await stage.connectBy(message);
		const { status, message: why } = await host.credentials.test(credential.id);
		if (status !== 'OK') throw new Error(`The shop could not be connected: ${why}`);
		return stage;
	}

	/** Does what a message of ours asks for: opens the address in it, accepts, pastes where TikTok leads to. */
	async connectBy(message: string): Promise<void> {
		const address = /https?:\/\/\S+\/open\/authorize\S+/.exec(message)?.[0];
		if (address === undefined) throw new Error(`No address to open in: ${message}`);
		const authorizationCode = await authorize(address);
		await this.host.credentials.update(this.credential.id, { authorizationCode });
	}

	/** n8n is gone; orders go on. */
	async kill(): Promise<void> {
		await this.host.stop();
	}

	/** A new n8n process at the same place, from what the last one had stored or from an older state. */
	async revive(snapshot: HostSnapshot = this.host.snapshot()): Promise<void> {
		this.host = await createHost({
			...this.load(),
			publicUrl: PUBLIC_URL,
			port: this.port,
			snapshot,
		});
	}

	node(type: string, name: string, parameters: IDataObject): WorkflowNode {
		return {
			name,
			type: `n8n-nodes-tiktok-shop.${type}`,
			parameters: parameters as WorkflowNode['parameters'],
			credentials: { tikTokShopApi: this.credential },
			webhookId: WEBHOOK_ID,
		};
	}

	async stop(): Promise<void> {
		await this.host.stop();
		await this.sandbox.stop();
	}
}

/** Nodes one after the other. */
export function chain(id: string, first: WorkflowNode, second: WorkflowNode): WorkflowJson {
	return {
		id,
		nodes: [first, second],
		connections: { [first.name]: { main: [[{ node: second.name, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}
