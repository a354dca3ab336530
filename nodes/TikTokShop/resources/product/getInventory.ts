import type { Operation } from '../../../shared/operation';
import { productInBatch } from './batch';

export const getInventory: Operation = {
	name: 'Get Inventory',
	action: 'Get the inventory of a product',
	description:
		'Retrieve how many units of each SKU are available and committed, in total and in each warehouse',
	doc: 'inventory-search-202309',
	scopes: ['seller.product.basic'],
	fields: [
		productInBatch,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'SKU IDs',
					name: 'skuIds',
					type: 'string',
					default: '',
					placeholder: '1729592969712207012',
					description: 'Only these SKUs of the product, separated by commas',
					// Where both lists are given, TikTok goes by the SKUs (inventory-search-202309).
					send: 'body.sku_ids',
					as: 'ids',
					maxCount: 600,
				},
			],
		},
	],
	request: { method: 'POST', path: '/product/202309/inventory/search', shop: 'required' },
	batch: {
		max: 100,
		key: 'productId',
		into: 'body.product_ids',
		from: 'inventory',
		matchBy: 'product_id',
		what: 'product',
	},
	reads: true,
};
