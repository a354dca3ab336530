import type { Operation } from '../../../shared/operation';
import { globalProductLocator } from './fields';
import { simplifyGlobalProduct } from './simplify';

export const get: Operation = {
	name: 'Get',
	action: 'Get a global product',
	description: 'Retrieve a global product with its SKUs and the local products made from it',
	doc: 'get-global-product-202309',
	scopes: ['seller.global_product.info'],
	fields: [globalProductLocator],
	request: {
		method: 'GET',
		path: '/product/202309/global_products/{global_product_id}',
		shop: 'none',
	},
	simplify: simplifyGlobalProduct,
};
