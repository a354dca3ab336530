import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { INode, INodeParameters } from 'n8n-workflow';

import { installHost } from '../e2e/install';
import { N8n } from '../e2e/n8n';
import { pack, PACKAGE } from '../e2e/package';
import type { Workflow } from '../e2e/rest';
import { CREDENTIAL_TYPE } from '../e2e/workflows';
import { credentialForm } from '../sandbox/credentialForm';
import { answerRequests } from './children';
import { APP } from './notifications';

/** What a workflow can start with: our trigger, n8n's own node, and that with one parameter as an expression. */
export type Start = 'expression' | 'plain' | 'trigger';

/** Starts n8n with these settings, or tells how many executions of a workflow have succeeded. */
export type Request = { settings: NodeJS.ProcessEnv } | { succeeded: Start };

/** Where the webhooks of the active workflows are. */
export type Addresses = Record<Start, string>;

type StartNode = Pick<INode, 'credentials' | 'parameters' | 'type' | 'typeVersion'>;

let n8n: N8n | undefined;

const workflows = new Map<Start, Workflow>();

async function launch(settings: NodeJS.ProcessEnv): Promise<N8n> {
	const host = await installHost(2);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-bench-package-'));
	try {
		return await N8n.launch(host, await pack(folder), { settings });
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const webhook = (path: string, options: INodeParameters): StartNode => ({
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options },
});

async function activate({ rest }: N8n, name: Start, start: StartNode): Promise<void> {
	const nodes: INode[] = [
		{ ...start, id: name, name: 'Start', webhookId: name, position: [0, 0] },
		{
			id: 'next',
			name: 'Next',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [220, 0],
			parameters: {},
		},
	];
	const connections = { Start: { main: [[{ node: 'Next', type: 'main' as const, index: 0 }]] } };
	const workflow = await rest.createWorkflow({ name, nodes, connections });
	await rest.activate(workflow);
	workflows.set(name, workflow);
}

async function start(settings: NodeJS.ProcessEnv): Promise<Addresses> {
	n8n = await launch(settings);
	// Nothing is asked of TikTok here.
	const form = credentialForm({ app: APP, url: 'http://127.0.0.1:9' });
	const credential = { name: 'TikTok Shop', type: CREDENTIAL_TYPE, data: form };
	const { id, name } = await n8n.rest.createCredential(credential);
	await activate(n8n, 'trigger', {
		type: `${PACKAGE}.tikTokShopTrigger`,
		typeVersion: 1.1,
		parameters: { registration: 'app', events: ['newOrder'] },
		credentials: { [CREDENTIAL_TYPE]: { id, name } },
	});
	await activate(n8n, 'plain', webhook('plain', {}));
	await activate(n8n, 'expression', webhook('expression', { rawBody: '={{ false }}' }));
	return {
		trigger: `${n8n.url}/webhook/trigger/webhook`,
		plain: `${n8n.url}/webhook/plain`,
		expression: `${n8n.url}/webhook/expression`,
	};
}

async function succeeded(name: Start): Promise<number> {
	const workflow = workflows.get(name);
	if (n8n === undefined || workflow === undefined) throw new Error(`${name} is not active`);
	return await n8n.rest.countSucceeded(workflow);
}

answerRequests(
	async (request: Request) =>
		'settings' in request ? await start(request.settings) : await succeeded(request.succeeded),
	async () => await n8n?.end(),
);
