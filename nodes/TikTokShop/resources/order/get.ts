import type { Operation } from '../../../shared/operation';
import { orderLocator } from '../../commonFields';
import { simplifyOrder } from '../../../shared/simplify';

export const get: Operation = {
	name: 'Get',
	action: 'Get an order',
	description:
		'Retrieve an order with its line items, payment and recipient. While it is on hold, usually for an hour after payment, TikTok does not show the recipient.',
	doc: 'get-order-detail-202507',
	scopes: ['seller.order.info'],
	fields: [orderLocator],
	request: { method: 'GET', path: '/order/202507/orders', shop: 'required' },
	batch: {
		max: 50,
		key: 'orderId',
		into: 'query.ids',
		from: 'orders',
		matchBy: 'id',
		what: 'order',
	},
	simplify: simplifyOrder,
};
