import { isDeepStrictEqual } from 'node:util';
import { parameterError, refusal } from '../errors';
import type { JsonObject } from '../json';
import { ids } from '../world/ids';
import type { PackageView } from '../world/packages';
import type { LineItem, Order } from '../world/types';
import { TOPIC, type ShopWorld } from '../world/world';
import { checkTracking, eachPackage, findPackage, ownPackage } from './fulfillment';
import type { Call, Handlers } from './types';

const ownOrder = ({ home, path }: Call): Order => {
	const order = home.orders.get(path.order_id ?? '');
	if (!order) throw refusal(21011028, 'The order does not belong to the current shop.');
	return order;
};

function changeTracking(call: Call, order: Order, lines: LineItem[]): JsonObject {
	if (order.shipping_type !== 'SELLER') {
		throw refusal(21011004, 'Only for packages that are shipped by sellers.');
	}
	if (order.status === 'CANCELLED') throw refusal(21011042, 'The order is cancelled.');
	if (['DELIVERED', 'COMPLETED'].includes(order.status)) {
		throw refusal(21011030, 'Package has already been delivered.');
	}
	if (lines.some((line) => !line.rts_time)) {
		throw refusal(21011043, 'The package has not been shipped yet.');
	}
	const { tracking_number, shipping_provider_id } = call.body;
	const { number, providerId, providerName } = checkTracking(tracking_number, shipping_provider_id);
	for (const line of lines) {
		line.tracking_number = number;
		line.shipping_provider_id = providerId;
		line.shipping_provider_name = providerName;
	}
	order.tracking_number = number;
	order.shipping_provider_id = providerId;
	order.shipping_provider = providerName;
	order.update_time = call.sandbox.clock.seconds();
	call.home.orders.changed();
	return {};
}

/** What a carrier reports, the newest first. */
function trackingOf(order: Order): JsonObject[] {
	const steps: Array<[string, number | undefined]> = [
		['Your package has been delivered.', order.delivery_time],
		['Your package is in transit.', order.collection_time],
		['The seller is preparing your package.', order.rts_time],
	];
	return steps.flatMap(([description, time]) =>
		time === undefined ? [] : [{ description, update_time_millis: time * 1000 }],
	);
}

/** Markets in which sellers deliver with a fleet of their own (update-package-delivery-status-202309). */
const OWN_FLEET = ['ID', 'MY', 'PH', 'SG', 'TH', 'VN'];

interface DeliveryEntry {
	id: string;
	delivery_type: string;
	fail_delivery_reason?: string;
	file_type?: string;
	file_url?: string;
}

function deliver(call: Call, { orders }: PackageView, entry: DeliveryEntry): void {
	const { home, sandbox } = call;
	const refuse = (why: string) => refusal(21001011, `System process error: ${why}.`);
	if (!OWN_FLEET.includes(home.shop.region)) throw refuse('not in this region');
	const { delivery_type: type, fail_delivery_reason: reason, file_url: url } = entry;
	if (type === 'DELIVERY_FAILED' && reason === undefined) throw refuse('no reason');
	if (type === 'UPDATE_POD' && url === undefined) throw refuse('no attachment');
	if (url !== undefined && !home.proofs.includes(url)) throw refuse('unknown attachment');
	if ((url === undefined) !== (entry.file_type === undefined)) throw refuse('attachment type');
	const from = type === 'UPDATE_POD' ? 'DELIVERED' : 'IN_TRANSIT';
	if (orders.some((order) => order.status !== from)) throw refuse(`the package is not ${from}`);
	if (type !== 'DELIVERY_SUCCESS') return;
	for (const order of orders) sandbox.world.moveOrder(home, order, 'DELIVERED');
}

const MEGABYTE = 1024 * 1024;

