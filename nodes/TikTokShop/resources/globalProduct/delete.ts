import type { Operation } from '../../../shared/operation';
import { globalProductLocator } from './fields';

export const deleteGlobalProduct: Operation = {
	name: 'Delete',
	action: 'Delete a global product',
	description: 'Remove a global product. There is no operation that brings it back.',
	doc: 'delete-global-products-202309',
	scopes: ['seller.global_product.delete'],
	fields: [{ ...globalProductLocator, send: undefined }],
	request: { method: 'DELETE', path: '/product/202309/global_products', shop: 'none' },
	batch: {
		max: 20,
		key: 'globalProductId',
		into: 'body.global_product_ids',
		matchBy: 'global_product_id',
		what: 'global product',
	},
	repeatable: true,
};
