import type { Fault } from '../sandbox';
import {
	addressShown,
	apiRequests,
	authorize,
	byId,
	operate,
	startConnected,
	type World,
} from './support';

let world: World;

beforeEach(async () => {
	world = await startConnected({ markets: ['GB'], orders: 20, products: 5, returns: 5 });
});

afterEach(async () => await world.stop());

const getMany = { resource: 'order', operation: 'getMany', limit: 1 };

async function failure(parameters: object = getMany) {
	const { error } = await operate(world, parameters as never);
	return { message: error?.message ?? '', description: String(error?.description ?? ''), error };
}

describe('a missing scope', () => {
	it('is named with number, key and the way to enable it, and other operations go on', async () => {
		await world.sandbox.control.withdrawScope('seller.order.info');
		const { message, description } = await failure();
		expect(message).toBe('The permission (scope) "Order Information" is missing');
		expect(description).toContain('Order Information (430276, seller.order.info)');
		expect(description).toContain('Manage API');
		expect(description).toContain('/open/authorize?service_id=');
		expect(description).toContain('Operations of the other scopes go on working');
		expect(description).toContain('TikTok code 105005');
		expect(description).toMatch(/request_id \w+/);
		const products = await operate(world, { resource: 'product', operation: 'getMany', limit: 1 });
		expect(products.status).toBe('success');
	});

	it('is said in the list, not thrown', async () => {
		await world.sandbox.control.withdrawScope('seller.order.info');
		const { results } = await world.host.listSearch(
			'n8n-nodes-tiktok-shop.tikTokShop',
			'searchOrders',
			{
				credentials: { tikTokShopApi: world.credential },
			},
		);
		expect(results).toHaveLength(1);
		expect(results[0]?.name).toContain('Order Information');
	});

	it('works after it was enabled and the shop authorized again', async () => {
		const { control } = world.sandbox;
		await control.withdrawScope('seller.order.info');
		await control.grantScope('seller.order.info');
		expect((await failure()).message).toContain('is missing');
		await world.host.credentials.update(world.credential.id, {
			accessToken: '',
			authorizationCode: '',
			refreshToken: '',
		});
		const authorizationCode = await authorize(await addressShown(world));
		await world.host.credentials.update(world.credential.id, { authorizationCode });
		expect((await operate(world, getMany)).status).toBe('success');
	});
});

describe('TikTok’s refusals are told apart', () => {
	it.each<[string, () => Promise<unknown>, string]>([
		[
			'a clock that is behind',
			async () => await world.sandbox.control.skewClock(600),
			'The clock of the n8n server is wrong',
		],
		[
			'a clock that is ahead',
			async () => await world.sandbox.control.skewClock(-120),
			'The clock of the n8n server is wrong',
		],
		[
			'an IP allow list',
			async () => await world.sandbox.control.setIpAllowList(['203.0.113.5']),
			'TikTok Shop refuses the address of this n8n server',
		],
		[
			'a shop that is gone',
			async () => await world.sandbox.control.setShops(['US']),
			'TikTok Shop does not know this shop',
		],
	])('%s', async (_, change, title) => {
		await operate(world, getMany);
		await change();
		const { message, description } = await failure();
		expect(message).toContain(title);
		expect(description).toMatch(/TikTok code \d+/);
		expect(description).toMatch(/request_id \w+/);
	});

	it.each<[Fault, string]>([
		[
			{
				kind: 'code',
				code: 36009004,
				message: 'Invalid credentials. Invalid `app_key` query parameter.',
			},
			'does not know this App Key',
		],
		[
			{
				kind: 'code',
				code: 36009004,
				message:
					'Missing credentials. The request does not include a required signature in the query.',
			},
			'did not accept the signature',
		],
		[
			{
				kind: 'code',
				code: 36009004,
				message:
					'Unexpected identifier. The `shop_cipher` query parameter is not required for this request.',
			},
			'does not take a shop',
		],
		[
			{
				kind: 'code',
				code: 36009004,
				message: 'Invalid API version. The `version` query parameter is invalid.',
			},
			'no longer offers this version',
		],
		[
			{ kind: 'code', code: 101000, message: 'Invalid query or header.' },
			'does not fit this request',
		],
		[{ kind: 'code', code: 106013, message: 'Missing identifier.' }, 'No shop was given'],
		[{ kind: 'code', code: 36009009, message: 'Invalid path.' }, 'does not know this endpoint'],
		[{ kind: 'code', code: 12345678, message: 'Something of its own' }, 'Something of its own'],
	])('%o', async (fault, title) => {
		await world.sandbox.control.inject({ match: { path: '/orders/search' }, fault });
		const { message, description } = await failure();
		expect(message).toContain(title);
		expect(description).toContain(`TikTok code ${fault.code}`);
	});
});

