import type { Operation } from '../../../shared/operation';
import { completeProduct, globalProductLocator, wholeProduct } from './fields';

export const replace: Operation = {
	name: 'Replace',
	action: 'Replace a global product',
	description:
		'Store all details of a global product anew, also in its local products; what is left out is removed. The results tell for each market whether it worked.',
	doc: 'edit-global-product-202309',
	scopes: ['seller.global_product.write'],
	fields: [globalProductLocator, ...wholeProduct('replace')],
	jsonBody: true,
	request: {
		method: 'PUT',
		path: '/product/202309/global_products/{global_product_id}',
		shop: 'none',
	},
	prepare: completeProduct,
};
