import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/operation';
import { locator, productLocator } from '../../commonFields';

export const updateInventory: Operation = {
	name: 'Update Inventory',
	action: 'Update the inventory of a product',
	description: 'Set how many units of each SKU are in stock. The product has to be live.',
	doc: 'update-inventory-202309',
	scopes: ['seller.product.write'],
	fields: [
		productLocator,
		{
			displayName: 'SKUs',
			name: 'skus',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add SKU' },
			placeholder: 'Add SKU',
			default: { sku: [{}] },
			required: true,
			description: 'The stock to set, one entry for each SKU and warehouse',
			send: 'body.skus',
			options: [
				{
					displayName: 'SKU',
					name: 'sku',
					values: [
						{
							displayName: 'SKU ID',
							name: 'skuId',
							type: 'string',
							default: '',
							required: true,
							placeholder: '1729592969712207012',
							description: 'The SKU ID that TikTok Shop gave; "Get a product" returns it',
							send: 'id',
							as: 'id',
						},
						{
							displayName: 'Quantity',
							name: 'quantity',
							type: 'number',
							typeOptions: { minValue: 1, maxValue: 99_999 },
							default: 1,
							required: true,
							description:
								'Units in stock, from 1 to 99,999. To stop selling, deactivate the product instead.',
							send: 'inventory.quantity',
							as: 'integer',
						},
						locator({
							displayName: 'Warehouse',
							name: 'warehouseId',
							description:
								'Where the units are. Needed if the SKU has several warehouses: then add an entry for each of them.',
							searchListMethod: 'searchWarehouses',
							placeholder: '7068517275539719942',
							required: false,
							send: 'inventory.warehouse_id',
						}),
						{
							displayName: 'Backorder Quantity',
							name: 'backorderQuantity',
							type: 'number',
							typeOptions: { minValue: 0 },
							default: '',
							description:
								'Units that can be sold after the stock is gone; empty to keep the present number',
							send: 'inventory.backorder_quantity',
							as: 'integer',
						},
						{
							displayName: 'Handling Days',
							name: 'handlingTime',
							type: 'number',
							typeOptions: { minValue: 1 },
							default: '',
							description: 'Working days until backordered units ship',
							send: 'inventory.handling_time',
							as: 'integer',
						},
					],
				},
			],
		},
	],
	request: {
		method: 'POST',
		path: '/product/202309/products/{product_id}/inventory/update',
		shop: 'optional',
	},
	repeatable: true,
	prepare: ({ body }) => {
		body.skus = groupBySku(body.skus as unknown as Stock[]);
	},
};

interface Stock {
	id: string;
	inventory: IDataObject;
}

/** People enter a row for each SKU and warehouse; TikTok wants each SKU once with a list of its warehouses. */
function groupBySku(rows: Stock[]): IDataObject[] {
	const inventoryOf = new Map<string, IDataObject[]>();
	for (const { id, inventory } of rows) {
		inventoryOf.set(id, [...(inventoryOf.get(id) ?? []), inventory]);
	}
	return [...inventoryOf].map(([id, inventory]) => ({ id, inventory }));
}
