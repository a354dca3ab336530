import { refusal } from '../errors';
import type { JsonObject } from '../json';
import { project } from '../project';
import { ATTRIBUTES, categoriesOf, pathOf, type Tree } from '../world/categories';
import { ids } from '../world/ids';
import { kept } from '../world/kept';
import { mediaOf } from '../world/media';
import { minorUnits, money } from '../world/money';
import type { Inventory, Product, Sku } from '../world/types';
import { versionsOf } from '../world/versions';
import type { ShopWorld } from '../world/world';
import { knowsBrand } from './categories';
import { ownProduct } from './products';
import type { Call, Handlers } from './types';

interface SentSku {
	id?: string;
	seller_sku?: string;
	price?: { amount?: string; currency: string; sale_price?: string };
	inventory?: Inventory[];
	sales_attributes?: Array<{
		id?: string;
		name?: string;
		value_id?: string;
		value_name?: string;
		sku_img?: { uri: string };
	}>;
	identifier_code?: { code: string; type: string };
	list_price?: { amount: string; currency: string };
	external_sku_id?: string;
}

/** A product as it is sent; checked against the reference already. */
interface Sent {
	save_mode?: 'AS_DRAFT' | 'LISTING';
	title?: string;
	description?: string;
	category_id?: string;
	category_version?: Tree;
	brand_id?: string;
	main_images?: Array<{ uri: string }>;
	skus?: SentSku[];
	package_weight?: { value: string; unit: string };
	package_dimensions?: Product['package_dimensions'];
	is_cod_allowed?: boolean;
	is_not_for_sale?: boolean;
	product_attributes?: Array<{ id: string; values: Array<{ id?: string; name?: string }> }>;
	certifications?: Array<{ images?: Array<{ uri: string }>; files?: Array<{ id: string }> }>;
	external_product_id?: string;
}

interface Fault {
	code: number;
	message: string;
}

const sentIn = ({ body }: Call) => body as Sent;

/** Products that the API makes have ids behind those that were there before. */
const CREATED_FROM = 200_000;
const counters = kept<ShopWorld, { next: number }>(() => ({ next: CREATED_FROM }));

const LONG_TITLES = ['BR', 'MX'];
const SHORT_TITLES = ['DE', 'ES', 'FR', 'GB', 'IE', 'IT', 'JP', 'US', ...LONG_TITLES];
const MANY_SKUS = SHORT_TITLES;

const treeOf = ({ home }: Call): Tree => (home.shop.region === 'US' ? 'v2' : 'v1');

/** Pictures of the products that were there from the start count as uploaded. */
function knowsImage({ sandbox }: Call, uri: string): boolean {
	return uri.startsWith('tos-sandbox/') || mediaOf(sandbox.world).image(uri) !== undefined;
}

function* categoryFaults(call: Call, sent: Sent): Generator<Fault> {
	const tree = treeOf(call);
	// check-product-listing knows no category_version.
	const version = call.operation.body?.category_version ? (sent.category_version ?? 'v1') : tree;
	if (sent.category_id === undefined) return;
	if (version !== tree) {
		yield { code: 12052217, message: `Incorrect category version. Specify '${tree}'.` };
		return;
	}
	const found = categoriesOf(tree).find(({ id }) => id === sent.category_id);
	if (!found) yield { code: 12052023, message: 'Category does not exist' };
	else if (!found.is_leaf) yield { code: 12052024, message: 'Category is not final category' };
	else if (!found.permission_statuses.includes('AVAILABLE')) {
		yield { code: 12052223, message: 'This category is restricted.' };
	}
}

function* contentFaults(call: Call, sent: Sent): Generator<Fault> {
	const { region } = call.home.shop;
	const { title, main_images = [], brand_id, certifications = [] } = sent;
	if (title !== undefined) {
		const most = LONG_TITLES.includes(region) ? 300 : 255;
		const least = SHORT_TITLES.includes(region) ? 1 : 25;
		if (title.length > most || title.length < least) {
			yield { code: 12052051, message: 'The product name exceed max limit characters' };
		}
	}
	if (main_images.some(({ uri }) => !knowsImage(call, uri))) {
		yield { code: 12052300, message: 'product main image uri illegal' };
	}
	if (brand_id !== undefined && !knowsBrand(call.sandbox.world, brand_id)) {
		yield { code: 12052026, message: 'Brand does not exist' };
	}
	for (const { images = [], files = [] } of certifications) {
		if (images.some(({ uri }) => !knowsImage(call, uri))) {
			yield { code: 12052650, message: 'product qualification image uri illegal' };
		}
		if (files.some(({ id }) => !mediaOf(call.sandbox.world).file(id))) {
			yield { code: 12052658, message: 'product qualification file uri illegal' };
		}
	}
}

