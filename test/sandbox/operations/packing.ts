import { refusal } from '../errors';
import type { JsonObject } from '../json';
import { project } from '../project';
import { money } from '../world/money';
import { providers } from '../world/shops';
import type { LineItem, Order } from '../world/types';
import { checkOpen, ownPackage, ship } from './fulfillment';
import { pageAnswer, searchPage } from './searching';
import type { Call, Handlers } from './types';

/** Where all units of a SKU have to stay together (split-orders-202309). */
const ALL_UNITS = ['BR', 'ID', 'MX', 'MY', 'PH', 'SG', 'TH', 'VN'];

const notSplittable = () => refusal(21011035, 'split order not allowed');

const invalid = () => refusal(21011005, 'Invalid parameters.');

function whyNotSplit(order: Order): string | undefined {
	if (order.status !== 'AWAITING_SHIPMENT') return 'The order is not awaiting shipment.';
	if (order.line_items.length < 2) return 'The order has a single item.';
	if (order.split_or_combine_tag === 'COMBINED') return 'The order is combined with others.';
	return undefined;
}

/** An order's packages are those its lines lie in. */
function repack(call: Call, order: Order, tag: string): void {
	const ids = order.line_items.flatMap(({ package_id: id }) => (id === undefined ? [] : [id]));
	order.packages = [...new Set(ids)].map((id) => ({ id }));
	order.split_or_combine_tag = tag;
	order.update_time = call.sandbox.clock.seconds();
	call.home.orders.changed();
}

interface Group {
	id: string;
	order_line_item_ids: string[];
}

function split(call: Call): JsonObject {
	const { home, path, sandbox } = call;
	const order = home.orders.get(path.order_id ?? '');
	if (!order) throw invalid();
	if (whyNotSplit(order) !== undefined) throw notSplittable();
	const groups = call.body.splittable_groups as Group[];
	const known = new Map(order.line_items.map((line) => [line.id, line]));
	const wanted = groups.flatMap((group) => group.order_line_item_ids);
	if (new Set(wanted).size !== wanted.length || wanted.some((id) => !known.has(id))) {
		throw invalid();
	}
	if (new Set(groups.map(({ id }) => id)).size !== groups.length) throw invalid();
	if (groups.length < 2 && wanted.length === known.size) throw notSplittable();
	const groupOf = (line: LineItem) =>
		groups.findIndex((group) => group.order_line_item_ids.includes(line.id));
	if (ALL_UNITS.includes(home.shop.region)) {
		const places = new Set(order.line_items.map((line) => `${line.sku_id} ${groupOf(line)}`));
		const skus = new Set(order.line_items.map((line) => line.sku_id));
		if (places.size !== skus.size) throw notSplittable();
	}
	const packages = groups.map((group) => {
		const id = home.newPackageId(order);
		for (const lineId of group.order_line_item_ids) {
			const line = known.get(lineId);
			if (line) line.package_id = id;
		}
		return { splittable_group_id: group.id, id };
	});
	repack(call, order, 'SPLIT');
	const all = order.packages.map(({ id }) => ({ id, order_ids: [order.id] }));
	sandbox.world.tellPackages(home, 'SPLIT', all);
	return { packages };
}

interface Combinable {
	id: string;
	orders: Order[];
}

/** Orders of one buyer for one address from one warehouse that nobody shipped yet. */
function combinable({ home }: Call): Combinable[] {
	const groups = new Map<string, Order[]>();
	for (const row of home.orders.all()) {
		if (row.status !== 'AWAITING_SHIPMENT' || row.is_buyer_request_cancel) continue;
		const order = home.orders.fill(row);
		if (order.packages.length !== 1 || order.split_or_combine_tag !== '') continue;
		const { user_id, shipping_type, warehouse_id, recipient_address } = order;
		const key = [user_id, shipping_type, warehouse_id, recipient_address.full_address].join('\n');
		groups.set(key, [...(groups.get(key) ?? []), order]);
	}
	return [...groups.values()]
		.filter((orders) => orders.length > 1)
		.map((orders) => ({ id: orders[0]?.packages[0]?.id ?? '', orders }));
}

function combine(call: Call): JsonObject {
	const { home, sandbox } = call;
	const packages: Array<{ id: string; order_ids: string[] }> = [];
	const faults: JsonObject[] = [];
	for (const { id, order_ids: some } of call.body.combinable_packages as Array<{
		id: string;
		order_ids?: string[];
	}>) {
		const group = combinable(call).find((each) => each.id === id);
		const orders = group?.orders.filter((order) => !some?.length || some.includes(order.id));
		const [first] = orders ?? [];
		const fault = (code: number, message: string) =>
			faults.push({ code, message, detail: { package_id: id } });
		if (!orders || !first) {
			fault(21011028, 'The package does not belong to the current shop.');
		} else if (orders.length < 2 || (some?.length && orders.length !== new Set(some).size)) {
			fault(21011031, 'Order does not belong to pre_pkg.');
		} else {
			const made = home.newPackageId(first);
			for (const order of orders) {
				for (const line of order.line_items) line.package_id = made;
				repack(call, order, 'COMBINED');
			}
			packages.push({ id: made, order_ids: orders.map((order) => order.id) });
		}
	}
	if (packages.length > 0) sandbox.world.tellPackages(home, 'COMBINE', packages);
	return {
		...(packages.length > 0 ? { packages } : {}),
		...(faults.length > 0 ? { errors: faults } : {}),
	};
}

