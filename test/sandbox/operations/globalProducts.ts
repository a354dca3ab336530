import { ApiError, refusal } from '../errors';
import type { JsonObject } from '../json';
import { project } from '../project';
import { categoriesOf, type Tree } from '../world/categories';
import {
	shelfOf,
	type GlobalProduct,
	type GlobalSku,
	type LocalProduct,
	type SalesAttribute,
} from '../world/globalProducts';
import { ids } from '../world/ids';
import { minorUnits, money } from '../world/money';
import { makeProduct } from '../world/products';
import type { Product, Sku } from '../world/types';
import type { ShopWorld, World } from '../world/world';
import { knowsBrand } from './categories';
import { knowsContact, knowsSizeChart } from './compliance';
import { among, pageAnswer, searchPage } from './searching';
import type { Call, Handlers } from './types';

const WRONG_STATUS = () => refusal(12052901, 'The product in its current status cannot do this.');

/** Local products made by publishing have ids behind those that were there before. */
const PUBLISHED_FROM = 100_000;

function own({ sandbox, path }: Call, otherwise = 12052260): GlobalProduct {
	const found = shelfOf(sandbox.world).products.get(path.global_product_id ?? '');
	if (!found) throw refusal(otherwise, 'The product ID does not exist');
	return found;
}

const treeOf = (world: World): Tree =>
	world.all().some(({ shop }) => shop.region === 'US') ? 'v2' : 'v1';

function checkCategory({ sandbox, body }: Call): void {
	const { category_id: id, category_version: version = 'v1' } = body;
	if (id === undefined) return;
	const tree = treeOf(sandbox.world);
	if (version !== tree) throw refusal(12052217, `Specify 'category version=${tree}'.`);
	const found = categoriesOf(tree).find((each) => each.id === id);
	if (!found) throw refusal(12052023, 'Category does not exist');
	if (!found.is_leaf) throw refusal(12052024, 'Category is not final category');
	if (!found.permission_statuses.includes('AVAILABLE')) {
		throw refusal(12052225, 'You are not authorized to sell in this category.');
	}
}

function checkReferences({ sandbox: { world }, body }: Call): void {
	const { brand_id, manufacturer_ids, responsible_person_ids, size_chart } = body;
	if (typeof brand_id === 'string' && !knowsBrand(world, brand_id)) {
		throw refusal(12019013, 'brand id is invalid');
	}
	for (const id of (manufacturer_ids ?? []) as string[]) {
		if (!knowsContact(world, 'manufacturer', id)) {
			throw refusal(12052285, `Manufacturer ID ${id} is not associated with the seller`);
		}
	}
	for (const id of (responsible_person_ids ?? []) as string[]) {
		if (!knowsContact(world, 'person', id)) {
			throw refusal(12052290, `Responsible person ID ${id} is not associated with the seller`);
		}
	}
	const template = (size_chart as { template?: { id: string } } | undefined)?.template;
	if (template && !knowsSizeChart(template.id)) throw refusal(12052128, 'Size chart not found');
}

interface AskedSku {
	id?: string;
	seller_sku?: string;
	price?: { amount: string; currency: string };
	global_quantity?: number;
	inventory?: Array<{ global_warehouse_id: string; quantity: number }>;
	sales_attributes?: SalesAttribute[];
	external_global_sku_id?: string;
}

function checkWarehouses(world: World, inventory: AskedSku['inventory'] = []): void {
	const known = world.all()[0]?.shop.warehouses.map((each) => each.id) ?? [];
	for (const { global_warehouse_id: id } of inventory) {
		if (known.includes(id)) continue;
		throw refusal(12052530, `The warehouse ' ${id} ' does not belong to this shop/seller.`);
	}
}

