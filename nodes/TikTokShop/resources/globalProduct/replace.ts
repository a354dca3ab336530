import { notice } from '../../../shared/notice';
import type { Operation } from '../../../shared/operation';
import { completeProduct, globalProductLocator, wholeProduct } from './fields';

export const replace: Operation = {
	name: 'Replace',
	action: 'Replace a global product',
	description:
		'Set everything a global product consists of, also in its local products. To change some of it, use "Update a global product". The results tell for each market whether it worked.',
	doc: 'edit-global-product-202309',
	scopes: ['seller.global_product.write'],
	fields: [
		notice(
			'replaceNotice',
			'What you leave out is emptied, SKUs you do not list are deleted, and texts and prices changed in single markets are overwritten.',
		),
		globalProductLocator,
		...wholeProduct('replace'),
	],
	jsonBody: true,
	request: {
		method: 'PUT',
		path: '/product/202309/global_products/{global_product_id}',
		shop: 'none',
	},
	prepare: completeProduct,
};
