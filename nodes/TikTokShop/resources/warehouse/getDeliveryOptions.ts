import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';

export const getDeliveryOptions: Operation = {
	name: 'Get Delivery Options',
	action: 'Get the delivery options of a warehouse',
	description: 'Retrieve the ways of delivery of a warehouse, with their limits of size and weight',
	doc: 'get-warehouse-delivery-options-202309',
	scopes: ['seller.logistics'],
	fields: [
		locator({
			displayName: 'Warehouse',
			name: 'warehouseId',
			description: 'The warehouse to work on',
			searchListMethod: 'searchWarehouses',
			placeholder: '7068517275539719942',
			send: 'path.warehouse_id',
		}),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Scope',
					name: 'scope',
					type: 'options',
					options: [
						{
							name: 'Assignable to Products',
							value: 'PRODUCT',
							description: 'Those a product can have instead of the warehouse’s; only ID and name',
						},
						{
							name: 'Warehouse',
							value: 'WAREHOUSE',
							description: 'Those the warehouse ships with',
						},
					],
					default: 'WAREHOUSE',
					description: 'Which delivery options to return',
					send: 'query.scope',
				},
			],
		},
	],
	request: {
		method: 'GET',
		path: '/logistics/202309/warehouses/{warehouse_id}/delivery_options',
		shop: 'required',
	},
	output: 'delivery_options',
};
