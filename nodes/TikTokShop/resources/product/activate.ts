import type { Operation } from '../../../shared/operation';
import { platformFields, productInBatch, stateBatch } from './batch';

export const activate: Operation = {
	name: 'Activate',
	action: 'Activate a product',
	description: 'Put a product on sale again after it was deactivated; TikTok reviews it first',
	doc: 'activate-product-202309',
	scopes: ['seller.product.basic'],
	fields: [productInBatch, platformFields],
	request: { method: 'POST', path: '/product/202309/products/activate', shop: 'required' },
	batch: stateBatch,
	repeatable: true,
};
