import { ApiError, parameterError, refusal } from '../errors';
import type { JsonObject } from '../json';
import { project } from '../project';
import { minorUnits, money } from '../world/money';
import type { Inventory, Product, ProductStatus, Sku } from '../world/types';
import { versionsOf } from '../world/versions';
import { among, pageAnswer, searchPage } from './searching';
import type { Call, Handlers } from './types';

const WRONG_STATUS = 12052901;
const wrongStatus = 'The product in its current status cannot do this.';

export function ownProduct({ home, sandbox, path }: Call): Product {
	const id = path.product_id ?? '';
	const product = home.products.get(id);
	if (product) return product;
	const elsewhere = sandbox.world.all().some((each) => each.products.has(id));
	throw elsewhere
		? refusal(12052048, 'The product is not listed in this shop.')
		: refusal(12052032, 'The product does not exist');
}

/** Both ends count here, unlike in orders and returns. */
function inClosedSpan(call: Call, field: 'create_time' | 'update_time', code: number) {
	const from = call.body[`${field}_ge`];
	const to = call.body[`${field}_le`];
	const low = typeof from === 'number' ? from : 0;
	const high = typeof to === 'number' ? to : Number.MAX_SAFE_INTEGER;
	if (low > high) throw new ApiError(code, `search ${field} invalid`);
	return (time: number) => time >= low && time <= high;
}

function productFilter(call: Call): (product: Product) => boolean {
	const { body } = call;
	const created = inClosedSpan(call, 'create_time', 12019118);
	const updated = inClosedSpan(call, 'update_time', 12019119);
	const tier = among(call, 'listing_quality_tiers');
	const audit = among(call, 'audit_status');
	const sellerSku = among(call, 'seller_skus');
	const skuId = among(call, 'sku_ids');
	const status = body.status ?? 'ALL';
	if (Array.isArray(body.seller_skus) && body.seller_skus.length > 10) {
		throw refusal(12019027, 'The maximum count of seller_skus is 10.');
	}
	return (product) =>
		(status === 'ALL' || product.status === status) &&
		(body.category_version === undefined || product.category_version === body.category_version) &&
		(body.return_draft_version !== true || product.has_draft) &&
		created(product.create_time) &&
		updated(product.update_time) &&
		tier(product.listing_quality_tier) &&
		audit(product.audit.status) &&
		product.skus.some((sku) => sellerSku(sku.seller_sku)) &&
		product.skus.some((sku) => skuId(sku.id));
}

interface SkuInventory {
	id: string;
	inventory: Inventory[];
}

function inventoryFault(code: number, message: string, skuId: string, extra: JsonObject[] = []) {
	return { code, message, detail: { sku_id: skuId, extra_errors: extra } };
}

/** Every warehouse of the SKU must be named, and none other (update-inventory-202309). */
function setInventory(sku: Sku, asked: Inventory[]): JsonObject | undefined {
	const own = sku.inventory.map((each) => each.warehouse_id);
	const only = own.length === 1 ? own[0] : undefined;
	const named = asked.map((each) => each.warehouse_id ?? only);
	const foreign = named.filter((id) => id !== undefined && !own.includes(id));
	if (foreign.length > 0) {
		return inventoryFault(
			12052533,
			'Warehouses of a SKU cannot be added, removed or changed.',
			sku.id,
			foreign.map((id) => ({
				warehouse_id: id ?? '',
				code: 12052530,
				message: 'The warehouse does not belong to this SKU.',
			})),
		);
	}
	const missing = own.filter((id) => !named.includes(id));
	if (missing.length > 0 || named.length !== own.length) {
		return inventoryFault(
			12019028,
			'Multiple warehouses detected. Include all warehouse ids.',
			sku.id,
			missing.map((id) => ({
				warehouse_id: id,
				code: 12019028,
				message: 'The warehouse is missing.',
			})),
		);
	}
	for (const [index, each] of asked.entries()) {
		const stock = sku.inventory.find((one) => one.warehouse_id === named[index]);
		if (!stock) continue;
		stock.quantity = each.quantity;
		if (each.backorder_quantity !== undefined) stock.backorder_quantity = each.backorder_quantity;
		if (each.handling_time !== undefined) stock.handling_time = each.handling_time;
	}
	return undefined;
}

function checkSkuList(skus: Array<{ id: string }>): void {
	if (skus.length === 0) throw refusal(12052902, 'The SKU list is empty.');
	if (new Set(skus.map((each) => each.id)).size !== skus.length) {
		throw refusal(12052553, 'Sku id duplicate');
	}
}

function updateInventory(call: Call): JsonObject {
	const product = ownProduct(call);
	if (product.status !== 'ACTIVATE') throw refusal(WRONG_STATUS, wrongStatus);
	const asked = call.body.skus as SkuInventory[];
	checkSkuList(asked);
	const faults: JsonObject[] = [];
	for (const each of asked) {
		const sku = product.skus.find((one) => one.id === each.id);
		const fault = sku
			? setInventory(sku, each.inventory)
			: inventoryFault(12052556, 'The SKU id not exist.', each.id);
		if (fault) faults.push(fault);
	}
	if (faults.length < asked.length) {
		call.sandbox.world.changeProduct(call.home, product, 'OPEN_API', ['others']);
	}
	return faults.length > 0 ? { errors: faults } : {};
}

interface SkuPrice {
	id: string;
	price: { amount?: string; currency: string; sale_price?: string };
	list_price?: { amount: string; currency: string };
}

