import { ids } from './ids';
import { minorUnits, money } from './money';
import { Random } from './random';
import { providers } from './shops';
import {
	ORDER_STATUSES,
	type LineItem,
	type Order,
	type OrderRow,
	type OrderStatus,
	type Payment,
	type Product,
	type RecipientAddress,
	type Shop,
	type Sku,
} from './types';

const DAY = 86_400;
const WEEKS = 35 * DAY;

const messages = [
	'',
	'Please ship asap! 🙏',
	'<script>alert(1)</script>',
	'ส่งเร็วๆ นะคะ',
	'Say "hi"',
];

function statusAt(index: number): OrderStatus {
	return ORDER_STATUSES[(index * 5 + 2) % ORDER_STATUSES.length] ?? 'UNPAID';
}

/** Every other group of three orders shares one second of creation and one of change. */
function groupOf(index: number): number {
	const triple = Math.floor(index / 3);
	return triple * 4 + (triple % 2 === 0 ? 0 : (index % 3) + 1);
}

/** The cheap part of order `index`; `startedAt` in seconds. */
export function makeOrderRow(
	seed: number,
	shop: Shop,
	index: number,
	total: number,
	startedAt: number,
): OrderRow {
	const group = groupOf(index);
	const random = new Random(seed, 'row', shop.id, group);
	const step = Math.max(1, Math.floor((WEEKS * 0.75) / Math.max(1, total)));
	const create = startedAt - 600 - group * step - random.between(0, Math.floor(step / 2));
	const room = Math.min(3 * DAY, startedAt - 60 - create);
	const sales = shop.warehouses.filter((each) => each.type === 'SALES_WAREHOUSE');
	return {
		id: ids.order(shop.number, index),
		index,
		status: statusAt(index),
		create_time: create,
		update_time: create + 60 + Math.floor(random.next() * (room - 60)),
		shipping_type: index % 2 === 0 ? 'SELLER' : 'TIKTOK',
		user_id: ids.buyer(index % 17),
		warehouse_id: sales[index % sales.length]?.id ?? '',
		is_buyer_request_cancel: index % 27 === 9,
	};
}

function address(shop: Shop, random: Random): RecipientAddress {
	const { market } = shop;
	const person = random.pick(market.people);
	const place = random.pick(market.places);
	const flat = random.between(1, 99);
	return {
		full_address: `${place.street}, ${flat}, ${place.city} ${place.postalCode}, ${market.country}`,
		phone_number: `${market.phone}${random.digits(4)}`,
		name: `${person.first} ${person.last}`.trim(),
		first_name: person.first,
		last_name: person.last,
		first_name_local_script: person.kana?.[0] ?? '',
		last_name_local_script: person.kana?.[1] ?? '',
		region_code: market.region,
		postal_code: place.postalCode,
		post_town: market.region === 'GB' ? place.city : '',
		address_detail: `${place.street}, ${flat}`,
		address_line1: place.street,
		address_line2: String(flat),
		address_line3: '',
		address_line4: '',
		district_info: [
			{ address_level_name: 'Country', address_name: market.country, address_level: 'L0' },
			{ address_level_name: 'State', address_name: place.state, address_level: 'L1' },
			{ address_level_name: 'City', address_name: place.city, address_level: 'L2' },
		],
		delivery_preferences: {
			drop_off_location: market.region === 'US' ? 'Front door' : '',
		},
	};
}

function lineItem(
	shop: Shop,
	row: OrderRow,
	line: number,
	product: Product,
	sku: Sku,
	random: Random,
): LineItem {
	const { decimals, currency } = shop.market;
	const original = minorUnits(sku.price.sale_price, decimals) ?? 0;
	const seller = random.chance(0.3) ? Math.floor(original / 10) : 0;
	const platform = random.chance(0.2) ? Math.floor(original / 20) : 0;
	const tax = shop.region === 'US' ? Math.round((original - seller) * 0.0825) : 0;
	return {
		id: ids.lineItem(shop.number, row.index, line),
		product_id: product.id,
		product_name: product.title,
		sku_id: sku.id,
		sku_name: sku.sales_attributes.map((each) => each.value_name).join(', ') || 'Default',
		seller_sku: sku.seller_sku,
		sku_image: product.main_images[0]?.urls[0] ?? '',
		sku_type: 'NORMAL',
		original_price: money(original, decimals),
		seller_discount: money(seller, decimals),
		platform_discount: money(platform, decimals),
		sale_price: money(original - seller - platform, decimals),
		currency,
		display_status: 'UNPAID',
		tracking_number: '',
		shipping_provider_id: '',
		shipping_provider_name: '',
		is_gift: false,
		is_dangerous_good: false,
		needs_prescription: false,
		item_tax: tax
			? [{ tax_type: 'SALES_TAX', tax_amount: money(tax, decimals), tax_rate: '0.0825' }]
			: [],
	};
}

