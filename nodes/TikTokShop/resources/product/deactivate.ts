import type { Operation } from '../../../shared/operation';
import { platformFields, productInBatch, stateBatch } from './batch';

export const deactivate: Operation = {
	name: 'Deactivate',
	action: 'Deactivate a product',
	description: 'Hide a live product from buyers until it is activated again',
	doc: 'deactivate-products-202309',
	scopes: ['seller.product.basic'],
	fields: [productInBatch, platformFields],
	request: { method: 'POST', path: '/product/202309/products/deactivate', shop: 'required' },
	batch: stateBatch,
	repeatable: true,
};
