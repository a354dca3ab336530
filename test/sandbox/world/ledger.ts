import { ids } from './ids';
import { minorUnits } from './money';
import type { LineItem, Order, ReturnOrder } from './types';
import type { ShopWorld } from './world';

const DAY = 86_400;

/** The running statement and those before it. */
const STATEMENTS = 45;

const UNSETTLED = [
	'AWAITING_SHIPMENT',
	'PARTIALLY_SHIPPING',
	'AWAITING_COLLECTION',
	'IN_TRANSIT',
	'DELIVERED',
];

const REFUNDED = [
	'RETURN_OR_REFUND_REQUEST_SUCCESS',
	'RETURN_OR_REFUND_REQUEST_COMPLETE',
	'REPLACEMENT_REQUEST_REFUND_SUCCESS',
];

/** Amounts in the smallest unit; what the seller pays is negative. */
export interface Amounts {
	listPrice: number;
	sellerDiscount: number;
	refund: number;
	shippingPaid: number;
	shippingCost: number;
	commission: number;
}

/** What one order or one refund brings or costs. */
export interface Entry {
	id: string;
	order: Order;
	/** The moment it counts from. */
	at: number;
	settled: boolean;
	/** By SKU. */
	parts: Array<{ line: LineItem; quantity: number; amounts: Amounts }>;
}

export const revenueOf = ({ listPrice, sellerDiscount, refund }: Amounts) =>
	listPrice + sellerDiscount + refund;

export const shippingOf = ({ shippingPaid, shippingCost }: Amounts) => shippingPaid + shippingCost;

export const settlementOf = (amounts: Amounts) =>
	revenueOf(amounts) + shippingOf(amounts) + amounts.commission;

export function sumOf(all: Amounts[]): Amounts {
	const sum: Amounts = {
		listPrice: 0,
		sellerDiscount: 0,
		refund: 0,
		shippingPaid: 0,
		shippingCost: 0,
		commission: 0,
	};
	for (const each of all) {
		for (const key of Object.keys(sum) as Array<keyof Amounts>) sum[key] += each[key];
	}
	return sum;
}

export const totalOf = ({ parts }: Entry) => sumOf(parts.map(({ amounts }) => amounts));

const COMMISSION = 0.08;

/** What the shop earned and gave back, made from its orders and returns whenever somebody asks. */
export class Ledger {
	readonly entries: Entry[] = [];

	constructor(
		private readonly home: ShopWorld,
		private readonly now: number,
	) {
		const returns = [...home.returns.values()].filter((made) =>
			REFUNDED.includes(made.return_status),
		);
		for (const row of home.orders.all()) {
			const settled = row.status === 'COMPLETED';
			if (!settled && !UNSETTLED.includes(row.status)) continue;
			const order = home.orders.fill(row);
			this.entries.push({
				id: ids.transaction(home.shop.number, order.index),
				order,
				at: order.update_time,
				settled,
				parts: this.sale(order),
			});
		}
		for (const made of returns) this.refund(made);
	}

	private minor(text: string): number {
		return minorUnits(text, this.home.shop.market.decimals) ?? 0;
	}

	private sale(order: Order): Entry['parts'] {
		const skus = [...new Set(order.line_items.map((line) => line.sku_id))];
		return skus.flatMap((sku, index) => {
			const lines = order.line_items.filter(
				(line) => line.sku_id === sku && line.display_status !== 'CANCELLED',
			);
			const [line] = lines;
			if (line === undefined) return [];
			const listPrice = lines.reduce((sum, each) => sum + this.minor(each.original_price), 0);
			const discount = lines.reduce((sum, each) => sum + this.minor(each.seller_discount), 0);
			const shippingPaid = index === 0 ? this.minor(order.payment.shipping_fee) : 0;
			const amounts: Amounts = {
				listPrice,
				sellerDiscount: -discount,
				refund: 0,
				shippingPaid,
				shippingCost: -shippingPaid,
				commission: -Math.floor((listPrice - discount) * COMMISSION),
			};
			return [{ line, quantity: lines.length, amounts }];
		});
	}

	/** A refund lowers what is still to be settled, or comes as an entry of its own afterwards. */
	private refund(made: ReturnOrder): void {
		const sale = this.entries.find(({ order }) => order.id === made.order_id);
		if (sale === undefined) return;
		const parts = made.return_line_items.flatMap((returned) => {
			const line = sale.order.line_items.find((each) => each.id === returned.order_line_item_id);
			if (line === undefined) return [];
			const refund = -this.minor(returned.refund_amount.refund_subtotal);
			const amounts = { ...sumOf([]), refund, commission: Math.floor(-refund * COMMISSION) };
			return [{ line, quantity: 1, amounts }];
		});
		if (!sale.settled) {
			sale.parts.push(...parts);
			return;
		}
		this.entries.push({
			id: ids.refund(this.home.shop.number, this.entries.length),
			order: sale.order,
			at: made.update_time,
			settled: true,
			parts,
		});
	}

	statementIdOf({ at, settled }: Entry): string {
		return settled ? ids.statement(this.home.shop.number, Math.floor(at / DAY)) : '';
	}

	/** One statement for each day on which something was settled, oldest first. */
	statements(): Array<{ id: string; day: number; time: number; age: number; entries: Entry[] }> {
		const today = Math.floor(this.now / DAY);
		const settled = this.entries.filter((entry) => entry.settled);
		return Array.from({ length: STATEMENTS }, (_, index) => today - STATEMENTS + 1 + index)
			.map((day) => ({
				id: ids.statement(this.home.shop.number, day),
				day,
				time: day * DAY,
				age: today - day,
				entries: settled.filter(({ at }) => Math.floor(at / DAY) === day),
			}))
			.filter(({ entries }) => entries.length > 0);
	}
}