function* packageFaults({ home }: Call, sent: Sent): Generator<Fault> {
	const { package_weight: weight, package_dimensions: size } = sent;
	const imperial = weight?.unit === 'POUND' || size?.unit === 'INCH';
	if (imperial && home.shop.region !== 'US') {
		yield { code: 12019061, message: 'Imperial units are for US local products only.' };
	}
	if (weight && size && (weight.unit === 'POUND') !== (size.unit === 'INCH')) {
		yield { code: 12052915, message: 'package weight unit and dimension unit miss match.' };
	}
	if (weight && Number(weight.value) === 0) {
		yield { code: 12052181, message: 'The package weight of the product can not be zero.' };
	}
}

const attributeKey = ({ id, name }: { id?: string; name?: string }) => id ?? name ?? '';

function* attributeFaults(call: Call, skus: SentSku[]): Generator<Fault> {
	const kinds = skus.map(({ sales_attributes = [] }) => sales_attributes.map(attributeKey).sort());
	if (kinds.flat().includes('')) {
		yield { code: 12052241, message: 'attribute name or attribute id is empty.' };
	}
	if (new Set(kinds.map(String)).size > 1 || (skus.length > 1 && kinds[0]?.length === 0)) {
		yield { code: 12052550, message: 'SKU property must contain all properties' };
	}
	const values = skus.map(({ sales_attributes = [] }) =>
		sales_attributes.map((each) => each.value_id ?? each.value_name).join('\n'),
	);
	if (skus.length > 1 && new Set(values).size !== skus.length) {
		yield { code: 12052560, message: 'The SKU contains duplicate sales attribute.' };
	}
	const pictures = skus.flatMap(({ sales_attributes = [] }) =>
		sales_attributes.flatMap(({ sku_img }) => (sku_img ? [sku_img.uri] : [])),
	);
	if (pictures.some((uri) => !knowsImage(call, uri))) {
		yield { code: 12052520, message: 'product sale property image uri illegal' };
	}
}

function* skuFaults(call: Call, { skus = [] }: Sent): Generator<Fault> {
	const { market, region, warehouses } = call.home.shop;
	if (skus.length > (MANY_SKUS.includes(region) ? 300 : 100)) {
		yield { code: 12052050, message: 'A single product cannot have more than 100 different SKUs' };
	}
	for (const { price, inventory = [], list_price } of skus) {
		if (price && price.currency !== market.currency) {
			yield { code: 12052084, message: 'The currency is not available for this shop.' };
		}
		const amount = price && (price.amount ?? price.sale_price ?? '');
		if (amount !== undefined && !minorUnits(amount, market.decimals)) {
			yield { code: 12052073, message: 'The product price is invalid' };
		}
		if (list_price && region !== 'US') yield { code: 12052376, message: 'list price not support' };
		for (const { warehouse_id } of inventory) {
			const warehouse = warehouses.find(({ id }) => id === warehouse_id);
			if (!warehouse) yield { code: 12052097, message: 'The warehouse does not exist' };
			else if (warehouse.type !== 'SALES_WAREHOUSE') {
				yield { code: 12052532, message: 'the warehouse not delivery warehouse' };
			}
		}
	}
	yield* attributeFaults(call, skus);
}

function faultsOf(call: Call): Fault[] {
	const sent = sentIn(call);
	return [categoryFaults, contentFaults, packageFaults, skuFaults].flatMap((find) => [
		...find(call, sent),
	]);
}

function refuseFaults(call: Call): void {
	const [fault] = faultsOf(call);
	if (fault) throw refusal(fault.code, fault.message);
}

/** An id for an attribute or a value of the seller's own, the same for the same name. */
function ownId(name: string): string {
	let sum = 0n;
	for (const letter of name) sum = (sum * 131n + BigInt(letter.codePointAt(0) ?? 0)) % 10n ** 9n;
	return String(7_300_000_000_000_000_000n + sum);
}

function toAttributes(sent: SentSku['sales_attributes'] = []): Sku['sales_attributes'] {
	return sent.map(({ id, name = '', value_id, value_name = '' }) => {
		const known = ATTRIBUTES.find((each) => (id ? each.id === id : each.name === name));
		const value = known?.values.find((each) =>
			value_id ? each.id === value_id : each.name === value_name,
		);
		return {
			id: known?.id ?? id ?? ownId(name),
			name: known?.name ?? name,
			value_id: value?.id ?? value_id ?? ownId(value_name),
			value_name: value?.name ?? value_name,
		};
	});
}

