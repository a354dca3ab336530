import type { Operation } from '../../../shared/operation';
import { filters, span } from './fields';

export const getWithdrawals: Operation = {
	name: 'Get Many Withdrawals',
	action: 'Get many withdrawals',
	description: 'Retrieve what was settled to your balance, and what you withdrew from it',
	doc: 'get-withdrawals-202309',
	scopes: ['seller.finance.info'],
	fields: [
		{
			displayName: 'Types',
			name: 'types',
			type: 'multiOptions',
			options: [
				{
					name: 'Reversal',
					value: 'REVERSE',
					description: 'Came back because of a wrong bank card',
				},
				{
					name: 'Settlement',
					value: 'SETTLE',
					description: 'TikTok Shop settled an amount to you',
				},
				{
					name: 'Transfer',
					value: 'TRANSFER',
					description: 'Subsidies and deductions by TikTok Shop',
				},
				{ name: 'Withdrawal', value: 'WITHDRAW', description: 'You withdrew to your bank card' },
			],
			default: ['WITHDRAW'],
			required: true,
			description: 'The kinds of records to retrieve',
			send: 'query.types',
		},
		filters(...span('create_time', 'records')),
	],
	request: { method: 'GET', path: '/finance/202309/withdrawals', shop: 'required' },
	pages: { items: 'withdrawals', id: 'id', size: 100 },
};
