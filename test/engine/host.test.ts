import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestHelper,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
	IWebhookFunctions,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, NodeConnectionTypes } from 'n8n-workflow';
import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Host, HostOptions, WorkflowJson } from './host';
import { createHost } from './host';

const { Main } = NodeConnectionTypes;

interface Seen {
	method?: string;
	path: string;
	token?: string;
	body: string;
}

/** The other side: gives out tokens and accepts only the newest one. */
class Api {
	readonly seen: Seen[] = [];

	validToken = '';

	private given = 0;

	private readonly server: Server = createServer((request, response) => {
		void this.answer(request).then(([status, body]) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body));
		});
	});

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async start(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
	}

	async stop(): Promise<void> {
		await new Promise((resolve) => {
			this.server.close(resolve);
			this.server.closeAllConnections();
		});
	}

	paths(): string[] {
		return this.seen.map(({ path }) => path);
	}

	private async answer(request: IncomingMessage): Promise<[number, IDataObject]> {
		let body = '';
		for await (const chunk of request) body += String(chunk);
		const path = request.url ?? '';
		const token = request.headers['x-token'] as string | undefined;
		this.seen.push({ method: request.method, path, token, body });
		if (path.startsWith('/token')) {
			this.given += 1;
			this.validToken = `token-${this.given}`;
			return [200, { token: this.validToken }];
		}
		if (token !== this.validToken) return [401, { code: 401, message: 'token refused' }];
		if (path.startsWith('/limited')) return [200, { code: 17, message: 'scope missing' }];
		if (path.startsWith('/broken')) return [500, { code: 1, message: 'out of order' }];
		return [200, { code: 0, path, body }];
	}
}

const tokenApi: ICredentialType = {
	name: 'tokenApi',
	displayName: 'Token API',
	properties: [
		{ displayName: 'URL', name: 'url', type: 'string', default: '' },
		{ displayName: 'Code', name: 'code', type: 'string', default: '' },
		{ displayName: 'Region', name: 'region', type: 'string', default: 'eu' },
		{
			displayName: 'Token',
			name: 'token',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: '',
		},
	],
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		if (credentials.code === '')
			throw new Error('Not connected yet: open https://example.com/auth');
		const answer = (await this.helpers.httpRequest({
			method: 'GET',
			url: `${String(credentials.url)}/token`,
			qs: { code: credentials.code },
		})) as IDataObject;
		return { token: answer.token, code: '', connectedRegion: credentials.region };
	},
	async authenticate(credentials, request): Promise<IHttpRequestOptions> {
		authenticated.push({ ...request });
		return { ...request, headers: { ...request.headers, 'x-token': credentials.token } };
	},
	test: {
		request: { baseURL: '={{$credentials.url}}', url: '/me' },
		rules: [
			{
				type: 'responseSuccessBody',
				properties: { key: 'code', value: 17, message: 'The app lacks a scope' },
			},
		],
	},
};

/** What `authenticate` was given, in order. */
const authenticated: IHttpRequestOptions[] = [];

const keyApi: ICredentialType = {
	name: 'keyApi',
	displayName: 'Key API',
	properties: [{ displayName: 'Key', name: 'key', type: 'string', default: '' }],
	authenticate: {
		type: 'generic',
		properties: { headers: { 'x-token': '={{$credentials.key}}' } },
	},
};

function description(name: string, more: Partial<INodeTypeDescription> = {}): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: name,
		defaults: { name },
		inputs: [Main],
		outputs: [Main],
		credentials: [{ name: 'tokenApi' }, { name: 'keyApi' }],
		properties: [],
		...more,
	};
}

class Action implements INodeType {
	description = description('action', {
		properties: [
			{ displayName: 'URL', name: 'url', type: 'string', default: '' },
			{ displayName: 'Key', name: 'withKey', type: 'boolean', default: false },
			{ displayName: 'Must', name: 'must', type: 'string', required: true, default: 'x' },
		],
	});

