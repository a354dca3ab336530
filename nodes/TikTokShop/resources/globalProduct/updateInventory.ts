import type { Operation } from '../../../shared/operation';
import { count, listOf, locator } from '../../commonFields';
import { groupBySku, type Stock } from '../product/updateInventory';
import { globalProductLocator } from './fields';
import { globalWarehouse } from './skus';

export const globalSku = locator({
	displayName: 'Global SKU',
	name: 'globalSkuId',
	description: 'One of the SKUs of the chosen global product',
	searchListMethod: 'searchGlobalSkus',
	placeholder: '1729592969712207012',
	send: 'id',
});

export const updateInventory: Operation = {
	name: 'Update Inventory',
	action: 'Update the inventory of a global product',
	description:
		'Set how many units of each SKU are in which global warehouse. Only for products that are not published yet, and for sellers with several warehouses.',
	doc: 'update-global-inventory-202309',
	scopes: ['seller.global_product.write'],
	fields: [
		globalProductLocator,
		listOf(
			{
				displayName: 'Stock',
				name: 'stock',
				values: [
					globalSku,
					{ ...globalWarehouse, send: 'inventory.global_warehouse_id' },
					{
						...count('Quantity', 'quantity', 'inventory.quantity', 'Units in this warehouse', {
							minValue: 0,
						}),
						required: true,
					},
				],
			},
			{
				displayName: 'Stock',
				name: 'globalSkus',
				send: 'body.global_skus',
				required: true,
				default: { stock: [{}] },
				description: 'The stock to set, one entry for each SKU and warehouse',
			},
		),
	],
	request: {
		method: 'POST',
		path: '/product/202309/global_products/{global_product_id}/inventory/update',
		shop: 'none',
	},
	repeatable: true,
	prepare: ({ body }) => {
		body.global_skus = groupBySku(body.global_skus as unknown as Stock[]);
	},
};
