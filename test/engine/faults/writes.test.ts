import type { Fault } from '../../sandbox';
import { apiRequests, byId, operate, startConnected, type World } from '../support';

// The pauses between attempts are not what is tested here.
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => await new Promise((resolve) => setImmediate(resolve)),
}));

const NODE = 'TikTok Shop';

const MESSAGES = '/messages$';

const SHIPMENTS = '^/fulfillment/202309/packages/ship$';

const STOCK = '/inventory/update$';

/** The write is carried out, but its answer does not say so. */
const LOST_AFTER: Array<[string, Fault]> = [
	['a reset', { kind: 'reset', afterEffect: true }],
	['a reset in mid-body', { kind: 'resetMidBody' }],
	['an answer cut short', { kind: 'truncate' }],
	['an empty answer', { kind: 'emptyBody' }],
	['an HTML page', { kind: 'html', status: 200, afterEffect: true }],
	['an answer that is no JSON', { kind: 'nonJson', afterEffect: true }],
	['a 500', { kind: 'status', status: 500, afterEffect: true }],
	['a 502', { kind: 'html', status: 502, afterEffect: true }],
	['a 503', { kind: 'html', status: 503, afterEffect: true }],
	['a 504', { kind: 'html', status: 504, afterEffect: true }],
	['a time-out of TikTok’s', { kind: 'code', code: 36009007, message: 'Time', afterEffect: true }],
];

/** The same seen from here, but nothing was done. */
const LOST_BEFORE: Array<[string, Fault]> = [
	['a reset', { kind: 'reset' }],
	['a 502', { kind: 'html', status: 502 }],
	['a 500', { kind: 'status', status: 500 }],
];

let world: World;

let conversation = '';

beforeAll(async () => {
	world = await startConnected({
		markets: ['GB'],
		orders: 20,
		products: 10,
		returns: 0,
		rateLimit: 100_000,
	});
	const listed = await operate(world, {
		resource: 'conversation',
		operation: 'getMany',
		limit: 1,
		simplify: false,
	});
	conversation = String(listed.json(NODE)[0]?.id);
});

beforeEach(async () => await world.sandbox.control.clearRequests());

afterEach(async () => await world.sandbox.control.clearFaults());

afterAll(async () => await world.stop());

const inject = async (path: string, fault: Fault, nth = 1, times = 1) =>
	await world.sandbox.control.inject({ match: { path, nth }, fault, times });

/** What TikTok carried out, whether or not it could say so. */
const carriedOut = async (path: string) =>
	(await apiRequests(world)).filter(
		(request) =>
			request.method !== 'GET' && new RegExp(path).test(request.path) && request.code === 0,
	);

/** Sends messages that TikTok takes no idempotency key for. */
const send = async (count: number, more: Parameters<typeof operate>[3] = {}) =>
	await operate(
		world,
		{
			resource: 'conversation',
			operation: 'sendMessage',
			conversationId: byId(conversation),
			type: 'TEXT',
			text: '={{ $json.text }}',
		},
		Array.from({ length: count }, (_, index) => ({ json: { text: `Message ${index}` } })),
		more,
	);

const sentTexts = async () =>
	(await carriedOut(MESSAGES)).map(({ body }) => /Message \d+/.exec(body)?.[0]);

const firstMessages = (count: number) =>
	Array.from({ length: count }, (_, index) => `Message ${index}`);

