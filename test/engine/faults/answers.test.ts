import type { Fault } from '../../sandbox';
import { byId, operate, startConnected, type World } from '../support';

// The pauses between attempts are not what is tested here.
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => await new Promise((resolve) => setImmediate(resolve)),
}));

const NODE = 'TikTok Shop';

const SEARCH = '^/order/202309/orders/search$';

const DETAILS = '^/order/202507/orders$';

const EVERY_TIME = 99;

let world: World;

beforeAll(async () => {
	world = await startConnected({
		markets: ['GB'],
		orders: 250,
		products: 5,
		returns: 0,
		rateLimit: 100_000,
	});
});

afterEach(async () => {
	await world.sandbox.control.clearFaults();
	await world.sandbox.control.clearRequests();
});

afterAll(async () => await world.stop());

const inject = async (path: string, fault: Fault, times: number, nth = 1) =>
	await world.sandbox.control.inject({ match: { path, nth }, fault, times });

const orderIds = async () => (await world.sandbox.control.orders()).map(({ id }) => id).sort();

const getMany = async (more = {}) =>
	await operate(world, {
		resource: 'order',
		operation: 'getMany',
		returnAll: true,
		simplify: false,
		...more,
	});

const struck = async (path: string) =>
	(await world.sandbox.control.requests()).filter(
		(request) => new RegExp(path).test(request.path) && request.fault !== undefined,
	).length;

/** Answers that hold all there is, though not as they should. */
const HARMLESS: Array<[string, Fault]> = [
	['without a count', { kind: 'missingField', field: 'total' }],
	['with every field twice', { kind: 'doubleFields' }],
	['with IDs beyond 2^53 as numbers', { kind: 'longNumbers' }],
	['with numbers as texts, the code and the times too', { kind: 'numbersAsText' }],
	['with texts as numbers, the amounts too', { kind: 'textAsNumbers' }],
	['of the wrong type', { kind: 'wrongContentType' }],
	['that come slowly', { kind: 'slow', ms: 100 }],
];

const INCOMPLETE: Array<[string, Fault, RegExp]> = [
	[
		'with a page token that repeats',
		{ kind: 'repeatToken' },
		/After 200 of 250 results TikTok Shop sent a page token once more/,
	],
	[
		'without a page token',
		{ kind: 'missingField', field: 'token' },
		/After \d00 of 250 results TikTok Shop sent no page token/,
	],
	['without data', { kind: 'missingField', field: 'data' }, /The answer has no data/],
	['without the list', { kind: 'missingField', field: 'list' }, /The answer has no list of orders/],
	[
		'with an order without ID',
		{ kind: 'missingField', field: 'id' },
		/An entry in orders has no id/,
	],
];

describe('pages', () => {
	it.each([...HARMLESS, ...INCOMPLETE.map(([name, fault]) => [name, fault] as [string, Fault])])(
		'%s once: each order comes once',
		async (_, fault) => {
			await inject(SEARCH, fault, 1, 2);
			const execution = await getMany();
			expect(execution.error).toBeUndefined();
			expect(
				execution
					.json(NODE)
					.map(({ id }) => id)
					.sort(),
			).toEqual(await orderIds());
			expect(await struck(SEARCH)).toBe(1);
		},
	);

	it.each(HARMLESS)('%s always: each order comes once, its ID as text', async (_, fault) => {
		await inject('', fault, EVERY_TIME);
		const execution = await getMany();
		expect(execution.error).toBeUndefined();
		expect(
			execution
				.json(NODE)
				.map(({ id }) => id)
				.sort(),
		).toEqual(await orderIds());
		expect(await struck(SEARCH)).toBe(3);
	});

	it.each(INCOMPLETE)('%s always: nothing comes, and why', async (_, fault, reason) => {
		await inject(SEARCH, fault, EVERY_TIME);
		const { error } = await getMany();
		expect(error?.message).toBe('TikTok Shop sent an incomplete answer');
		expect(error?.description).toMatch(reason);
		expect(error?.description).toContain('Nothing of it is given out');
		expect(error?.description).toMatch(/request_id \w+/);
		expect(await struck(SEARCH)).toBe(fault.kind === 'repeatToken' ? 6 : 5);
	});

	it.each(['token', 'list', 'total'] as const)(
		'without %s do not hide that a shop has none',
		async (field) => {
			await inject(SEARCH, { kind: 'missingField', field }, EVERY_TIME);
			const execution = await getMany({
				filters: { createdAfter: '2001-01-01T00:00:00Z', createdBefore: '2001-01-02T00:00:00Z' },
			});
			expect(execution.error).toBeUndefined();
			expect(execution.json(NODE)).toEqual([]);
		},
	);
});