function checkSkus(world: World, skus: AskedSku[], priced: boolean): void {
	if (skus.length === 0) throw refusal(12052902, 'The SKU list is empty.');
	for (const { price, sales_attributes = [], inventory } of skus) {
		if (skus.length > 1 && sales_attributes.length === 0) {
			throw refusal(12019117, 'Missing variations (sales attributes).');
		}
		if (sales_attributes.length > 3) {
			throw refusal(12052525, 'The attribute max num cannot exceed 3.');
		}
		if (sales_attributes.some(({ id, name }) => !id && !name)) {
			throw refusal(12052241, 'attribute name or attribute id is empty.');
		}
		if (sales_attributes.some(({ value_id, value_name }) => !value_id && !value_name)) {
			throw refusal(12052248, 'value name or attribute value id is empty.');
		}
		if (priced || price) {
			const minor = minorUnits(price?.amount ?? '', 2);
			if (minor === undefined) throw refusal(12052012, 'Incorrect price format');
			if (minor === 0) throw refusal(12052073, 'The product price is invalid');
		}
		checkWarehouses(world, inventory);
	}
}

/** SKUs after an edit: those with an id are changed, those without are new, those left out are gone. */
function mergeSkus(world: World, present: GlobalSku[], asked: AskedSku[]): GlobalSku[] {
	const shelf = shelfOf(world);
	return asked.map((each) => {
		const known = present.find(({ id }) => id === each.id);
		if (each.id !== undefined && !known) throw refusal(12052556, 'The SKU id not exist.');
		const { price = known?.price, sales_attributes, ...rest } = each;
		if (price === undefined) throw refusal(12052073, 'The product price is invalid');
		const attributes = sales_attributes?.map((attribute) => ({
			...attribute,
			id: attribute.id ?? shelf.newValueId(),
			value_id: attribute.value_id ?? shelf.newValueId(),
		}));
		return {
			...known,
			...rest,
			id: known?.id ?? shelf.newSkuId(),
			price,
			...(attributes ? { sales_attributes: attributes } : {}),
		};
	});
}

const NAMED = [
	'title',
	'description',
	'category_id',
	'brand_id',
	'main_images',
	'package_weight',
	'skus',
	'category_version',
];

function apply(call: Call, product: GlobalProduct): void {
	const { body, sandbox } = call;
	const { title, description, category_id, brand_id, main_images, package_weight, skus } =
		body as Partial<{
			title: string;
			description: string;
			category_id: string;
			brand_id: string;
			main_images: Array<{ uri: string }>;
			package_weight: { value: string; unit: string };
			skus: AskedSku[];
		}>;
	if (skus) product.skus = mergeSkus(sandbox.world, product.skus, skus);
	Object.assign(product, {
		...(title === undefined ? {} : { title }),
		...(description === undefined ? {} : { description }),
		...(category_id === undefined ? {} : { category: { id: category_id } }),
		...(brand_id === undefined ? {} : { brand: { id: brand_id } }),
		...(main_images === undefined ? {} : { main_images }),
		...(package_weight === undefined ? {} : { package_weight }),
	});
	for (const [name, value] of Object.entries(body)) {
		if (!NAMED.includes(name)) product.rest[name] = value;
	}
	product.update_time = sandbox.clock.seconds();
}

function create(call: Call): JsonObject {
	const { sandbox, body, operation } = call;
	checkCategory(call);
	checkReferences(call);
	checkSkus(sandbox.world, body.skus as AskedSku[], true);
	const shelf = shelfOf(sandbox.world);
	const product: GlobalProduct = {
		id: shelf.newId(),
		title: '',
		description: '',
		status: 'UNPUBLISHED',
		category: { id: '' },
		main_images: [],
		package_weight: { value: '0', unit: 'KILOGRAM' },
		skus: [],
		products: [],
		create_time: sandbox.clock.seconds(),
		update_time: sandbox.clock.seconds(),
		rest: {},
	};
	apply(call, product);
	shelf.products.set(product.id, product);
	return project(operation.response, { global_product_id: product.id, global_skus: product.skus });
}

function edit(whole: boolean) {
	return (call: Call): JsonObject => {
		const product = own(call);
		if (product.status === 'DELETED') throw WRONG_STATUS();
		checkCategory(call);
		checkReferences(call);
		if (call.body.skus) checkSkus(call.sandbox.world, call.body.skus as AskedSku[], whole);
		if (whole) {
			product.rest = {};
			delete product.brand;
		}
		apply(call, product);
		const publish_results = product.products.map(({ region, id }) => {
			const home = call.sandbox.world.all().find(({ shop }) => shop.region === region);
			const local = home?.products.get(id);
			if (home && local) {
				local.title = product.title;
				call.sandbox.world.changeProduct(home, local, 'OPEN_API', ['title']);
			}
			return { region, status: 'SUCCESS', fail_reasons: [] };
		});
		return project(call.operation.response, { global_skus: product.skus, publish_results });
	};
}