/** An SKU as sent; price and stock that are left out stay as they are (edit-product-202509). */
function toSku({ home }: Call, sent: SentSku, id: string, base?: Sku): Sku {
	const { currency, decimals } = home.shop.market;
	const amount = sent.price?.amount ?? sent.price?.sale_price;
	const text = money(minorUnits(amount ?? '0', decimals) ?? 0, decimals);
	const price = { currency, tax_exclusive_price: text, sale_price: text };
	return {
		id,
		seller_sku: sent.seller_sku ?? '',
		price: sent.price || !base ? price : base.price,
		inventory: sent.inventory ?? base?.inventory ?? [],
		sales_attributes: toAttributes(sent.sales_attributes),
		identifier_code: sent.identifier_code ?? base?.identifier_code ?? { code: '', type: 'GTIN' },
		status_info: { status: 'NORMAL' },
		...(sent.list_price ? { list_price: sent.list_price } : {}),
		...(sent.external_sku_id ? { external_sku_id: sent.external_sku_id } : {}),
	};
}

function toSkus(call: Call, sent: SentSku[], product: Pick<Product, 'id' | 'skus'>): Sku[] {
	const counter = counters(call.home);
	return sent.map((each) => {
		const base = product.skus.find(({ id }) => id === each.id);
		if (each.id !== undefined && !base) {
			throw refusal(12052557, 'The SKU ID does not belong to the product.');
		}
		counter.next += 1;
		return toSku(call, each, base?.id ?? ids.sku(call.home.shop.number, counter.next, 0), base);
	});
}

const toImage = (uri: string) => ({
	height: 600,
	width: 600,
	uri,
	urls: [`https://images.example.com/${uri}`],
	thumb_urls: [`https://images.example.com/${uri}~300`],
});

/** What was sent, as a part of the product; absent where nothing was said. */
function toContent(call: Call, product: Pick<Product, 'id' | 'skus'>): Partial<Product> {
	const sent = sentIn(call);
	const content: Partial<Product> = {
		title: sent.title,
		description: sent.description,
		category_chains: sent.category_id
			? pathOf(treeOf(call), sent.category_id).map(({ id, parent_id, local_name, is_leaf }) => ({
					id,
					parent_id,
					local_name,
					is_leaf,
				}))
			: undefined,
		brand: sent.brand_id ? { id: sent.brand_id, name: 'Brand' } : undefined,
		main_images: sent.main_images?.map(({ uri }) => toImage(uri)),
		skus: sent.skus && toSkus(call, sent.skus, product),
		package_weight: sent.package_weight,
		package_dimensions: sent.package_dimensions,
		is_cod_allowed: sent.is_cod_allowed,
		is_not_for_sale: sent.is_not_for_sale,
		external_product_id: sent.external_product_id,
		product_attributes: sent.product_attributes?.map(({ id, values }) => ({
			id,
			name: ATTRIBUTES.find((each) => each.id === id)?.name ?? '',
			values: values.map((each) => ({
				id: each.id ?? ownId(each.name ?? ''),
				name: each.name ?? '',
			})),
		})),
	};
	for (const [name, value] of Object.entries(content)) {
		if (value === undefined) Reflect.deleteProperty(content, name);
	}
	return content;
}

/** A product with nothing in it: what a full edit leaves where nothing was sent. */
const blank = () => ({
	brand: { id: '', name: '' },
	is_cod_allowed: false,
	is_not_for_sale: false,
	product_attributes: [],
});

function answer(call: Call, product: Product, audit?: string): JsonObject {
	const shown = {
		product_id: product.id,
		skus: product.skus,
		...(audit ? { audit: { status: audit } } : {}),
	};
	return project(call.operation.response, shown);
}

function create(call: Call): JsonObject {
	refuseFaults(call);
	const { home, sandbox } = call;
	const draft = sentIn(call).save_mode === 'AS_DRAFT';
	const counter = counters(home);
	counter.next += 1;
	const id = ids.product(home.shop.number, counter.next);
	const now = sandbox.clock.seconds();
	const product: Product = {
		...blank(),
		id,
		title: '',
		description: '',
		main_images: [],
		skus: [],
		category_chains: [],
		package_dimensions: { length: '', width: '', height: '', unit: 'CENTIMETER' },
		package_weight: { value: '', unit: 'KILOGRAM' },
		...toContent(call, { id, skus: [] }),
		status: 'DRAFT',
		category_version: treeOf(call),
		sales_regions: [home.shop.region],
		listing_quality_tier: 'FAIR',
		audit: { status: draft ? 'NONE' : 'AUDITING' },
		audit_failed_reasons: [],
		has_draft: draft,
		create_time: now,
		update_time: now,
	};
	home.products.set(id, product);
	if (!draft) sandbox.world.moveProduct(home, product, 'PENDING');
	return answer(call, product);
}