describe('several shops', () => {
	it('ask for a choice, naming the shops', async () => {
		await world.sandbox.control.setShops(['GB', 'US']);
		const { message, description } = await failure();
		expect(message).toContain('This connection has 2 shops');
		for (const { id } of await world.sandbox.control.shops()) expect(description).toContain(id);
	});
});

describe('passing troubles', () => {
	it.each<[string, Fault]>([
		['429 with Retry-After', { kind: 'rateLimit', retryAfter: 1 }],
		['429 without', { kind: 'rateLimit' }],
		['503', { kind: 'status', status: 503 }],
		['an internal error', { kind: 'code', code: 36009003, message: 'Internal error' }],
		['a time-out code', { kind: 'code', code: 36009007, message: 'Request timeout' }],
		['a reset', { kind: 'reset' }],
		['a reset in mid-body', { kind: 'resetMidBody' }],
		['a truncated answer', { kind: 'truncate' }],
		['an HTML page', { kind: 'html', status: 502 }],
		['an empty body', { kind: 'emptyBody' }],
	])('%s is overcome', async (_, fault) => {
		await world.sandbox.control.inject({ match: { path: '/orders/search' }, fault, times: 2 });
		const execution = await operate(world, getMany);
		expect(execution.error).toBeUndefined();
		expect(execution.json('TikTok Shop')).toHaveLength(1);
		const sent = (await apiRequests(world)).filter(({ path }) => path.endsWith('/orders/search'));
		expect(sent).toHaveLength(3);
	});

	it('is given up with a clear error', async () => {
		await world.sandbox.control.inject({
			match: { path: '/orders/search' },
			fault: { kind: 'code', code: 36009003, message: 'Internal error' },
			times: 99,
		});
		const { message, description } = await failure();
		expect(message).toBe('TikTok Shop has an internal problem');
		expect(description).toContain('36009003');
		expect(
			(await apiRequests(world)).filter(({ path }) => path.endsWith('/orders/search')),
		).toHaveLength(5);
	});

	it('repeat a write only under the same idempotency key', async () => {
		const { control } = world.sandbox;
		const { return_id } = await control.createReturn(undefined, { type: 'REFUND' });
		await control.inject({
			match: { path: '/approve$' },
			fault: { kind: 'code', code: 36009003, message: 'Internal error' },
			times: 1,
		});
		const execution = await operate(world, {
			resource: 'return',
			operation: 'approve',
			returnId: byId(return_id),
			decision: 'APPROVE_REFUND',
		});
		expect(execution.error).toBeUndefined();
		const keys = (await apiRequests(world))
			.filter(({ path }) => path.endsWith('/approve'))
			.map(({ query }) => query.idempotency_key);
		expect(keys).toHaveLength(2);
		expect(keys[0]).toBe(keys[1]);
	});
});

describe('secrets', () => {
	it('appear in no error', async () => {
		const { appSecret } = world.sandbox.app;
		const { accessToken, refreshToken } = await world.host.credentials.get(world.credential.id);
		await world.sandbox.control.inject({
			match: { path: '/orders/search' },
			fault: { kind: 'reset' },
			times: 99,
		});
		const { error } = await failure();
		const text = JSON.stringify(error, Object.getOwnPropertyNames(error ?? {}));
		for (const secret of [appSecret, accessToken, refreshToken])
			expect(text).not.toContain(String(secret));
		expect(error?.message).toBe('TikTok Shop cannot be reached');
	});
});
