import type { Operation } from '../../../shared/operation';
import { orderLocator } from '../../commonFields';
import { simplifyOrderTransactions } from './simplify';

export const getOrderTransactions: Operation = {
	name: 'Get Order Transactions',
	action: 'Get the transactions of an order',
	description:
		'Retrieve what an order brought in: sales, fees, shipping, taxes and refunds per SKU',
	doc: 'get-transactions-by-order-202501',
	scopes: ['seller.finance.info'],
	fields: [{ ...orderLocator, send: 'path.order_id' }],
	request: {
		method: 'GET',
		path: '/finance/202501/orders/{order_id}/statement_transactions',
		shop: 'required',
	},
	simplify: simplifyOrderTransactions,
};
