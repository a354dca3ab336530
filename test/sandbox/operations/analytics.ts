import { refusal } from '../errors';
import type { JsonObject } from '../json';
import { project } from '../project';
import { ids } from '../world/ids';
import { minorUnits, money } from '../world/money';
import type { LineItem, Order } from '../world/types';
import { pageAnswer, searchPage } from './searching';
import type { Call, Handlers } from './types';

const DAY = 86_400;
const VIDEOS = 5;
const LIVES = 4;
const CHANNELS = ['VIDEO', 'LIVE', 'PRODUCT_CARD'] as const;
const USD_RATE = 1.25;

/** One unit that was sold. */
interface Sale {
	order: Order;
	line: LineItem;
	gmv: number;
}

interface Span {
	from: number;
	to: number;
}

const dayOf = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);

function midnight(value: unknown): number {
	const text = String(value);
	const seconds = Date.parse(`${text}T00:00:00Z`) / 1000;
	if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(seconds)) {
		throw refusal(28001022, 'invalid request params; detail: start time or end time is invalid.');
	}
	return seconds;
}

function spanOf({ query }: Call): Span {
	const span = { from: midnight(query.start_date_ge), to: midnight(query.end_date_lt) };
	if (span.from >= span.to) {
		throw refusal(28001022, 'invalid request params; detail: start time or end time is invalid.');
	}
	return span;
}

/** Every unit paid for within a span; what is unpaid was not sold. */
function salesOf({ home }: Call, { from, to }: Span): Sale[] {
	const minor = (text: string) => minorUnits(text, home.shop.market.decimals) ?? 0;
	return home.orders
		.all()
		.filter((row) => row.status !== 'UNPAID' && row.create_time >= from && row.create_time < to)
		.map((row) => home.orders.fill(row))
		.flatMap((order) =>
			order.line_items.map((line) => ({
				order,
				line,
				gmv: minor(line.original_price) - minor(line.seller_discount),
			})),
		);
}

const channelOf = ({ order }: Sale) => CHANNELS[order.index % CHANNELS.length];

const videoIdOf = ({ home }: Call, sale: Sale) =>
	channelOf(sale) === 'VIDEO' ? ids.video(home.shop.number, sale.order.index % VIDEOS) : undefined;

const liveIdOf = ({ home }: Call, sale: Sale) =>
	channelOf(sale) === 'LIVE' ? ids.live(home.shop.number, sale.order.index % LIVES) : undefined;

function amountOf({ home, query }: Call, minor: number): JsonObject {
	const { currency, decimals } = home.shop.market;
	if (query.currency !== 'USD' || currency === 'USD') {
		return { amount: money(minor, decimals), currency };
	}
	const cents = Math.round((minor / 10 ** decimals) * USD_RATE * 100);
	return { amount: money(cents, 2), currency: 'USD' };
}

function measure(sales: Sale[]) {
	const count = (keys: string[]) => new Set(keys).size;
	const units = sales.length;
	const clicks = units * 4;
	const impressions = units * 40;
	return {
		gmv: sales.reduce((sum, { gmv }) => sum + gmv, 0),
		units,
		orders: count(sales.map(({ order }) => order.id)),
		skuOrders: count(sales.map(({ order, line }) => `${order.id} ${line.sku_id}`)),
		buyers: count(sales.map(({ order }) => order.user_id)),
		products: count(sales.map(({ line }) => line.product_id)),
		clicks,
		impressions,
	};
}

const rate = (part: number, whole: number) => (whole === 0 ? '0' : (part / whole).toFixed(4));

