import type { Operation } from '../../../shared/operation';
import { productInBatch, stateBatch } from './batch';

export const deleteProduct: Operation = {
	name: 'Delete',
	action: 'Delete a product',
	description: 'Remove a product from the shop. "Recover a product" brings it back, deactivated.',
	doc: 'delete-products-202309',
	scopes: ['seller.product.delete'],
	fields: [productInBatch],
	request: { method: 'DELETE', path: '/product/202309/products', shop: 'required' },
	batch: stateBatch,
	repeatable: true,
};
