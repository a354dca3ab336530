import type { Product } from '../sandbox';
import { byId, Workplace } from './atWork';

let place: Workplace;

beforeEach(async () => {
	place = await Workplace.open();
});

afterEach(async () => await place.close());

type Sku = Product['skus'][number];

interface Listing {
	product: Product;
	sku: Sku;
}

/** One SKU of each live product; the second kind lies in several warehouses. */
async function listings(): Promise<{ single: Listing[]; several: Listing[] }> {
	const all = (await place.control.products())
		.filter(({ status }) => status === 'ACTIVATE')
		.flatMap((product) => product.skus.slice(0, 1).map((sku) => ({ product, sku })));
	return {
		single: all.filter(({ sku }) => sku.inventory.length === 1),
		several: all.filter(({ sku }) => sku.inventory.length > 1),
	};
}

async function setStock({ product, sku }: Listing, ...quantities: number[]): Promise<void> {
	const inventory = sku.inventory.map(({ warehouse_id }, index) => ({
		warehouse_id,
		quantity: quantities[index],
	}));
	await place.operate({
		resource: 'product',
		operation: 'updateInventory',
		productId: byId(product.id),
		inputMode: 'json',
		jsonBody: { skus: [{ id: sku.id, inventory }] },
	});
}

async function now({ product, sku }: Listing): Promise<Sku | undefined> {
	return (await place.control.product(product.id))?.skus.find(({ id }) => id === sku.id);
}

const stockOf = async (listing: Listing) =>
	(await now(listing))?.inventory.map(({ quantity }) => quantity);

/** The SKUs of which the stock, or the price, was set. */
async function updated(what: 'inventory' | 'prices'): Promise<string[]> {
	const requests = await place.requestsTo(new RegExp(`/${what}/update$`));
	return requests.flatMap(({ body }) =>
		(JSON.parse(body) as { skus: Array<{ id: string }> }).skus.map(({ id }) => id),
	);
}

describe('low-stock-from-google-sheets', () => {
	const run = async () => {
		await place.control.clearRequests();
		const execution = await place.host.run(place.example('low-stock-from-google-sheets'));
		expect(execution.error).toBeUndefined();
		return execution;
	};

	const COLUMNS = ['SKU', 'Quantity', 'Warehouse ID'];

	it('refills what runs low, in each warehouse', async () => {
		const { single, several } = await listings();
		const [one, enough] = single as [Listing, Listing];
		const [two] = several as [Listing];
		await setStock(one, 3);
		await setStock(enough, 30);
		await setStock(two, 1, 2);
		const [first, second] = two.sku.inventory;
		place.office.sheet.rows = [
			COLUMNS,
			[`${one.sku.seller_sku} `, 50],
			[enough.sku.seller_sku, 500],
			[two.sku.seller_sku, 7, String(second?.warehouse_id)],
			[two.sku.seller_sku, 60, String(first?.warehouse_id)],
		];
		await run();
		expect(await stockOf(one)).toEqual([50]);
		expect(await stockOf(enough)).toEqual([30]);
		expect(await stockOf(two)).toEqual([60, 7]);
		expect((await updated('inventory')).sort()).toEqual([one.sku.id, two.sku.id].sort());
		await run();
		expect(await updated('inventory')).toEqual([]);
	});

	it.each([
		['does not have', ['another SKU', 50]],
		['has no more of', [3]],
		['gives no whole number for', [12.5]],
		['gives no number for', ['plenty']],
		['gives too much for', [100_000]],
		['gives nothing for', ['']],
	])('leaves alone what the sheet %s', async (_, row) => {
		const [one] = (await listings()).single as [Listing];
		await setStock(one, 3);
		place.office.sheet.rows = [COLUMNS, row.length > 1 ? row : [one.sku.seller_sku, ...row]];
		const execution = await run();
		expect(execution.json('Stock in the sheet').map(({ skuId }) => skuId)).toContain(one.sku.id);
		expect(await updated('inventory')).toEqual([]);
		expect(await stockOf(one)).toEqual([3]);
	});

	it('leaves alone a SKU of which the sheet lacks a warehouse', async () => {
		const [two] = (await listings()).several as [Listing];
		await setStock(two, 1, 2);
		const [first] = two.sku.inventory;
		place.office.sheet.rows = [
			COLUMNS,
			[two.sku.seller_sku, 60, String(first?.warehouse_id)],
			[two.sku.seller_sku, 60, ''],
		];
		await run();
		expect(await updated('inventory')).toEqual([]);
	});
});

describe('shopify-price-and-stock', () => {
	const run = async () => {
		await place.control.clearRequests();
		const execution = await place.host.run(place.example('shopify-price-and-stock'));
		expect(execution.error).toBeUndefined();
	};

	const sell = (
		sku: string | null,
		price: string,
		inventory_quantity: number,
		inventory_management: 'shopify' | null = 'shopify',
	) =>
		place.office.shopifyProducts.push({
			id: 8_000_000_000 + place.office.shopifyProducts.length,
			title: 'In Shopify',
			variants: [{ sku, price, inventory_quantity, inventory_management }],
		});

	it('takes over prices and stock that differ, once', async () => {
		const { single, several } = await listings();
		const [dearer, fewer, same] = single as [Listing, Listing, Listing];
		const [spread] = several as [Listing];
		for (const listing of [dearer, fewer, same]) await setStock(listing, 20);
		sell(dearer.sku.seller_sku, '123.40', 20);
		sell(fewer.sku.seller_sku, fewer.sku.price.sale_price, 4);
		// The same amount, written in another way.
		sell(same.sku.seller_sku, same.sku.price.sale_price.replace(/0$/, ''), 20);
		sell(spread.sku.seller_sku, '99.99', 1);
		sell('only in Shopify', '5.00', 5);
		sell(null, '5.00', 5);
		sell('', '5.00', 5);
		await run();
		expect((await now(dearer))?.price.sale_price).toBe('123.40');
		expect(await stockOf(fewer)).toEqual([4]);
		expect((await now(spread))?.price.sale_price).toBe('99.99');
		expect((await updated('prices')).sort()).toEqual([dearer.sku.id, spread.sku.id].sort());
		expect(await updated('inventory')).toEqual([fewer.sku.id]);
		expect(place.office.messages).toEqual([]);
		await run();
		expect([...(await updated('prices')), ...(await updated('inventory'))]).toEqual([]);
	});

	it('leaves one unit of what is sold out, and tells the team once', async () => {
		const [gone, uncounted] = (await listings()).single as [Listing, Listing];
		for (const listing of [gone, uncounted]) await setStock(listing, 20);
		sell(gone.sku.seller_sku, gone.sku.price.sale_price, -2);
		sell(uncounted.sku.seller_sku, uncounted.sku.price.sale_price, 0, null);
		await run();
		expect(await stockOf(gone)).toEqual([1]);
		expect(await stockOf(uncounted)).toEqual([20]);
		expect(place.office.messages).toEqual([
			{ channel: '#shop', text: expect.stringContaining(gone.sku.seller_sku) as string },
		]);
		await run();
		expect(place.office.messages).toHaveLength(1);
	});
});
