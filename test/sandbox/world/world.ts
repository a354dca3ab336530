import { ids } from './ids';
import { applyStatus, OrderBook } from './orders';
import { makeProduct } from './products';
import { buyerCancelReason, sellerCancelReasons } from './reasons';
import { makeCancellation, makeReturn, nextReturnAction, RETURN_KINDS } from './returns';
import { openShop } from './shops';
import { publishReview } from './versions';
import type {
	Cancellation,
	Handover,
	LineItem,
	Order,
	OrderStatus,
	Product,
	ReturnOrder,
	AfterSaleType,
	Shop,
	WorldEvent,
} from './types';

export interface WorldSize {
	orders: number;
	products: number;
	returns: number;
}

/** Topic numbers of api/webhooks.json. */
export const TOPIC = {
	orderStatus: 1,
	packageUpdate: 4,
	productStatus: 5,
	deauthorization: 6,
	cancellation: 11,
	return: 12,
	productInformation: 15,
	invoiceStatus: 36,
} as const;

/** The webhook's own names for order statuses; undefined where it has none. */
function webhookStatus(status: OrderStatus): string | undefined {
	if (status === 'CANCELLED') return 'CANCEL';
	return status === 'PARTIALLY_SHIPPING' ? undefined : status;
}

const KEPT_SEARCHABLE = 400;

/** What one shop holds. */
export class ShopWorld {
	readonly products = new Map<string, Product>();
	readonly orders: OrderBook;
	readonly returns = new Map<string, ReturnOrder>();
	readonly cancellations = new Map<string, Cancellation>();
	/** How a shipped package was handed over, by its id. */
	readonly handovers = new Map<string, Handover>();
	/** Addresses of the proofs of delivery that were uploaded. */
	readonly proofs: string[] = [];
	/** How many first mile bundles were made. */
	bundles = 0;
	private readonly partsMade = new Map<string, number>();

	constructor(
		seed: number,
		readonly shop: Shop,
		size: WorldSize,
		private readonly startedAt: number,
	) {
		for (let index = 0; index < size.products; index += 1) {
			const product = makeProduct(seed, shop, index, startedAt);
			this.products.set(product.id, product);
		}
		this.orders = new OrderBook(
			seed,
			shop,
			() => [...this.products.values()],
			size.products > 0 ? size.orders : 0,
			startedAt,
		);
		this.seedReturns(size.returns);
		this.seedCancellations();
	}

	private seedReturns(count: number): void {
		const delivered = this.orders
			.all()
			.filter((row) => row.status === 'DELIVERED' || row.status === 'COMPLETED');
		if (delivered.length === 0) return;
		for (let index = 0; index < count; index += 1) {
			const row = delivered[index % delivered.length];
			const kind = RETURN_KINDS[index % RETURN_KINDS.length];
			if (!row || !kind) continue;
			const updated = Math.min(row.update_time + 3_600 * (index + 1), this.startedAt - 30 - index);
			this.addReturn(this.orders.fill(row), kind, Math.min(row.update_time, updated), updated);
		}
	}

	private seedCancellations(): void {
		const wrongPrice = sellerCancelReasons[1] ?? buyerCancelReason;
		for (const row of this.orders.all().slice(0, KEPT_SEARCHABLE)) {
			if (!row.is_buyer_request_cancel && row.status !== 'CANCELLED') continue;
			const order = this.orders.fill(row);
			const pending = row.status !== 'CANCELLED';
			const status = pending
				? 'CANCELLATION_REQUEST_PENDING'
				: row.index % 2 === 0
					? 'CANCELLATION_REQUEST_COMPLETE'
					: 'CANCELLATION_REQUEST_SUCCESS';
			this.addCancellation(
				order,
				status,
				pending ? 'BUYER' : 'SELLER',
				pending ? buyerCancelReason : wrongPrice,
				row.update_time,
			);
		}
	}

	addReturn(
		order: Order,
		kind: { type: AfterSaleType; status: string },
		created: number,
		updated: number,
		lines?: LineItem[],
	): ReturnOrder {
		const made = makeReturn(this.shop, this.returns.size, order, kind, created, updated, lines);
		this.returns.set(made.return_id, made);
		return made;
	}

	addCancellation(
		order: Order,
		status: string,
		by: 'BUYER' | 'SELLER',
		reason: { name: string; text: string },
		at: number,
		lines = order.line_items,
	): Cancellation {
		const made = makeCancellation(
			this.shop,
			this.cancellations.size,
			order,
			status,
			by,
			reason,
			at,
			at,
			lines,
		);
		this.cancellations.set(made.cancel_id, made);
		return made;
	}

	/** The orders that share a package: several once it was combined. */
	ordersOfPackage(packageId: string): Order[] {
		const owner = this.orderOfPackage(packageId);
		const others = this.orders.known().filter((order) => order !== owner && has(order, packageId));
		return owner === undefined ? others : [owner, ...others];
	}

	/** An id for a package made by splitting, combining or uncombining; the first two are an order's own. */
	newPackageId(order: Order): string {
		const part = this.partsMade.get(order.id) ?? 2;
		this.partsMade.set(order.id, part + 1);
		return ids.package(this.shop.number, order.index, part);
	}

	private orderOfPackage(packageId: string): Order | undefined {
		const index = indexOfPackage(this.shop, packageId);
		const row =
			index === undefined ? undefined : this.orders.row(ids.order(this.shop.number, index));
		const order = row && this.orders.fill(row);
		return order && has(order, packageId) ? order : undefined;
	}
}