/** Price and stock need no review. */
function publishAtOnce(product: Product, version: Product): void {
	for (const sku of product.skus) {
		const changed = version.skus.find(({ id }) => id === sku.id);
		if (changed) Object.assign(sku, { price: changed.price, inventory: changed.inventory });
	}
}

/** What a review looks at: all but prices, stock and state. */
function reviewed(product: Product): string {
	const { title, description, category_chains, brand, main_images } = product;
	const { product_attributes, package_weight, package_dimensions, skus } = product;
	const ownSkus = skus.map(({ id, seller_sku, sales_attributes, identifier_code }) => [
		id,
		seller_sku,
		sales_attributes,
		identifier_code,
	]);
	return JSON.stringify([
		...[title, description, category_chains, brand, main_images, product_attributes],
		...[package_weight, package_dimensions, ownSkus],
	]);
}

/** Both ways to edit: the new version goes to review while buyers see the old one. */
function edit(full: boolean) {
	return (call: Call): JsonObject => {
		const product = ownProduct(call);
		if (product.status === 'FREEZE' || product.status === 'DELETED') {
			throw refusal(12052901, 'The product in its current status cannot do this.');
		}
		refuseFaults(call);
		const { home, sandbox } = call;
		const draft = sentIn(call).save_mode === 'AS_DRAFT';
		const versions = versionsOf(home, product);
		const base = versions.draft ?? versions.underReview ?? product;
		const content = toContent(call, product);
		const version: Product = structuredClone({ ...base, ...(full ? blank() : {}), ...content });
		const live = product.status === 'ACTIVATE' || product.status.endsWith('_DEACTIVATED');
		if (draft && live) {
			versions.draft = version;
			product.has_draft = true;
			return answer(call, version, 'NONE');
		}
		if (!live) {
			Object.assign(product, version);
			if (!draft) sandbox.world.moveProduct(home, product, 'PENDING');
			product.audit = { status: draft ? 'NONE' : 'AUDITING' };
			return answer(call, product, product.audit.status);
		}
		delete versions.draft;
		product.has_draft = false;
		publishAtOnce(product, version);
		const unchanged = reviewed(version) === reviewed(product);
		if (!unchanged) {
			versions.underReview = version;
			version.audit = { status: 'AUDITING' };
			product.audit = { status: 'AUDITING' };
		}
		sandbox.world.changeProduct(home, product, 'OPEN_API', ['others']);
		return answer(call, version, unchanged ? 'APPROVED' : 'AUDITING');
	};
}

function checkListing(call: Call): JsonObject {
	const faults = faultsOf(call);
	if (faults.length === 0) return { check_result: 'PASS' };
	return {
		check_result: 'FAILED',
		fail_reasons: faults.map(({ code, message }) => ({ code, message })),
	};
}

const CHECKS = [
	'SHOP_STATUS',
	'SHOP_TAX',
	'PICKUP_WAREHOUSE',
	'RETURN_WAREHOUSE',
	'DELIVERY_OPTION',
	'SHIPPING_TEMPLATE',
	'PRODUCT_QUANTITY_LIMIT',
	'CONTACT_INFO',
];

function prerequisites({ home }: Call): JsonObject {
	const { warehouses } = home.shop;
	const missing: Record<string, boolean> = {
		PICKUP_WAREHOUSE: !warehouses.some(({ type }) => type === 'SALES_WAREHOUSE'),
		RETURN_WAREHOUSE: !warehouses.some(({ type }) => type === 'RETURN_WAREHOUSE'),
	};
	return {
		check_results: CHECKS.map((check_item) => ({
			check_item,
			is_failed: missing[check_item] ?? false,
			...(missing[check_item] ? { fail_reasons: [`${check_item} is missing`] } : {}),
		})),
	};
}

export const listing: Handlers = {
	'products.create-product': create,
	'products.edit-product': edit(true),
	'products.partial-edit-product': edit(false),
	'products.check-product-listing': checkListing,
	'products.check-listing-prerequisites': prerequisites,
};
