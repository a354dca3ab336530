import { refusal, type ApiError } from '../errors';
import type { JsonObject } from '../json';
import { project } from '../project';
import { minorUnits } from '../world/money';
import { Promotions, statusOf, type Activity, type Deal } from '../world/promotions';
import type { ShopWorld } from '../world/world';
import { among, pageAnswer, searchPage } from './searching';
import type { Call, Handlers } from './types';

const DAY = 86_400;
const kept = new WeakMap<ShopWorld, Promotions>();

function promotionsOf({ home, sandbox }: Call): Promotions {
	let promotions = kept.get(home);
	if (!promotions) {
		promotions = new Promotions(home.shop, [...home.products.values()], sandbox.clock.seconds());
		kept.set(home, promotions);
	}
	return promotions;
}

function activityOf(call: Call): Activity {
	const activity = promotionsOf(call).activities.get(call.path.activity_id ?? '');
	if (!activity) throw refusal(17029009, 'Activity does not exist');
	return activity;
}

function changeable(call: Call): Activity {
	const activity = activityOf(call);
	const status = statusOf(activity, call.sandbox.clock.seconds());
	if (status === 'DEACTIVATED') throw refusal(17029010, 'Activity is deactivated');
	if (status === 'EXPIRED') throw refusal(17029012, 'Not allowed to update expired activities');
	return activity;
}

function shown(call: Call, activity: Activity): JsonObject {
	const { deactivated, products, ...rest } = activity;
	return {
		...rest,
		activity_id: activity.id,
		status: statusOf(activity, call.sandbox.clock.seconds()),
		activity_commands: deactivated ? ['IMMUTABLE'] : [],
		products: products.map((each) => ({ ...each })),
	} as unknown as JsonObject;
}

const answer = (call: Call, activity: Activity, more: JsonObject = {}): JsonObject =>
	project(call.operation.response, { ...shown(call, activity), ...more });

/** What both creating and updating take, checked. */
function termsOf(call: Call, own?: Activity) {
	const { body } = call;
	const now = call.sandbox.clock.seconds();
	const type = String(body.activity_type ?? own?.activity_type);
	const level = String(body.product_level ?? own?.product_level);
	const indefinite = body.duration_type === 'INDEFINITE';
	const [begin, end] = [Number(body.begin_time), Number(body.end_time)];
	const taken = [...promotionsOf(call).activities.values()].some(
		(each) => each !== own && each.title === body.title,
	);
	if (taken) throw refusal(17029004, 'Duplicate activity title.');
	if (type === 'SHIPPING_DISCOUNT' && level === 'VARIATION') {
		throw refusal(17029001, 'Invalid parameters: product_level');
	}
	if (indefinite !== (begin === 0 && end === 0)) {
		throw refusal(17029001, 'Invalid parameters: begin_time, end_time');
	}
	if (indefinite && type !== 'SHIPPING_DISCOUNT') {
		throw refusal(17029001, 'Invalid parameters: duration_type');
	}
	if (!indefinite) {
		if (begin <= now && begin !== own?.begin_time) {
			throw refusal(17029005, 'Begin Time Earlier Than Now');
		}
		if (end - begin < 600) throw refusal(17029006, 'The activity period is too short.');
		if (end - begin > 365 * DAY) throw refusal(17029007, 'The activity period is too long.');
		if (type === 'FLASHSALE' && end - begin > 3 * DAY) {
			throw refusal(17029008, 'FlashSale Period Too Long');
		}
	}
	const discount = body.discount as Activity['discount'];
	const needed = { SHIPPING_DISCOUNT: 'shipping_discount', BUY_MORE_SAVE_MORE: 'bmsm_discount' };
	const name = needed[type as keyof typeof needed];
	if (!own && name && !(discount && name in discount)) {
		throw refusal(17029001, `Invalid parameters: discount.${name}`);
	}
	return {
		title: String(body.title),
		activity_type: type as Activity['activity_type'],
		product_level: level as Activity['product_level'],
		duration_type: indefinite ? ('INDEFINITE' as const) : ('NORMAL' as const),
		begin_time: begin,
		end_time: end,
		...(body.participation_limit
			? { participation_limit: body.participation_limit as Activity['participation_limit'] }
			: {}),
		...(discount ? { discount } : {}),
	};
}