describe('a write that TikTok could do twice', () => {
	it.each(LOST_AFTER)('is not repeated after %s, and nobody claims to know', async (_, fault) => {
		await inject(MESSAGES, fault, 3);
		const { error } = await send(5);
		expect(await sentTexts()).toEqual(firstMessages(3));
		expect(error?.description).toContain('nobody knows whether TikTok Shop carried this out');
		expect(error?.description).toContain('It was not repeated, so it was not done twice');
		expect(error?.description).toContain('Check in Seller Center');
		expect(error?.description).toContain(
			'Of the 5 items, counted from 0: done: 0–1; perhaps done: 2; not sent: 3–4.',
		);
		expect(error?.description).not.toMatch(/try again|was repeated without/i);
	});

	it.each(LOST_BEFORE)('is not repeated after %s before it either', async (_, fault) => {
		await inject(MESSAGES, fault, 3);
		const { error } = await send(5);
		expect(await sentTexts()).toEqual(firstMessages(2));
		expect(error?.description).toContain('done: 0–1; perhaps done: 2; not sent: 3–4.');
	});

	it('is repeated after 429, because that is no doubt', async () => {
		await inject(MESSAGES, { kind: 'rateLimit', retryAfter: 1 }, 3, 3);
		const execution = await send(5);
		expect(execution.error).toBeUndefined();
		expect(await sentTexts()).toEqual(firstMessages(5));
	});

	it('has failed for sure where TikTok refuses it', async () => {
		await inject(MESSAGES, { kind: 'code', code: 45101001, message: 'Not now' }, 2);
		const { error } = await send(3);
		expect(error?.message).toBe('Not now');
		expect(error?.description).toContain('done: 0; failed: 1; not sent: 2.');
		expect(error?.description).not.toContain('nobody knows');
	});

	it('has failed for sure where the token could not be renewed', async () => {
		await inject('^/api/v2/token/refresh$', { kind: 'reset' });
		await inject(MESSAGES, { kind: 'code', code: 105002, message: 'Expired' });
		const { error } = await send(2);
		expect(await sentTexts()).toEqual([]);
		expect(error?.description).toContain('failed: 0; not sent: 1.');
		expect(error?.description).not.toContain('nobody knows');
	});

	it('says the same in each item where the workflow goes on', async () => {
		await inject(MESSAGES, { kind: 'reset', afterEffect: true }, 2);
		const execution = await send(3, { onError: 'continueRegularOutput' });
		expect(await sentTexts()).toEqual(firstMessages(3));
		const [first, second, third] = execution.json(NODE);
		expect(first?.message_id).toMatch(/^\d+$/);
		expect(third?.message_id).toMatch(/^\d+$/);
		expect(second?.error).toBe('TikTok Shop cannot be reached');
		expect(second?.message).toContain('(ECONNRESET), so nobody knows');
	});
});

describe('Retry On Fail of n8n', () => {
	const retries = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

	it('goes on behind what is done', async () => {
		await inject(MESSAGES, { kind: 'code', code: 45101001, message: 'Not now' }, 3, 2);
		const execution = await send(5, retries);
		expect(execution.error).toBeUndefined();
		expect(await sentTexts()).toEqual(firstMessages(5));
		expect(execution.json(NODE)).toHaveLength(5);
	});

	it('does nothing over what is perhaps done', async () => {
		await inject(MESSAGES, { kind: 'reset', afterEffect: true }, 3);
		const { error } = await send(5, retries);
		expect(await sentTexts()).toEqual(firstMessages(3));
		expect(error?.description).toContain('done: 0–1; perhaps done: 2; not sent: 3–4.');
	});

	it('keeps each execution apart', async () => {
		await inject(MESSAGES, { kind: 'reset', afterEffect: true }, 1);
		await send(1, retries);
		expect((await send(1, retries)).error).toBeUndefined();
		expect(await sentTexts()).toEqual(['Message 0', 'Message 0']);
	});
});

describe('a batch that TikTok could do twice', () => {
	const carrier = '6617675000021119001';

	const ship = async (count: number) => {
		const { control } = world.sandbox;
		const packages: string[] = [];
		for (let index = 0; index < count; index++) {
			const order = await control.placeOrder(undefined, {
				status: 'AWAITING_SHIPMENT',
				shipping_type: 'SELLER',
			});
			packages.push(order.packages?.[0]?.id ?? '');
		}
		await control.clearRequests();
		const execution = await operate(
			world,
			{
				resource: 'package',
				operation: 'shipMany',
				packageId: byId('={{ $json.id }}'),
				shippedBy: 'SELLER',
				shippingProviderId: byId(carrier),
				trackingNumber: '=JX{{ $json.id }}',
			},
			packages.map((id) => ({ json: { id } })),
		);
		return { execution, packages };
	};

	it('names the items whose request was lost, done or not', async () => {
		await inject(SHIPMENTS, { kind: 'reset', afterEffect: true }, 2);
		const { execution, packages } = await ship(102);
		const sent = await carriedOut(SHIPMENTS);
		expect(sent).toHaveLength(2);
		for (const [index, id] of packages.entries()) {
			const times = sent.filter(({ body }) => body.includes(`"${id}"`)).length;
			expect(times).toBe(index < 100 ? 1 : 0);
		}
		expect(execution.error?.description).toContain(
			'Of the 102 items, counted from 0: done: 0–49; perhaps done: 50–99; not sent: 100–101.',
		);
	});
});

