import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many shipping providers',
	description: 'Retrieve the carriers that a delivery option can be shipped with',
	doc: 'get-shipping-providers-202309',
	scopes: ['seller.fulfillment.basic', 'seller.logistics'],
	fields: [
		locator({
			displayName: 'Warehouse',
			name: 'warehouseId',
			description:
				'Whose delivery options the list below offers; the default warehouse if left empty',
			searchListMethod: 'searchWarehouses',
			placeholder: '7068517275539719942',
			required: false,
		}),
		locator({
			displayName: 'Delivery Option',
			name: 'deliveryOptionId',
			description: 'The way of delivery, for instance "Shipped by seller"',
			searchListMethod: 'searchDeliveryOptions',
			placeholder: '6955034615360391937',
			send: 'path.delivery_option_id',
		}),
	],
	request: {
		method: 'GET',
		path: '/logistics/202309/delivery_options/{delivery_option_id}/shipping_providers',
		shop: 'required',
	},
	output: 'shipping_providers',
};
