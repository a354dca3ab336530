import type { Operation } from '../../../shared/operation';
import { trackingFields } from '../package/fields';
import { lineItemsField, orderInPath } from './fields';

export const markAsShipped: Operation = {
	name: 'Mark as Shipped',
	action: 'Mark an order as shipped',
	description:
		'Tell TikTok Shop the carrier and tracking number of an order you ship yourself; only in the US, UK, EU and Japan',
	doc: 'mark-package-as-shipped-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [
		orderInPath,
		...trackingFields('body'),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [lineItemsField('Only these line items are in the package')],
		},
	],
	request: {
		method: 'POST',
		path: '/fulfillment/202309/orders/{order_id}/packages',
		shop: 'required',
	},
};
