import type { Operation } from '../../../shared/operation';
import { packageLocator } from '../../commonFields';
import { orderIdsField } from './fields';

export const uncombine: Operation = {
	name: 'Uncombine',
	action: 'Uncombine a package',
	description: 'Take orders out of a combined package again, so that each has a package of its own',
	doc: 'uncombine-packages-202309',
	scopes: ['seller.fulfillment.package.write'],
	fields: [
		packageLocator,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				orderIdsField({
					description: 'Only these orders leave the package, separated by commas',
					send: 'body.order_ids',
				}),
			],
		},
	],
	request: {
		method: 'POST',
		path: '/fulfillment/202309/packages/{package_id}/uncombine',
		shop: 'required',
	},
	output: 'packages',
};
