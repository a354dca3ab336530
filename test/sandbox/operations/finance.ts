import { refusal } from '../errors';
import type { JsonObject } from '../json';
import type { Fields } from '../reference';
import {
	Ledger,
	revenueOf,
	settlementOf,
	shippingOf,
	sumOf,
	totalOf,
	type Amounts,
	type Entry,
} from '../world/ledger';
import { ids } from '../world/ids';
import { money } from '../world/money';
import { pageAnswer, searchPage, sortOrder } from './searching';
import type { Call, Handlers } from './types';

const PAID_AFTER_DAYS = 3;

const ledgerOf = ({ home, sandbox }: Call) => new Ledger(home, sandbox.clock.seconds());

const textOf =
	({ home }: Call) =>
	(minor: number) =>
		money(minor, home.shop.market.decimals);

/** The half-open span of two query values; without an end it ends now. */
function within(call: Call, name: string): (time: number) => boolean {
	const from = Number(call.query[`${name}_ge`] ?? 0);
	const before = call.query[`${name}_lt`];
	const end = before === undefined ? call.sandbox.clock.seconds() + 1 : Number(before);
	return (time) => time >= from && time < end;
}

function found<T extends { id: string }>(
	call: Call,
	rows: T[],
	name: string,
	value: (row: T) => number,
	show: (row: T) => object = (row) => row,
): JsonObject {
	const ascending = [...rows].sort((a, b) => value(a) - value(b) || (a.id < b.id ? -1 : 1));
	const sorting = {
		value,
		id: (row: T) => row.id,
		order: sortOrder(call),
		defaultSize: 20,
	};
	return pageAnswer(call, searchPage(call, ascending, sorting), name, show);
}

/** TikTok lists every kind of fee, most of them zero. */
function withZeros(fields: Fields | undefined, given: JsonObject, zero: string): JsonObject {
	return Object.fromEntries(
		Object.entries(fields ?? {}).map(([name, field]) => {
			const own = given[name];
			if (field.fields === undefined) return [name, own ?? zero];
			return [name, withZeros(field.fields, (own ?? {}) as JsonObject, zero)];
		}),
	);
}

function breakdowns(call: Call, fields: Fields | undefined, amounts: Amounts): JsonObject {
	const text = textOf(call);
	const given: JsonObject = {
		revenue_breakdown: {
			subtotal_before_discount_amount: text(amounts.listPrice),
			seller_discount_amount: text(amounts.sellerDiscount),
			refund_subtotal_before_discount_amount: text(amounts.refund),
		},
		shipping_cost_breakdown: {
			actual_shipping_fee_amount: text(amounts.shippingCost),
			customer_paid_shipping_fee_amount: text(amounts.shippingPaid),
		},
		fee_tax_breakdown: { fee: { platform_commission_amount: text(amounts.commission) } },
	};
	return Object.fromEntries(
		Object.entries(given).map(([name, value]) => [
			name,
			withZeros(fields?.[name]?.fields, value as JsonObject, text(0)),
		]),
	);
}

function statements(call: Call) {
	const text = textOf(call);
	const { currency } = call.home.shop.market;
	return ledgerOf(call)
		.statements()
		.map(({ id, day, time, age, entries }) => {
			const sum = sumOf(entries.map(totalOf));
			const paid = age > PAID_AFTER_DAYS;
			return {
				id,
				day,
				statement_time: time,
				currency,
				settlement: settlementOf(sum),
				settlement_amount: text(settlementOf(sum)),
				revenue_amount: text(revenueOf(sum)),
				net_sales_amount: text(revenueOf(sum)),
				fee_amount: text(sum.commission),
				adjustment_amount: text(0),
				shipping_cost_amount: text(shippingOf(sum)),
				payment_status: paid ? 'PAID' : 'PROCESSING',
				payment_id: paid ? ids.payment(call.home.shop.number, day) : '',
			};
		});
}

function payments(call: Call) {
	const value = (amount: string) => ({ value: amount, currency: call.home.shop.market.currency });
	return statements(call)
		.filter(({ payment_id }) => payment_id !== '')
		.map(({ payment_id, statement_time, settlement_amount }) => ({
			id: payment_id,
			create_time: statement_time + 86_400,
			paid_time: statement_time + PAID_AFTER_DAYS * 86_400,
			status: 'PAID',
			amount: value(settlement_amount),
			settlement_amount: value(settlement_amount),
			reserve_amount: value(textOf(call)(0)),
			payment_amount_before_exchange: value(settlement_amount),
			exchange_rate: '1',
			bank_account: '****1234',
		}));
}

/** Each paid statement is settled to the balance, and each second one is withdrawn. */
function withdrawals(call: Call) {
	const { number } = call.home.shop;
	return statements(call)
		.filter(({ payment_id }) => payment_id !== '')
		.flatMap(({ day, statement_time, settlement_amount, currency }) => {
			const entry = (type: string, step: number) => ({
				id: ids.withdrawal(number, day * 2 + step),
				type,
				amount: settlement_amount,
				currency,
				status: 'SUCCESS',
				create_time: statement_time + 86_400 + step * 3_600,
			});
			return day % 2 === 0 ? [entry('SETTLE', 0), entry('WITHDRAW', 1)] : [entry('SETTLE', 0)];
		});
}

