import { apiRequests, byId, operate, startConnected, type World } from '../support';
import { NODE, runCases } from './case';
import { cases, filledIn, globalSellerCases, unitedStatesCases } from './products.cases';

runCases(cases);

describe('for a seller with shops in two countries', () => {
	runCases(globalSellerCases, { markets: ['GB', 'DE'] });
});

describe('in the United States', () => {
	runCases(unitedStatesCases, { markets: ['US'] });
});

describe('products', () => {
	let world: World;

	beforeAll(async () => {
		world = await startConnected({ markets: ['GB'] });
	});

	afterAll(async () => await world.stop());

	const operateProduct = async (operation: string, parameters: object, count = 1) =>
		await operate(
			world,
			{ resource: 'product', operation, ...parameters },
			Array.from({ length: count }, () => ({ json: {} })),
		);

	const liveProduct = async () => {
		const products = await world.sandbox.control.products();
		const live = products.find(({ status }) => status === 'ACTIVATE');
		if (live === undefined) throw new Error('No live product');
		return live;
	};

	it('are created once, also when the answer is lost on the way', async () => {
		const { control } = world.sandbox;
		const parameters = await filledIn(world);
		const before = (await control.products()).length;
		await control.inject({
			match: { method: 'POST', path: '^/product/202309/products$' },
			fault: { kind: 'reset', afterEffect: true },
		});
		await control.clearRequests();
		const execution = await operateProduct('create', parameters);
		expect(execution.error).toBeUndefined();
		expect(execution.json(NODE)).toHaveLength(1);
		const sent = (await apiRequests(world)).filter(({ method }) => method === 'POST');
		expect(sent).toHaveLength(2);
		const [first, again] = sent.map(({ body }) => JSON.parse(body) as object);
		expect(again).toEqual(first);
		expect(await control.products()).toHaveLength(before + 1);
	});

	it('get a key of their own for each item', async () => {
		const parameters = await filledIn(world);
		const before = (await world.sandbox.control.products()).length;
		const execution = await operateProduct('create', parameters, 2);
		expect(new Set(execution.json(NODE).map(({ product_id }) => product_id)).size).toBe(2);
		expect(await world.sandbox.control.products()).toHaveLength(before + 2);
	});

	it('are sent as drafts, with all that an SKU can have', async () => {
		const parameters = await filledIn(world);
		const { sku } = parameters.skus as { sku: Array<Record<string, unknown>> };
		const [bundled] = (await liveProduct()).skus;
		const more = {
			combinedSkus: {
				sku: [{ productId: (await liveProduct()).id, skuId: bundled?.id, skuCount: 2 }],
			},
			fees: { fee: [{ type: 'PFAND', amount: '0.25', additionalAttribute: 'REUSABLE' }] },
			externalUrls: 'https://shop.example.com/a, https://shop.example.com/b',
			preSaleType: 'PRE_ORDER',
			handlingDurationDays: 7,
			skuUnitCount: '220',
		};
		await world.sandbox.control.clearRequests();
		const execution = await operateProduct('create', {
			...parameters,
			saveMode: 'AS_DRAFT',
			skus: { sku: sku.slice(0, 1).map((each) => ({ ...each, more })) },
		});
		expect(execution.error).toBeUndefined();
		const [made] = execution.json(NODE);
		const product = await world.sandbox.control.product(String(made?.product_id));
		expect(product?.status).toBe('DRAFT');
		const [request] = (await apiRequests(world)).filter(({ method }) => method === 'POST');
		const body = JSON.parse(request?.body ?? '{}') as { skus: object[] };
		expect(body.skus[0]).toMatchObject({
			combined_skus: [{ sku_id: bundled?.id, sku_count: 2 }],
			fees: [{ type: 'PFAND', amount: '0.25', additional_attribute: 'REUSABLE' }],
			external_urls: ['https://shop.example.com/a', 'https://shop.example.com/b'],
			pre_sale: { type: 'PRE_ORDER', fulfillment_type: { handling_duration_days: 7 } },
			sku_unit_count: '220',
		});
	});

	it('need a price for each SKU', async () => {
		const parameters = await filledIn(world);
		const { sku } = parameters.skus as { sku: Array<Record<string, unknown>> };
		await world.sandbox.control.clearRequests();
		const execution = await operateProduct('create', {
			...parameters,
			skus: { sku: sku.map((each, index) => (index === 1 ? { ...each, amount: '' } : each)) },
		});
		expect(execution.error?.message).toBe('SKUs: the Price of SKU 2 is empty');
		expect(await apiRequests(world)).toEqual([]);
	});

	it('keep prices and stock that a full edit leaves out', async () => {
		const product = await liveProduct();
		const { title, description, mainImages, packageWeight, weightUnit, categoryId } =
			await filledIn(world);
		const execution = await operateProduct('replace', {
			productId: byId(product.id),
			...{ title, description, mainImages, packageWeight, weightUnit, categoryId },
			skus: {
				sku: product.skus.map(({ id, seller_sku, sales_attributes }) => ({
					skuId: id,
					sellerSku: seller_sku,
					amount: '',
					salesAttributes: {
						attribute: sales_attributes.map((each) => ({
							attributeId: each.id,
							valueId: each.value_id,
							valueName: each.value_name,
						})),
					},
				})),
			},
		});
		expect(execution.error).toBeUndefined();
		await world.sandbox.control.setProductStatus(product.id, 'ACTIVATE');
		const after = await world.sandbox.control.product(product.id);
		expect(after?.title).toBe(title);
		expect(after?.skus.map(({ price, inventory }) => [price, inventory])).toEqual(
			product.skus.map(({ price, inventory }) => [price, inventory]),
		);
	});

	it('tell each input item its own error', async () => {
		const products = await world.sandbox.control.products();
		const frozen = products.find(({ status }) => status === 'FREEZE');
		const live = await liveProduct();
		const execution = await operate(
			world,
			{
				resource: 'product',
				operation: 'deactivate',
				productId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			},
			[{ json: { id: frozen?.id } }, { json: { id: live.id } }],
			{ onError: 'continueRegularOutput' },
		);
		expect(execution.json(NODE)).toEqual([
			expect.objectContaining({ error: expect.stringContaining('current status') }),
			{ product_id: live.id, success: true },
		]);
		expect((await world.sandbox.control.product(live.id))?.status).toBe('SELLER_DEACTIVATED');
	});

	it('say in which market they could not be replicated', async () => {
		const { id, skus } = await liveProduct();
		const sku = skus.map((each) => ({ skuId: each.id, salePrice: '9.90', currency: 'EUR' }));
		const execution = await operateProduct('replicate', {
			productId: byId(id),
			targets: { target: [{ region: 'FR', skus: { sku } }] },
		});
		expect(execution.error?.message).toContain('refused at least in part');
		expect(execution.error?.description).toContain('region FR');
	});

	it('take stock for as many warehouses as the workflow finds', async () => {
		const products = await world.sandbox.control.products();
		const product = products.find(
			({ status, skus }) => status === 'ACTIVATE' && (skus[0]?.inventory.length ?? 0) > 1,
		);
		const [sku] = product?.skus ?? [];
		const inventory = sku?.inventory.map(({ warehouse_id }, index) => ({
			warehouse_id,
			quantity: 31 + index,
		}));
		const execution = await operate(
			world,
			{
				resource: 'product',
				operation: 'updateInventory',
				productId: byId(String(product?.id)),
				inputMode: 'json',
				jsonBody: '={{ { skus: [{ id: $json.skuId, inventory: $json.inventory }] } }}',
			},
			[{ json: { skuId: sku?.id, inventory } }],
		);
		expect(execution.json(NODE)).toEqual([{ success: true }]);
		const after = await world.sandbox.control.product(String(product?.id));
		expect(after?.skus[0]?.inventory).toMatchObject([{ quantity: 31 }, { quantity: 32 }]);
	});

	it('show only the SKUs asked for in their inventory', async () => {
		const products = await world.sandbox.control.products();
		const product = products.find(({ skus }) => skus.length > 2);
		const wanted = product?.skus.slice(0, 2).map(({ id }) => id) ?? [];
		const execution = await operateProduct('getInventory', {
			productId: byId(String(product?.id)),
			filters: { skuIds: wanted.join(' ') },
		});
		const [found] = execution.json(NODE);
		expect((found?.skus as Array<{ id: string }>).map(({ id }) => id)).toEqual(wanted);
	});
});
