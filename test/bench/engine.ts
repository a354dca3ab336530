import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { loadBuiltPackage } from '../demo/package';
import {
	createHost,
	type CredentialReference,
	type Host,
	type WorkflowJson,
	type WorkflowNode,
} from '../engine/host';
import { credentialForm } from '../sandbox/credentialForm';
import { authorize } from '../sandbox/shopOwner';
import type { Access } from './shop';

/** n8n's engine with the built package, connected to a shop. */
export interface Engine {
	host: Host;
	accessToken: string;
	node(type: string, parameters: IDataObject): WorkflowNode;
	/** Runs one operation of the action node, and gives its items back. */
	operate(parameters: IDataObject, input?: INodeExecutionData[]): Promise<INodeExecutionData[]>;
	stop(): Promise<void>;
}

export async function startEngine(access: Access): Promise<Engine> {
	const host = await createHost(loadBuiltPackage());
	const form = credentialForm({ app: access, url: access.url });
	const credential = host.credentials.create('TikTok Shop', 'tikTokShopApi', form);
	const accessToken = await connect(host, credential);
	const node = (type: string, parameters: IDataObject): WorkflowNode => ({
		name: 'TikTok Shop',
		type: `n8n-nodes-tiktok-shop.${type}`,
		parameters: parameters as WorkflowNode['parameters'],
		credentials: { tikTokShopApi: credential },
	});
	return {
		host,
		accessToken,
		node,
		operate: async (parameters, input = [{ json: {} }]) => {
			const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
			const workflow = chain(start, node('tikTokShop', parameters));
			const { error, items } = await host.run(workflow, { input });
			if (error) throw new Error([error.message, error.description].join('\n'));
			return items('TikTok Shop');
		},
		stop: async () => await host.stop(),
	};
}

async function connect(host: Host, { id }: CredentialReference): Promise<string> {
	const { message } = await host.credentials.test(id);
	const address = /https?:\/\/\S+/.exec(message)?.[0];
	if (address === undefined) throw new Error(`No address to open in: ${message}`);
	await host.credentials.update(id, { authorizationCode: await authorize(address) });
	const tested = await host.credentials.test(id);
	if (tested.status !== 'OK') throw new Error(tested.message);
	return String((await host.credentials.get(id)).accessToken);
}

/** Two nodes, one after the other. */
export function chain(first: WorkflowNode, second: WorkflowNode): WorkflowJson {
	return {
		nodes: [first, second],
		connections: { [first.name]: { main: [[{ node: second.name, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}
