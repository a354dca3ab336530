import type { Operation } from '../../../shared/operation';
import { changes, completeProduct, globalProductLocator } from './fields';

export const update: Operation = {
	name: 'Update',
	action: 'Update a global product',
	description: 'Change some details of a global product; what is left out stays as it is',
	doc: 'partial-edit-global-product-202509',
	scopes: ['seller.product.basic'],
	fields: [globalProductLocator, changes],
	jsonBody: true,
	request: {
		method: 'PUT',
		path: '/product/202509/global_products/{global_product_id}/partial_edit',
		shop: 'none',
	},
	prepare: completeProduct,
};