export function paymentOf(shop: Shop, lines: LineItem[], shipping: number): Payment {
	const { decimals, currency } = shop.market;
	const sum = (read: (line: LineItem) => string | undefined) =>
		lines.reduce((total, line) => total + (minorUnits(read(line) ?? '0', decimals) ?? 0), 0);
	const original = sum((line) => line.original_price);
	const seller = sum((line) => line.seller_discount);
	const platform = sum((line) => line.platform_discount);
	const tax = sum((line) => line.item_tax[0]?.tax_amount);
	const subTotal = original - seller - platform;
	const text = (minor: number) => money(minor, decimals);
	return {
		currency,
		sub_total: text(subTotal),
		shipping_fee: text(shipping),
		seller_discount: text(seller),
		platform_discount: text(platform),
		total_amount: text(subTotal + shipping + tax),
		original_total_product_price: text(original),
		original_shipping_fee: text(shipping),
		shipping_fee_seller_discount: text(0),
		shipping_fee_platform_discount: text(0),
		shipping_fee_cofunded_discount: text(0),
		tax: text(tax),
		shipping_fee_tax: text(0),
		product_tax: text(tax),
		...(shop.region === 'US' ? { retail_delivery_fee: text(0) } : {}),
		...(shop.region === 'ID' ? { buyer_service_fee: text(0) } : {}),
		...(shop.region === 'TH' ? { small_order_fee: text(0) } : {}),
	};
}

const RANK: Record<OrderStatus, number> = {
	UNPAID: 0,
	ON_HOLD: 1,
	AWAITING_SHIPMENT: 2,
	PARTIALLY_SHIPPING: 3,
	AWAITING_COLLECTION: 4,
	IN_TRANSIT: 5,
	DELIVERED: 6,
	COMPLETED: 7,
	CANCELLED: 8,
};

const PACKAGE_STATUS: Record<OrderStatus, string | undefined> = {
	UNPAID: undefined,
	ON_HOLD: undefined,
	AWAITING_SHIPMENT: 'TO_FULFILL',
	PARTIALLY_SHIPPING: 'TO_FULFILL',
	AWAITING_COLLECTION: 'PROCESSING',
	IN_TRANSIT: 'FULFILLING',
	DELIVERED: 'COMPLETED',
	COMPLETED: 'COMPLETED',
	CANCELLED: 'CANCELLED',
};

/** Gives a line item a carrier, as shipping its package does. */
export function shipLine(
	order: Order,
	line: LineItem,
	at: number,
	tracking?: { number: string; providerId: string },
): void {
	const provider = providers.find((each) => each.id === tracking?.providerId) ?? providers[0];
	const number = tracking?.number ?? `TT${order.id.slice(-10)}${line.id.slice(-2)}`;
	line.tracking_number = number;
	line.shipping_provider_id = provider?.id ?? '';
	line.shipping_provider_name = provider?.name ?? '';
	line.rts_time = at;
	line.display_status = 'AWAITING_COLLECTION';
	line.package_status = 'PROCESSING';
	order.tracking_number ||= number;
	order.shipping_provider_id ||= line.shipping_provider_id;
	order.shipping_provider ||= line.shipping_provider_name;
}

function packUp(shop: Shop, order: Order): void {
	if (order.packages.length > 0) return;
	const split = order.status === 'PARTIALLY_SHIPPING' ? 2 : 1;
	for (const [index, line] of order.line_items.entries()) {
		const part = Math.min(index, split - 1);
		line.package_id = ids.package(shop.number, order.index, part);
		if (order.packages.length === part) order.packages.push({ id: line.package_id });
	}
	order.split_or_combine_tag = split > 1 ? 'SPLIT' : '';
}

