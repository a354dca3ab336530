import type { Operation } from '../../../shared/operation';
import { productInBatch } from './activate';

export const deleteProduct: Operation = {
	name: 'Delete',
	action: 'Delete a product',
	description: 'Remove a product from the shop; it can be recovered for a while',
	doc: 'delete-products-202309',
	scopes: ['seller.product.delete'],
	fields: [productInBatch],
	request: { method: 'DELETE', path: '/product/202309/products', shop: 'required' },
	batch: {
		max: 20,
		key: 'productId',
		into: 'body.product_ids',
		matchBy: 'product_id',
		what: 'product',
	},
	repeatable: true,
};