function checkPrice(call: Call, product: Product, asked: SkuPrice): void {
	const { market } = call.home.shop;
	if (!product.skus.some((sku) => sku.id === asked.id)) {
		throw refusal(12052557, 'The SKU ID does not belong to the product.');
	}
	if (asked.price.currency !== market.currency) {
		throw refusal(12052084, 'The currency is not available for this shop.');
	}
	const amount = asked.price.amount ?? asked.price.sale_price;
	if (amount === undefined) throw refusal(12052073, 'The product price is invalid');
	const minor = minorUnits(amount, market.decimals);
	if (minor === undefined) throw refusal(12052012, 'Incorrect price format');
	if (minor === 0) throw refusal(12052073, 'The product price is invalid');
	if (asked.list_price && market.region !== 'US') {
		throw refusal(12052376, 'list price not support');
	}
}

/** All prices change or none (update-price-202309 answers with no data). */
function updatePrice(call: Call): JsonObject {
	const product = ownProduct(call);
	if (product.status !== 'ACTIVATE') throw refusal(WRONG_STATUS, wrongStatus);
	const asked = call.body.skus as SkuPrice[];
	checkSkuList(asked);
	for (const each of asked) checkPrice(call, product, each);
	const { decimals } = call.home.shop.market;
	for (const each of asked) {
		const sku = product.skus.find((one) => one.id === each.id);
		const amount = money(
			minorUnits(each.price.amount ?? each.price.sale_price ?? '', decimals) ?? 0,
			decimals,
		);
		if (!sku) continue;
		sku.price.tax_exclusive_price = amount;
		sku.price.sale_price = amount;
		if (each.list_price) sku.list_price = { ...each.list_price };
	}
	call.sandbox.world.changeProduct(call.home, product, 'OPEN_API', ['others']);
	return {};
}

/** A batch over product ids: what fails is told per product inside code 0. */
function batch(from: ProductStatus[] | undefined, to: ProductStatus) {
	return (call: Call): JsonObject => {
		const faults: JsonObject[] = [];
		const fault = (id: string, code: number, message: string) =>
			faults.push({ code, message, detail: { product_id: id } });
		for (const id of call.body.product_ids as string[]) {
			const product = call.home.products.get(id);
			if (!product) fault(id, 12052048, 'The product is not listed in this shop.');
			else if (from ? !from.includes(product.status) : isFixed(product)) {
				fault(id, WRONG_STATUS, wrongStatus);
			} else call.sandbox.world.moveProduct(call.home, product, to);
		}
		return faults.length > 0 ? { errors: faults } : {};
	};
}

const isFixed = (product: Product) => product.status === 'FREEZE' || product.status === 'DELETED';

export const products: Handlers = {
	'products.search-products': (call) => {
		const matches = productFilter(call);
		const rows = [...call.home.products.values()]
			.filter(matches)
			.sort((a, b) => a.create_time - b.create_time || (a.id < b.id ? -1 : 1));
		const found = searchPage(call, rows, {
			value: (product) => product.create_time,
			id: (product) => product.id,
			order: 'DESC',
			defaultSize: 20,
			beyondCap: () =>
				refusal(12052180, 'The total number of search results can not exceed 10000.'),
		});
		return pageAnswer(call, found, 'products', (product) => product);
	},
	'products.get-product': (call) => {
		const { query, operation } = call;
		const product = ownProduct(call);
		if (isFixed(product)) throw refusal(WRONG_STATUS, wrongStatus);
		if (query.return_under_review_version === true && query.return_draft_version === true) {
			throw parameterError(operation.errorCodes, 'only one version can be asked for');
		}
		if (query.return_under_review_version === true && product.audit.status !== 'AUDITING') {
			throw refusal(12052547, 'No version of this product is under review.');
		}
		const versions = versionsOf(call.home, product);
		const asked = query.return_under_review_version === true ? versions.underReview : undefined;
		const draft = query.return_draft_version === true ? versions.draft : undefined;
		return project(operation.response, asked ?? draft ?? product);
	},
	'products.update-inventory': updateInventory,
	'products.update-price': updatePrice,
	'products.activate-product': batch(['SELLER_DEACTIVATED', 'PLATFORM_DEACTIVATED'], 'PENDING'),
	'products.deactivate-products': batch(['ACTIVATE'], 'SELLER_DEACTIVATED'),
	'products.delete-products': batch(undefined, 'DELETED'),
	'products.recover-products': batch(['DELETED'], 'SELLER_DEACTIVATED'),
	'products.inventory-search': ({ home, body }) => {
		const wantedProducts = new Set((body.product_ids ?? []) as string[]);
		const wantedSkus = new Set((body.sku_ids ?? []) as string[]);
		if (wantedProducts.size === 0 && wantedSkus.size === 0) {
			throw refusal(12019112, 'product_ids or sku_ids are needed.');
		}
		const inventory = [...home.products.values()].flatMap((product) => {
			const skus = product.skus.filter(
				// SKUs go before products where both are given (inventory-search-202309).
				(sku) => (wantedSkus.size > 0 ? wantedSkus.has(sku.id) : wantedProducts.has(product.id)),
			);
			if (skus.length === 0) return [];
			return [{ product_id: product.id, skus: skus.map(stockOf) }];
		});
		return inventory.length > 0 ? { inventory } : {};
	},
};

function stockOf(sku: Sku): JsonObject {
	const total = sku.inventory.reduce((sum, each) => sum + each.quantity, 0);
	return {
		id: sku.id,
		seller_sku: sku.seller_sku,
		total_available_quantity: total,
		total_committed_quantity: 0,
		warehouse_inventory: sku.inventory.map((each) => ({
			warehouse_id: each.warehouse_id,
			available_quantity: each.quantity,
			committed_quantity: 0,
		})),
		total_available_inventory_distribution: { in_shop_inventory: { quantity: total } },
	};
}