describe('a write that changes nothing more the second time', () => {
	it.each(LOST_AFTER)('is repeated after %s', async (_, fault) => {
		const [product] = (await world.sandbox.control.products()).filter(
			({ status, skus }) => status === 'ACTIVATE' && skus[0]?.inventory.length === 1,
		);
		const [sku] = product?.skus ?? [];
		await inject(STOCK, fault);
		const execution = await operate(world, {
			resource: 'product',
			operation: 'updateInventory',
			productId: byId(product?.id ?? ''),
			skus: { sku: [{ skuId: sku?.id, quantity: 17 }] },
		});
		expect(execution.error).toBeUndefined();
		expect(await carriedOut(STOCK)).toHaveLength(2);
		const now = await world.sandbox.control.product(product?.id ?? '');
		expect(now?.skus[0]?.inventory.map(({ quantity }) => quantity)).toEqual([17]);
	});

	it('says so where the connection stays lost', async () => {
		const products = await world.sandbox.control.products();
		await inject('/products/activate$', { kind: 'reset' }, 1, 99);
		const { error } = await operate(
			world,
			{ resource: 'product', operation: 'activate', productId: byId('={{ $json.id }}') },
			products.slice(0, 2).map(({ id }) => ({ json: { id } })),
		);
		expect(error?.description).toContain('just run it again');
		expect(error?.description).toContain('perhaps done: 0–1.');
	});
});

describe('a write with an idempotency key', () => {
	it.each(LOST_AFTER)('is repeated after %s, but done once', async (_, fault) => {
		const { control } = world.sandbox;
		const { return_id } = await control.createReturn(undefined, { type: 'REFUND' });
		await inject('/approve$', fault, 1, 2);
		const execution = await operate(world, {
			resource: 'return',
			operation: 'approve',
			returnId: byId(return_id),
			decision: 'APPROVE_REFUND',
		});
		expect(execution.error).toBeUndefined();
		const sent = (await apiRequests(world)).filter(({ path }) => path.endsWith('/approve'));
		expect(sent).toHaveLength(3);
		expect(new Set(sent.map(({ query }) => query.idempotency_key)).size).toBe(1);
		expect((await control.return(return_id))?.return_status).toBe(
			'RETURN_OR_REFUND_REQUEST_SUCCESS',
		);
	});

	it('tells that a new run has a new key where no answer ever came', async () => {
		const { return_id } = await world.sandbox.control.createReturn(undefined, { type: 'REFUND' });
		await inject('/approve$', { kind: 'reset', afterEffect: true }, 1, 99);
		const { error } = await operate(world, {
			resource: 'return',
			operation: 'approve',
			returnId: byId(return_id),
			decision: 'APPROVE_REFUND',
		});
		expect(error?.description).toContain('only with the same idempotency key');
		expect(error?.description).toContain('A new run has a new key: check in Seller Center');
	});
});

describe('answers to writes', () => {
	it.each<[string, Fault]>([
		['without data', { kind: 'missingField', field: 'data' }],
		['with every field twice', { kind: 'doubleFields' }],
		['with numbers as texts', { kind: 'numbersAsText' }],
		['with texts as numbers', { kind: 'textAsNumbers' }],
		['of the wrong type', { kind: 'wrongContentType' }],
	])('%s say that it was done', async (_, fault) => {
		await inject(MESSAGES, fault, 1, 99);
		const execution = await send(2);
		expect(execution.error).toBeUndefined();
		expect(execution.json(NODE)).toHaveLength(2);
		expect(await sentTexts()).toEqual(firstMessages(2));
	});
});
