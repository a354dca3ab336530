import type { Operation } from '../../../shared/operation';
import { sortOrder, timeFilters } from '../../commonFields';
import { simplifyPackage } from './simplify';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many packages',
	description: 'Retrieve the packages of a shop, filtered and sorted',
	doc: 'search-package-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: [
						{
							name: 'Processing',
							value: 'PROCESSING',
							description: 'Shipment is arranged; waits for the carrier',
						},
						{ name: 'Fulfilling', value: 'FULFILLING', description: 'With the carrier' },
						{ name: 'Completed', value: 'COMPLETED', description: 'Delivered' },
						{ name: 'Cancelled', value: 'CANCELLED', description: 'For instance lost or damaged' },
					],
					default: 'PROCESSING',
					description: 'Only packages in this status',
					send: 'body.package_status',
				},
				...timeFilters('lt'),
				{
					displayName: 'Sort By',
					name: 'sortField',
					type: 'options',
					options: [
						{ name: 'Creation Time', value: 'create_time' },
						{ name: 'Payment Time', value: 'order_pay_time' },
						{ name: 'Update Time', value: 'update_time' },
					],
					default: 'create_time',
					description: 'The time to sort the results by',
					send: 'query.sort_field',
				},
				sortOrder(),
			],
		},
	],
	request: { method: 'POST', path: '/fulfillment/202309/packages/search', shop: 'optional' },
	pages: { items: 'packages', id: 'id', size: 50 },
	simplify: simplifyPackage,
};
