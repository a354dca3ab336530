import type { IDataObject } from 'n8n-workflow';

import { apiRequests, chain, nodeOf, operate, startConnected, type World } from './support';

let world: World;

/** The sandbox's clock, which the tests move. */
let now: number;

beforeEach(async () => {
	now = Date.now();
	world = await startConnected({
		markets: ['GB'],
		orders: 30,
		products: 10,
		returns: 10,
		now: () => now,
	});
});

afterEach(async () => await world.stop());

const ID = 'wf-poll';

const workflow = (parameters: IDataObject = {}) => ({
	id: ID,
	...chain(
		nodeOf(world, 'tikTokShopPollingTrigger', { simplify: false, ...parameters }, { name: 'Poll' }),
		{ name: 'Next', type: 'n8n-nodes-base.noOp' },
	),
});

const poll = async () => (await world.host.active(ID).poll('Poll'))?.json('Next') ?? [];

const ids = (records: IDataObject[]) => records.map(({ id, return_id }) => id ?? return_id);

async function placeOrders(count: number, secondsApart: number) {
	const placed: string[] = [];
	for (let index = 0; index < count; index++) {
		placed.push((await world.sandbox.control.placeOrder()).id);
		now += secondsApart * 1000;
	}
	now += 1000;
	return placed;
}

describe('new orders', () => {
	it('are reported once, not those from before the activation', async () => {
		await world.host.activate(workflow({ event: 'newOrder' }));
		expect(await poll()).toEqual([]);
		const placed = await placeOrders(3, 5);
		expect(ids(await poll())).toEqual(placed);
		expect(await poll()).toEqual([]);
	});

	it('cost one request when idle', async () => {
		await world.host.activate(workflow({ event: 'newOrder' }));
		await poll();
		await world.sandbox.control.clearRequests();
		expect(await poll()).toEqual([]);
		expect(await apiRequests(world)).toHaveLength(1);
	});

	it('come page by page, many in the same second', async () => {
		await world.host.activate(workflow({ event: 'newOrder' }));
		const placed = [...(await placeOrders(130, 0)), ...(await placeOrders(120, 1))];
		const reported = ids(await poll());
		expect(reported).toHaveLength(250);
		expect([...reported].sort()).toEqual([...placed].sort());
		expect(await poll()).toEqual([]);
	});

	it('are neither lost nor repeated over a restart', async () => {
		await world.host.activate(workflow({ event: 'newOrder' }));
		const first = await placeOrders(2, 0);
		expect(ids(await poll())).toEqual(expect.arrayContaining(first));
		// Same second as the last ones reported, and more while n8n is down.
		const second = await placeOrders(2, 30);
		world.host = await world.host.restart();
		const third = await placeOrders(1, 1);
		const started = world.host.active(ID).executions.flatMap((execution) => execution.json('Next'));
		await world.host.settled();
		const after = [
			...world.host.active(ID).executions.flatMap((execution) => execution.json('Next')),
			...(await poll()),
		];
		expect(started.length).toBeLessThanOrEqual(after.length);
		expect([...ids(after)].sort()).toEqual([...second, ...third].sort());
	});

	it('reach back to a start date', async () => {
		const all = await world.sandbox.control.orders();
		const startDate = new Date(now - 365 * 86400 * 1000).toISOString();
		const active = await world.host.activate(
			workflow({ event: 'newOrder', options: { startDate } }),
		);
		const execution = await active.nextExecution();
		expect([...ids(execution.json('Next'))].sort()).toEqual(all.map(({ id }) => id).sort());
	});
});

describe('updated records', () => {
	it('orders are reported for each change', async () => {
		await world.host.activate(workflow({ event: 'updatedOrder' }));
		const order = (await world.sandbox.control.orders()).find(
			({ status }) => status === 'AWAITING_SHIPMENT',
		);
		for (const status of ['AWAITING_COLLECTION', 'IN_TRANSIT'] as const) {
			now += 10_000;
			await world.sandbox.control.setOrderStatus(order?.id ?? '', status);
			now += 1000;
			expect(await poll()).toMatchObject([{ id: order?.id, status }]);
		}
		expect(await poll()).toEqual([]);
	});

	it('products are reported after a change', async () => {
		await world.host.activate(workflow({ event: 'updatedProduct' }));
		const live = (await world.sandbox.control.products()).find(
			({ status }) => status === 'ACTIVATE',
		);
		now += 120_000;
		await world.sandbox.control.touchProduct(live?.id ?? '', { title: 'New title' });
		now += 1000;
		expect(await poll()).toMatchObject([{ id: live?.id, title: 'New title' }]);
		expect(await poll()).toEqual([]);
	});

	it('returns are reported when they are made and when they move on', async () => {
		await world.host.activate(workflow({ event: 'updatedReturn' }));
		now += 120_000;
		const made = await world.sandbox.control.createReturn();
		now += 1000;
		expect(ids(await poll())).toEqual([made.return_id]);
		now += 5000;
		await operate(world, {
			resource: 'return',
			operation: 'approve',
			returnId: { __rl: true, mode: 'id', value: made.return_id },
			decision: 'APPROVE_RETURN',
		});
		now += 1000;
		expect(await poll()).toMatchObject([
			{ return_id: made.return_id, return_status: 'AWAITING_BUYER_SHIP' },
		]);
	});
});

