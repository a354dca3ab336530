import type { Operation } from '../../../shared/operation';
import { trackingFields } from '../package/fields';
import { orderInPath } from './fields';

export const updateShippingInfo: Operation = {
	name: 'Update Shipping Info',
	action: 'Update the shipping info of an order',
	description:
		'Correct carrier and tracking number of an order you shipped yourself, within 72 hours after shipping. For an order in several packages use "Update the shipping info of a package".',
	doc: 'update-shipping-info-202309',
	scopes: ['seller.logistics'],
	fields: [orderInPath, ...trackingFields('body')],
	request: {
		method: 'POST',
		path: '/fulfillment/202309/orders/{order_id}/shipping_info/update',
		shop: 'required',
	},
};