	methods = {
		loadOptions: {
			async regions(this: ILoadOptionsFunctions) {
				const { region } = await this.getCredentials('tokenApi');
				return [{ name: `Region ${String(region)}`, value: String(region) }];
			},
		},
		listSearch: {
			async things(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
				const answer: unknown = await this.helpers.httpRequestWithAuthentication.call(
					this,
					'tokenApi',
					{ url: `${this.getCurrentNodeParameter('url') as string}/search/${filter}` },
				);
				const name = (answer as IDataObject).path as string;
				return { results: [{ name, value: 1 }], paginationToken: `${paginationToken}+1` };
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const type = this.getNodeParameter('withKey', 0) ? 'keyApi' : 'tokenApi';
		const items: INodeExecutionData[] = [];
		for (const index of this.getInputData().keys()) {
			try {
				const json: unknown = await this.helpers.httpRequestWithAuthentication.call(this, type, {
					method: 'POST',
					url: this.getNodeParameter('url', index) as string,
					body: { index },
					json: true,
				});
				items.push({ json: json as IDataObject, pairedItem: { item: index } });
			} catch (error) {
				const apiError = new NodeApiError(this.getNode(), error as JsonObject);
				apiError.context.itemIndex = index;
				throw apiError;
			}
		}
		return [items];
	}
}

/** What the hook node did at the other side. */
const hookCalls: string[] = [];

class Hook implements INodeType {
	description = description('hook', {
		group: ['trigger'],
		inputs: [],
		properties: [{ displayName: 'Fail', name: 'fail', type: 'string', default: '' }],
		webhooks: [
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: 'connect' },
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'hook' },
		],
	});

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions) {
				hookCalls.push(`exists? ${this.getActivationMode()}`);
				return this.getWorkflowStaticData('node').registered !== undefined;
			},
			async create(this: IHookFunctions) {
				if (this.getNodeParameter('fail') !== '') throw new Error('the other side said no');
				const url = this.getNodeWebhookUrl('default');
				hookCalls.push(`create ${url}`);
				this.getWorkflowStaticData('node').registered = url;
				return true;
			},
			async delete(this: IHookFunctions) {
				const data = this.getWorkflowStaticData('node');
				hookCalls.push(`delete ${String(data.registered)}`);
				delete data.registered;
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions) {
		const response = this.getResponseObject();
		if (this.getWebhookName() === 'setup') {
			const { state } = this.getQueryData() as IDataObject;
			response.redirect(`https://example.com/auth?state=${String(state)}`);
			return { noWebhookResponse: true };
		}
		const body = this.getBodyData();
		if (body.crash) throw new Error('cannot read that');
		if (body.skip) return { webhookResponse: 'not mine' };
		if (body.ping) return {};
		const data = this.getWorkflowStaticData('node');
		data.count = Number(data.count ?? 0) + 1;
		const { rawBody } = this.getRequestObject() as unknown as { rawBody: Buffer };
		const hash = createHash('sha256').update(rawBody).digest('hex');
		const json = { hash, mode: this.getMode(), count: data.count, ...body };
		const workflowData = [[{ json }]];
		if (!body.quiet) return { workflowData };
		response.status(200).end();
		return { noWebhookResponse: true, workflowData };
	}
}

class Poller implements INodeType {
	description = description('poller', {
		group: ['trigger'],
		inputs: [],
		polling: true,
		properties: [],
	});

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		if (this.getMode() === 'manual') return [[{ json: { sample: true } }]];
		if (feed.error) throw new Error(feed.error);
		const data = this.getWorkflowStaticData('node');
		const seen = Number(data.seen ?? 0);
		const fresh = feed.rows.filter((row) => row > seen);
		if (fresh.length === 0) return null;
		data.seen = fresh.at(-1);
		return [fresh.map((row) => ({ json: { row } }))];
	}
}

const feed: { rows: number[]; error: string } = { rows: [], error: '' };

const options: HostOptions = {
	nodes: [Action, Hook, Poller],
	credentialTypes: [tokenApi, keyApi],
	packageName: 'n8n-nodes-test',
};

const connection = (node: string) => ({ node, type: Main, index: 0 });

let api: Api;
let host: Host;

beforeEach(async () => {
	api = new Api();
	await api.start();
	host = await createHost(options);
	hookCalls.length = 0;
	authenticated.length = 0;
	feed.rows = [];
	feed.error = '';
});

afterEach(async () => {
	await host.stop();
	await api.stop();
});

function connected(data: ICredentialDataDecryptedObject = {}) {
	return host.credentials.create('Test account', 'tokenApi', {
		url: api.url,
		code: 'abc',
		token: '',
		...data,
	});
}

function actionWorkflow(path: string, credential: { id: string; name: string }): WorkflowJson {
	return {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Action',
				type: 'n8n-nodes-test.action',
				parameters: { url: `${api.url}${path}` },
				credentials: { tokenApi: credential },
			},
		],
		connections: { Start: { main: [[connection('Action')]] } },
	};
}

