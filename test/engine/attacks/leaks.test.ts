import type {
	IDataObject,
	IExecuteFunctions,
	ICredentialType,
	ILoadOptionsFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
} from 'n8n-workflow';
import { ApplicationError, NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

import { issuedSecrets } from '../../sandbox/issued';
import { createHost, type Host } from '../host';
import { expectNoLeak, findSecret, takeLeaks } from '../leaks';
import { startConnected, type World } from '../support';

const { Main } = NodeConnectionTypes;

const describeNode = (name: string, more: Partial<INodeTypeDescription>): INodeTypeDescription => ({
	displayName: name,
	name,
	group: ['transform'],
	version: 1,
	description: 'Gives secrets away',
	defaults: { name },
	inputs: [Main],
	outputs: [Main],
	properties: [],
	...more,
});

/** How a careless node can let a secret out. */
const CARELESS: Record<string, (context: IExecuteFunctions, secret: string) => IDataObject> = {
	'in an item': (_, secret) => ({ deep: [{ down: `token=${secret}` }] }),
	'as a name in an item': (_, secret) => ({ [secret]: 1 }),
	'in an error': (context, secret) => {
		throw new NodeOperationError(context.getNode(), `Refused: ${secret}`);
	},
	'in the request that hangs on an error': (_, secret) => {
		throw Object.assign(new ApplicationError('x'), { config: { headers: { token: secret } } });
	},
	'in the log': (context, secret) => {
		context.logger.debug(`Got ${secret}`);
		return {};
	},
	'beside a line of the log': (context, secret) => {
		context.logger.warn('Got it', { secret });
		return {};
	},
	'in a hint': (context, secret) => {
		context.addExecutionHints({ message: secret });
		return {};
	},
};

let world: World;
let host: Host;
let secrets: Array<[kind: string, secret: string]>;
let current = '';

class Leaky implements INodeType {
	description = describeNode('leaky', {
		properties: [{ displayName: 'How', name: 'how', type: 'string', default: '' }],
	});

	methods = {
		listSearch: {
			async search(this: ILoadOptionsFunctions) {
				return { results: [{ name: current, value: 1 }] };
			},
		},
	};

	async execute(this: IExecuteFunctions) {
		const how = this.getNodeParameter('how', 0) as string;
		return [[{ json: CARELESS[how]?.(this, current) ?? {} }]];
	}
}

class LeakyWebhook implements INodeType {
	description = describeNode('leakyWebhook', {
		inputs: [],
		webhooks: [{ name: 'default', httpMethod: 'GET', responseMode: 'onReceived', path: 'x' }],
	});

	webhookMethods = {
		default: {
			checkExists: async () => {
				if (activationFails) throw new Error(`Cannot register with ${current}`);
				return true;
			},
			create: async () => true,
			delete: async () => true,
		},
	};

	async webhook(this: IWebhookFunctions) {
		const response = this.getResponseObject();
		const { where } = this.getQueryData() as IDataObject;
		if (where === 'header') response.setHeader('x-debug', current);
		if (where === 'static data') this.getWorkflowStaticData('node').secret = current;
		response.status(200).send(where === 'page' ? `<p>${current}</p>` : '');
		return { noWebhookResponse: true };
	}
}

let activationFails = false;

const leakyCredential: ICredentialType = {
	name: 'leakyApi',
	displayName: 'Leaky API',
	properties: [],
	authenticate: async () => {
		throw new Error(`Cannot sign with ${current}`);
	},
	test: { request: { baseURL: 'http://127.0.0.1:9', url: '/' } },
};

beforeAll(async () => {
	world = await startConnected({ markets: ['GB'], orders: 1, products: 1, returns: 0 });
	host = await createHost({
		nodes: [Leaky, LeakyWebhook],
		credentialTypes: [leakyCredential],
		packageName: 'test',
	});
	secrets = [...issuedSecrets].map(([secret, kind]) => [kind, secret]);
});

afterAll(async () => {
	await host.stop();
	await world.stop();
});

/** Lets each kind of secret out in turn, and returns the kinds that were noticed. */
async function noticed(leak: () => Promise<unknown>): Promise<string[]> {
	const kinds: string[] = [];
	for (const [kind, secret] of secrets) {
		current = secret;
		await leak().catch(() => undefined);
		if (takeLeaks().some((found) => found.includes(` ${kind} at `))) kinds.push(kind);
	}
	return kinds;
}

const KINDS = ['app secret', 'authorization code', 'access token', 'refresh token'];

describe('a secret that gets out is noticed', () => {
	it.each(Object.keys(CARELESS))('%s', async (how) => {
		const node = { name: 'Leaky', type: 'test.leaky', parameters: { how } };
		expect(await noticed(async () => await host.run({ nodes: [node] }))).toEqual(KINDS);
	});

	it.each(['page', 'header', 'static data'])('in a %s of a webhook', async (where) => {
		const node = { name: 'Hook', type: 'test.leakyWebhook', webhookId: 'leaky' };
		const active = await host.activate({ id: 'leaky', nodes: [node] });
		const address = `${host.url}/webhook/leaky/x?where=${encodeURIComponent(where)}`;
		expect(await noticed(async () => await fetch(address))).toEqual(KINDS);
		await active.deactivate();
	});

	it('in the error of an activation', async () => {
		const node = { name: 'Hook', type: 'test.leakyWebhook', webhookId: 'failing' };
		activationFails = true;
		expect(await noticed(async () => await host.activate({ nodes: [node] }))).toEqual(KINDS);
		activationFails = false;
	});

	it('in the message of a credential test', async () => {
		const { id } = host.credentials.create('Leaky', 'leakyApi', {});
		expect(await noticed(async () => await host.credentials.test(id))).toEqual(KINDS);
	});

	it('in a list', async () => {
		expect(await noticed(async () => await host.listSearch('test.leaky', 'search'))).toEqual(KINDS);
	});
});

it('fails the test it happens in', async () => {
	current = secrets[0]?.[1] ?? '';
	const node = { name: 'Leaky', type: 'test.leaky', parameters: { how: 'in an item' } };
	await host.run({ nodes: [node] });
	expect(expectNoLeak).toThrow(/Secrets got out:\nan execution holds an app secret at /);
});

it('a clean run is not blamed', async () => {
	current = 'ROW_not_a_token_of_the_sandbox';
	await host.run({
		nodes: [{ name: 'Leaky', type: 'test.leaky', parameters: { how: 'in an item' } }],
	});
	expect(takeLeaks()).toEqual([]);
});

it.each([
	['a piece of one', (token: string) => `${token.slice(0, 24)}…`],
	['the bytes of one', (token: string) => Buffer.from(token)],
	['a map of ones', (token: string) => new Map([['x', new Set([token])]])],
	['an address with one', (token: string) => new URL(`https://example.com/?token=${token}`)],
	['something that goes in a circle', (token: string) => circleWith(token)],
	[
		'a hidden property of an error’s cause',
		(token: string) =>
			new Error('x', { cause: Object.defineProperty(new Error('y'), 'z', { value: [token] }) }),
	],
])('%s counts as one', (_, dress) => {
	const token = secrets.find(([kind]) => kind === 'access token')?.[1] ?? '';
	expect(findSecret(dress(token))).toMatch(/^access token at /);
});

function circleWith(token: string): object {
	const circle: IDataObject = { before: 1 };
	circle.self = circle;
	circle.token = token;
	return circle;
}
