import type { Operation } from '../../../shared/operation';
import { orderLocator } from '../../commonFields';
import { externalOrderField, platformField } from './fields';

export const addExternalReferences: Operation = {
	name: 'Add External Reference',
	action: 'Add an external reference to an order',
	description:
		'Store the number that an order and its line items have in a system of your own. Doing it again for the same platform replaces it.',
	doc: 'add-external-order-references-202406',
	scopes: ['seller.order.ext_ref.write', 'seller.order.ext_ref.write.custom'],
	fields: [
		orderLocator,
		platformField('body.external_order.platform'),
		externalOrderField('body.external_order.id'),
		{
			displayName: 'Line Items',
			name: 'lineItems',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Line Item' },
			placeholder: 'Add Line Item',
			default: { lineItem: [{}] },
			required: true,
			description: 'Which line of your order is which line item of TikTok Shop',
			send: 'body.external_order.line_items',
			maxCount: 100,
			options: [
				{
					displayName: 'Line Item',
					name: 'lineItem',
					values: [
						{
							displayName: 'External Line Item ID',
							name: 'externalLineItemId',
							type: 'string',
							default: '',
							required: true,
							placeholder: '1042-1',
							description: 'The ID of the line in your own system',
							send: 'id',
						},
						{
							displayName: 'Line Item ID',
							name: 'lineItemId',
							type: 'string',
							default: '',
							required: true,
							placeholder: '576461413038785753',
							description: 'The ID of the line item in TikTok Shop; "Get an order" lists it',
							send: 'origin_id',
							as: 'id',
						},
					],
				},
			],
		},
	],
	request: { method: 'POST', path: '/order/202406/orders/external_orders', shop: 'required' },
	batch: {
		max: 100,
		key: 'orderId',
		into: 'body.orders',
		entryKey: 'id',
		matchBy: 'order_id',
		what: 'order',
	},
	repeatable: true,
};