interface Sent {
	id: string;
	activity_price_amount?: string;
	discount?: string;
	quantity_limit: number;
	quantity_per_user: number;
	skus?: Sent[];
}

/** Codes for products and for SKUs: price where a discount belongs, the other way round, none of them. */
const DEAL_CODES = {
	product: { price: 17029029, discount: 17029030, noDiscount: 17029041, noPrice: 17029042 },
	sku: { price: 17029031, discount: 17029032, noDiscount: 17029043, noPrice: 17029044 },
};

function dealOf(
	call: Call,
	{ activity_type: type }: Activity,
	sent: Sent,
	codes: typeof DEAL_CODES.product,
): Omit<Deal, 'skus'> {
	const { market } = call.home.shop;
	const { id, quantity_limit, quantity_per_user } = sent;
	const limits = { id, quantity_limit, quantity_per_user };
	if (quantity_limit === 0 || quantity_per_user === 0) {
		throw refusal(17029050, 'The limits must be -1 or in the range of [1, 99].');
	}
	if (type === 'DIRECT_DISCOUNT') {
		if (sent.activity_price_amount !== undefined) throw refusal(codes.price, 'A price was given.');
		if (sent.discount === undefined) throw refusal(codes.noDiscount, 'discount is missing.');
		if (Number(sent.discount) > 80) throw refusal(17029020, 'Product discount exceeds limit.');
		return { ...limits, discount: sent.discount };
	}
	if (sent.discount !== undefined) throw refusal(codes.discount, 'A discount was given.');
	if (sent.activity_price_amount === undefined)
		throw refusal(codes.noPrice, 'The price is missing.');
	if (!minorUnits(sent.activity_price_amount, market.decimals)) {
		throw refusal(17029034, '`activity_price_amount` is invalid.');
	}
	const activity_price = { amount: sent.activity_price_amount, currency: market.currency };
	return { ...limits, activity_price };
}

function itemOf(call: Call, activity: Activity, sent: Sent): Deal {
	const product = call.home.products.get(sent.id);
	if (!product) throw refusal(17029017, 'You are specifying products not in your shop.');
	const skus = sent.skus ?? [];
	if (activity.product_level !== 'VARIATION') {
		if (skus.length > 0) throw refusal(17029013, '`sku` must be `[]` for product level.');
		return { ...dealOf(call, activity, sent, DEAL_CODES.product), skus: [] };
	}
	if (skus.length === 0) throw refusal(17029037, '`skus` is empty.');
	if (sent.activity_price_amount !== undefined || sent.discount !== undefined) {
		throw refusal(17029038, 'The deal belongs to the SKUs.');
	}
	if (sent.quantity_limit !== -1) throw refusal(17029015, '`quantity_limit` must be `-1`.');
	const known = new Set(product.skus.map(({ id }) => id));
	for (const { id } of skus) {
		if (!known.has(id)) throw refusal(17029053, 'The SKU ID does not match the product ID.');
	}
	return {
		id: sent.id,
		quantity_limit: -1,
		quantity_per_user: -1,
		skus: skus.map((sku) => ({ ...dealOf(call, activity, sku, DEAL_CODES.sku), skus: [] })),
	};
}

const decreased = (before: number, after: number) =>
	after !== -1 && (before === -1 || after < before);

function updateProducts(call: Call): JsonObject {
	const activity = changeable(call);
	const { body } = call;
	if (body.activity_id !== activity.id) throw refusal(17029001, 'Invalid parameters: activity_id');
	const sent = body.products as Sent[];
	if (new Set(sent.map(({ id }) => id)).size < sent.length) {
		throw refusal(17029039, 'Duplicate product ID.');
	}
	const items = sent.map((each) => itemOf(call, activity, each));
	for (const item of items) {
		const before = activity.products.find(({ id }) => id === item.id);
		if (before && decreased(before.quantity_limit, item.quantity_limit)) {
			throw refusal(17029058, 'Unable to decrease buyer/num PurchaseLimit.');
		}
	}
	const replaced = new Set(items.map(({ id }) => id));
	activity.products = [...activity.products.filter(({ id }) => !replaced.has(id)), ...items];
	activity.update_time = call.sandbox.clock.seconds();
	return answer(call, activity, { total_count: items.length });
}