describe('shops of every size', () => {
	const startWith = async (orders: number) => {
		await world.stop();
		now = Date.now();
		world = await startConnected({
			markets: ['GB'],
			orders,
			products: 5,
			returns: 0,
			rateLimit: 10_000,
			now: () => now,
		});
	};

	it('an empty one is nothing special', async () => {
		await startWith(0);
		await world.host.activate(workflow({ event: 'newOrder' }));
		expect(await poll()).toEqual([]);
		const placed = await placeOrders(1, 5);
		expect(ids(await poll())).toEqual(placed);
	});

	it('many waiting orders come in bounded polls, each once', async () => {
		await startWith(12_000);
		const startDate = '2000-01-01T00:00:00Z';
		const active = await world.host.activate(
			workflow({ event: 'newOrder', options: { startDate } }),
		);
		const batches = [(await active.nextExecution()).json('Next')];
		while ((batches.at(-1)?.length ?? 0) > 0) batches.push(await poll());
		const reported = ids(batches.flat());
		expect(batches.map(({ length }) => length <= 5100)).not.toContain(false);
		expect(batches.length).toBeGreaterThan(3);
		expect(reported).toHaveLength(12_000);
		expect(new Set(reported).size).toBe(12_000);
	});
});

describe('more to poll', () => {
	it('new products, and orders of one status', async () => {
		const { control } = world.sandbox;
		await world.host.activate(
			workflow({ event: 'updatedOrder', options: { orderStatus: 'CANCELLED' } }),
		);
		const [first, second] = await placeOrders(2, 1);
		await control.setOrderStatus(first ?? '', 'CANCELLED');
		now += 2000;
		expect(ids(await poll())).toEqual([first]);
		await control.setOrderStatus(second ?? '', 'CANCELLED');
		now += 2000;
		expect(ids(await poll())).toEqual([second]);
	});

	it('cancellations, when they are requested and decided', async () => {
		const { control } = world.sandbox;
		await world.host.activate(workflow({ event: 'newCancellation' }));
		const [order] = await placeOrders(1, 5);
		const { cancel_id } = await control.requestCancellation(order ?? '');
		now += 2000;
		expect((await poll()).map((record) => record.cancel_id)).toEqual([cancel_id]);
		expect(await poll()).toEqual([]);
	});

	it('many changed products, in spans that TikTok’s search can hold', async () => {
		await world.stop();
		now = Date.now();
		world = await startConnected({
			markets: ['GB'],
			orders: 0,
			returns: 0,
			products: 5200,
			rateLimit: 10_000,
			now: () => now,
		});
		// So early that the first span holds none.
		const startDate = '1980-01-01T00:00:00Z';
		const active = await world.host.activate(
			workflow({ event: 'updatedProduct', options: { startDate } }),
		);
		const found = (await active.nextExecution()).json('Next');
		for (let polls = 0; polls < 4; polls++) found.push(...(await poll()));
		const all = await world.sandbox.control.products();
		expect([...ids(found)].sort()).toEqual(all.map(({ id }) => id).sort());
	});
});

describe('fetching a test event', () => {
	it.each([
		'newOrder',
		'updatedOrder',
		'newProduct',
		'updatedProduct',
		'newReturn',
		'updatedReturn',
		'newCancellation',
		'updatedCancellation',
		'newStatement',
	])('shows recent real data for %s', async (event) => {
		const execution = await world.host.pollOnce(workflow({ event, simplify: true }), 'Poll');
		expect(execution.error).toBeUndefined();
		expect(execution.json('Poll').length).toBeGreaterThan(0);
		expect(execution.json('Poll').length).toBeLessThanOrEqual(5);
	});
});

describe('failures', () => {
	it('are explained, and the next poll goes on', async () => {
		await world.host.activate(workflow({ event: 'newOrder' }));
		const placed = await placeOrders(2, 1);
		await world.sandbox.control.withdrawScope('seller.order.info');
		const failed = await world.host.active(ID).poll('Poll');
		expect(failed?.error?.message).toContain('Order Information');
		expect(placed).toHaveLength(2);
	});
});