const hookNode = { name: 'Hook', type: 'n8n-nodes-test.hook', webhookId: 'abc-123' };

const hookWorkflow: WorkflowJson = {
	id: 'hooked',
	nodes: [hookNode, { name: 'After', type: 'n8n-nodes-base.noOp' }],
	connections: { Hook: { main: [[connection('After')]] } },
};

async function post(address: string, body: string, contentType = 'application/json') {
	// A kept connection would be one to the host before a restart.
	const headers = { 'content-type': contentType, connection: 'close' };
	const response = await fetch(address, { method: 'POST', headers, body, redirect: 'manual' });
	return { status: response.status, text: await response.text() };
}

describe('credentials', () => {
	it('exchanges on the first request and stores what came back', async () => {
		const credential = connected();
		const run = await host.run(actionWorkflow('/things', credential));

		expect(run.status).toBe('success');
		expect(run.json('Action')).toEqual([{ code: 0, path: '/things', body: '{"index":0}' }]);
		expect(api.paths()).toEqual(['/token?code=abc', '/things']);
		expect(await host.credentials.get(credential.id)).toEqual({
			url: api.url,
			code: '',
			token: 'token-1',
			connectedRegion: 'eu',
		});
		expect(host.credentials.timesStored(credential.id)).toBe(1);
	});

	it('uses a stored token as it is', async () => {
		api.validToken = 'kept';
		const credential = connected({ token: 'kept' });
		await host.run(actionWorkflow('/things', credential));

		expect(api.paths()).toEqual(['/things']);
		expect(host.credentials.timesStored(credential.id)).toBe(0);
	});

	it('answers a 401 with one refresh and one more request', async () => {
		const credential = connected({ token: 'stale' });
		const run = await host.run(actionWorkflow('/things', credential));

		expect(run.status).toBe('success');
		expect(api.seen.map(({ path, token }) => [path, token])).toEqual([
			['/things', 'stale'],
			['/token?code=abc', undefined],
			['/things', 'token-1'],
		]);
		expect((await host.credentials.get(credential.id)).token).toBe('token-1');
	});

	it('stores the whole form where n8n 1 does', async () => {
		const other = await createHost({ ...options, storing: 'form' });
		const credential = other.credentials.create('Test account', 'tokenApi', {
			url: api.url,
			code: 'abc',
			token: '',
		});
		await other.run(actionWorkflow('/things', credential));
		expect(await other.credentials.get(credential.id)).toMatchObject({ region: 'eu' });
		await other.stop();
	});

	it('leaves a value stored as an expression alone', async () => {
		const credential = connected({ code: '={{ "a" + "bc" }}' });
		await host.run(actionWorkflow('/things', credential));

		expect(api.paths()[0]).toBe('/token?code=abc');
		expect((await host.credentials.get(credential.id)).code).toBe('={{ "a" + "bc" }}');
	});

	it('applies generic authentication', async () => {
		api.validToken = 'the-key';
		const credential = host.credentials.create('Key', 'keyApi', { key: 'the-key' });
		const workflow = actionWorkflow('/things', credential);
		Object.assign(workflow.nodes[1] ?? {}, {
			parameters: { url: `${api.url}/things`, withKey: true },
			credentials: { keyApi: credential },
		});
		expect((await host.run(workflow)).status).toBe('success');
	});

	it('is tested by a relative request, after an exchange', async () => {
		const credential = connected();
		expect(await host.credentials.test(credential.id)).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
		expect(api.paths()).toEqual(['/token?code=abc', '/me']);
		expect(authenticated[0]).toMatchObject({
			baseURL: api.url,
			url: '/me',
			qs: {},
			headers: {},
			timeout: 300_000,
			returnFullResponse: true,
		});
		expect((await host.credentials.get(credential.id)).token).toBe('token-1');
	});

	it('is not exchanged by the test while its token works', async () => {
		api.validToken = 'kept';
		const credential = connected({ token: 'kept', code: 'new-code' });
		expect((await host.credentials.test(credential.id)).status).toBe('OK');
		expect(api.paths()).toEqual(['/me']);
	});

	it('is exchanged by the test once its token is refused', async () => {
		const credential = connected({ token: 'stale' });
		expect((await host.credentials.test(credential.id)).status).toBe('OK');
		expect(api.paths()).toEqual(['/me', '/token?code=abc', '/me']);
	});

	it('shows the words of preAuthentication in the test', async () => {
		const credential = connected({ code: '' });
		expect(await host.credentials.test(credential.id)).toEqual({
			status: 'Error',
			message: 'Not connected yet: open https://example.com/auth',
		});
	});

	it('fails the test by a rule on the body', async () => {
		const limited: ICredentialType = {
			...tokenApi,
			test: { ...tokenApi.test, request: { baseURL: api.url, url: '/limited' } },
		};
		const other = await createHost({ ...options, credentialTypes: [limited] });
		const { id } = other.credentials.create('Limited', 'tokenApi', { url: api.url, code: 'abc' });
		expect(await other.credentials.test(id)).toEqual({
			status: 'Error',
			message: 'The app lacks a scope',
		});
		await other.stop();
	});
});

