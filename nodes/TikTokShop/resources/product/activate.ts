import type { Operation } from '../../../shared/operation';
import { choices, locator } from '../../commonFields';

/** A product that is one of many in a request, so that its ID goes into a list instead of the path. */
export const productInBatch = locator({
	displayName: 'Product',
	name: 'productId',
	description: 'The product to work on',
	searchListMethod: 'searchProducts',
	placeholder: '1729592969712207008',
});

export const activate: Operation = {
	name: 'Activate',
	action: 'Activate a product',
	description: 'Put a product on sale again after it was deactivated',
	doc: 'activate-product-202309',
	scopes: ['seller.product.basic'],
	fields: [
		productInBatch,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Listing Platforms',
					name: 'listingPlatforms',
					type: 'multiOptions',
					options: choices(['TIKTOK_SHOP', 'TOKOPEDIA']),
					default: ['TIKTOK_SHOP'],
					description: 'Where to sell it; only for sellers who came from Tokopedia',
					send: 'body.listing_platforms',
				},
			],
		},
	],
	request: { method: 'POST', path: '/product/202309/products/activate', shop: 'required' },
	batch: {
		max: 20,
		key: 'productId',
		into: 'body.product_ids',
		matchBy: 'product_id',
		what: 'product',
	},
	repeatable: true,
};
