import type { IDataObject } from 'n8n-workflow';

import { apiRequests, byId, operate, startConnected, type World } from './support';

let world: World;

beforeAll(async () => {
	world = await startConnected({ orders: 300, markets: ['GB'], seed: 7 });
});

afterAll(async () => await world.stop());

beforeEach(async () => {
	await world.sandbox.control.clearFaults();
	await world.sandbox.control.clearRequests();
});

const NODE = 'TikTok Shop';

const items = (entries: IDataObject[]) => entries.map((json) => ({ json }));

const pairs = (execution: Awaited<ReturnType<typeof operate>>) =>
	execution.items(NODE).map(({ pairedItem }) => (pairedItem as { item: number }).item);

describe('Order: Get', () => {
	const parameters = {
		resource: 'order',
		operation: 'get',
		orderId: { __rl: true, mode: 'id', value: '={{ $json.orderId }}' },
	};

	it('asks for 1,000 items with 20 requests and pairs each order with its item', async () => {
		const orders = await world.sandbox.control.orders();
		const wanted = Array.from({ length: 1000 }, (_, index) => orders[index % orders.length]?.id);
		// 50 different IDs per request need 300 / 50 requests; 1,000 different ones 20.
		const execution = await operate(
			world,
			parameters,
			items(wanted.map((orderId) => ({ orderId }))),
		);
		expect(execution.status).toBe('success');
		expect(execution.json(NODE).map(({ id }) => id)).toEqual(wanted);
		expect(pairs(execution)).toEqual(wanted.map((_, index) => index));
		const lookups = (await apiRequests(world)).filter(
			({ path }) => path === '/order/202507/orders',
		);
		expect(lookups.every(({ query }) => String(query.ids).split(',').length <= 50)).toBe(true);
		expect(lookups.length).toBeLessThanOrEqual(20);
	});

	it('puts an unknown order into its own item when told to continue', async () => {
		const [order] = await world.sandbox.control.orders();
		const execution = await operate(
			world,
			parameters,
			items([{ orderId: '576461413038000001' }, { orderId: order?.id }, { orderId: 'not an id!' }]),
			{ onError: 'continueRegularOutput' },
		);
		expect(execution.status).toBe('success');
		const [unknown, found, malformed] = execution.json(NODE);
		expect(unknown?.error).toContain('576461413038000001 was not found');
		expect(found?.id).toBe(order?.id);
		expect(malformed?.error).toContain('Order is not an ID');
		expect(pairs(execution)).toEqual([0, 1, 2]);
	});

	it('keeps code and request_id of a failed item', async () => {
		const { control } = world.sandbox;
		const [order] = await control.orders();
		await control.inject({
			match: { path: '/order/202507/orders' },
			fault: { kind: 'code', code: 21008111, message: 'No such order' },
		});
		const execution = await operate(world, parameters, items([{ orderId: order?.id }]), {
			onError: 'continueRegularOutput',
		});
		expect(execution.json(NODE)).toEqual([
			{
				error: 'No such order',
				message: expect.stringContaining('TikTok code 21008111'),
				code: 21008111,
				requestId: expect.stringMatching(/^\d+$/),
			},
		]);
	});

	it('sends failing items to the error output', async () => {
		const [order] = await world.sandbox.control.orders();
		const execution = await operate(
			world,
			parameters,
			items([{ orderId: '576461413038000001' }, { orderId: order?.id }]),
			{ onError: 'continueErrorOutput' },
		);
		expect(execution.json(NODE, 0).map(({ id }) => id)).toEqual([order?.id]);
		const [failed] = execution.json(NODE, 1);
		expect(failed?.error).toContain('576461413038000001 was not found');
		expect(failed?.message).toContain('Check the ID');
	});

	it('refuses bad input anywhere before any request leaves', async () => {
		const [order] = await world.sandbox.control.orders();
		const execution = await operate(
			world,
			parameters,
			items([{ orderId: order?.id }, { orderId: 5764614130387857520 }]),
		);
		expect(execution.error?.message).toContain('lost digits');
		expect(execution.error?.context.itemIndex).toBe(1);
		expect(await apiRequests(world)).toHaveLength(0);
	});

	it('simplifies by default and returns the raw order when told', async () => {
		const [order] = await world.sandbox.control.orders();
		const input = items([{ orderId: order?.id }]);
		const [simple] = (await operate(world, parameters, input)).json(NODE);
		expect(simple).toMatchObject({ id: order?.id, lineItems: expect.any(Array) });
		expect(simple?.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		const [raw] = (await operate(world, { ...parameters, simplify: false }, input)).json(NODE);
		expect(raw).toMatchObject({ id: order?.id, create_time: expect.any(Number) });
		expect(typeof (raw?.payment as IDataObject).total_amount).toBe('string');
	});
});

describe('Order: Get Many', () => {
	const parameters = { resource: 'order', operation: 'getMany', simplify: false };

	it('walks all pages', async () => {
		const execution = await operate(world, { ...parameters, returnAll: true });
		const all = await world.sandbox.control.orders();
		expect(execution.json(NODE)).toHaveLength(all.length);
		expect(new Set(execution.json(NODE).map(({ id }) => id)).size).toBe(all.length);
		const pages = (await apiRequests(world)).filter(({ path }) => path.endsWith('/search'));
		expect(pages.map(({ query }) => query.page_size)).toEqual(['100', '100', '100']);
	});

	it('stops at the limit with one request that asks for no more', async () => {
		const execution = await operate(world, { ...parameters, limit: 7 });
		expect(execution.json(NODE)).toHaveLength(7);
		const [search] = (await apiRequests(world)).filter(({ path }) => path.endsWith('/search'));
		expect(search?.query.page_size).toBe('7');
	});

	it('filters by status and by time in the workflow’s time zone', async () => {
		const all = await world.sandbox.control.orders();
		const filters = { status: 'IN_TRANSIT', createdAfter: '2020-03-01T12:00:00', sortOrder: 'ASC' };
		const execution = await operate(world, { ...parameters, returnAll: true, filters });
		const expected = all.filter(({ status }) => status === 'IN_TRANSIT').map(({ id }) => id);
		expect(
			execution
				.json(NODE)
				.map(({ id }) => id)
				.sort(),
		).toEqual(expected.sort());
		const [search] = (await apiRequests(world)).filter(({ path }) => path.endsWith('/search'));
		// Noon in Berlin is 11:00 UTC.
		expect(JSON.parse(search?.body ?? '{}')).toEqual({
			order_status: 'IN_TRANSIT',
			create_time_ge: Date.UTC(2020, 2, 1, 11) / 1000,
		});
		expect(search?.query.sort_order).toBe('ASC');
	});
});

describe('Products', () => {
	it('are found, read, and get stock and price', async () => {
		const live = (await world.sandbox.control.products()).filter(
			({ status }) => status === 'ACTIVATE',
		);
		const product = live[0];
		const sku = product?.skus[0];
		const found = await operate(world, {
			resource: 'product',
			operation: 'getMany',
			returnAll: true,
			filters: { status: 'ACTIVATE' },
		});
		expect(
			found
				.json(NODE)
				.map(({ id }) => id)
				.sort(),
		).toEqual(live.map(({ id }) => id).sort());

		const productId = byId(product?.id ?? '');
		const read = await operate(world, { resource: 'product', operation: 'get', productId });
		expect(read.json(NODE)[0]).toMatchObject({ id: product?.id, title: product?.title });

		const rows = sku?.inventory.map(({ warehouse_id }) => ({
			skuId: sku.id,
			quantity: 77,
			warehouseId: { __rl: true, mode: 'id', value: warehouse_id },
		}));
		const stocked = await operate(world, {
			resource: 'product',
			operation: 'updateInventory',
			productId,
			skus: { sku: rows },
		});
		expect(stocked.error).toBeUndefined();
		expect(stocked.json(NODE)).toEqual([{ success: true }]);
		const after = await world.sandbox.control.product(product?.id ?? '');
		const stock = after?.skus.find(({ id }) => id === sku?.id)?.inventory;
		expect(stock?.map(({ quantity }) => quantity)).toEqual(rows?.map(() => 77));

		const currency = sku?.price.currency;
		const priced = await operate(world, {
			resource: 'product',
			operation: 'updatePrice',
			productId,
			skus: { sku: [{ skuId: sku?.id, amount: '12.34', currency }] },
		});
		expect(priced.error).toBeUndefined();
		const price = (await world.sandbox.control.product(product?.id ?? ''))?.skus.find(
			({ id }) => id === sku?.id,
		)?.price;
		expect(JSON.stringify(price)).toContain('12.34');
	});

	it('report what TikTok refused inside an answer of code 0', async () => {
		const live = (await world.sandbox.control.products()).find(
			({ status }) => status === 'ACTIVATE',
		);
		const execution = await operate(world, {
			resource: 'product',
			operation: 'updateInventory',
			productId: byId(live?.id ?? ''),
			skus: { sku: [{ skuId: '1729592969712200001', quantity: 5 }] },
		});
		expect(execution.error?.message).toContain('was refused at least in part');
		expect(execution.error?.description).toMatch(/1729592969712200001/);
		expect(execution.error?.description).toMatch(/request_id/);
	});

	it.each([
		[0, 'Quantity must be a whole number from 1 to 99999'],
		[1.5, 'Quantity must be a whole number'],
		['many', 'Quantity must be a whole number'],
	])('refuse the stock %p before any request', async (quantity, words) => {
		const execution = await operate(world, {
			resource: 'product',
			operation: 'updateInventory',
			productId: byId('1729592969712200001'),
			skus: { sku: [{ skuId: '1729592969712200001', quantity }] },
		});
		expect(execution.error?.message).toContain(words);
		expect(await apiRequests(world)).toHaveLength(0);
	});
});

describe('Returns', () => {
	it('are listed with the page size TikTok demands', async () => {
		const execution = await operate(world, { resource: 'return', operation: 'getMany', limit: 3 });
		expect(execution.json(NODE)).toHaveLength(3);
		const [search] = (await apiRequests(world)).filter(({ path }) => path.endsWith('/search'));
		expect(search?.query.page_size).toBe('10');
	});

	it('are approved once, also when the answer gets lost', async () => {
		const { control } = world.sandbox;
		const { return_id } = await control.createReturn(undefined, { type: 'REFUND' });
		await control.inject({
			match: { path: '/approve$' },
			fault: { kind: 'reset', afterEffect: true },
		});
		const execution = await operate(world, {
			resource: 'return',
			operation: 'approve',
			returnId: byId(return_id),
			decision: 'APPROVE_REFUND',
		});
		expect(execution.error).toBeUndefined();
		expect((await control.return(return_id))?.return_status).not.toBe(
			'RETURN_OR_REFUND_REQUEST_PENDING',
		);
		const sent = (await apiRequests(world)).filter(({ path }) => path.endsWith('/approve'));
		expect(sent).toHaveLength(2);
		expect(new Set(sent.map(({ query }) => query.idempotency_key)).size).toBe(1);
	});

	it('are rejected with a reason from the list', async () => {
		const { control } = world.sandbox;
		const { return_id } = await control.createReturn(undefined, { type: 'RETURN_AND_REFUND' });
		const { results } = await world.host.listSearch(
			'n8n-nodes-tiktok-shop.tikTokShop',
			'searchRejectReasons',
			{
				credentials: { tikTokShopApi: world.credential },
				parameters: { resource: 'return', operation: 'reject', returnId: byId(return_id) },
			},
		);
		expect(results.length).toBeGreaterThan(0);
		const execution = await operate(world, {
			resource: 'return',
			operation: 'reject',
			returnId: byId(return_id),
			decision: 'REJECT_RETURN',
			rejectReason: byId(String(results[0]?.value)),
		});
		expect(execution.error).toBeUndefined();
		expect((await control.return(return_id))?.return_status).toBe(
			'REFUND_OR_RETURN_REQUEST_REJECT',
		);
	});

	it('need an amount for a partial refund', async () => {
		const execution = await operate(world, {
			resource: 'return',
			operation: 'approve',
			returnId: byId('4035318504086604498'),
			decision: 'OFFER_PARTIAL_REFUND',
			amount: '={{ "" }}',
			currency: 'GBP',
		});
		expect(execution.error?.message).toBe('Amount is empty');
		expect(await apiRequests(world)).toHaveLength(0);
	});
});

describe('Shop: Get Many', () => {
	it('lists the authorized shops without sending a cipher', async () => {
		const execution = await operate(world, {
			resource: 'shop',
			operation: 'getMany',
			simplify: false,
		});
		const shops = await world.sandbox.control.shops();
		expect(execution.json(NODE).map(({ cipher }) => cipher)).toEqual(
			shops.map(({ cipher }) => cipher),
		);
		const [request] = await apiRequests(world);
		expect(request?.query).not.toHaveProperty('shop_cipher');
	});
});

describe('lists', () => {
	it.each(['searchOrders', 'searchProducts', 'searchReturns', 'searchWarehouses'])(
		'%s offers names and IDs',
		async (method) => {
			const { results } = await world.host.listSearch('n8n-nodes-tiktok-shop.tikTokShop', method, {
				credentials: { tikTokShopApi: world.credential },
			});
			expect(results.length).toBeGreaterThan(0);
			for (const { name, value } of results) {
				expect(name).toMatch(/\S/);
				expect(value).toMatch(/^\d{10,}$/);
			}
		},
	);

	it('offer the SKUs of the chosen product', async () => {
		const [product] = await world.sandbox.control.products();
		const { results } = await world.host.listSearch(
			'n8n-nodes-tiktok-shop.tikTokShop',
			'searchSkus',
			{
				credentials: { tikTokShopApi: world.credential },
				parameters: {
					resource: 'product',
					operation: 'updateInventory',
					productId: byId(product?.id ?? ''),
				},
			},
		);
		expect(results.map(({ value }) => value)).toEqual(product?.skus.map(({ id }) => id));
	});

	it('find an order by its whole ID', async () => {
		const order = (await world.sandbox.control.orders())[250];
		const { results } = await world.host.listSearch(
			'n8n-nodes-tiktok-shop.tikTokShop',
			'searchOrders',
			{
				credentials: { tikTokShopApi: world.credential },
				filter: order?.id,
			},
		);
		expect(results.map(({ value }) => value)).toEqual([order?.id]);
	});
});
