import type { Operation } from '../../../shared/operation';

export const checkPrerequisites: Operation = {
	name: 'Check Prerequisites',
	action: 'Check the prerequisites of listing',
	description:
		'Find out whether the shop can list products, and what is missing, for instance a return warehouse',
	doc: 'check-listing-prerequisites-202312',
	scopes: ['seller.product.basic'],
	fields: [],
	request: { method: 'GET', path: '/product/202312/prerequisites', shop: 'required' },
	output: 'check_results',
};
