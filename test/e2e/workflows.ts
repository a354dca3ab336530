import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { INode, INodeParameters } from 'n8n-workflow';

import { providers } from '../sandbox/world/shops';
import { ROOT } from './install';
import { PACKAGE } from './package';
import type { WorkflowDraft } from './rest';
import { CONNECT_WEBHOOK } from './stage';

export interface CredentialRef {
	id: string;
	name: string;
}

export const CREDENTIAL_TYPE = 'tikTokShopApi';

const FOLDER = join(ROOT, 'examples');

/** The files of all example workflows by their names. */
export async function exampleFiles(): Promise<Map<string, string>> {
	const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json'));
	return new Map(files.map((file) => [file.replace('.json', ''), join(FOLDER, file)]));
}

/** One of the example workflows, with the credential in every node of ours. */
export async function example(name: string, credential: CredentialRef): Promise<WorkflowDraft> {
	const text = await readFile(join(FOLDER, `${name}.json`), 'utf8');
	const draft = JSON.parse(text) as WorkflowDraft;
	for (const node of draft.nodes) {
		if (isOurs(node)) node.credentials = { [CREDENTIAL_TYPE]: credential };
	}
	return draft;
}

export const isOurs = ({ type }: INode) => type.startsWith(`${PACKAGE}.`);

function node(
	name: string,
	type: string,
	parameters: INodeParameters,
	rest: Partial<INode> = {},
): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters, ...rest };
}

/** The workflow whose link a shop owner opens. */
export function connectWorkflow(credential: CredentialRef): WorkflowDraft {
	const connect = node(
		'Connect',
		`${PACKAGE}.tikTokShopConnectTrigger`,
		{},
		{
			webhookId: CONNECT_WEBHOOK,
			credentials: { [CREDENTIAL_TYPE]: credential },
		},
	);
	return { name: 'Connect a shop', nodes: [connect], connections: {} };
}

/** A start to which the action node is added by hand. */
export function emptyWorkflow(): WorkflowDraft {
	return {
		name: 'Look up an order',
		nodes: [node('Start', 'n8n-nodes-base.manualTrigger', {})],
		connections: {},
	};
}

/** Asks for new orders every few seconds, which no user would. */
export async function busyPolling(
	credential: CredentialRef,
	everySeconds: number,
): Promise<WorkflowDraft> {
	const draft = await example('new-orders-by-polling', credential);
	// n8n refuses a poll time that comes more often than once a minute, so there are many of them.
	const item = Array.from({ length: 60 / everySeconds }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${index * everySeconds} * * * * *`,
	}));
	for (const { parameters } of draft.nodes) {
		if ('pollTimes' in parameters) parameters.pollTimes = { item };
	}
	return draft;
}

const ONLY_SHOP = { __rl: true, mode: 'list', value: 'only' };

/** Marks orders as shipped, with the execution's ID in the tracking number. */
function shipping(
	credential: CredentialRef,
	trigger: INode,
	orderId: string,
	name: string,
): WorkflowDraft {
	const ship = node(
		'Ship',
		`${PACKAGE}.tikTokShop`,
		{
			resource: 'order',
			operation: 'markAsShipped',
			shop: ONLY_SHOP,
			orderId: { __rl: true, mode: 'id', value: orderId },
			shippingProviderId: { __rl: true, mode: 'id', value: providers[0]?.id ?? '' },
			trackingNumber: "=JX{{ String($execution.id).padStart(8, '0') }}",
		},
		{ position: [220, 0], credentials: { [CREDENTIAL_TYPE]: credential } },
	);
	return {
		name,
		nodes: [trigger, ship],
		connections: { [trigger.name]: { main: [[{ node: ship.name, type: 'main', index: 0 }]] } },
	};
}

/** Ships each new order at once. */
export function shipNewOrders(credential: CredentialRef): WorkflowDraft {
	const trigger = node(
		'New order',
		`${PACKAGE}.tikTokShopTrigger`,
		{ shop: ONLY_SHOP, events: ['newOrder'], fetchFullObject: true },
		{
			typeVersion: 1.1,
			webhookId: 'b1c9d3f6-53a1-4f0e-8a3e-0c8a55d1f0aa',
			credentials: { [CREDENTIAL_TYPE]: credential },
		},
	);
	return shipping(credential, trigger, '={{ $json.order.id }}', 'Ship new orders');
}

/** Ships the orders since a time that still wait for it. */
export function shipWaitingOrders(credential: CredentialRef, since: Date): WorkflowDraft {
	const trigger = node(
		'Waiting orders',
		`${PACKAGE}.tikTokShopPollingTrigger`,
		{
			pollTimes: { item: [{ mode: 'everyHour' }] },
			shop: ONLY_SHOP,
			event: 'newOrder',
			options: { orderStatus: 'AWAITING_SHIPMENT', startDate: since.toISOString() },
		},
		{ credentials: { [CREDENTIAL_TYPE]: credential } },
	);
	return shipping(credential, trigger, '={{ $json.id }}', 'Ship waiting orders');
}

/** n8n's own HTTP Request node with the credential, behind a webhook. */
export function httpRequestWorkflow(
	credential: CredentialRef,
	{ path, url, cipher }: { path: string; url: string; cipher: string },
): WorkflowDraft {
	const start = node(
		'Webhook',
		'n8n-nodes-base.webhook',
		{ path, responseMode: 'lastNode', options: {} },
		{ typeVersion: 2, webhookId: path },
	);
	const query = [
		{ name: 'page_size', value: '2' },
		{ name: 'shop_cipher', value: cipher },
	];
	const request = node(
		'Search orders',
		'n8n-nodes-base.httpRequest',
		{
			method: 'POST',
			url: `${url}/order/202309/orders/search`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: CREDENTIAL_TYPE,
			sendQuery: true,
			queryParameters: { parameters: query },
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '{"order_status":"AWAITING_SHIPMENT"}',
			options: {},
		},
		{ typeVersion: 4.2, position: [220, 0], credentials: { [CREDENTIAL_TYPE]: credential } },
	);
	return {
		name: 'Signed request',
		nodes: [start, request],
		connections: { Webhook: { main: [[{ node: request.name, type: 'main', index: 0 }]] } },
	};
}
