import type { Operation } from '../../../shared/operation';
import { newestFirst, sortOrder } from '../../commonFields';
import { filters, sortedBy, span } from './fields';
import { simplifyStatement } from './simplify';

export const getStatements: Operation = {
	name: 'Get Many Statements',
	action: 'Get many statements',
	description:
		'Retrieve the statements that TikTok makes each day at 00:00 UTC, from July 2023 on: what was earned, kept back as fees, and is paid out',
	doc: 'get-statements-202309',
	scopes: ['seller.finance.info'],
	fields: [
		sortedBy('statement_time'),
		filters(
			...span('statement_time', 'statements'),
			{
				displayName: 'Payment Status',
				name: 'paymentStatus',
				type: 'options',
				options: [
					{ name: 'Failed', value: 'FAILED', description: 'The transfer failed' },
					{ name: 'Paid', value: 'PAID', description: 'Transferred to your bank account' },
					{ name: 'Processing', value: 'PROCESSING', description: 'The transfer is under way' },
				],
				default: 'PAID',
				description: 'Only statements in this state',
				send: 'query.payment_status',
			},
			sortOrder(),
		),
	],
	request: { method: 'GET', path: '/finance/202309/statements', shop: 'required' },
	pages: { items: 'statements', id: 'id', size: 100 },
	prepare: newestFirst,
	simplify: simplifyStatement,
};
