import type { Operation } from '../../../shared/operation';

export const getGlobalListingRules: Operation = {
	name: 'Get Global Listing Rules',
	action: 'Get the global listing rules of a shop',
	description:
		'Retrieve how a global seller’s shop can list products in other markets, and how its stock is shared',
	doc: 'get-global-listing-rules-202507',
	scopes: ['seller.product.basic'],
	fields: [],
	request: { method: 'GET', path: '/product/202507/global_listing_rules', shop: 'required' },
};
