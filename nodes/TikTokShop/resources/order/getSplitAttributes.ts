import type { Operation } from '../../../shared/operation';
import { orderLocator } from '../../commonFields';

export const getSplitAttributes: Operation = {
	name: 'Get Split Attributes',
	action: 'Get the split attributes of an order',
	description: 'Check whether an order can or must be split into several packages, and why',
	doc: 'get-order-split-attributes-202309',
	scopes: ['seller.fulfillment.package.write'],
	fields: [orderLocator],
	request: { method: 'GET', path: '/fulfillment/202309/orders/split_attributes', shop: 'required' },
	// The page names no limit; this is the one of the order details.
	batch: {
		max: 50,
		key: 'orderId',
		into: 'query.order_ids',
		from: 'split_attributes',
		matchBy: 'order_id',
		what: 'order',
	},
};