describe('running', () => {
	it('keeps the fields of a node error', async () => {
		const run = await host.run(actionWorkflow('/broken', connected()), {
			input: [{ json: {} }, { json: {} }],
		});
		expect(run.status).toBe('error');
		expect(run.error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '500',
			description: 'out of order',
			context: { itemIndex: 0 },
		});
		expect(run.lastNodeExecuted).toBe('Action');
		expect(run.items('Action')).toEqual([]);
	});

	it('refuses a workflow whose required field is empty', async () => {
		const workflow = actionWorkflow('/things', connected());
		Object.assign(workflow.nodes[1]?.parameters ?? {}, { must: '' });
		const run = await host.run(workflow);
		expect(run.status).toBe('error');
		expect(run.error?.name).toBe('WorkflowHasIssuesError');
		expect(api.seen).toEqual([]);
	});

	it('maps, branches and asks with the built-in nodes', async () => {
		const credential = connected();
		const condition = (leftValue: string, rightValue: number) => ({
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			conditions: [
				{ id: '1', leftValue, rightValue, operator: { type: 'number', operation: 'gt' } },
			],
			combinator: 'and',
		});
		const run = await host.run(
			{
				nodes: [
					{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
					{
						name: 'Set',
						type: 'n8n-nodes-base.set',
						typeVersion: 3.4,
						parameters: {
							assignments: {
								assignments: [
									{ id: '1', name: 'order.total', value: '={{ $json.price * 2 }}', type: 'number' },
								],
							},
							includeOtherFields: true,
						},
					},
					{
						name: 'If',
						type: 'n8n-nodes-base.if',
						typeVersion: 2.2,
						parameters: { conditions: condition('={{ $json.order.total }}', 10) },
					},
					{
						name: 'Ask',
						type: 'n8n-nodes-base.httpRequest',
						typeVersion: 4.2,
						parameters: {
							method: 'POST',
							url: `${api.url}/ask`,
							authentication: 'predefinedCredentialType',
							nodeCredentialType: 'tokenApi',
							sendQuery: true,
							queryParameters: { parameters: [{ name: 'q', value: '={{ $json.price }}' }] },
							sendBody: true,
							specifyBody: 'json',
							jsonBody: '{"name":"grün"}',
						},
						credentials: { tokenApi: credential },
					},
					{
						name: 'Switch',
						type: 'n8n-nodes-base.switch',
						typeVersion: 3.2,
						parameters: {
							rules: {
								values: [
									{ conditions: condition('={{ $json.price }}', 4) },
									{ conditions: condition('={{ $json.price }}', 2) },
								],
							},
							options: { fallbackOutput: 'extra' },
						},
					},
				],
				connections: {
					Start: { main: [[connection('Set')]] },
					Set: { main: [[connection('If')]] },
					If: { main: [[connection('Ask')], [connection('Switch')]] },
				},
			},
			{ input: [1, 3, 5, 7].map((price) => ({ json: { price } })) },
		);

		expect(run.error).toBeUndefined();
		expect(run.json('Set')[0]).toEqual({ price: 1, order: { total: 2 } });
		expect(run.json('If').map(({ price }) => price)).toEqual([7]);
		expect(run.json('If', 1).map(({ price }) => price)).toEqual([1, 3, 5]);
		expect([0, 1, 2].map((output) => run.json('Switch', output).map(({ price }) => price))).toEqual(
			[[5], [3], [1]],
		);
		expect(run.json('Ask')).toEqual([{ code: 0, path: '/ask?q=7', body: '{"name":"grün"}' }]);
	});

	it('stops at the destination node', async () => {
		const run = await host.run(actionWorkflow('/things', connected()), {
			destinationNode: 'Start',
		});
		expect(Object.keys(run.runData)).toEqual(['Start']);
	});
});