/** The figures of all endpoints under all names they have there; each answer takes its own. */
function figures(call: Call, sales: Sale[], days: number): JsonObject {
	const all = measure(sales);
	const byChannel = (read: (part: ReturnType<typeof measure>) => number) =>
		CHANNELS.map((type) => ({
			type,
			amount: read(measure(sales.filter((sale) => channelOf(sale) === type))),
		}));
	const gmvParts = CHANNELS.map((type) => ({
		type,
		...amountOf(call, measure(sales.filter((sale) => channelOf(sale) === type)).gmv),
	}));
	const refunds = sales
		.filter(({ line }) => line.display_status === 'CANCELLED')
		.reduce((sum, { gmv }) => sum + gmv, 0);
	return {
		gmv: amountOf(call, all.gmv),
		gmv_breakdown: gmvParts,
		gmv_breakdowns: gmvParts,
		sku_orders: all.skuOrders,
		created_sku_orders: all.skuOrders,
		orders: all.orders,
		avg_order_value: amountOf(call, all.orders === 0 ? 0 : Math.floor(all.gmv / all.orders)),
		avg_price: amountOf(call, all.units === 0 ? 0 : Math.floor(all.gmv / all.units)),
		units_sold: all.units,
		unit_sold: all.units,
		unit_sold_breakdowns: byChannel(({ units }) => units),
		units_sold_breakdown: byChannel(({ units }) => units),
		buyers: all.buyers,
		customers: all.buyers,
		buyer_breakdowns: byChannel(({ buyers }) => buyers),
		daily_avg_buyers: (all.buyers / days).toFixed(2),
		impressions: all.impressions,
		impression_breakdowns: byChannel(({ impressions }) => impressions),
		product_impressions: all.impressions,
		product_impression_breakdowns: byChannel(({ impressions }) => impressions),
		page_views: all.clicks,
		page_view_breakdowns: byChannel(({ clicks }) => clicks),
		product_page_views: all.clicks,
		product_page_view_breakdowns: byChannel(({ clicks }) => clicks),
		avg_page_visitors: Math.floor(all.clicks / days),
		avg_page_visitor_breakdowns: byChannel(({ clicks }) => Math.floor(clicks / days)),
		avg_product_page_visitors: Math.floor(all.clicks / days),
		avg_product_page_visitor_breakdowns: byChannel(({ clicks }) => Math.floor(clicks / days)),
		click_through_rate: rate(all.clicks, all.impressions),
		click_to_order_rate: rate(all.orders, all.clicks),
		views: all.impressions,
		refunds: amountOf(call, refunds),
		cancellations_and_returns: sales.filter(({ line }) => line.display_status === 'CANCELLED')
			.length,
	};
}

function intervals(call: Call, { from, to }: Span, own: (sale: Sale) => boolean): JsonObject[] {
	const sales = salesOf(call, { from, to }).filter(own);
	const step = call.query.granularity === '1D' ? DAY : to - from;
	return Array.from({ length: (to - from) / step }, (_, index) => {
		const start = from + index * step;
		const within = sales.filter(
			({ order }) => order.create_time >= start && order.create_time < start + step,
		);
		const dates = { start_date: dayOf(start), end_date: dayOf(start + step) };
		return { ...dates, ...figures(call, within, step / DAY) };
	});
}

const latest = ({ sandbox }: Call) => ({ latest_available_date: dayOf(sandbox.clock.seconds()) });

function performance(
	call: Call,
	own: (sale: Sale) => boolean = () => true,
	more: { performance?: JsonObject; data?: JsonObject } = {},
): JsonObject {
	const span = spanOf(call);
	const before = { from: span.from - (span.to - span.from), to: span.from };
	return project(call.operation.response, {
		performance: {
			intervals: intervals(call, span, own),
			...(call.query.with_comparison === true
				? { comparison_intervals: intervals(call, before, own) }
				: {}),
			...more.performance,
		},
		...more.data,
		...latest(call),
	});
}

/** How sort fields are named where it differs from the figure. */
const SORTED: Record<string, keyof ReturnType<typeof measure>> = {
	gmv: 'gmv',
	'24h_live_gmv': 'gmv',
	order_count: 'orders',
	unit_sold_count: 'units',
	unit_sold: 'units',
	units_sold: 'units',
	sku_orders: 'skuOrders',
	customers: 'buyers',
	daily_avg_buyers: 'buyers',
	different_products_sold: 'products',
	products_added: 'products',
	views: 'impressions',
};

/** One row for each key that sold something. */
function ranking(
	call: Call,
	list: string,
	keyOf: (sale: Sale) => string | undefined,
	show: (key: string, sales: Sale[], days: number) => JsonObject,
): JsonObject {
	const span = spanOf(call);
	const days = (span.to - span.from) / DAY;
	const groups = new Map<string, Sale[]>();
	for (const sale of salesOf(call, span)) {
		const key = keyOf(sale);
		if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), sale]);
	}
	const figure = SORTED[String(call.query.sort_field ?? 'gmv')];
	const rows = [...groups].map(([id, sales]) => ({
		id,
		sales,
		value: figure === undefined ? 0 : measure(sales)[figure],
	}));
	rows.sort((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1));
	const found = searchPage(call, rows, {
		value: ({ value }) => value,
		id: ({ id }) => id,
		order: call.query.sort_order === 'ASC' ? 'ASC' : 'DESC',
		defaultSize: 10,
	});
	return {
		...pageAnswer(call, found, list, ({ id, sales }) => ({
			id,
			...figures(call, sales, days),
			...show(id, sales, days),
		})),
		...latest(call),
	};
}