const has = (order: Order, packageId: string) =>
	order.packages.some((each) => each.id === packageId);

/** Package ids are made from the order's index; reading it back needs no table of them. */
function indexOfPackage(shop: Shop, packageId: string): number | undefined {
	const low = BigInt(ids.package(shop.number, 0, 0));
	if (!/^\d{19}$/.test(packageId)) return undefined;
	const distance = BigInt(packageId) - low;
	return distance < 0n || distance > 10_000_000_000n ? undefined : Number(distance / 1000n);
}

/** Everything the sandbox's seller owns, and the one place where it changes. */
export class World {
	readonly sellerName = 'Candle & Wick <Trading> “Ltd”';
	readonly openId = 'SANDBOXOPENID0000000001';
	private shops: ShopWorld[] = [];
	private opened = 0;
	private listeners: Array<(event: WorldEvent) => void> = [];

	constructor(
		private readonly seed: number,
		markets: string[],
		private readonly size: WorldSize,
		private readonly seconds: () => number,
	) {
		for (const region of markets) this.open(region);
	}

	private open(region: string): void {
		const shop = openShop(this.seed, this.opened, region);
		this.opened += 1;
		this.shops.push(new ShopWorld(this.seed, shop, this.size, this.seconds()));
	}

	get baseRegion(): string {
		return this.shops[0]?.shop.region ?? 'GB';
	}

	onEvent(listener: (event: WorldEvent) => void): void {
		this.listeners.push(listener);
	}

	tell(shopId: string, type: number, data: Record<string, unknown>): void {
		for (const listener of this.listeners) listener({ shopId, type, data });
	}

	all(): readonly ShopWorld[] {
		return this.shops;
	}

	byCipher(cipher: string): ShopWorld | undefined {
		return this.shops.find((each) => each.shop.cipher === cipher);
	}

	byId(id: string): ShopWorld | undefined {
		return this.shops.find((each) => each.shop.id === id);
	}

	remove(id: string): void {
		this.shops = this.shops.filter((each) => each.shop.id !== id);
	}

	/** Keeps the shops of markets that stay and opens the missing ones. */
	setMarkets(markets: string[]): void {
		this.shops = this.shops.filter((each) => markets.includes(each.shop.region));
		for (const region of markets) {
			if (!this.shops.some((each) => each.shop.region === region)) this.open(region);
		}
	}

	tellOrder(home: ShopWorld, order: Order): void {
		const status = webhookStatus(order.status);
		if (!status) return;
		this.tell(home.shop.id, TOPIC.orderStatus, {
			order_id: order.id,
			order_status: status,
			is_on_hold_order: order.is_on_hold_order,
			update_time: order.update_time,
		});
	}

	moveOrder(home: ShopWorld, order: Order, status: OrderStatus): void {
		applyStatus(home.shop, order, status, this.seconds());
		home.orders.changed();
		this.tellOrder(home, order);
	}

	/** Tells which packages came of splitting or combining. */
	tellPackages(
		home: ShopWorld,
		kind: 'SPLIT' | 'COMBINE' | 'CANCEL_COMBINE',
		packages: Array<{ id: string; order_ids: string[] }>,
	): void {
		this.tell(home.shop.id, TOPIC.packageUpdate, {
			sc_type: kind,
			role_type: 'ROLE_SELLER',
			package_list: packages.map(({ id, order_ids }) => ({
				package_id: id,
				order_id_list: order_ids,
			})),
			update_time: this.seconds(),
		});
	}

	tellReturn(home: ShopWorld, made: ReturnOrder): void {
		this.tell(home.shop.id, TOPIC.return, {
			order_id: made.order_id,
			return_role: made.role,
			return_type: made.return_type,
			return_status: made.return_status,
			return_id: made.return_id,
			create_time: made.create_time,
			update_time: made.update_time,
		});
	}

	moveReturn(home: ShopWorld, made: ReturnOrder, status: string): void {
		made.return_status = status;
		made.update_time = this.seconds();
		made.seller_next_action_response = nextReturnAction(made.return_type, status, made.update_time);
		this.tellReturn(home, made);
	}

	tellCancellation(home: ShopWorld, made: Cancellation): void {
		this.tell(home.shop.id, TOPIC.cancellation, {
			order_id: made.order_id,
			cancellations_role: made.role,
			cancel_status: made.cancel_status,
			cancel_id: made.cancel_id,
			create_time: made.create_time,
		});
	}

	moveCancellation(home: ShopWorld, made: Cancellation, status: string): void {
		made.cancel_status = status;
		made.update_time = this.seconds();
		made.seller_next_action_response = [];
		this.tellCancellation(home, made);
	}

	changeProduct(
		home: ShopWorld,
		product: Product,
		source: 'OPEN_API' | 'SELLER_CENTER',
		fields: string[],
	): void {
		product.update_time = this.seconds();
		if (product.status !== 'ACTIVATE') return;
		this.tell(home.shop.id, TOPIC.productInformation, {
			product_id: product.id,
			change_source: source,
			changed_fields: fields,
			update_time: product.update_time,
		});
	}

	moveProduct(home: ShopWorld, product: Product, status: Product['status']): void {
		product.status = status;
		if (status === 'ACTIVATE') publishReview(home, product);
		product.update_time = this.seconds();
		this.tell(home.shop.id, TOPIC.productStatus, {
			product_id: product.id,
			status: 'PRODUCT_STATUS_CHANGED',
			suspended_reason: '',
			update_time: product.update_time,
		});
	}
}
