import type { Operation } from '../../../shared/operation';
import { orderInPath, platformField } from './fields';

export const getExternalReferences: Operation = {
	name: 'Get External References',
	action: 'Get the external references of an order',
	description: 'Retrieve the numbers that an order and its line items have in a system of your own',
	doc: 'get-external-order-references-202406',
	scopes: ['seller.order.ext_ref.read'],
	fields: [orderInPath, platformField('query.platform')],
	request: {
		method: 'GET',
		path: '/order/202406/orders/{order_id}/external_orders',
		shop: 'required',
	},
	output: 'external_orders',
};