const unknown = () => refusal(28001007, "can't find any related data");

const names = (sales: Sale[]) =>
	[...new Map(sales.map(({ line }) => [line.product_id, line.product_name]))].map(([id, name]) => ({
		id,
		name,
	}));

function liveSession(call: Call, id: string, sales: Sale[], days: number): JsonObject {
	const all = measure(sales);
	const own = figures(call, sales, days);
	const first = Math.min(...sales.map(({ order }) => order.create_time));
	return {
		title: `LIVE ${id.slice(-2)} “Autumn evening”`,
		username: 'candle.and.wick',
		start_time: String(first - 3_600),
		end_time: String(first + 3_600),
		sales_performance: {
			...own,
			products_added: all.products + 2,
			different_products_sold: all.products,
			'24h_live_gmv': own.gmv ?? {},
		},
		interaction_performance: {
			...own,
			acu: all.units * 3,
			pcu: all.units * 9,
			viewers: all.units * 30,
			avg_viewing_duration: '46',
			comments: all.units,
			shares: all.orders,
			likes: all.units * 12,
			new_followers: all.buyers,
			product_clicks: all.clicks,
		},
	};
}

export const analytics: Handlers = {
	'analytics.get-shop-performance': (call) => performance(call),
	'analytics.get-shop-product-performance': (call) => {
		const id = call.path.product_id ?? '';
		if (!call.home.products.has(id)) throw unknown();
		return performance(call, ({ line }) => line.product_id === id);
	},
	'analytics.get-shop-product-performance-list': (call) =>
		ranking(
			call,
			'products',
			({ line }) => line.product_id,
			() => ({}),
		),
	'analytics.get-shop-sku-performance': (call) => {
		const id = call.path.sku_id ?? '';
		const product = [...call.home.products.values()].find((each) =>
			each.skus.some((sku) => sku.id === id),
		);
		if (!product) throw unknown();
		const more = { performance: { product_id: product.id } };
		return performance(call, ({ line }) => line.sku_id === id, more);
	},
	'analytics.get-shop-sku-performance-list': (call) => {
		const { product_id: product } = call.query;
		return ranking(
			call,
			'skus',
			({ line }) =>
				product === undefined || line.product_id === product ? line.sku_id : undefined,
			(_, sales) => ({ product_id: sales[0]?.line.product_id ?? '' }),
		);
	},
	'analytics.get-shop-video-performance-details': (call) => {
		const id = call.path.video_id ?? '';
		const own = (sale: Sale) => videoIdOf(call, sale) === id;
		const { units, impressions, orders } = measure(salesOf(call, spanOf(call)).filter(own));
		return performance(call, own, {
			performance: { video_post_time: '2026-01-02T10:00:00Z' },
			data: {
				engagement_data: {
					total_likes: units * 12,
					total_shares: orders,
					total_comments: units,
					total_views: impressions,
				},
			},
		});
	},
	'analytics.get-shop-video-performance-list': (call) =>
		ranking(
			call,
			'videos',
			(sale) => videoIdOf(call, sale),
			(id, sales) => ({
				title: `How we pour candle № ${id.slice(-2)}`,
				username: 'candle.and.wick',
				products: names(sales),
				video_post_time: '2026-01-02T10:00:00Z',
			}),
		),
	'analytics.get-shop-video-performance-overview': (call) =>
		performance(call, (sale) => channelOf(sale) === 'VIDEO'),
	'analytics.get-shop-video-product-performance-list': (call) =>
		ranking(
			call,
			'products',
			(sale) => (videoIdOf(call, sale) === call.path.video_id ? sale.line.product_id : undefined),
			(_, sales) => ({ name: sales[0]?.line.product_name ?? '' }),
		),
	'analytics.get-shop-live-performance-list': (call) =>
		ranking(
			call,
			'live_stream_sessions',
			(sale) => liveIdOf(call, sale),
			(id, sales, days) => liveSession(call, id, sales, days),
		),
	'analytics.get-shop-live-performance-overview': (call) =>
		performance(call, (sale) => channelOf(sale) === 'LIVE'),
};
