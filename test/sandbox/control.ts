import type { AuthorizingUser } from './options';
import type { FaultRule } from './faults';
import { endAuthorization } from './operations/authorization';
import { scopes, topics } from './reference';
import type { LoggedRequest } from './requestLog';
import type { SandboxState } from './state';
import type { TokenStats } from './tokens';
import type { Delivery, RawWebhook, Repeats } from './webhooks';
import { paymentOf, type Bought } from './world/orders';
import { minorUnits } from './world/money';
import {
	ORDER_STATUSES,
	type Cancellation,
	type Order,
	type OrderRow,
	type OrderStatus,
	type Product,
	type ReturnOrder,
	type AfterSaleType,
	type Shop,
} from './world/types';
import { TOPIC, type ShopWorld } from './world/world';

export interface ShopSummary {
	id: string;
	name: string;
	region: string;
	cipher: string;
	code: string;
	currency: string;
}

export type PlacedOrder = Partial<
	Pick<
		Order,
		| 'status'
		| 'buyer_message'
		| 'shipping_type'
		| 'user_id'
		| 'create_time'
		| 'update_time'
		| 'is_sample_order'
		| 'is_cod'
		| 'recipient_address'
		| 'warehouse_id'
	>
> & {
	/** What is ordered; chosen by chance without it. */
	basket?: Bought[];
};

/** The sandbox's levers: what happens at TikTok, in Seller Center and in Partner Center. */
export interface ControlMethods {
	shops: () => ShopSummary[];
	placeOrder: (shopId?: string, order?: PlacedOrder) => Order;
	setOrderStatus: (orderId: string, status: OrderStatus) => Order;
	/** A buyer asks to cancel an order that waits for its shipment. */
	requestCancellation: (orderId: string) => Cancellation;
	/** A seller edits a live product in Seller Center. */
	touchProduct: (productId: string, changes?: { title?: string; description?: string }) => Product;
	setProductStatus: (productId: string, status: Product['status']) => Product;
	createReturn: (orderId?: string, kind?: { type?: AfterSaleType; status?: string }) => ReturnOrder;
	setReturnStatus: (returnId: string, status: string) => ReturnOrder;
	expireAccessTokens: () => void;
	expireRefreshTokens: () => void;
	/** The seller ends the authorization in Seller Center: tokens die, webhook 6 goes out. */
	revokeAuthorization: () => void;
	/** Takes a scope from the app and from every token. */
	withdrawScope: (key: string) => void;
	/** Gives the app a scope; tokens get it with the next authorization. */
	grantScope: (key: string) => void;
	setAuthorizingUser: (user: AuthorizingUser) => void;
	removeShop: (shopId: string) => void;
	/** Region codes of the markets the seller has a shop in from now on. */
	setShops: (markets: string[]) => ShopSummary[];
	/** Moves the sandbox's clock; negative seconds move it back. */
	skewClock: (seconds: number) => void;
	/** null turns the list off. */
	setIpAllowList: (ips: string[] | null) => void;
	inject: (rule: FaultRule) => void;
	clearFaults: () => void;
	/** Milliseconds every answer waits. */
	setLatency: (milliseconds: number) => void;
	/** The most rows of a page, whatever page_size asks for; null lifts it. */
	setMostRows: (rows: number | null) => void;
	requests: () => LoggedRequest[];
	clearRequests: () => void;
	deliveries: () => Delivery[];
	/** Waits until no delivery attempt is under way. */
	webhooksSettled: () => Promise<Delivery[]>;
	sendWebhook: (hook: RawWebhook) => Promise<Delivery[]>;
	redeliver: (notificationId: string) => Promise<Delivery[]>;
	/** How often and how scattered each notification is sent from now on. */
	setRepeats: (repeats: Repeats) => void;
	/** Leads an https origin to a local one, as a tunnel service does. */
	tunnel: (origin: string, target: string) => void;
	/** The address of Partner Center; null removes it. Without types: all topics. */
	setAppWideWebhook: (address: string | null, types?: number[]) => void;
	orders: (shopId?: string) => OrderRow[];
	order: (orderId: string) => Order | null;
	products: (shopId?: string) => Product[];
	product: (productId: string) => Product | null;
	returns: (shopId?: string) => ReturnOrder[];
	return: (returnId: string) => ReturnOrder | null;
	cancellations: (shopId?: string) => Cancellation[];
	tokenStats: () => TokenStats;
	setTokenExpiredStatus: (status: 401 | 200) => void;
	/** Whether a refresh token dies when it is used. */
	setRotation: (on: boolean) => void;
	reset: (seed?: number) => void;
}