describe('a simplified order', () => {
	it.each(HARMLESS)('is the same from an answer %s', async (_, fault) => {
		const first = async () => {
			const { json } = await getMany({ returnAll: false, limit: 1, simplify: true });
			const [{ total, subtotal, shippingFee, tax, ...order } = {}] = json(NODE);
			return {
				...order,
				lineItems: undefined,
				amounts: [total, subtotal, shippingFee, tax].map(Number),
			};
		};
		const usual = await first();
		await inject(SEARCH, fault, EVERY_TIME);
		expect(await first()).toEqual(usual);
	});
});

describe('orders asked for by ID', () => {
	const get = async (ids: string[]) =>
		await operate(
			world,
			{ resource: 'order', operation: 'get', orderId: byId('={{ $json.id }}'), simplify: false },
			ids.map((id) => ({ json: { id } })),
		);

	const withoutId: Fault = { kind: 'missingField', field: 'id' };

	it.each([...HARMLESS, ['with an order without ID', withoutId] as [string, Fault]])(
		'come each to its item from an answer %s',
		async (_, fault) => {
			const ids = (await orderIds()).slice(0, 60);
			await inject(DETAILS, fault, 1);
			const execution = await get(ids);
			expect(execution.error).toBeUndefined();
			expect(execution.json(NODE).map(({ id }) => id)).toEqual(ids);
			expect(await struck(DETAILS)).toBe(1);
		},
	);

	it('do not count as missing where TikTok always leaves out an ID', async () => {
		await inject(DETAILS, withoutId, EVERY_TIME);
		const { error } = await get((await orderIds()).slice(0, 2));
		expect(error?.message).toBe('TikTok Shop sent an incomplete answer');
		expect(error?.description).toContain('An entry in orders has no id');
	});

	it('name the missing list where they are not found', async () => {
		await inject(DETAILS, { kind: 'missingField', field: 'list' }, EVERY_TIME);
		const [id = ''] = await orderIds();
		const { error } = await get([id]);
		expect(error?.message).toContain(`The order ${id} was not found`);
		expect(error?.description).toContain('TikTok sent no list of orders');
	});
});

describe('the connection', () => {
	it.each(HARMLESS)('is renewed by an answer %s', async (_, fault) => {
		await inject('^/api/v2/token/', fault, 1);
		await world.sandbox.control.expireAccessTokens();
		expect((await getMany({ returnAll: false, limit: 1 })).error).toBeUndefined();
		expect(await struck('^/api/v2/token/')).toBe(1);
	});
});

describe('the list of shops', () => {
	it.each<[string, Fault]>([
		...HARMLESS,
		['with a shop without ID and cipher', { kind: 'missingField', field: 'id' }],
	])('is the same from an answer %s', async (_, fault) => {
		const list = async () =>
			await world.host.listSearch('n8n-nodes-tiktok-shop.tikTokShop', 'searchShops', {
				credentials: { tikTokShopApi: world.credential },
			});
		const usual = await list();
		await inject('^/authorization/202309/shops$', fault, 1);
		expect(await list()).toEqual(usual);
		expect(await struck('^/authorization/202309/shops$')).toBe(1);
	});
});
