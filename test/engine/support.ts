import { randomUUID } from 'node:crypto';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { TikTokShopApi } from '../../credentials/TikTokShopApi.credentials';
import { TikTokShop } from '../../nodes/TikTokShop/TikTokShop.node';
import { TikTokShopConnectTrigger } from '../../nodes/TikTokShopConnect/TikTokShopConnectTrigger.node';
import { TikTokShopPollingTrigger } from '../../nodes/TikTokShopPollingTrigger/TikTokShopPollingTrigger.node';
import { TikTokShopTrigger } from '../../nodes/TikTokShopTrigger/TikTokShopTrigger.node';
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';
import { credentialForm } from '../sandbox/credentialForm';
import { authorize } from '../sandbox/shopOwner';
import {
	createHost,
	type Execution,
	type Host,
	type HostOptions,
	type WorkflowJson,
	type WorkflowNode,
} from './host';

export const PUBLIC_URL = 'https://n8n.example.com';

/** A running TikTok Shop and n8n side by side, with a credential that is not connected yet. */
export interface World {
	sandbox: Sandbox;
	host: Host;
	credential: { id: string; name: string };
	/** The trigger's webhook id, different for each world as it is in n8n. */
	webhookId: string;
	stop(): Promise<void>;
}

/** Starts the sandbox and an n8n that knows our nodes, and fills in the credential's form. */
export async function startWorld(
	options: SandboxOptions & { storing?: HostOptions['storing'] } = {},
): Promise<World> {
	const { storing, ...sandboxOptions } = options;
	const sandbox = await startSandbox(sandboxOptions);
	const host = await createHost({
		nodes: [TikTokShop, TikTokShopTrigger, TikTokShopPollingTrigger, TikTokShopConnectTrigger],
		credentialTypes: [new TikTokShopApi()],
		publicUrl: PUBLIC_URL,
		storing,
	});
	await sandbox.control.tunnel(PUBLIC_URL, host.url);
	const credential = host.credentials.create('My shop', 'tikTokShopApi', credentialForm(sandbox));
	const world: World = {
		sandbox,
		host,
		credential,
		webhookId: randomUUID(),
		stop: async () => {
			// A test may have restarted the host.
			await world.host.stop();
			await sandbox.stop();
		},
	};
	return world;
}

export { authorize };

/** The authorize address that the failing credential test shows. */
export async function addressShown({ host, credential }: World): Promise<string> {
	const { message } = await host.credentials.test(credential.id);
	const address = /https?:\/\/\S+/.exec(message)?.[0];
	if (address === undefined) throw new Error(`No address in: ${message}`);
	return address;
}

/** The whole handshake as a person does it: test, open, accept, paste, test. */
export async function connect(world: World): Promise<void> {
	const authorizationCode = await authorize(await addressShown(world));
	await world.host.credentials.update(world.credential.id, { authorizationCode });
	const result = await world.host.credentials.test(world.credential.id);
	if (result.status !== 'OK') throw new Error(result.message);
}

/** A connected world. */
export async function startConnected(
	options: Parameters<typeof startWorld>[0] = {},
): Promise<World> {
	const world = await startWorld(options);
	await connect(world);
	return world;
}

/** One of our nodes with the world's credential. */
export function nodeOf(
	{ credential, webhookId }: World,
	type:
		'tikTokShop' | 'tikTokShopConnectTrigger' | 'tikTokShopPollingTrigger' | 'tikTokShopTrigger',
	parameters: IDataObject,
	more: Partial<WorkflowNode> = {},
): WorkflowNode {
	return {
		name: 'TikTok Shop',
		type: `n8n-nodes-tiktok-shop.${type}`,
		parameters: parameters as WorkflowNode['parameters'],
		credentials: { tikTokShopApi: credential },
		webhookId: /Trigger$/.test(type) ? webhookId : undefined,
		...more,
	};
}

/** A workflow of these nodes, one after the other. */
export function chain(...nodes: WorkflowNode[]): WorkflowJson {
	return {
		nodes,
		connections: Object.fromEntries(
			nodes
				.slice(1)
				.map(({ name }, index) => [
					nodes[index]?.name ?? '',
					{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
				]),
		),
		settings: { executionOrder: 'v1', timezone: 'Europe/Berlin' },
	};
}

/** A resource locator's value. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Runs one operation of the action node for the given input items. */
export async function operate(
	world: World,
	parameters: IDataObject,
	input: INodeExecutionData[] = [{ json: {} }],
	more: Partial<WorkflowNode> = {},
): Promise<Execution> {
	const trigger = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
	const node = nodeOf(world, 'tikTokShop', parameters, more);
	return await world.host.run(chain(trigger, node), { input });
}

/** The requests that reached the Open API, leaving the handshake out. */
export async function apiRequests({ sandbox }: World) {
	return (await sandbox.control.requests()).filter(({ path }) => !/^\/(api\/v2|open)\//.test(path));
}
