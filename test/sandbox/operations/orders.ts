import { refusal } from '../errors';
import type { JsonObject } from '../json';
import { project } from '../project';
import { minorUnits, money } from '../world/money';
import type { LineItem, Order, OrderRow, Shop } from '../world/types';
import { among, inSpan, pageAnswer, searchPage, sortField, sortOrder } from './searching';
import type { Call, Handlers } from './types';

const HIDDEN_ADDRESS = new Set(['UNPAID', 'ON_HOLD']);

/** Before payment and on hold an order shows no address (get-order-list-202309). */
function shown(order: Order): object {
	if (!HIDDEN_ADDRESS.has(order.status)) return order;
	return { ...order, recipient_address: undefined };
}

function rowFilter(call: Call): (row: OrderRow) => boolean {
	const { body } = call;
	const created = inSpan(call, 'create_time');
	const updated = inSpan(call, 'update_time');
	const warehouse = among(call, 'warehouse_ids');
	const equal = (name: string, value: string | boolean) =>
		body[name] === undefined || body[name] === value;
	return (row) =>
		equal('order_status', row.status) &&
		equal('shipping_type', row.shipping_type) &&
		equal('buyer_user_id', row.user_id) &&
		equal('is_buyer_request_cancel', row.is_buyer_request_cancel) &&
		created(row.create_time) &&
		updated(row.update_time) &&
		warehouse(row.warehouse_id);
}

function priceParts(shop: Shop, lines: LineItem[], shipping: string): JsonObject {
	const { decimals, currency } = shop.market;
	const sum = (read: (line: LineItem) => string | undefined) =>
		lines.reduce((total, line) => total + (minorUnits(read(line) ?? '0', decimals) ?? 0), 0);
	const list = sum((line) => line.original_price);
	const seller = sum((line) => line.seller_discount);
	const platform = sum((line) => line.platform_discount);
	const tax = sum((line) => line.item_tax[0]?.tax_amount);
	const fee = minorUnits(shipping, decimals) ?? 0;
	const text = (minor: number) => money(minor, decimals);
	const subtotal = list - seller - platform;
	return {
		currency,
		total: text(subtotal + tax + fee),
		payment: text(subtotal + tax + fee),
		sku_list_price: text(list),
		sku_sale_price: text(subtotal),
		subtotal: text(subtotal),
		subtotal_deduction_seller: text(seller),
		subtotal_deduction_platform: text(platform),
		subtotal_tax_amount: text(tax),
		shipping_list_price: text(fee),
		shipping_sale_price: text(fee),
		shipping_fee_deduction_seller: text(0),
		shipping_fee_deduction_platform: text(0),
		shipping_fee_deduction_platform_voucher: text(0),
		tax_amount: text(tax),
		tax_rate: lines[0]?.item_tax[0]?.tax_rate ?? '0',
		net_price_amount: text(subtotal),
		cod_fee: text(0),
	};
}

const notOwn = () => refusal(21008111, 'The order or package does not belong to the seller.');

interface ReferenceEntry {
	id: string;
	external_order: {
		id: string;
		platform: string;
		line_items: Array<{ id: string; origin_id: string }>;
	};
}

function addReference({ home }: Call, entry: ReferenceEntry): JsonObject | undefined {
	const order = home.orders.get(entry.id);
	const { external_order: external } = entry;
	const fault = (code: string, message: string): JsonObject => ({
		code,
		message,
		detail: {
			order_id: entry.id,
			external_order: { id: external.id, platform: external.platform },
		},
	});
	if (!order) return fault('21008111', 'The order does not belong to the seller.');
	const known = new Set(order.line_items.map((line) => line.id));
	if (external.line_items.some((line) => !known.has(line.origin_id))) {
		return fault('21001001', 'A line item does not belong to the order.');
	}
	order.external_orders = order.external_orders.filter(
		(each) => each.platform !== external.platform,
	);
	order.external_orders.push({ ...external });
	return undefined;
}

export const orders: Handlers = {
	'orders.get-order-list': (call) => {
		const field = sortField(call);
		const all = call.home.orders.ascending(field);
		// Without a filter a page costs the same however many orders there are.
		const matching = Object.keys(call.body).length === 0 ? all : all.filter(rowFilter(call));
		const found = searchPage(call, matching, {
			value: (row) => row[field],
			id: (row) => row.id,
			order: sortOrder(call),
			defaultSize: 20,
		});
		return pageAnswer(call, found, 'orders', (row) => shown(call.home.orders.fill(row)));
	},
	// The page says nothing about unknown ids: those of other sellers are refused by its codes.
	'orders.get-order-detail': ({ home, query, operation }) => {
		const wanted = query.ids as string[];
		const found = wanted.map((id) => home.orders.get(id));
		if (found.every((order) => order === undefined)) throw notOwn();
		return {
			orders: found
				.filter((order): order is Order => order !== undefined)
				.map((order) => project(operation.response?.orders?.fields, shown(order))),
		};
	},
	'orders.get-price-detail': ({ home, path }) => {
		const order = home.orders.get(path.order_id ?? '');
		if (!order) throw notOwn();
		const zero = money(0, home.shop.market.decimals);
		return {
			...priceParts(home.shop, order.line_items, order.payment.shipping_fee),
			line_items: order.line_items.map((line) => ({
				id: line.id,
				...priceParts(home.shop, [line], zero),
			})),
		};
	},
	'orders.add-external-order-references': (call) => {
		const entries = call.body.orders as ReferenceEntry[];
		const faults = entries
			.map((entry) => addReference(call, entry))
			.filter((fault): fault is JsonObject => fault !== undefined);
		return faults.length > 0 ? { errors: faults } : {};
	},
	'orders.get-external-order-references': ({ home, path, query }) => {
		const order = home.orders.get(path.order_id ?? '');
		if (!order) throw notOwn();
		return {
			external_orders: order.external_orders
				.filter((each) => each.platform === query.platform)
				.map((each) => ({ ...each })),
		};
	},
	'orders.search-order-by-external-order-reference': ({ home, query }) => {
		const found = home.orders
			.known()
			.flatMap((order) =>
				order.external_orders
					.filter((each) => each.platform === query.platform && each.id === query.external_order_id)
					.map((each) => ({ id: order.id, external_order: { ...each } })),
			);
		return found.length > 0 ? { orders: found } : {};
	},
};
