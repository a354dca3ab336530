import { refusal } from '../errors';
import { isObject, type JsonObject } from '../json';
import { project } from '../project';
import { shipLine } from '../world/orders';
import { isPacked, packagesOf, senderAddress, type PackageView } from '../world/packages';
import { providers } from '../world/shops';
import type { LineItem, Order } from '../world/types';
import { inSpan, pageAnswer, searchPage, sortOrder } from './searching';
import type { Call, Handlers } from './types';

function skusOf(lines: LineItem[]) {
	const counts = new Map<string, { line: LineItem; quantity: number }>();
	for (const line of lines) {
		const known = counts.get(line.sku_id);
		if (known) known.quantity += 1;
		else counts.set(line.sku_id, { line, quantity: 1 });
	}
	return [...counts.values()].map(({ line, quantity }) => ({
		id: line.sku_id,
		name: line.sku_name,
		image_url: line.sku_image,
		quantity,
	}));
}

function describe(call: Call, each: PackageView) {
	const { order, lines } = each;
	const first = lines[0];
	return {
		id: each.id,
		package_id: each.id,
		orders: [{ id: order.id, skus: skusOf(lines) }],
		status: each.status,
		package_status: each.status,
		split_and_combine_tag: order.packages.length > 1 ? 'SPLIT' : 'DEFAULT',
		has_multi_skus: skusOf(lines).length > 1,
		note_tag: order.buyer_message ? 'BUYER_NOTED' : 'BUYER_UNNOTED',
		shipping_provider_name: first?.shipping_provider_name ?? '',
		shipping_provider_id: first?.shipping_provider_id ?? '',
		shipping_type: order.shipping_type,
		delivery_option_name: order.delivery_option_name,
		delivery_option_id: order.delivery_option_id,
		tracking_number: first?.tracking_number ?? '',
		last_mile_tracking_number: '',
		create_time: order.paid_time ?? order.create_time,
		update_time: order.update_time,
		handover_method: 'DROP_OFF',
		order_line_item_ids: lines.map((line) => line.id),
		recipient_address: order.recipient_address,
		sender_address: senderAddress(call.home.shop),
		weight: { value: '500', unit: call.home.shop.market.weightUnit },
		dimension: { length: '10', width: '12', height: '8', unit: call.home.shop.market.sizeUnit },
	};
}

function ownPackage({ home, path }: Call, otherwise: number): PackageView {
	const id = path.package_id ?? '';
	const order = home.orderOfPackage(id);
	const found = order && packagesOf(order).find((each) => each.id === id);
	if (!found) throw refusal(otherwise, 'The package does not belong to the current shop.');
	return found;
}

function checkTracking(
	number: unknown,
	providerId: unknown,
): { number: string; providerId: string } {
	if (!providers.some((each) => each.id === providerId)) {
		throw refusal(21011022, 'Invalid tracking number or provider ID.');
	}
	if (!/^[A-Za-z0-9-]{4,50}$/.test(String(number))) {
		throw refusal(21011022, 'Invalid tracking number or provider ID.');
	}
	return { number: String(number), providerId: String(providerId) };
}

function ship(
	call: Call,
	order: Order,
	lines: LineItem[],
	tracking?: { number: string; providerId: string },
): void {
	const now = call.sandbox.clock.seconds();
	for (const line of lines) shipLine(order, line, now, tracking);
	const open = order.line_items.some(
		(line) => !line.rts_time && line.display_status !== 'CANCELLED',
	);
	if (!open) order.rts_time = now;
	call.sandbox.world.moveOrder(
		call.home,
		order,
		open ? 'PARTIALLY_SHIPPING' : 'AWAITING_COLLECTION',
	);
}

function checkOpen(order: Order): void {
	if (order.is_buyer_request_cancel) {
		throw refusal(21011007, 'An item has an after-sale request, process it first.');
	}
	if (order.status === 'CANCELLED') throw refusal(21011041, 'The order is cancelled.');
}