function transaction(call: Call, entry: Entry): JsonObject {
	const text = textOf(call);
	const amounts = totalOf(entry);
	return {
		id: entry.id,
		type: 'ORDER',
		order_id: entry.order.id,
		order_create_time: entry.order.create_time,
		settlement_amount: text(settlementOf(amounts)),
		revenue_amount: text(revenueOf(amounts)),
		shipping_cost_amount: text(shippingOf(amounts)),
		fee_tax_amount: text(amounts.commission),
		adjustment_amount: text(0),
		...breakdowns(call, call.operation.response?.transactions?.fields, amounts),
	};
}

function unsettled(call: Call, entry: Entry): JsonObject {
	const text = textOf(call);
	const amounts = totalOf(entry);
	const delivered = entry.order.status === 'DELIVERED';
	return {
		id: entry.id,
		type: 'ORDER',
		status: 'UNSETTLED',
		currency: call.home.shop.market.currency,
		order_id: entry.order.id,
		order_create_time: entry.order.create_time,
		order_delivery_time: entry.order.delivery_time ?? 0,
		estimated_settlement: String(entry.order.create_time + 15 * 86_400),
		unsettled_reason: delivered ? 'DELIVERED_NOT_SETTLED' : 'NOT_DELIVERED',
		est_settlement_amount: text(settlementOf(amounts)),
		est_revenue_amount: text(revenueOf(amounts)),
		est_shipping_cost_amount: text(shippingOf(amounts)),
		est_fee_tax_amount: text(amounts.commission),
		est_adjustment_amount: text(0),
		...breakdowns(call, call.operation.response?.transactions?.fields, amounts),
	};
}

const createdAt = ({ order }: Entry) => order.create_time;

function byStatement(call: Call): JsonObject {
	const text = textOf(call);
	const statement = ledgerOf(call)
		.statements()
		.find(({ id }) => id === call.path.statement_id);
	if (!statement) throw refusal(36009003, 'Internal error. The statement was not found.');
	const sum = sumOf(statement.entries.map(totalOf));
	return {
		...found(call, statement.entries, 'transactions', createdAt, (entry) =>
			transaction(call, entry),
		),
		id: statement.id,
		create_time: statement.time,
		status: 'SETTLED',
		currency: call.home.shop.market.currency,
		payable_amount: text(settlementOf(sum)),
		total_reserve_amount: text(0),
		total_settlement_amount: text(settlementOf(sum)),
		total_settlement_breakdown: {
			total_revenue_amount: text(revenueOf(sum)),
			total_shipping_cost_amount: text(shippingOf(sum)),
			total_fee_tax_amount: text(sum.commission),
			total_adjustment_amount: text(0),
		},
	};
}

function byOrder(call: Call): JsonObject {
	const text = textOf(call);
	const order = call.home.orders.get(call.path.order_id ?? '');
	if (!order) throw refusal(36009003, 'Internal error. The order was not found.');
	const ledger = ledgerOf(call);
	const entries = ledger.entries.filter((each) => each.order === order && each.settled);
	const sum = sumOf(entries.map(totalOf));
	const fields = call.operation.response?.sku_transactions?.fields;
	const skus = entries.flatMap((entry) =>
		entry.parts.map(({ line, quantity, amounts }): JsonObject => ({
			sku_id: line.sku_id,
			sku_name: line.sku_name,
			product_name: line.product_name,
			statement_id: ledger.statementIdOf(entry),
			quantity: String(quantity),
			settlement_amount: text(settlementOf(amounts)),
			revenue_amount: text(revenueOf(amounts)),
			shipping_cost_amount: text(shippingOf(amounts)),
			fee_tax_amount: text(amounts.commission),
			...breakdowns(call, fields, amounts),
		})),
	);
	return {
		order_id: order.id,
		order_create_time: order.create_time,
		currency: call.home.shop.market.currency,
		revenue_amount: text(revenueOf(sum)),
		fee_and_tax_amount: text(sum.commission),
		shipping_cost_amount: text(shippingOf(sum)),
		settlement_amount: text(settlementOf(sum)),
		total_count: skus.length,
		...(skus.length > 0 ? { sku_transactions: skus } : {}),
	};
}

export const finance: Handlers = {
	'finance.get-statements': (call) => {
		const matches = within(call, 'statement_time');
		const { payment_status: status } = call.query;
		const rows = statements(call).filter(
			(each) =>
				matches(each.statement_time) && (status === undefined || each.payment_status === status),
		);
		return found(call, rows, 'statements', (row) => row.statement_time);
	},
	'finance.get-payments': (call) => {
		const matches = within(call, 'create_time');
		const rows = payments(call).filter((each) => matches(each.create_time));
		return found(call, rows, 'payments', (row) => row.create_time);
	},
	'finance.get-withdrawals': (call) => {
		const matches = within(call, 'create_time');
		const types = call.query.types as string[];
		const rows = withdrawals(call).filter(
			(each) => matches(each.create_time) && types.includes(each.type),
		);
		return found(call, rows, 'withdrawals', (row) => row.create_time);
	},
	'finance.get-unsettled-transactions': (call) => {
		const matches = within(call, 'search_time');
		const text = textOf(call);
		const rows = ledgerOf(call).entries.filter(
			(entry) => !entry.settled && matches(entry.order.create_time),
		);
		const sum = sumOf(rows.map(totalOf));
		return {
			...found(call, rows, 'transactions', createdAt, (entry) => unsettled(call, entry)),
			sum_est_settlement_amount: text(settlementOf(sum)),
			sum_est_revenue_amount: text(revenueOf(sum)),
			sum_est_adjustment_amount: text(0),
			sum_est_fee_amount: text(sum.commission),
		};
	},
	'finance.get-transactions-by-statement': byStatement,
	'finance.get-transactions-by-order': byOrder,
};