function upload(call: Call, types: string[], most: number, ending: string): string {
	const file = call.files?.data;
	if (!file || file.data.length === 0) throw refusal(12038002, 'Invalid upload file.');
	if (!types.includes(file.type)) throw refusal(12038004, 'Invalid file type.');
	if (file.data.length > most) throw refusal(12038005, 'Invalid file size.');
	const { home, sandbox } = call;
	const url = `${sandbox.url}/_documents/proof-${home.proofs.length + 1}.${ending}`;
	home.proofs.push(url);
	return url;
}

interface Invoice {
	package_id: string;
	order_ids: string[];
	file: string;
}

function takeInvoice(call: Call, found: PackageView, { order_ids: orderIds, file }: Invoice): void {
	const { home, sandbox } = call;
	if (home.shop.region !== 'BR') {
		throw refusal(21008106, 'This interface cannot be used in this region.');
	}
	const own = found.orders.map(({ id }) => id).sort();
	if (!isDeepStrictEqual([...orderIds].sort(), own)) {
		throw refusal(21001001, 'The orders are not those of the package.');
	}
	const content = Buffer.from(file, 'base64');
	if (content.length > MEGABYTE || !/^\s*</.test(content.toString())) {
		throw refusal(21001001, 'The file is no XML of up to 1 MB.');
	}
	for (const order of found.orders) order.need_upload_invoice = 'INVOICE_UPLOADED';
	sandbox.world.tell(home.shop.id, TOPIC.invoiceStatus, {
		package_id: found.id,
		order_ids: orderIds,
		invoice_status: 'SUCCESS',
	});
}

/** Markets that send bundles to one place (create-first-mile-bundle-202407). */
const BUNDLE_GROUPS = [
	['PH', 'SG', 'MY', 'VN', 'TH', 'JP'],
	['DE', 'FR', 'IT', 'ES'],
];

function bundle(call: Call, homes: readonly ShopWorld[]): JsonObject {
	const { body, sandbox, operation } = call;
	const dropOff = body.handover_method === 'DROP_OFF';
	if (dropOff) {
		checkTracking(body.tracking_number, body.shipping_provider_id);
		if (!/^\d{4}$/.test(String(body.phone_tail_number))) {
			throw parameterError(operation.errorCodes, 'phone_tail_number must be four digits');
		}
	}
	const found = (body.order_ids as string[]).map((id) => {
		const home = homes.find((each) => each.orders.row(id) !== undefined);
		return { id, home, order: home?.orders.get(id) };
	});
	const groupOf = (home?: ShopWorld) =>
		BUNDLE_GROUPS.findIndex((group) => group.includes(home?.shop.region ?? ''));
	const group = groupOf(found.find(({ order }) => order)?.home);
	const faults = found.flatMap(({ id, home, order }) => {
		const fault = (message: string) => [{ code: 21001001, message, detail: { order_id: id } }];
		if (!order || !home) return fault('The order does not exist.');
		if (groupOf(home) < 0) return fault('There are no bundles in this region.');
		if (groupOf(home) !== group) return fault('The orders belong to different districts.');
		return order.rts_time === undefined ? fault('The order is not shipped.') : [];
	});
	const errors = faults.length > 0 ? { errors: faults } : {};
	const [first] = found.filter(({ id }) => !faults.some(({ detail }) => detail.order_id === id));
	if (first?.home === undefined) return errors;
	const id = ids.bundle(first.home.shop.number, first.home.bundles++);
	return {
		first_mile_bundle_id: id,
		url: `${sandbox.url}/_documents/bundle-${id}.pdf`,
		...errors,
	};
}

/** The warehouse provider that this app belongs to. */
export const WAREHOUSE_PROVIDER = '7301122334455667788';

interface WarehousePackage {
	id: string;
	create_time_millis: number;
	ship_time_millis: number;
	handover_time_millis: number;
	skus: Array<{ id: string; quantity: number }>;
}