describe('webhooks', () => {
	it('registers on activation and removes on deactivation', async () => {
		const active = await host.activate(hookWorkflow);
		const address = `${host.url}/webhook/abc-123/hook`;
		expect(hookCalls).toEqual(['exists? activate', `create ${address}`]);
		expect(host.staticData('hooked')).toEqual({ 'node:Hook': { registered: address } });

		await active.deactivate();
		expect(hookCalls.at(-1)).toBe(`delete ${address}`);
		expect(host.staticData('hooked')).toEqual({ 'node:Hook': {} });
		expect((await post(address, '{}')).status).toBe(404);
		await host.activate(hookWorkflow);
		expect((await post(address, '{}')).status).toBe(200);
	});

	it('tells nodes the public address', async () => {
		await host.stop();
		host = await createHost({ ...options, publicUrl: 'https://n8n.example.com/' });
		await host.activate(hookWorkflow);
		expect(hookCalls.at(-1)).toBe('create https://n8n.example.com/webhook/abc-123/hook');
	});

	it('hands out the exact bytes and runs the workflow', async () => {
		const active = await host.activate(hookWorkflow);
		const body = '{ "name":"grün", "big":1.0 }';
		expect(await post(`${host.url}/webhook/abc-123/hook`, body)).toEqual({
			status: 200,
			text: '{"message":"Workflow was started"}',
		});
		const execution = await active.nextExecution();
		expect(execution.json('After')).toEqual([
			{
				hash: createHash('sha256').update(body).digest('hex'),
				mode: 'webhook',
				count: 1,
				name: 'grün',
				big: 1,
			},
		]);
		expect(execution.mode).toBe('webhook');
	});

	it('lets the node answer', async () => {
		const active = await host.activate(hookWorkflow);
		const address = `${host.url}/webhook/abc-123/hook`;
		const redirected = await fetch(`${host.url}/webhook/abc-123/connect?state=s1`, {
			redirect: 'manual',
		});
		expect(redirected.status).toBe(302);
		expect(redirected.headers.get('location')).toBe('https://example.com/auth?state=s1');
		expect(await post(address, '{"skip":true}')).toEqual({ status: 200, text: 'not mine' });
		expect(await post(address, '{"ping":true}')).toEqual({
			status: 200,
			text: '{"message":"Webhook call received"}',
		});
		await host.settled();
		expect(active.executions).toEqual([]);

		expect(await post(address, '{"quiet":true}')).toEqual({ status: 200, text: '' });
		expect((await active.nextExecution()).json('After')).toHaveLength(1);
	});

	it('answers 500 for a failing node and records the error', async () => {
		const active = await host.activate(hookWorkflow);
		const answer = await post(`${host.url}/webhook/abc-123/hook`, '{"crash":true}');
		expect(answer.status).toBe(500);
		expect(answer.text).toContain('Workflow Webhook Error: Workflow could not be started!');
		const execution = await active.nextExecution();
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toBe('cannot read that');
		expect(execution.items('After')).toEqual([]);
	});

	it('refuses bodies it cannot take', async () => {
		await host.activate(hookWorkflow);
		const address = `${host.url}/webhook/abc-123/hook`;
		expect((await post(address, '{"no json')).status).toBe(422);
		expect((await post(address, ' '.repeat(16 * 1024 * 1024 + 1), 'text/plain')).status).toBe(413);
		expect((await fetch(address)).status).toBe(404);
	});

	it('rejects activation when the other side refuses', async () => {
		const failing = {
			...hookWorkflow,
			nodes: [{ ...hookNode, parameters: { fail: 'yes' } }, ...hookWorkflow.nodes.slice(1)],
		};
		await expect(host.activate(failing)).rejects.toThrow('the other side said no');
		expect((await post(`${host.url}/webhook/abc-123/hook`, '{}')).status).toBe(404);
	});

	it('listens for one test event', async () => {
		const test = await host.listenForTestEvent(hookWorkflow);
		const address = `${host.url}/webhook-test/abc-123/hook`;
		expect(hookCalls).toEqual(['exists? manual', `create ${address}`]);
		expect((await post(address, '{"a":1}')).status).toBe(200);
		const execution = await test.execution;
		expect(execution.mode).toBe('manual');
		expect(execution.json('After')).toMatchObject([{ mode: 'manual', a: 1 }]);
		expect(hookCalls.at(-1)).toBe(`delete ${address}`);
		expect((await post(address, '{}')).status).toBe(404);
		expect(host.staticData('hooked')).toEqual({});
	});
});

