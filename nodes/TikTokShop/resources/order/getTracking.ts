import type { Operation } from '../../../shared/operation';
import { orderInPath } from './fields';

export const getTracking: Operation = {
	name: 'Get Tracking',
	action: 'Get the tracking of an order',
	description:
		'Retrieve what the carrier reported about the delivery of an order, one item for each step',
	doc: 'get-tracking-202309',
	scopes: ['seller.logistics'],
	fields: [orderInPath],
	request: {
		method: 'GET',
		path: '/fulfillment/202309/orders/{order_id}/tracking',
		shop: 'required',
	},
	output: 'tracking',
};