/** The same methods from outside: every one answers a promise. */
export type SandboxControl = {
	[Name in keyof ControlMethods]: (
		...args: Parameters<ControlMethods[Name]>
	) => Promise<Awaited<ReturnType<ControlMethods[Name]>>>;
};

function summary(shop: Shop): ShopSummary {
	const { id, name, region, cipher, code, market } = shop;
	return { id, name, region, cipher, code, currency: market.currency };
}

function needed<T>(found: T | undefined, what: string): T {
	if (found === undefined) throw new Error(`There is no ${what}`);
	return found;
}

class Finder {
	constructor(private readonly state: SandboxState) {}

	shop(id?: string): ShopWorld {
		const { world } = this.state;
		return needed(id ? world.byId(id) : world.all()[0], `shop ${id ?? ''}`);
	}

	homes(id?: string): readonly ShopWorld[] {
		return id ? [this.shop(id)] : this.state.world.all();
	}

	private find<T>(
		what: string,
		read: (home: ShopWorld) => T | undefined,
	): { home: ShopWorld; found: T } {
		for (const home of this.state.world.all()) {
			const found = read(home);
			if (found !== undefined) return { home, found };
		}
		throw new Error(`There is no ${what}`);
	}

	order(id: string) {
		return this.find(`order ${id}`, (home) => home.orders.get(id));
	}

	product(id: string) {
		return this.find(`product ${id}`, (home) => home.products.get(id));
	}

	return(id: string) {
		return this.find(`return ${id}`, (home) => home.returns.get(id));
	}
}

function happenings(state: SandboxState, finder: Finder) {
	return {
		placeOrder: (shopId?: string, wanted: PlacedOrder = {}) => {
			const home = finder.shop(shopId);
			const { status = 'AWAITING_SHIPMENT', basket, ...rest } = wanted;
			const order = home.orders.place(state.clock.seconds(), status);
			Object.assign(order, rest);
			if (basket) home.orders.fillBasket(order, basket);
			const option = home.shop.deliveryOptions.find(
				(each) => each.shipping === order.shipping_type,
			);
			order.delivery_option_id = option?.id ?? '';
			order.delivery_option_name = option?.name ?? '';
			home.orders.changed();
			const shipping = minorUnits(order.payment.shipping_fee, home.shop.market.decimals) ?? 0;
			order.payment = paymentOf(home.shop, order.line_items, shipping);
			state.world.tellOrder(home, order);
			return order;
		},
		setOrderStatus: (orderId: string, status: OrderStatus) => {
			if (!ORDER_STATUSES.includes(status)) throw new Error(`No order status ${status}`);
			const { home, found } = finder.order(orderId);
			state.world.moveOrder(home, found, status);
			return found;
		},
		requestCancellation: (orderId: string) => {
			const { home, found } = finder.order(orderId);
			if (found.status !== 'AWAITING_SHIPMENT') {
				throw new Error(`An order in ${found.status} is cancelled without being asked for`);
			}
			const now = state.clock.seconds();
			found.is_buyer_request_cancel = true;
			found.request_cancel_time = now;
			found.update_time = now;
			home.orders.changed();
			const reason = {
				name: 'ecom_order_to_ship_canceled_reason_created_by_mistakes',
				text: 'Order created by mistake',
			};
			const made = home.addCancellation(
				found,
				'CANCELLATION_REQUEST_PENDING',
				'BUYER',
				reason,
				now,
			);
			state.world.tellCancellation(home, made);
			return made;
		},
		touchProduct: (productId: string, changes: { title?: string; description?: string } = {}) => {
			const { home, found } = finder.product(productId);
			Object.assign(found, changes);
			const fields = Object.keys(changes);
			const changed = fields.length > 0 ? fields : ['others'];
			state.world.changeProduct(home, found, 'SELLER_CENTER', changed);
			return found;
		},
		setProductStatus: (productId: string, status: Product['status']) => {
			const { home, found } = finder.product(productId);
			state.world.moveProduct(home, found, status);
			return found;
		},
		createReturn: (orderId?: string, kind: { type?: AfterSaleType; status?: string } = {}) => {
			const { home, found } = orderId ? finder.order(orderId) : anyDelivered(finder);
			const type = kind.type ?? 'RETURN_AND_REFUND';
			const pending =
				type === 'REPLACEMENT' ? 'REPLACEMENT_REQUEST_PENDING' : 'RETURN_OR_REFUND_REQUEST_PENDING';
			const now = state.clock.seconds();
			const made = home.addReturn(found, { type, status: kind.status ?? pending }, now, now);
			state.world.tellReturn(home, made);
			return made;
		},
		setReturnStatus: (returnId: string, status: string) => {
			const { home, found } = finder.return(returnId);
			state.world.moveReturn(home, found, status);
			return found;
		},
	};
}

