import { refusal } from '../errors';
import type { JsonObject } from '../json';
import { ids } from '../world/ids';
import { kept } from '../world/kept';
import type { Inventory, Product } from '../world/types';
import type { ShopWorld, World } from '../world/world';
import { ownProduct } from './products';
import type { Call, Handlers } from './types';

interface Target {
	region: string;
	skus: Array<{
		source_sku_id: string;
		price: { currency: string; sale_price: string };
		inventory?: Inventory[];
	}>;
}

/** Copies have ids of their own, behind those of all other products. */
const REPLICATED_FROM = 300_000;

/** The copies of a product, by its id. */
const replicasOf = kept<World, Map<string, Array<{ home: ShopWorld; product: Product }>>>(
	() => new Map(),
);

const counters = kept<ShopWorld, { next: number }>(() => ({ next: REPLICATED_FROM }));

function copyTo(home: ShopWorld, source: Product, { skus }: Target, now: number): Product {
	const counter = counters(home);
	counter.next += 1;
	const { number, region } = home.shop;
	const product: Product = {
		...structuredClone(source),
		id: ids.product(number, counter.next),
		status: 'PENDING',
		audit: { status: 'AUDITING' },
		sales_regions: [region],
		create_time: now,
		update_time: now,
		skus: source.skus.map((sku, index) => {
			const wanted = skus.find(({ source_sku_id }) => source_sku_id === sku.id);
			const amount = wanted?.price.sale_price ?? sku.price.sale_price;
			const { currency } = home.shop.market;
			return {
				...structuredClone(sku),
				id: ids.sku(number, counter.next, index),
				price: { currency, tax_exclusive_price: amount, sale_price: amount },
				inventory: wanted?.inventory ?? [],
			};
		}),
	};
	home.products.set(product.id, product);
	return product;
}

function replicate(call: Call): JsonObject {
	const source = ownProduct(call);
	const { world, clock } = call.sandbox;
	const targets = (call.body.replicate_target ?? []) as Target[];
	const errors: JsonObject[] = [];
	for (const target of targets) {
		const { region, skus } = target;
		const fail = (code: number, message: string) =>
			errors.push({ code, message, detail: { region } });
		const home = world.all().find(({ shop }) => shop.region === region);
		const copies = replicasOf(world).get(source.id) ?? [];
		if (!home || home === call.home) fail(12052704, 'seller id not exist');
		else if (copies.some((copy) => copy.home === home)) {
			fail(12052901, 'The product is in this market already.');
		} else if (source.skus.some(({ id }) => !skus.some((sku) => sku.source_sku_id === id))) {
			fail(12052556, 'SKUs of all source country must be included.');
		} else if (skus.some(({ price }) => price.currency !== home.shop.market.currency)) {
			fail(12052084, 'The currency is not available for this shop.');
		} else {
			const product = copyTo(home, source, target, clock.seconds());
			replicasOf(world).set(source.id, [...copies, { home, product }]);
		}
	}
	return errors.length > 0 ? { errors } : {};
}

function replicas(call: Call): JsonObject {
	const { id } = ownProduct(call);
	const copies = replicasOf(call.sandbox.world).get(id) ?? [];
	return {
		replicated_products: copies.map(({ home, product }) => ({
			region: home.shop.region,
			shop_id: home.shop.id,
			product_id: product.id,
			product_status: product.status,
		})),
	};
}

function rules({ home, sandbox }: Call): JsonObject {
	const others = sandbox.world.all().filter((each) => each !== home);
	return {
		listing_methods: ['LOCAL_REPLICATION'],
		inventory_rules: home.shop.warehouses
			.filter(({ type }) => type === 'SALES_WAREHOUSE')
			.map(({ id }) => ({
				local_warehouse_id: id,
				allocation_mode: 'MANUAL',
				associated_warehouses: others.map(({ shop }) => ({
					warehouse_id: shop.warehouses[0]?.id ?? '',
					region: shop.region,
				})),
			})),
	};
}

const UPGRADE_SECONDS = 7_200;
const upgrades = kept<ShopWorld, { until: number }>(() => ({ until: 0 }));

/** Live products of shops in the United States move to the tree with seven levels. */
function upgradeCategories({ home, sandbox }: Call): JsonObject {
	if (home.shop.region !== 'US') {
		throw refusal(12052265, 'Category upgrading is not available for your shop.');
	}
	const now = sandbox.clock.seconds();
	const task = upgrades(home);
	if (now < task.until) {
		throw refusal(12052234, 'Please wait for the current task to finish (maximum 2 hours).');
	}
	task.until = now + UPGRADE_SECONDS;
	for (const product of home.products.values()) {
		if (product.status === 'ACTIVATE') product.category_version = 'v2';
	}
	return {};
}

export const replication: Handlers = {
	'products.replicate-product': replicate,
	'products.get-global-replicated-products': replicas,
	'products.get-global-listing-rules': rules,
	'products.create-category-upgrade-task': upgradeCategories,
};
