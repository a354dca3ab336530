import type { Operation } from '../../../shared/operation';
import { productInBatch, stateBatch } from './batch';

export const recover: Operation = {
	name: 'Recover',
	action: 'Recover a product',
	description: 'Bring back a deleted product; it is deactivated then',
	doc: 'recover-products-202309',
	scopes: ['seller.product.delete'],
	fields: [productInBatch],
	request: { method: 'POST', path: '/product/202309/products/recover', shop: 'required' },
	batch: stateBatch,
	repeatable: true,
};
