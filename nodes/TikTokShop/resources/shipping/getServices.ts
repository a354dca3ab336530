import type { Operation } from '../../../shared/operation';
import { lineItemsField, orderInPath } from '../order/fields';
import { measureFields } from '../package/fields';

export const getServices: Operation = {
	name: 'Get Eligible Services',
	action: 'Get the eligible shipping services of an order',
	description:
		'Retrieve with which services an order can be shipped, with estimated price and delivery time; United States only',
	doc: 'get-eligible-shipping-service-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [
		orderInPath,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...measureFields, lineItemsField('Only these line items are to be shipped')],
		},
	],
	request: {
		method: 'POST',
		path: '/fulfillment/202309/orders/{order_id}/shipping_services/query',
		shop: 'required',
	},
	output: 'shipping_services',
	reads: true,
};
