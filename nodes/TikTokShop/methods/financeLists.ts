import { inWords } from '../../shared/choices';
import { isoTime } from '../../shared/simplify';
import { asText as text } from '../../shared/text';
import { searchOf } from './lookup';

const searchStatements = searchOf({
	action: 'Get many statements',
	scope: 'seller.finance.info',
	items: 'statements',
	request: ({ pageToken }) => ({
		method: 'GET',
		path: '/finance/202309/statements',
		query: {
			page_size: 100,
			page_token: pageToken,
			sort_field: 'statement_time',
			sort_order: 'DESC',
		},
	}),
	toItem: ({ id, statement_time, settlement_amount, currency, payment_status }) => ({
		name: [
			text(isoTime(statement_time)).slice(0, 10),
			`${text(settlement_amount)} ${text(currency)}`,
			inWords(text(payment_status)),
			text(id),
		].join(' · '),
		value: text(id),
	}),
});

export const financeLists = { searchStatements };