function removeProducts(call: Call): JsonObject {
	const activity = changeable(call);
	const products = new Set(call.body.product_ids as string[] | undefined);
	const skus = new Set(call.body.sku_ids as string[] | undefined);
	if (products.size + skus.size === 0) throw refusal(17029001, 'Invalid parameters');
	const inside = new Set(activity.products.map(({ id }) => id));
	const skusInside = new Set(activity.products.flatMap((each) => each.skus.map(({ id }) => id)));
	if ([...products].some((id) => !inside.has(id)))
		throw refusal(17029023, 'Products Not In Promotion');
	if ([...skus].some((id) => !skusInside.has(id))) {
		throw refusal(17029024, 'SKU(s) not found in this promotion.');
	}
	activity.products = activity.products
		.filter(({ id }) => !products.has(id))
		.map((each) => ({ ...each, skus: each.skus.filter(({ id }) => !skus.has(id)) }))
		.filter((each) => activity.product_level !== 'VARIATION' || each.skus.length > 0);
	activity.update_time = call.sandbox.clock.seconds();
	return answer(call, activity);
}

const beyondCap = (): ApiError =>
	refusal(17029059, '`page_token + page_size` must be less than 10000.');

function searchActivities(call: Call): JsonObject {
	const { page_size: size, page_token: token, ...filters } = call.body;
	const now = call.sandbox.clock.seconds();
	const rows = [...promotionsOf(call).activities.values()].filter(
		(each) =>
			(filters.status === undefined || statusOf(each, now) === filters.status) &&
			(filters.activity_type === undefined || each.activity_type === filters.activity_type) &&
			(filters.activity_title === undefined || each.title.includes(String(filters.activity_title))),
	);
	const query = {
		...(Number(size) > 0 ? { page_size: Number(size) } : {}),
		...(typeof token === 'string' && token !== '' ? { page_token: token } : {}),
	};
	const found = searchPage({ ...call, body: filters, query }, rows, {
		value: ({ create_time }) => create_time,
		id: ({ id }) => id,
		order: 'DESC',
		defaultSize: 50,
		beyondCap,
	});
	return pageAnswer(call, found, 'activities', (each) => shown(call, each));
}

export const promotion: Handlers = {
	'promotion.create-activity': (call) => {
		const now = call.sandbox.clock.seconds();
		return answer(call, promotionsOf(call).add(termsOf(call), now));
	},
	'promotion.update-activity': (call) => {
		const activity = changeable(call);
		Object.assign(activity, termsOf(call, activity), {
			update_time: call.sandbox.clock.seconds(),
		});
		return answer(call, activity);
	},
	'promotion.deactivate-activity': (call) => {
		const activity = changeable(call);
		activity.deactivated = true;
		activity.update_time = call.sandbox.clock.seconds();
		return answer(call, activity);
	},
	'promotion.get-activity': (call) => answer(call, activityOf(call)),
	'promotion.search-activities': searchActivities,
	'promotion.update-activity-product': updateProducts,
	'promotion.remove-activity-product': removeProducts,
	'promotion.search-coupons': (call) => {
		const status = among(call, 'status');
		const display = among(call, 'display_type');
		const { title_keyword: title = '' } = call.body;
		const rows = promotionsOf(call).coupons.filter(
			(each) =>
				status(each.status) && display(each.display_type) && each.title.includes(String(title)),
		);
		const found = searchPage(call, rows, {
			value: (each) => Number(each.create_time),
			id: ({ id }) => id,
			order: 'DESC',
			defaultSize: 50,
		});
		return pageAnswer(call, found, 'coupons', (each) => each);
	},
	'promotion.get-coupon': (call) => {
		const coupon = promotionsOf(call).coupons.find(({ id }) => id === call.path.coupon_id);
		if (!coupon) throw refusal(36009003, 'Internal error. The coupon was not found.');
		return { coupon: project(call.operation.response?.coupon?.fields, coupon) };
	},
};