/**
 * Moves an order to a status with everything that hangs on it: packages, carriers and the moments
 * passed on the way. `at` in seconds.
 */
export function applyStatus(shop: Shop, order: Order, status: OrderStatus, at: number): void {
	order.status = status;
	order.update_time = at;
	if (status === 'CANCELLED') {
		order.cancel_time = at;
		for (const line of order.line_items) {
			line.display_status = 'CANCELLED';
			if (line.package_id) line.package_status = 'CANCELLED';
		}
		return;
	}
	const rank = RANK[status];
	const between = (part: number) => order.create_time + Math.floor((at - order.create_time) * part);
	if (rank >= RANK.ON_HOLD) order.paid_time ??= between(0.1);
	if (status === 'ON_HOLD') order.is_on_hold_order = true;
	if (rank >= RANK.AWAITING_SHIPMENT) packUp(shop, order);
	if (rank >= RANK.AWAITING_COLLECTION) order.rts_time ??= between(0.4);
	if (rank >= RANK.IN_TRANSIT) order.collection_time ??= between(0.6);
	if (rank >= RANK.DELIVERED) order.delivery_time ??= between(0.9);
	for (const [index, line] of order.line_items.entries()) {
		if (line.display_status === 'CANCELLED') continue;
		const first = status === 'PARTIALLY_SHIPPING' && index === 0;
		if (first || rank >= RANK.AWAITING_COLLECTION) {
			if (!line.rts_time) shipLine(order, line, order.rts_time ?? at);
		}
		if (status === 'PARTIALLY_SHIPPING') {
			if (!line.rts_time) {
				line.display_status = 'AWAITING_SHIPMENT';
				line.package_status = 'TO_FULFILL';
			}
			continue;
		}
		line.display_status = status === 'ON_HOLD' ? 'UNPAID' : status;
		line.package_status = PACKAGE_STATUS[status];
	}
}

/** Turns a row into the whole order, in place: both stay one object. */
export function fillOrder(seed: number, shop: Shop, row: OrderRow, products: Product[]): Order {
	const random = new Random(seed, 'order', shop.id, row.index);
	const sellable = products.filter((each) => each.status === 'ACTIVATE');
	const pool = sellable.length > 0 ? sellable : products;
	const count = row.status === 'PARTIALLY_SHIPPING' ? 2 : 1 + (row.index % 3);
	const option =
		shop.deliveryOptions.find((each) => each.shipping === row.shipping_type) ??
		shop.deliveryOptions[0];
	const lines = Array.from({ length: count }, (_, line) => {
		const product = random.pick(pool);
		return lineItem(shop, row, line, product, random.pick(product.skus), random);
	});
	const { create_time: created, update_time: updated } = row;
	const order: Order = Object.assign(row, {
		buyer_message: random.pick(messages),
		buyer_email: `${random.letters(6)}@chat.seller.tiktok.com`,
		seller_note: '',
		payment: paymentOf(shop, lines, Math.round(shop.market.price / 5)),
		payment_method_name: 'Debit card',
		payment_method_code: 'pm_pi_ccdc_visa_c_d',
		recipient_address: address(shop, random),
		line_items: lines,
		packages: [],
		fulfillment_type: 'FULFILLMENT_BY_SELLER',
		delivery_type: 'HOME_DELIVERY',
		delivery_option_id: option?.id ?? '',
		delivery_option_name: option?.name ?? '',
		shipping_provider: '',
		shipping_provider_id: '',
		tracking_number: '',
		split_or_combine_tag: '',
		has_updated_recipient_address: false,
		is_cod: false,
		is_sample_order: false,
		is_on_hold_order: false,
		is_replacement_order: false,
		is_exchange_order: false,
		commerce_platform: 'TIKTOK_SHOP',
		order_type: 'NORMAL',
		handling_duration: { days: '2', type: 'BUSINESS_DAY' },
		fulfillment_priority_level: 100,
		recommended_shipping_time: created + DAY,
		rts_sla_time: created + 2 * DAY,
		tts_sla_time: created + 3 * DAY,
		shipping_due_time: created + 2 * DAY,
		collection_due_time: created + 3 * DAY,
		delivery_due_time: created + 7 * DAY,
		delivery_sla_time: created + 7 * DAY,
		cancel_order_sla_time: created + 5 * DAY,
		external_orders: [],
		...(shop.region === 'BR'
			? { need_upload_invoice: 'NEED_INVOICE', cpf: '3213-31231412', cpf_name: 'João' }
			: {}),
	});
	applyStatus(shop, order, row.status, updated);
	if (row.status === 'CANCELLED') {
		order.cancel_reason = 'Pricing error';
		order.cancellation_initiator = 'SELLER';
	}
	if (row.is_buyer_request_cancel) order.request_cancel_time = updated;
	return order;
}

