import { ids } from '../world/ids';
import { money } from '../world/money';
import { pageAnswer, searchPage, sortOrder } from './searching';
import type { Call, Handlers } from './types';

const DAY = 86_400;
const STATEMENTS = 45;

function statements({ home, sandbox }: Call) {
	const { currency, decimals, price } = home.shop.market;
	const midnight = Math.floor(sandbox.clock.seconds() / DAY) * DAY;
	return Array.from({ length: STATEMENTS }, (_, index) => {
		const day = STATEMENTS - index;
		const time = midnight - day * DAY;
		const revenue = price * (3 + ((time / DAY) % 7));
		const fee = Math.floor(revenue / 12);
		const text = (minor: number) => money(minor, decimals);
		return {
			id: ids.statement(home.shop.number, time / DAY),
			statement_time: time,
			currency,
			revenue_amount: text(revenue),
			net_sales_amount: text(revenue),
			fee_amount: text(-fee),
			adjustment_amount: text(0),
			shipping_cost_amount: text(0),
			settlement_amount: text(revenue - fee),
			payment_status: day > 3 ? 'PAID' : 'PROCESSING',
			payment_id: day > 3 ? `35${ids.statement(home.shop.number, time / DAY).slice(2)}` : '',
		};
	});
}

export const finance: Handlers = {
	'finance.get-statements': (call) => {
		const { statement_time_ge: from, statement_time_lt: before, payment_status } = call.query;
		const rows = statements(call).filter(
			(each) =>
				(from === undefined || each.statement_time >= Number(from)) &&
				(before === undefined || each.statement_time < Number(before)) &&
				(payment_status === undefined || each.payment_status === payment_status),
		);
		const found = searchPage(call, rows, {
			value: (each) => each.statement_time,
			id: (each) => each.id,
			order: sortOrder(call),
			defaultSize: 20,
		});
		return pageAnswer(call, found, 'statements', (each) => each);
	},
};
