import type { Operation } from '../../../shared/operation';
import { newestFirst, sortOrder } from '../../commonFields';
import { filters, sortedBy, span } from './fields';
import { simplifyTransaction } from './simplify';

export const getUnsettledTransactions: Operation = {
	name: 'Get Unsettled Transactions',
	action: 'Get many unsettled transactions',
	description:
		'Retrieve what is still to be settled, from 2025 on. The amounts are TikTok Shop’s estimates.',
	doc: 'get-unsettled-transactions-202507',
	scopes: ['seller.finance.info'],
	fields: [
		sortedBy('order_create_time'),
		filters(...span('search_time', 'transactions'), sortOrder()),
	],
	request: { method: 'GET', path: '/finance/202507/orders/unsettled', shop: 'required' },
	pages: { items: 'transactions', size: 100 },
	prepare: newestFirst,
	simplify: simplifyTransaction,
};