/** What a buyer puts into the basket. */
export interface Bought {
	sku_id: string;
	quantity: number;
}

/** One line for each unit, as TikTok Shop lists them. */
function linesFor(seed: number, shop: Shop, order: Order, products: Product[], basket: Bought[]) {
	const random = new Random(seed, 'basket', shop.id, order.index);
	const units = basket.flatMap(({ sku_id, quantity }) => {
		const product = products.find((each) => each.skus.some((sku) => sku.id === sku_id));
		const sku = product?.skus.find((each) => each.id === sku_id);
		if (!product || !sku) throw new Error(`There is no SKU ${sku_id}`);
		return Array.from({ length: quantity }, () => ({ product, sku }));
	});
	return units.map(({ product, sku }, line) => lineItem(shop, order, line, product, sku, random));
}

export type TimeField = 'create_time' | 'update_time';

/** The orders of one shop: rows for all, whole orders only for those somebody looked at. */
export class OrderBook {
	private readonly rows: OrderRow[] = [];
	private readonly byId = new Map<string, OrderRow>();
	private readonly filled = new Map<string, Order>();
	private sorted: Partial<Record<TimeField, OrderRow[]>> = {};

	constructor(
		private readonly seed: number,
		private readonly shop: Shop,
		private readonly products: () => Product[],
		count: number,
		startedAt: number,
	) {
		for (let index = 0; index < count; index += 1) {
			this.append(makeOrderRow(seed, shop, index, count, startedAt));
		}
	}

	private append(row: OrderRow): void {
		this.rows.push(row);
		this.byId.set(row.id, row);
		this.sorted = {};
	}

	get size(): number {
		return this.rows.length;
	}

	/** Newest last, ties by id, so that a position in the list means the same to every reader. */
	ascending(field: TimeField): readonly OrderRow[] {
		this.sorted[field] ??= [...this.rows].sort(
			(a, b) => a[field] - b[field] || (a.id < b.id ? -1 : 1),
		);
		return this.sorted[field];
	}

	row(id: string): OrderRow | undefined {
		return this.byId.get(id);
	}

	get(id: string): Order | undefined {
		const row = this.byId.get(id);
		return row && this.fill(row);
	}

	fill(row: OrderRow): Order {
		let order = this.filled.get(row.id);
		if (!order) {
			order = fillOrder(this.seed, this.shop, row, this.products());
			this.filled.set(row.id, order);
		}
		return order;
	}

	place(at: number, status: OrderStatus): Order {
		const index = this.rows.length;
		const row = makeOrderRow(this.seed, this.shop, index, index + 1, at + 600);
		Object.assign(row, {
			create_time: at,
			update_time: at,
			status,
			is_buyer_request_cancel: false,
		});
		this.append(row);
		return this.fill(row);
	}

	/** Replaces what a new order holds; its payment has to be computed anew. */
	fillBasket(order: Order, basket: Bought[]): void {
		order.line_items = linesFor(this.seed, this.shop, order, this.products(), basket);
		order.packages = [];
		applyStatus(this.shop, order, order.status, order.update_time);
	}

	/** Must follow every change of a time or status. */
	changed(): void {
		this.sorted = {};
	}

	all(): readonly OrderRow[] {
		return this.rows;
	}

	/** The orders somebody looked at, the only ones that can have been changed. */
	known(): Order[] {
		return [...this.filled.values()];
	}
}
