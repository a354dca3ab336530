import type { Product } from '../sandbox';
import { needed } from './failure';
import type { Stage } from './stage';

/** One SKU in one warehouse, as the shop itself counts it. */
export interface StockRow {
	skuId: string;
	warehouseId: string;
	quantity: number;
}

/** The whole stock of the shop, read from the sandbox and not through our nodes. */
export async function readStock({ sandbox }: Stage): Promise<StockRow[]> {
	return (await sandbox.control.products()).flatMap(({ skus }) =>
		skus.flatMap(({ id, inventory }) =>
			inventory.map(({ warehouse_id, quantity }) => ({
				skuId: id,
				warehouseId: warehouse_id,
				quantity,
			})),
		),
	);
}

export interface StockChange {
	skuId: string;
	warehouseId: string;
	before: number;
	after: number;
}

export function changesBetween(before: StockRow[], after: StockRow[]): StockChange[] {
	return before.flatMap(({ skuId, warehouseId, quantity }) => {
		const now = after.find((row) => row.skuId === skuId && row.warehouseId === warehouseId);
		if (now?.quantity === quantity) return [];
		return [{ skuId, warehouseId, before: quantity, after: now?.quantity ?? 0 }];
	});
}

export interface Article {
	product: Product;
	sku: Product['skus'][number];
	price: number;
}

/** The cheapest live SKU that lies in one warehouse, in sufficient number. */
export async function findArticle({ sandbox }: Stage): Promise<Article> {
	const articles = (await sandbox.control.products())
		.filter(({ status }) => status === 'ACTIVATE')
		.flatMap((product) =>
			product.skus.map((sku) => ({ product, sku, price: Number(sku.price.sale_price) })),
		)
		.filter(({ sku }) => sku.inventory.length === 1 && (sku.inventory[0]?.quantity ?? 0) > 50)
		.sort((a, b) => a.price - b.price);
	return needed(articles[0], 'The sandbox has no article that fits the example');
}