function inClosedSpan(call: Call, field: 'create_time' | 'update_time', code: number) {
	const low = Number(call.body[`${field}_ge`] ?? 0);
	const high = Number(call.body[`${field}_le`] ?? Number.MAX_SAFE_INTEGER);
	if (low > high) throw new ApiError(code, `search ${field} invalid`);
	return (time: number) => time >= low && time <= high;
}

function search(call: Call): JsonObject {
	const created = inClosedSpan(call, 'create_time', 12019118);
	const updated = inClosedSpan(call, 'update_time', 12019119);
	const sellerSku = among(call, 'seller_skus');
	const { status } = call.body;
	const rows = [...shelfOf(call.sandbox.world).products.values()]
		.filter(
			(each) =>
				(status === undefined ? each.status !== 'DELETED' : each.status === status) &&
				created(each.create_time) &&
				updated(each.update_time) &&
				each.skus.some((sku) => sellerSku(sku.seller_sku ?? '')),
		)
		.sort((a, b) => a.create_time - b.create_time || (a.id < b.id ? -1 : 1));
	const found = searchPage(call, rows, {
		value: (each) => each.create_time,
		id: (each) => each.id,
		order: 'DESC',
		defaultSize: 20,
		beyondCap: () => refusal(12052180, 'The total number of search results can not exceed 10000.'),
	});
	return pageAnswer(call, found, 'global_products', (each) => each);
}

function remove({ sandbox, body }: Call): JsonObject {
	const errors: JsonObject[] = [];
	for (const id of body.global_product_ids as string[]) {
		const product = shelfOf(sandbox.world).products.get(id);
		if (product && product.status !== 'DELETED') product.status = 'DELETED';
		else {
			errors.push({
				code: 12019150,
				message: 'The product ID does not exist.',
				detail: { global_product_id: id },
			});
		}
	}
	return errors.length > 0 ? { errors } : {};
}

interface Target {
	region: string;
	skus: Array<{
		related_global_sku_id: string;
		price?: { amount?: string; currency: string; sale_price?: string };
		inventory?: { warehouse_id?: string; quantity?: number };
	}>;
}

function localSku(home: ShopWorld, sku: GlobalSku, asked: Target['skus'][number], id: string): Sku {
	const { market, warehouses } = home.shop;
	const { price, inventory } = asked;
	if (price && price.currency !== 'USD' && price.currency !== market.currency) {
		throw refusal(12052084, 'The provided currency is not available for this shop/region.');
	}
	const warehouse = inventory?.warehouse_id ?? warehouses[0]?.id ?? '';
	if (!warehouses.some((each) => each.id === warehouse)) {
		throw refusal(12019016, 'Invalid warehouse details.');
	}
	const text = price?.sale_price ?? price?.amount ?? sku.price.amount;
	const minor = minorUnits(text, market.decimals) ?? minorUnits(text, 2) ?? 0;
	if (minor === 0) throw refusal(12019010, 'product price is invalid');
	const amount = money(minor, market.decimals);
	return {
		id,
		seller_sku: sku.seller_sku ?? '',
		price: { currency: market.currency, tax_exclusive_price: amount, sale_price: amount },
		inventory: [
			{ warehouse_id: warehouse, quantity: inventory?.quantity ?? sku.global_quantity ?? 1 },
		],
		sales_attributes: (sku.sales_attributes ?? []).map((each) => ({
			id: each.id ?? '',
			name: each.name ?? '',
			value_id: each.value_id ?? '',
			value_name: each.value_name ?? '',
		})),
		identifier_code: { code: '', type: 'EAN' },
		status_info: { status: 'NORMAL' },
	};
}

