import { ids } from './ids';
import { minorUnits, money } from './money';
import type { Product, Shop } from './types';

const DAY = 86_400;
const SEEDED = 105;
const COUPONS = 24;

export type ActivityType =
	'BUY_MORE_SAVE_MORE' | 'DIRECT_DISCOUNT' | 'FIXED_PRICE' | 'FLASHSALE' | 'SHIPPING_DISCOUNT';

export interface Deal {
	id: string;
	activity_price?: { amount: string; currency: string };
	discount?: string;
	quantity_limit: number;
	quantity_per_user: number;
	skus: Deal[];
}

export interface Activity {
	id: string;
	title: string;
	activity_type: ActivityType;
	product_level: 'PRODUCT' | 'SHOP' | 'VARIATION';
	duration_type: 'INDEFINITE' | 'NORMAL';
	begin_time: number;
	end_time: number;
	participation_limit: Array<{ type: string }>;
	discount?: object;
	products: Deal[];
	create_time: number;
	update_time: number;
	deactivated: boolean;
}

export interface Coupon {
	id: string;
	title: string;
	status: string;
	display_type: string;
	[detail: string]: unknown;
}

/** Where an activity stands at a moment. One without products is not shown to anybody. */
export function statusOf(activity: Activity, now: number): string {
	if (activity.deactivated) return 'DEACTIVATED';
	if (activity.product_level !== 'SHOP' && activity.products.length === 0) return 'DRAFT';
	if (activity.duration_type === 'INDEFINITE') return 'ONGOING';
	if (now < activity.begin_time) return 'NOT_START';
	return now < activity.end_time ? 'ONGOING' : 'EXPIRED';
}

const TYPES: ActivityType[] = ['DIRECT_DISCOUNT', 'FIXED_PRICE', 'FLASHSALE', 'SHIPPING_DISCOUNT'];

/** Days from now until it begins. */
const BEGINS = [-2, -20, 3, -2, 5];

/** The promotions and coupons of one shop. */
export class Promotions {
	readonly activities = new Map<string, Activity>();
	readonly coupons: Coupon[];

	constructor(
		private readonly shop: Shop,
		products: Product[],
		now: number,
	) {
		const live = products.filter(({ status }) => status === 'ACTIVATE');
		for (let index = 0; index < SEEDED; index += 1) {
			const begin = now + (BEGINS[index % BEGINS.length] ?? 0) * DAY;
			const type = TYPES[index % TYPES.length] ?? 'DIRECT_DISCOUNT';
			const created = this.add(
				{
					title: `Sale “№ ${index + 1}” <${type}>`,
					activity_type: type,
					product_level: type === 'SHIPPING_DISCOUNT' ? 'SHOP' : 'PRODUCT',
					begin_time: begin,
					end_time: begin + (type === 'FLASHSALE' ? 1 : 7) * DAY,
				},
				now - 30 * DAY + index,
			);
			created.deactivated = index % 7 === 6;
			const product = live[index % Math.max(1, live.length)];
			if (product && created.product_level === 'PRODUCT') {
				created.products.push(this.dealFor(product, type));
			}
		}
		this.coupons = Array.from({ length: COUPONS }, (_, index) => this.coupon(index, now));
	}

	private dealFor(product: Product, type: ActivityType): Deal {
		const { currency, decimals } = this.shop.market;
		const price = minorUnits(product.skus[0]?.price.sale_price ?? '0', decimals) ?? 0;
		return {
			id: product.id,
			quantity_limit: -1,
			quantity_per_user: 2,
			skus: [],
			...(type === 'DIRECT_DISCOUNT'
				? { discount: '10' }
				: {
						activity_price: {
							amount: money(Math.max(1, Math.floor(price / 2)), decimals),
							currency,
						},
					}),
		};
	}

	add(
		given: Partial<Activity> &
			Pick<Activity, 'activity_type' | 'begin_time' | 'end_time' | 'product_level' | 'title'>,
		at: number,
	): Activity {
		const activity: Activity = {
			id: ids.activity(this.shop.number, this.activities.size),
			duration_type: 'NORMAL',
			participation_limit: [{ type: 'BUYER_NO_LIMIT' }],
			products: [],
			create_time: at,
			update_time: at,
			deactivated: false,
			...given,
		};
		this.activities.set(activity.id, activity);
		return activity;
	}

	private coupon(index: number, now: number): Coupon {
		const { currency, decimals, price } = this.shop.market;
		const amount = { amount: money(Math.floor(price / 10), decimals), currency };
		const status = ['ONGOING', 'NOT_START', 'EXPIRED', 'DEACTIVATED'][index % 4] ?? 'ONGOING';
		const start = now + (status === 'NOT_START' ? 2 : -10) * DAY;
		const end = status === 'EXPIRED' ? now - DAY : now + 20 * DAY;
		const code = index % 3 === 2;
		return {
			id: ids.coupon(this.shop.number, index),
			title: `Coupon ${index + 1} 🎟️`,
			status,
			display_type: code ? 'PROMO_CODE' : 'REGULAR',
			create_time: now - 40 * DAY + index,
			update_time: now - 39 * DAY + index,
			claim_duration: { start_time: start, end_time: end },
			redemption_duration: { type: 'ABSOLUTE', start_time: start, end_time: end },
			display_channels: [code ? 'PRIVATE' : 'ALL'],
			promo_code: code ? `SAVE${index + 10}` : '',
			target_buyer_segment: 'ALL',
			usage_limits: { single_buyer_claim_limit: 1, total_claim_limit: 500 },
			usage_stats: { claimed_count: index * 3, redeemed_count: index },
			discount:
				index % 2 === 0
					? { type: 'AMOUNT_OFF', reduction_amount: amount }
					: { type: 'PERCENT_OFF', percentage: '15', max_discount: amount },
			threshold: {
				type: 'MIN_SPEND',
				min_spend: { amount: money(price, decimals), currency },
			},
			product_scope: 'FULL_SHOP',
			product_ids: [],
			seller_tnc: '',
			creation_source: 'SELLER_CENTER',
			live_tasks: [],
		};
	}
}
