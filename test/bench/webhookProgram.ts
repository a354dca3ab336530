import type { INodeType, IWebhookFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { loadBuiltPackage } from '../demo/package';
import { createHost, type ActiveWorkflow, type Host, type WorkflowNode } from '../engine/host';
import { answerRequests } from './children';
import { chain, formOf } from './engine';

/** The least a webhook node does: hands over what came, as n8n's own Webhook node does, and checks nothing. */
class PlainWebhook implements INodeType {
	description: INodeType['description'] = {
		displayName: 'Plain Webhook',
		name: 'plainWebhook',
		group: ['trigger'],
		version: 1,
		description: 'Starts the workflow when called',
		defaults: { name: 'Plain Webhook' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'plain' }],
		properties: [],
	};

	async webhook(this: IWebhookFunctions) {
		const headers = this.getHeaderData();
		const params = this.getParamsData();
		const query = this.getQueryData();
		const body = this.getBodyData();
		const webhookUrl = this.getNodeWebhookUrl('default');
		return { workflowData: [[{ json: { headers, params, query, body, webhookUrl } }]] };
	}
}

export interface Keys {
	appKey: string;
	appSecret: string;
}

export interface Addresses {
	ours: string;
	plain: string;
}

let host: Host | undefined;

let workflows: ActiveWorkflow[] = [];

async function start(keys: Keys): Promise<Addresses> {
	const { nodes, credentialTypes } = loadBuiltPackage();
	host = await createHost({ nodes: [...nodes, PlainWebhook], credentialTypes });
	const access = { ...keys, url: 'http://127.0.0.1:9', serviceId: '7431866218905734917' };
	const credential = host.credentials.create('TikTok Shop', 'tikTokShopApi', formOf(access));
	const trigger = (type: string, name: string): WorkflowNode => ({
		name,
		type: `n8n-nodes-tiktok-shop.${type}`,
		webhookId: name,
	});
	const next = { name: 'Next', type: 'n8n-nodes-base.noOp' };
	const ours: WorkflowNode = {
		...trigger('tikTokShopTrigger', 'ours'),
		parameters: { registration: 'app', events: ['newOrder'] },
		credentials: { tikTokShopApi: credential },
	};
	workflows = [
		await host.activate({ id: 'ours', ...chain(ours, next) }),
		await host.activate({ id: 'plain', ...chain(trigger('plainWebhook', 'plain'), next) }),
	];
	return {
		ours: `${host.url}/webhook/ours/webhook`,
		plain: `${host.url}/webhook/plain/plain`,
	};
}

/** Waits for all workflows that were started; how many there were since the last time. */
async function settled(): Promise<number> {
	await host?.settled();
	return workflows.reduce((sum, { executions }) => sum + executions.splice(0).length, 0);
}

answerRequests(async ({ keys }: { keys?: Keys }) =>
	keys === undefined ? await settled() : await start(keys),
);
