import type { Field, Fields, Operation } from '../reference';

type Correction = (operation: Operation) => void;

function limit(fields: Fields | undefined, name: string, field: Partial<Field>): void {
	if (fields?.[name]) Object.assign(fields[name], field);
}

function choose(fields: Fields | undefined, name: string, ...values: string[]): void {
	limit(fields, name, { enum: values });
}

function shipBack({ body }: Operation): void {
	choose(body, 'shipment_type', 'PLATFORM', 'BUYER_ARRANGE');
	choose(body, 'handover_method', 'DROP_OFF', 'PICKUP');
}

const sortedBy =
	(field: string): Correction =>
	({ query }) =>
		choose(query, 'sort_field', field);

function activity({ body }: Operation): void {
	const thresholds = ['MINIMAL_ITEM_QUANTITY', 'MINIMAL_ORDER_AMOUNT'];
	limit(body, 'title', { maxLength: 50 });
	choose(
		body,
		'activity_type',
		'FIXED_PRICE',
		'DIRECT_DISCOUNT',
		'FLASHSALE',
		'SHIPPING_DISCOUNT',
		'BUY_MORE_SAVE_MORE',
	);
	choose(body, 'product_level', 'PRODUCT', 'VARIATION', 'SHOP');
	choose(body, 'duration_type', 'NORMAL', 'INDEFINITE');
	choose(body?.participation_limit?.fields, 'type', 'BUYER_NO_LIMIT', 'BUYER_LIMIT_ONLY_ONE');
	const discount = body?.discount?.fields;
	const shipping = discount?.shipping_discount?.fields;
	choose(shipping, 'threshold_type', 'NO_THRESHOLD', ...thresholds);
	choose(shipping, 'type', 'FREE_SHIPPING', 'DISCOUNT_SHIPPING_FEE');
	choose(
		shipping,
		'shipping_method',
		'STANDARD_SHIPPING',
		'EXPRESS_SHIPPING',
		'ALL_SHIPPING_METHOD',
	);
	choose(shipping, 'inventory_type', 'SELF_FULFILLED', 'FULFILLED_BY_TIKTOK', 'ALL');
	choose(shipping?.area_scope?.fields, 'type', 'WHOLE', 'SPECIFIC_AREAS');
	limit(discount?.bmsm_discount?.fields, 'details', { maxCount: 2 });
	const tier = discount?.bmsm_discount?.fields?.details?.fields;
	choose(tier, 'threshold_type', ...thresholds);
	choose(tier, 'type', 'PERCENTAGE_OFF', 'AMOUNT_OFF');
	choose(discount?.gift_discount?.fields, 'gift_receiving_type', 'ALL_RECEIVE');
	limit(discount?.gift_discount?.fields, 'gift_infos', { maxCount: 2 });
	const gift = discount?.gift_discount?.fields?.gift_infos?.fields;
	choose(gift, 'threshold_type', ...thresholds);
	limit(gift?.gift_details?.fields, 'total_claim_limit', { min: 1, max: 99_999 });
}

function limits(fields: Fields | undefined): void {
	limit(fields, 'quantity_limit', { min: -1, max: 99 });
	limit(fields, 'quantity_per_user', { min: -1, max: 99 });
}

function figures({ query }: Operation): void {
	limit(query, 'page_size', { min: 1, max: 100 });
	choose(query, 'granularity', 'ALL', '1D');
	choose(query, 'currency', 'USD', 'LOCAL');
	choose(query, 'sort_order', 'ASC', 'DESC');
}

const ranked =
	(...fields: string[]): Correction =>
	(operation) => {
		figures(operation);
		choose(operation.query, 'sort_field', ...fields);
	};

function liveAccounts({ query }: Operation): void {
	const types = ['ALL', 'OFFICIAL_ACCOUNTS', 'MARKETING_ACCOUNTS', 'AFFILIATE_ACCOUNTS'];
	choose(query, 'account_type', ...types);
}

/** "Maximum length 100" is the number of entries. */
function hundred({ body }: Operation): void {
	for (const field of Object.values(body ?? {})) {
		if (field.maxLength === 100) Object.assign(field, { maxLength: undefined, maxCount: 100 });
	}
}

/** What the pages of returns, finance, promotion, analytics and FBT say of sizes and values in their text only. */
export const sellingCorrections: Record<string, Correction> = {
	'return-and-refund.create-return': (operation) => {
		choose(operation.body, 'return_type', 'REFUND', 'RETURN_AND_REFUND');
		shipBack(operation);
	},
	'return-and-refund.calculate-refund': (operation) => {
		choose(operation.body, 'request_type', 'CANCEL', 'REFUND', 'RETURN_AND_REFUND');
		shipBack(operation);
	},
	'finance.get-payments': sortedBy('create_time'),
	'finance.get-statements': sortedBy('statement_time'),
	'finance.get-transactions-by-statement': sortedBy('order_create_time'),
	'finance.get-unsettled-transactions': sortedBy('order_create_time'),
	'finance.get-withdrawals': ({ query }) => limit(query, 'page_size', { min: 1, max: 100 }),
	'promotion.create-activity': activity,
	'promotion.update-activity': activity,
	'promotion.search-activities': ({ body }) => limit(body, 'page_size', { min: 0, max: 100 }),
	'promotion.search-coupons': ({ query, body }) => {
		limit(query, 'page_size', { min: 1, max: 100, default: '50' });
		choose(body, 'status', 'NOT_START', 'ONGOING', 'EXPIRED', 'DEACTIVATED');
		choose(body, 'display_type', 'REGULAR', 'LIVE', 'CREATOR_EXCLUSIVE', 'CHAT', 'PROMO_CODE');
		limit(body, 'title_keyword', { maxLength: 100 });
	},
	'promotion.update-activity-product': ({ body }) => {
		limit(body, 'products', { maxCount: 300 });
		limits(body?.products?.fields);
		limits(body?.products?.fields?.skus?.fields);
	},
	'analytics.get-shop-performance': figures,
	'analytics.get-shop-product-performance': figures,
	'analytics.get-shop-sku-performance': figures,
	'analytics.get-shop-video-performance-details': figures,
	'analytics.get-shop-video-performance-overview': figures,
	'analytics.get-shop-live-performance-overview': (operation) => {
		figures(operation);
		liveAccounts(operation);
	},
	'analytics.get-shop-live-performance-list': (operation) => {
		ranked(
			'gmv',
			'products_added',
			'different_products_sold',
			'sku_orders',
			'unit_sold',
			'customers',
			'24h_live_gmv',
		)(operation);
		liveAccounts(operation);
	},
	'analytics.get-shop-product-performance-list': ranked(
		'gmv',
		'order_count',
		'unit_sold_count',
		'click_through_rate',
	),
	'analytics.get-shop-sku-performance-list': ranked('gmv', 'sku_orders', 'units_sold'),
	'analytics.get-shop-video-performance-list': ranked(
		'gmv',
		'sku_orders',
		'units_sold',
		'views',
		'click_through_rate',
	),
	'analytics.get-shop-video-product-performance-list': ranked(
		'gmv',
		'units_sold',
		'daily_avg_buyers',
	),
	'fulfilled-by-tiktok-fbt.search-fbt-inventory-record': hundred,
	'fulfilled-by-tiktok-fbt.search-fbt-inventory': hundred,
	'fulfilled-by-tiktok-fbt.search-goods-info': hundred,
};