function anyDelivered(finder: Finder): { home: ShopWorld; found: Order } {
	const home = finder.shop();
	const row = home.orders.all().find((each) => each.status === 'DELIVERED');
	return { home, found: home.orders.fill(needed(row, 'delivered order')) };
}

function authorizationLevers(state: SandboxState) {
	const knownScope = (key: string) => {
		if (!scopes.some((scope) => scope.key === key)) throw new Error(`No scope ${key}`);
		return key;
	};
	return {
		expireAccessTokens: () => state.tokens.expireAccess(),
		expireRefreshTokens: () => state.tokens.expireRefresh(),
		revokeAuthorization: () => endAuthorization(state),
		withdrawScope: (key: string) => {
			state.appScopes.delete(knownScope(key));
			state.tokens.dropScope(key);
		},
		grantScope: (key: string) => {
			state.appScopes.add(knownScope(key));
		},
		setAuthorizingUser: (user: AuthorizingUser) => {
			state.authorizing = { ...user };
		},
		tokenStats: () => state.tokens.stats(),
		setTokenExpiredStatus: (status: 401 | 200) => {
			state.tokenExpiredStatus = status;
		},
		setRotation: (on: boolean) => {
			state.tokens.rotation = on;
		},
	};
}

function webhookLevers(state: SandboxState, finder: Finder) {
	return {
		deliveries: () => state.webhooks.deliveries(),
		webhooksSettled: async () => {
			await state.webhooks.settled();
			return state.webhooks.deliveries();
		},
		sendWebhook: async (hook: RawWebhook) => {
			const shopId = hook.shopId ?? finder.shop().shop.id;
			const sent = state.webhooks.send({ ...hook, shopId });
			await state.webhooks.settled();
			return sent;
		},
		redeliver: async (notificationId: string) => {
			const again = state.webhooks.redeliver(notificationId);
			await state.webhooks.settled();
			return again;
		},
		setRepeats: (repeats: Repeats) => {
			state.webhooks.repeats = repeats;
		},
		tunnel: (origin: string, target: string) => state.webhooks.tunnel(origin, target),
		setAppWideWebhook: (address: string | null, types?: number[]) => {
			state.webhooks.setAppWide(address ?? undefined, types ?? topics.map((topic) => topic.type));
		},
	};
}

function views(state: SandboxState, finder: Finder) {
	const quietly = <T>(read: () => { found: T }): T | null => {
		try {
			return read().found;
		} catch {
			return null;
		}
	};
	return {
		shops: () => state.world.all().map(({ shop }) => summary(shop)),
		orders: (shopId?: string) => finder.homes(shopId).flatMap((home) => [...home.orders.all()]),
		order: (id: string) => quietly(() => finder.order(id)),
		products: (shopId?: string) =>
			finder.homes(shopId).flatMap((home) => [...home.products.values()]),
		product: (id: string) => quietly(() => finder.product(id)),
		returns: (shopId?: string) =>
			finder.homes(shopId).flatMap((home) => [...home.returns.values()]),
		return: (id: string) => quietly(() => finder.return(id)),
		cancellations: (shopId?: string) =>
			finder.homes(shopId).flatMap((home) => [...home.cancellations.values()]),
		requests: () => state.requests,
		clearRequests: () => {
			state.requests = [];
		},
	};
}

function circumstances(state: SandboxState, finder: Finder) {
	return {
		removeShop: (shopId: string) => {
			const { shop } = finder.shop(shopId);
			state.world.remove(shop.id);
			state.world.tell(shop.id, TOPIC.deauthorization, {
				message: `Shop_id ${shop.id} is deauthorized from your APP by merchant.`,
			});
		},
		setShops: (markets: string[]) => {
			state.world.setMarkets(markets);
			return state.world.all().map(({ shop }) => summary(shop));
		},
		skewClock: (seconds: number) => state.clock.move(seconds),
		setIpAllowList: (ips: string[] | null) => {
			state.ipAllowList = ips ?? undefined;
		},
		inject: (rule: FaultRule) => state.faults.arm(rule),
		clearFaults: () => state.faults.clear(),
		setMostRows: (rows: number | null) => {
			state.mostRows = rows ?? Infinity;
		},
		setLatency: (milliseconds: number) => {
			state.latencyMs = milliseconds;
		},
		reset: (seed?: number) => state.reset(seed ?? state.settings.seed),
	};
}

export function controlMethods(state: SandboxState): ControlMethods {
	const finder = new Finder(state);
	return {
		...happenings(state, finder),
		...authorizationLevers(state),
		...webhookLevers(state, finder),
		...views(state, finder),
		...circumstances(state, finder),
	};
}
