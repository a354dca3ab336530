import type { Operation } from '../../../shared/operation';
import { newestFirst, sortOrder } from '../../commonFields';
import { filters, sortedBy, span } from './fields';
import { simplifyPayment } from './simplify';

export const getPayments: Operation = {
	name: 'Get Many Payments',
	action: 'Get many payments',
	description: 'Retrieve the transfers to your bank account. Not available in Southeast Asia.',
	doc: 'get-payments-202309',
	scopes: ['seller.finance.info'],
	fields: [sortedBy('create_time'), filters(...span('create_time', 'payments'), sortOrder())],
	request: { method: 'GET', path: '/finance/202309/payments', shop: 'required' },
	pages: { items: 'payments', id: 'id', size: 100 },
	prepare: newestFirst,
	simplify: simplifyPayment,
};
