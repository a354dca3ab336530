import type { Operation } from '../../../shared/operation';

export const getManyCombinable: Operation = {
	name: 'Get Many Combinable',
	action: 'Get many combinable packages',
	description: 'Retrieve the groups of orders that can be shipped together in one package',
	doc: 'search-combinable-packages-202309',
	scopes: ['seller.fulfillment.package.write'],
	fields: [],
	request: {
		method: 'GET',
		path: '/fulfillment/202309/combinable_packages/search',
		shop: 'required',
	},
	pages: { items: 'combinable_packages', size: 50 },
};