function uncombine(call: Call): JsonObject {
	const { home, sandbox } = call;
	const found = ownPackage(call, 21011028);
	const some = call.body.order_ids as string[] | undefined;
	if (found.orders.length < 2 || found.shipped) throw invalid();
	const leaving = found.orders.filter((order) => !some?.length || some.includes(order.id));
	if (some?.length && leaving.length !== new Set(some).size) {
		throw refusal(21011029, 'order does not belong to fulfill unit');
	}
	const staying = found.orders.filter((order) => !leaving.includes(order));
	for (const order of leaving) {
		const id = home.newPackageId(order);
		for (const line of order.line_items) line.package_id = id;
		repack(call, order, '');
	}
	for (const order of staying) repack(call, order, staying.length > 1 ? 'COMBINED' : '');
	const kept = { id: found.id, order_ids: staying.map((order) => order.id) };
	const packages = [
		...(staying.length > 0 ? [kept] : []),
		...leaving.map((order) => ({ id: order.packages[0]?.id ?? '', order_ids: [order.id] })),
	];
	sandbox.world.tellPackages(home, 'CANCEL_COMBINE', packages);
	return { packages };
}

/** The order of a request for services or labels, which TikTok has in the US only. */
function labelOrder(call: Call, id: string): { order: Order; lines: LineItem[] } {
	const { home, body } = call;
	if (home.shop.region !== 'US') {
		throw refusal(21008106, 'This interface cannot be used in this region.');
	}
	const order = home.orders.get(id);
	if (!order) throw refusal(21001001, 'Invalid parameters.');
	checkOpen(order);
	const wanted = body.order_line_item_ids as string[] | undefined;
	const lines = order.line_items.filter((line) => !wanted?.length || wanted.includes(line.id));
	if (wanted?.length && lines.length !== new Set(wanted).size) {
		throw refusal(21011029, 'order does not belong to fulfill unit');
	}
	if (lines.some((line) => line.rts_time)) {
		throw refusal(21011006, 'These orders are already shipped.');
	}
	if (order.shipping_type !== 'TIKTOK') throw refusal(21011012, 'not match trade rule');
	return { order, lines };
}

const DEFAULT_WEIGHT = { value: '500', unit: 'GRAM' };

function servicesFor({ home, body }: Call) {
	const { value, unit } = (body.weight ?? DEFAULT_WEIGHT) as { value: string; unit: string };
	const grams = Number(value) * (unit === 'POUND' ? 454 : 1);
	if (grams > 30_000) {
		throw refusal(21011037, 'There are no available shipping services for this weight.');
	}
	const { currency, decimals } = home.shop.market;
	return ['Ground', 'Express'].map((name, index) => ({
		id: `72085021873605${index + 10}982`,
		name: `TikTok ${name}`,
		price: money(300 + Math.ceil(grams / 10) * (index + 1), decimals),
		currency,
		earliest_delivery_days: 3 - index * 2,
		latest_delivery_days: 5 - index * 3,
		is_default: index === 0,
		shipping_provider_name: providers[0]?.name ?? '',
		shipping_provider_id: providers[0]?.id ?? '',
	}));
}

function create(call: Call): JsonObject {
	const { home, body, sandbox } = call;
	const { order, lines } = labelOrder(call, String(body.order_id));
	const wanted = body.shipping_service_id;
	const service = servicesFor(call).find(({ id, is_default }) =>
		wanted === undefined ? is_default : id === wanted,
	);
	if (!service) throw refusal(21004008, 'create label shipping service not found');
	if (lines.length < order.line_items.length) {
		const id = home.newPackageId(order);
		for (const line of lines) line.package_id = id;
		repack(call, order, 'SPLIT');
	}
	ship(call, order, lines);
	return {
		order_id: order.id,
		order_line_item_ids: lines.map((line) => line.id),
		...(body.dimension === undefined ? {} : { dimension: body.dimension as JsonObject }),
		shipping_service_info: project(call.operation.response?.shipping_service_info?.fields, service),
		package_id: lines[0]?.package_id ?? '',
		weight: (body.weight ?? DEFAULT_WEIGHT) as JsonObject,
		create_time: sandbox.clock.seconds(),
	};
}

export const packing: Handlers = {
	'fulfillment.get-order-split-attributes': ({ home, query }) => ({
		split_attributes: (query.order_ids as string[]).flatMap((id) => {
			const order = home.orders.get(id);
			if (!order) return [];
			const reason = whyNotSplit(order);
			const attributes = { order_id: id, can_split: reason === undefined, must_split: false };
			return [reason === undefined ? attributes : { ...attributes, reason }];
		}),
	}),
	'fulfillment.split-orders': split,
	'fulfillment.search-combinable-packages': (call) => {
		const rows = combinable(call);
		const found = searchPage(call, rows, {
			value: (row) => rows.indexOf(row),
			id: (row) => row.id,
			order: 'ASC',
			defaultSize: 20,
		});
		return pageAnswer(call, found, 'combinable_packages', ({ id, orders }) => ({
			id,
			order_ids: orders.map((order) => order.id),
		}));
	},
	'fulfillment.combine-package': combine,
	'fulfillment.uncombine-packages': uncombine,
	'fulfillment.get-eligible-shipping-service': (call) => {
		const { order, lines } = labelOrder(call, call.path.order_id ?? '');
		return {
			order_id: order.id,
			order_line_id: lines.map((line) => line.id),
			weight: (call.body.weight ?? DEFAULT_WEIGHT) as JsonObject,
			shipping_services: servicesFor(call),
			...(call.body.dimension === undefined
				? {}
				: { dimension: call.body.dimension as JsonObject }),
		};
	},
	'fulfillment.create-packages': create,
};