function whyNotConfirmed(found: PackageView | undefined, entry: WarehousePackage) {
	if (found === undefined) return 'the package is unknown';
	const { create_time_millis: received, ship_time_millis: shipped } = entry;
	if (received > shipped || shipped > entry.handover_time_millis) return 'the times are disordered';
	const counts: Record<string, number> = {};
	for (const { sku_id: sku } of found.lines) counts[sku] = (counts[sku] ?? 0) + 1;
	const given = Object.fromEntries(entry.skus.map(({ id, quantity }) => [id, quantity]));
	return isDeepStrictEqual(given, counts) ? undefined : 'the SKUs are others';
}

function confirmShipment({ body, sandbox }: Call): JsonObject {
	if (body.warehouse_provider_id !== WAREHOUSE_PROVIDER) {
		throw refusal(39003019, 'warehouse provider id is invalid');
	}
	const done: string[] = [];
	const faults: JsonObject[] = [];
	for (const entry of body.packages as WarehousePackage[]) {
		const home = sandbox.world.all().find((each) => findPackage(each, entry.id) !== undefined);
		const found = home && findPackage(home, entry.id);
		const why = whyNotConfirmed(found, entry);
		if (why !== undefined || !home || !found) {
			const message = `package param invalid: ${why ?? ''}`;
			faults.push({ code: '39003016', message, detail: { package_id: entry.id } });
			continue;
		}
		for (const order of found.orders) sandbox.world.moveOrder(home, order, 'IN_TRANSIT');
		done.push(entry.id);
	}
	return {
		...(done.length > 0 ? { success_packages: done } : {}),
		...(faults.length > 0 ? { errors: faults } : {}),
	};
}

export const delivery: Handlers = {
	'fulfillment.get-tracking': (call) => {
		const steps = trackingOf(ownOrder(call));
		return steps.length > 0 ? { tracking: steps } : {};
	},
	'fulfillment.update-shipping-info': (call) => {
		const order = ownOrder(call);
		if (order.packages.length > 1) {
			throw refusal(21011049, 'The order was split: update its packages.');
		}
		return changeTracking(call, order, order.line_items);
	},
	'fulfillment.update-package-shipping-info': (call) => {
		const { order, lines } = ownPackage(call, 21011028);
		return changeTracking(call, order, lines);
	},
	'fulfillment.tts-tracking-validation': ({ home, query, operation }) => {
		if (home.shop.region !== 'US') throw parameterError(operation.errorCodes, 'US shops only');
		const shipped = home.orders
			.known()
			.find((order) =>
				order.line_items.some((line) => line.tracking_number === query.tracking_number),
			);
		const byTikTok = shipped?.shipping_type === 'TIKTOK';
		return { is_tiktok_shipping: byTikTok, is_tiktok_collection: false };
	},
	'fulfillment.update-package-delivery-status': (call) =>
		eachPackage(call, call.body.packages as DeliveryEntry[], (found, entry) =>
			deliver(call, found, entry),
		),
	'fulfillment.fulfillment-upload-delivery-image': (call) => ({
		url: upload(call, ['image/jpeg', 'image/png'], 5 * MEGABYTE, 'png'),
		height: 800,
		width: 600,
	}),
	'fulfillment.fulfillment-upload-delivery-file': (call) => {
		const name = String(call.form?.get('name'));
		if (!name.toLowerCase().endsWith('.pdf')) throw refusal(12038004, 'Invalid file type.');
		return { url: upload(call, ['application/pdf'], 10 * MEGABYTE, 'pdf'), name };
	},
	'fulfillment.upload-invoice': (call) => {
		const invoices = (call.body.invoices ?? []) as Invoice[];
		const entries = invoices.map((invoice) => ({ ...invoice, id: invoice.package_id }));
		return eachPackage(call, entries, (found, entry) => takeInvoice(call, found, entry));
	},
	'fulfillment.create-first-mile-bundle': (call) => bundle(call, call.sandbox.world.all()),
	'fulfillment.create-first-mile-bundlev2': (call) => bundle(call, [call.home]),
	'supply-chain.confirm-package-shipment': confirmShipment,
};