/** Makes the local product of a market; it starts in review. */
function localise(call: Call, product: GlobalProduct, target: Target, home: ShopWorld): Product {
	const index = PUBLISHED_FROM + home.products.size;
	const now = call.sandbox.clock.seconds();
	const skus = target.skus.map((asked, at) => {
		const sku = product.skus.find((each) => each.id === asked.related_global_sku_id);
		if (!sku) throw refusal(12052556, 'The SKU id not exist.');
		return localSku(home, sku, asked, ids.sku(home.shop.number, index, at));
	});
	return {
		...makeProduct(1, home.shop, index, now),
		id: ids.product(home.shop.number, index),
		title: product.title,
		description: product.description,
		status: 'PENDING',
		audit: { status: 'AUDITING' },
		audit_failed_reasons: [],
		has_draft: false,
		skus,
		create_time: now,
		update_time: now,
	};
}

function publish(call: Call): JsonObject {
	const product = own(call);
	if (product.status === 'DRAFT' || product.status === 'DELETED') throw WRONG_STATUS();
	const targets = call.body.publish_target as Target[];
	const made: Array<{ home: ShopWorld; local: Product; target: Target }> = [];
	const results: JsonObject[] = [];
	for (const target of targets) {
		const { region } = target;
		if (product.products.some((each) => each.region === region)) {
			throw refusal(12019212, 'region already published');
		}
		const home = call.sandbox.world.all().find(({ shop }) => shop.region === region);
		if (home) made.push({ home, local: localise(call, product, target, home), target });
		results.push({
			region,
			status: home ? 'SUCCESS' : 'FAILED',
			fail_reasons: home ? [] : [{ message: 'The publish region is inactive.' }],
		});
	}
	const products = made.map(({ home, local, target }) => {
		home.products.set(local.id, local);
		const mapping: LocalProduct = {
			region: home.shop.region,
			id: local.id,
			sku_mappings: target.skus.map((asked, at) => ({
				global_sku_id: asked.related_global_sku_id,
				local_sku_id: local.skus[at]?.id ?? '',
			})),
		};
		product.products.push(mapping);
		product.status = 'PUBLISHED';
		return {
			region: mapping.region,
			shop_id: home.shop.id,
			id: local.id,
			skus: mapping.sku_mappings.map(({ global_sku_id, local_sku_id }) => ({
				related_global_sku_id: global_sku_id,
				id: local_sku_id,
				seller_sku: product.skus.find(({ id }) => id === global_sku_id)?.seller_sku ?? '',
				sale_attributes: [],
			})),
		};
	});
	return { ...(products.length > 0 ? { products } : {}), publish_result: results };
}

function updateInventory(call: Call): JsonObject {
	const product = own(call);
	if (product.status !== 'UNPUBLISHED') throw refusal(12019113, 'product status is invalid');
	const asked = call.body.global_skus as Array<{
		id: string;
		inventory: Array<{ global_warehouse_id: string; quantity: number }>;
	}>;
	for (const { id, inventory } of asked) {
		if (!product.skus.some((sku) => sku.id === id)) {
			throw refusal(12052556, 'The SKU id not exist.');
		}
		checkWarehouses(call.sandbox.world, inventory);
		if (inventory.some(({ quantity }) => quantity < 0 || quantity > 99_999)) {
			throw refusal(12052055, 'The SKU inventory quantity must be within allowed limits.');
		}
	}
	for (const { id, inventory } of asked) {
		const sku = product.skus.find((each) => each.id === id);
		if (sku) sku.inventory = inventory;
	}
	product.update_time = call.sandbox.clock.seconds();
	return {};
}

export const globalProducts: Handlers = {
	'products.create-global-product': create,
	'products.edit-global-product': edit(true),
	'products.partial-edit-global-product': edit(false),
	'products.get-global-product': (call) => {
		const product = own(call, 12052032);
		if (product.status === 'DELETED') throw WRONG_STATUS();
		return project(call.operation.response, { ...product.rest, ...product });
	},
	'products.search-global-products': search,
	'products.delete-global-products': remove,
	'products.publish-global-product': publish,
	'products.update-global-inventory': updateInventory,
};