describe('polling', () => {
	const workflow: WorkflowJson = {
		id: 'polled',
		nodes: [
			{ name: 'Poller', type: 'n8n-nodes-test.poller' },
			{ name: 'After', type: 'n8n-nodes-base.noOp' },
		],
		connections: { Poller: { main: [[connection('After')]] } },
	};

	it('polls at activation and then on request', async () => {
		feed.rows = [1];
		const active = await host.activate(workflow);
		expect((await active.nextExecution()).json('After')).toEqual([{ row: 1 }]);
		expect(await active.poll('Poller')).toBeNull();
		feed.rows.push(2, 3);
		const execution = await active.poll('Poller');
		expect(execution?.mode).toBe('trigger');
		expect(execution?.json('After')).toEqual([{ row: 2 }, { row: 3 }]);
		expect(active.executions).toHaveLength(2);
	});

	it('records a failing poll', async () => {
		const active = await host.activate(workflow);
		feed.error = 'unreachable';
		const execution = await active.poll('Poller');
		expect(execution?.status).toBe('error');
		expect(execution?.error?.message).toBe('unreachable');
		expect(active.executions).toEqual([execution]);
	});

	it('rejects activation when the first poll fails', async () => {
		feed.error = 'unreachable';
		await expect(host.activate(workflow)).rejects.toThrow(
			'There was a problem activating the workflow: "unreachable"',
		);
	});

	it('fetches a sample by hand and stops there', async () => {
		const execution = await host.pollOnce(workflow, 'Poller');
		expect(execution.json('Poller')).toEqual([{ sample: true }]);
		expect(Object.keys(execution.runData)).toEqual(['Poller']);
	});
});

describe('lists', () => {
	it('are filled through loadOptions', async () => {
		const credentials = { tokenApi: connected() };
		const list = await host.loadOptions('n8n-nodes-test.action', 'regions', { credentials });
		expect(list).toEqual([{ name: 'Region eu', value: 'eu' }]);
	});

	it('are searched with filter and page', async () => {
		const found = await host.listSearch('n8n-nodes-test.action', 'things', {
			parameters: { url: api.url },
			credentials: { tokenApi: connected() },
			filter: 'shoe',
			paginationToken: 'p',
		});
		expect(found).toEqual({
			results: [{ name: '/search/shoe', value: 1 }],
			paginationToken: 'p+1',
		});
	});
});

describe('restart', () => {
	it('keeps credentials, active workflows and static data', async () => {
		const credential = connected();
		await host.run(actionWorkflow('/things', credential));
		const active = await host.activate(hookWorkflow);
		const address = `${host.url}/webhook/abc-123/hook`;
		await post(address, '{"quiet":true}');
		expect((await active.nextExecution()).json('After')).toMatchObject([{ count: 1 }]);

		host = await host.restart();
		expect(hookCalls.filter((call) => call.startsWith('create'))).toHaveLength(1);
		expect(hookCalls.at(-1)).toBe('exists? init');
		await post(address, '{"quiet":true}');
		const execution = await host.active('hooked').nextExecution();
		expect(execution.json('After')).toMatchObject([{ count: 2 }]);
		expect((await host.credentials.get(credential.id)).token).toBe('token-1');
		expect(host.credentials.timesStored(credential.id)).toBe(0);
	});

	it('forgets, as n8n 2 does, what a webhook changed before its workflow started', async () => {
		const active = await host.activate(hookWorkflow);
		await post(`${host.url}/webhook/abc-123/hook`, '{}');
		await active.nextExecution();
		expect(host.staticData('hooked')).not.toMatchObject({ 'node:Hook': { count: 1 } });
	});

	it('forgets what a poll only had in memory', async () => {
		feed.rows = [1];
		const workflow: WorkflowJson = {
			id: 'polled',
			nodes: [{ name: 'Poller', type: 'n8n-nodes-test.poller' }],
		};
		const active = await host.activate(workflow);
		await active.nextExecution();
		host = await host.restart();
		await host.settled();
		expect(host.active('polled').executions).toEqual([]);
		expect(host.staticData('polled')).toEqual({ 'node:Poller': { seen: 1 } });
	});
});
