import { ApiError, refusal } from '../errors';
import type { JsonObject } from '../json';
import { project } from '../project';
import { shipLine } from '../world/orders';
import { isPacked, packageView, senderAddress, type PackageView } from '../world/packages';
import { providers } from '../world/shops';
import type { Handover, LineItem, Order } from '../world/types';
import type { ShopWorld } from '../world/world';
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
	const { order, orders, lines } = each;
	const first = lines[0];
	const handover = call.home.handovers.get(each.id);
	return {
		id: each.id,
		package_id: each.id,
		orders: orders.map(({ id, line_items: own }) => ({
			id,
			skus: skusOf(own.filter((line) => line.package_id === each.id)),
		})),
		status: each.status,
		package_status: each.status,
		split_and_combine_tag:
			orders.length > 1 ? 'COMBINE' : order.packages.length > 1 ? 'SPLIT' : 'DEFAULT',
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
		handover_method: handover?.method ?? 'DROP_OFF',
		...(handover?.slot ? { pickup_slot: handover.slot } : {}),
		order_line_item_ids: lines.map((line) => line.id),
		recipient_address: order.recipient_address,
		sender_address: senderAddress(call.home.shop),
		weight: { value: '500', unit: call.home.shop.market.weightUnit },
		dimension: { length: '10', width: '12', height: '8', unit: call.home.shop.market.sizeUnit },
	};
}

/** The packages of an order, combined ones with all that is in them. */
export function packagesOf(home: ShopWorld, order: Order): PackageView[] {
	const combined = order.split_or_combine_tag === 'COMBINED';
	return order.packages
		.map(({ id }) => packageView(id, combined ? home.ordersOfPackage(id) : [order]))
		.filter((each): each is PackageView => each !== undefined);
}

export function findPackage(home: ShopWorld, id: string): PackageView | undefined {
	return packageView(id, home.ordersOfPackage(id));
}

export function ownPackage({ home, path }: Call, otherwise: number): PackageView {
	const found = findPackage(home, path.package_id ?? '');
	if (!found) throw refusal(otherwise, 'The package does not belong to the current shop.');
	return found;
}

export function checkTracking(number: unknown, providerId: unknown) {
	const provider = providers.find((each) => each.id === providerId);
	if (!provider || !/^[A-Za-z0-9-]{4,50}$/.test(String(number))) {
		throw refusal(21011022, 'Invalid tracking number or provider ID.');
	}
	return { number: String(number), providerId: provider.id, providerName: provider.name };
}

export function ship(
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

export function checkOpen(order: Order): void {
	if (order.is_buyer_request_cancel) {
		throw refusal(21011007, 'An item has an after-sale request, process it first.');
	}
	if (order.status === 'CANCELLED') throw refusal(21011041, 'The order is cancelled.');
}

const HOUR = 3_600;

/** Two slots on each of the next three days; the first one is always taken. */
export function pickupSlots({ sandbox }: Call) {
	const midnight = Math.floor(sandbox.clock.seconds() / (24 * HOUR)) * 24 * HOUR;
	return [1, 2, 3].flatMap((day) =>
		[9, 14].map((hour) => {
			const start = midnight + day * 24 * HOUR + hour * HOUR;
			// The flag is spelt as on the page.
			const avaliable = day > 1 || hour > 9;
			return { start_time: start, end_time: start + 3 * HOUR, avaliable };
		}),
	);
}

interface Shipment {
	handover_method?: Handover['method'];
	pickup_slot?: { start_time?: number; end_time?: number };
	self_shipment?: { tracking_number: string; shipping_provider_id: string };
}

function handOver(call: Call, found: PackageView, wanted: Shipment): void {
	const { handover_method: method = 'DROP_OFF', pickup_slot: wish } = wanted;
	const slot = pickupSlots(call).find(
		({ start_time, end_time, avaliable }) =>
			avaliable && start_time === wish?.start_time && end_time === wish.end_time,
	);
	if (wish !== undefined && (slot === undefined || method !== 'PICKUP')) {
		throw refusal(21011053, 'The shipment time is outside of the pick-up time slots.');
	}
	const { start_time = 0, end_time = 0 } = slot ?? {};
	call.home.handovers.set(found.id, {
		method,
		...(slot === undefined ? {} : { slot: { start_time, end_time } }),
	});
}

function shipFound(call: Call, found: PackageView, wanted: Shipment): void {
	for (const order of found.orders) checkOpen(order);
	if (found.shipped) throw refusal(21008099, 'Package has been shipped. Do not ship it again.');
	const own = wanted.self_shipment;
	const bySeller = found.order.shipping_type === 'SELLER';
	if (bySeller && own === undefined) {
		throw refusal(21011022, 'Invalid tracking number or provider ID.');
	}
	if (!bySeller && own !== undefined) {
		throw refusal(11001002, 'invalid param: TikTok ships this package.');
	}
	const tracking = own && checkTracking(own.tracking_number, own.shipping_provider_id);
	if (!bySeller) handOver(call, found, wanted);
	for (const order of found.orders) {
		const lines = order.line_items.filter((line) => line.package_id === found.id);
		ship(call, order, lines, tracking);
	}
}

/** Each entry for itself: what is refused stands among the errors, the rest is done. */
export function eachPackage<E extends { id: string }>(
	call: Call,
	entries: E[],
	work: (found: PackageView, entry: E) => void,
): JsonObject {
	const faults = entries.flatMap((entry) => {
		try {
			const found = findPackage(call.home, entry.id);
			if (!found) throw refusal(21011028, 'The package does not belong to the current shop.');
			work(found, entry);
			return [];
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			return [{ code: error.code, message: error.message, detail: { package_id: entry.id } }];
		}
	});
	return faults.length > 0 ? { errors: faults } : {};
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
	const { document_format: format, document_type: type } = call.query;
	const brazil = call.home.shop.region === 'BR';
	if (format === 'ZPL' && !brazil) throw refusal(11006010, 'ZPL is for Brazil only.');
	if (type === 'INVOICE_LABEL' && !brazil) {
		throw refusal(11006010, 'Invoice labels are for Brazil only.');
	}
	if (type === 'HAZMAT_LABEL' && !found.lines.some((line) => line.is_dangerous_good)) {
		throw refusal(11034025, 'Nothing in the package is dangerous.');
	}
	const ending = type === 'SHIPPING_LABEL_PICTURE' ? 'png' : String(format ?? 'PDF').toLowerCase();
	return {
		doc_url: `${call.sandbox.url}/_documents/${found.id}-${String(type).toLowerCase()}.${ending}`,
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
			.flatMap((row) => packagesOf(home, home.orders.fill(row)))
			.filter((each, index, all) => all.findIndex(({ id }) => id === each.id) === index)
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
	'fulfillment.get-package-handover-time-slots': (call) => {
		const { order } = ownPackage(call, 21001001);
		if (order.shipping_type === 'SELLER') {
			throw refusal(11021009, 'No available shipping services for this request.');
		}
		return {
			can_pickup: true,
			can_drop_off: true,
			can_van_collection: false,
			drop_off_point_url: 'https://maps.example.com/drop-off',
			pickup_slots: pickupSlots(call),
		};
	},
	'fulfillment.ship-package': (call) => {
		shipFound(call, ownPackage(call, 21011028), call.body);
		return {};
	},
	'fulfillment.batch-ship-packages': (call) =>
		eachPackage(call, call.body.packages as Array<Shipment & { id: string }>, (found, entry) =>
			shipFound(call, found, entry),
		),
	'fulfillment.mark-package-as-shipped': markShipped,
	'fulfillment.get-package-shipping-document': shippingDocument,
};
