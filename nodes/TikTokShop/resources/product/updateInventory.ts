import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../../shared/fields';
import { JSON_BODY, type Operation } from '../../../shared/operation';
import { locator, productLocator } from '../../commonFields';
import { backorder, quantity, skuLocator } from './skuFields';

/** A row holds the SKU and the stock of one warehouse side by side. */
const inInventory = (field: Field): Field => ({ ...field, send: `inventory.${field.send}` });

export const updateInventory: Operation = {
	name: 'Update Inventory',
	action: 'Update the inventory of a product',
	description:
		'Set how many units of each SKU are in stock, in all of its warehouses. The product has to be live.',
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
						skuLocator('The SKU to change', true),
						{
							...inInventory(quantity(true)),
							default: 1,
							description: 'Units in stock, from 1 to 99,999',
							hint: 'TikTok Shop does not take 0. To stop selling, deactivate the product.',
						},
						locator({
							displayName: 'Warehouse',
							name: 'warehouseId',
							description:
								'Where the units are. Needed if the SKU has several warehouses: then add an entry for every one of them.',
							searchListMethod: 'searchWarehouses',
							placeholder: '7068517275539719942',
							required: false,
							send: 'inventory.warehouse_id',
						}),
						...backorder.map(inInventory),
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
	// Entries are added by hand; how many warehouses a SKU has is known only when the workflow runs.
	jsonBody: true,
	repeatable: true,
	prepare: ({ body }, { read }) => {
		if (read(JSON_BODY.mode) === 'json') return;
		body.skus = groupBySku(body.skus as unknown as Stock[]);
	},
};

/** The stock of a SKU in one warehouse. */
export interface Stock {
	id: string;
	inventory: IDataObject;
}

/** People enter a row for each SKU and warehouse; TikTok wants each SKU once with a list of its warehouses. */
export function groupBySku(rows: Stock[]): IDataObject[] {
	const inventoryOf = new Map<string, IDataObject[]>();
	for (const { id, inventory } of rows) {
		inventoryOf.set(id, [...(inventoryOf.get(id) ?? []), inventory]);
	}
	return [...inventoryOf].map(([id, inventory]) => ({ id, inventory }));
}
