import { apiRequests, byId, operate, startConnected, type World } from '../support';
import { NODE, runCases } from './case';
import { cases } from './globalProducts.cases';

runCases(cases);

describe('the catalogue of a seller with shops in several countries', () => {
	let world: World;

	beforeAll(async () => {
		world = await startConnected({ markets: ['GB', 'US'] });
	});

	afterAll(async () => await world.stop());

	const list = async (method: string, filter?: string, parameters = {}) =>
		await world.host.listSearch('n8n-nodes-tiktok-shop.tikTokShop', method, {
			credentials: { tikTokShopApi: world.credential },
			filter,
			parameters,
		});

	const shopIn = async (country: string) => {
		const shops = await world.sandbox.control.shops();
		return byId(shops.find(({ region }) => region === country)?.id ?? '');
	};

	it('lists leaf categories with their path, found by its words', async () => {
		const { results } = await list('searchCategories', 'decor candles', {
			shop: await shopIn('GB'),
		});
		expect(results).toEqual([
			{ name: 'Home Supplies › Home Decor › Candles & Holders', value: '853256' },
		]);
	});

	it('takes the category tree of the United States for shops there', async () => {
		const shop = await shopIn('US');
		const { results } = await list('searchCategories', 'candles', { shop });
		expect(results).toEqual([
			{
				name: 'All departments › Home Supplies › Home Decor › Candles & Holders',
				value: '1853256',
			},
		]);
		const execution = await operate(world, {
			resource: 'category',
			operation: 'getAttributes',
			shop,
			categoryId: byId('1853256'),
		});
		expect(execution.error).toBeUndefined();
	});

	it('takes that tree for global categories too', async () => {
		const { results } = await list('searchGlobalCategories', 'mugs');
		expect(results.map(({ value }) => value)).toEqual(['1600155']);
		const execution = await operate(world, { resource: 'category', operation: 'getManyGlobal' });
		expect(execution.json(NODE)[0]).toMatchObject({ local_name: 'All departments' });
	});

	it('says in the list which categories need approval', async () => {
		const { results } = await list('searchCategories', 'knives', { shop: await shopIn('GB') });
		expect(results[0]?.name).toContain('(needs approval)');
	});

	it.each([
		'searchBrands',
		'searchGlobalProducts',
		'searchGlobalWarehouses',
		'searchManufacturers',
		'searchResponsiblePersons',
		'searchSizeCharts',
	])('%s offers names and IDs', async (method) => {
		const { results } = await list(method, undefined, { shop: await shopIn('GB') });
		expect(results.length).toBeGreaterThan(0);
		for (const { name, value } of results) {
			expect(name).toMatch(/\S/);
			expect(value).toMatch(/^[\da-f]{10,}$/);
		}
	});

	it('lists the SKUs of the chosen global product', async () => {
		const { results: products } = await list('searchGlobalProducts');
		const { results } = await list('searchGlobalSkus', 'red', {
			resource: 'globalProduct',
			operation: 'updateInventory',
			globalProductId: byId(String(products[0]?.value)),
		});
		expect(results).toHaveLength(1);
		expect(results[0]?.name).toMatch(/Red · Red$/);
	});

	it('deletes up to 20 global products at once and tells each item what went wrong', async () => {
		const { results } = await list('searchGlobalProducts');
		const ids = [...results.map(({ value }) => String(value)), '1729000000000000000'];
		await world.sandbox.control.clearRequests();
		const execution = await operate(
			world,
			{
				resource: 'globalProduct',
				operation: 'delete',
				globalProductId: byId('={{ $json.id }}'),
			},
			ids.map((id) => ({ json: { id } })),
			{ onError: 'continueRegularOutput' },
		);
		const items = execution.json(NODE);
		expect(items).toHaveLength(ids.length);
		expect(items.filter(({ success }) => success === true)).toHaveLength(results.length);
		expect(items.at(-1)).toMatchObject({ error: 'The product ID does not exist.' });
		const sent = (await apiRequests(world)).filter(({ method }) => method === 'DELETE');
		expect(sent).toHaveLength(Math.ceil(ids.length / 20));
	});

	it('asks for no more contacts by ID than the page has room for', async () => {
		const create = async (name: string) => {
			const made = await operate(world, {
				resource: 'manufacturer',
				operation: 'create',
				name,
				email: 'works@example.com',
				address: 'Dublin',
				availability: 'UNAVAILABLE',
			});
			return String(made.json(NODE)[0]?.manufacturer_id);
		};
		const ids = [await create('One'), await create('Two')];
		const execution = await operate(world, {
			resource: 'manufacturer',
			operation: 'getMany',
			limit: 1,
			filters: { ids: ids.join() },
		});
		expect(execution.json(NODE)).toMatchObject([
			{
				id: ids[0],
				regional_profiles: [{ name: 'One', phone_number: { availability: 'UNAVAILABLE' } }],
			},
		]);
	});

	it('creates a global product from one JSON', async () => {
		const execution = await operate(world, {
			resource: 'globalProduct',
			operation: 'create',
			inputMode: 'json',
			jsonBody: JSON.stringify({
				title: 'Candle from elsewhere',
				description: '<p>Text</p>',
				category_id: '1853256',
				main_images: [{ uri: 'tos-sandbox/one' }],
				package_weight: { value: '0.5', unit: 'KILOGRAM' },
				skus: [{ price: { amount: '9.90', currency: 'USD' }, seller_sku: 'J-1' }],
			}),
		});
		expect(execution.error).toBeUndefined();
		expect(execution.json(NODE)[0]?.global_skus).toMatchObject([{ seller_sku: 'J-1' }]);
	});
});
