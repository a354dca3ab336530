import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';
import { orderIdsField } from './fields';

export const combine: Operation = {
	name: 'Combine',
	action: 'Combine packages',
	description:
		'Put orders of the same buyer and address into one package. "Get many combinable packages" lists what fits together.',
	doc: 'combine-package-202309',
	scopes: ['seller.fulfillment.package.write'],
	fields: [
		{
			displayName: 'Combinable Packages',
			name: 'combinablePackages',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Combinable Package' },
			placeholder: 'Add Combinable Package',
			default: { combinablePackage: [{}] },
			required: true,
			description: 'What to combine; each entry becomes one package',
			send: 'body.combinable_packages',
			options: [
				{
					displayName: 'Combinable Package',
					name: 'combinablePackage',
					values: [
						locator({
							displayName: 'Combinable Package',
							name: 'combinablePackageId',
							description: 'A group of orders that can share a package',
							searchListMethod: 'searchCombinablePackages',
							placeholder: '1152921504606846976',
							send: 'id',
						}),
						orderIdsField({
							description: 'Only these orders of the group, separated by commas; empty for all',
							send: 'order_ids',
						}),
					],
				},
			],
		},
	],
	request: { method: 'POST', path: '/fulfillment/202309/packages/combine', shop: 'required' },
	output: 'packages',
};
