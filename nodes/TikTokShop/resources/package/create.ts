import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';
import { lineItemsField, orderInBody } from '../order/fields';
import { measureFields } from './fields';

export const create: Operation = {
	name: 'Create',
	action: 'Create a package',
	description:
		'Pack an order and buy its TikTok shipping label; United States only. Price and delivery time in the answer are estimates.',
	doc: 'create-packages-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [
		orderInBody,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...measureFields,
				lineItemsField('Only these line items go into the package'),
				locator({
					displayName: 'Shipping Service',
					name: 'shippingServiceId',
					description:
						'The service to ship with; left empty, the order’s default. "Get the eligible shipping services of an order" tells the prices.',
					searchListMethod: 'searchShippingServices',
					placeholder: '7208502187360519982',
					required: false,
					send: 'body.shipping_service_id',
				}),
			],
		},
	],
	request: { method: 'POST', path: '/fulfillment/202309/packages', shop: 'required' },
};