function shipPackage(call: Call): JsonObject {
	const found = ownPackage(call, 21011028);
	checkOpen(found.order);
	if (found.shipped) throw refusal(21008099, 'Package has been shipped. Do not ship it again.');
	const own = call.body.self_shipment;
	if (found.order.shipping_type === 'SELLER') {
		if (!isObject(own)) throw refusal(21011022, 'Invalid tracking number or provider ID.');
		const tracking = checkTracking(own.tracking_number, own.shipping_provider_id);
		ship(call, found.order, found.lines, tracking);
	} else {
		if (own !== undefined) throw refusal(11001002, 'invalid param: TikTok ships this package.');
		ship(call, found.order, found.lines);
	}
	return {};
}

const SELF_SHIPPING = ['US', 'GB', 'ES', 'IE', 'IT', 'DE', 'FR', 'JP'];

function markShipped(call: Call): JsonObject {
	const { home, path, body } = call;
	const order = home.orders.get(path.order_id ?? '');
	if (!order) throw refusal(21001001, 'Invalid parameters: the order is unknown.');
	if (!SELF_SHIPPING.includes(home.shop.region)) {
		throw refusal(21008106, 'This interface cannot be used in this region.');
	}
	checkOpen(order);
	if (order.shipping_type !== 'SELLER') {
		throw refusal(21011004, 'Only packages shipped by sellers can be marked.');
	}
	if (!isPacked(order)) throw refusal(21042057, 'The order is not awaiting shipment.');
	const tracking = checkTracking(body.tracking_number, body.shipping_provider_id);
	const wanted = body.order_line_item_ids as string[] | undefined;
	const lines = order.line_items.filter((line) => !wanted?.length || wanted.includes(line.id));
	if (wanted?.length && lines.length !== new Set(wanted).size) {
		throw refusal(21011029, 'A line item does not belong to the order.');
	}
	const open = lines.filter((line) => !line.rts_time && line.display_status !== 'CANCELLED');
	if (open.length === 0) throw refusal(21011020, 'These orders are already shipped.');
	ship(call, order, open, tracking);
	return {
		order_id: order.id,
		order_line_item_ids: open.map((line) => line.id),
		package_id: open[0]?.package_id ?? '',
	};
}

function shippingDocument(call: Call): JsonObject {
	const found = ownPackage(call, 21008109);
	if (found.order.shipping_type === 'SELLER') {
		throw refusal(21008017, 'Only TikTok Shipping orders have documents.');
	}
	if (found.status === 'CANCELLED') throw refusal(21023059, 'Package has already been cancelled.');
	if (!found.shipped) throw refusal(21023035, 'Arrange the shipment before asking for documents.');
	if (call.query.document_format === 'ZPL' && call.home.shop.region !== 'BR') {
		throw refusal(11006010, 'ZPL is for Brazil only.');
	}
	const type = String(call.query.document_type).toLowerCase();
	return {
		doc_url: `${call.sandbox.url}/_documents/${found.id}-${type}.pdf`,
		tracking_number: found.lines[0]?.tracking_number ?? '',
	};
}

export const fulfillment: Handlers = {
	'fulfillment.search-package': (call) => {
		const { home, body } = call;
		const created = inSpan(call, 'create_time');
		const updated = inSpan(call, 'update_time');
		const field = call.query.sort_field ?? 'create_time';
		const value = ({ order }: PackageView) =>
			field === 'update_time' ? order.update_time : (order.paid_time ?? order.create_time);
		const rows = home.orders
			.all()
			.filter(isPacked)
			.flatMap((row) => packagesOf(home.orders.fill(row)))
			.filter(
				(each) =>
					(body.package_status === undefined || each.status === body.package_status) &&
					created(each.order.paid_time ?? each.order.create_time) &&
					updated(each.order.update_time),
			)
			.sort((a, b) => value(a) - value(b) || (a.id < b.id ? -1 : 1));
		const found = searchPage(call, rows, {
			value,
			id: (each) => each.id,
			order: sortOrder(call),
			defaultSize: 20,
		});
		return pageAnswer(call, found, 'packages', (each) => describe(call, each));
	},
	'fulfillment.get-package-detail': (call) =>
		project(call.operation.response, describe(call, ownPackage(call, 10006402))),
	'fulfillment.ship-package': shipPackage,
	'fulfillment.mark-package-as-shipped': markShipped,
	'fulfillment.get-package-shipping-document': shippingDocument,
};
