import type { Field } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { count, currencies, listOf, text } from '../../commonFields';
import { fees } from '../product/skuFields';
import { globalProductLocator, manufacturerIds, responsiblePersonIds } from './fields';
import { marketField } from './skus';
import { globalSku } from './updateInventory';

const own = (displayName: string, name: string, description: string, values: Field[]): Field => ({
	displayName,
	name,
	type: 'fixedCollection',
	placeholder: `Add ${displayName}`,
	default: {},
	description,
	send: name,
	options: [{ displayName, name: 'value', values }],
});

const price = own(
	'Price',
	'price',
	'Prices of this market, instead of those computed from the global price',
	[
		text('Price', 'amount', 'amount', 'Price before tax and charges; enter this or Display Price', {
			as: 'amount',
			placeholder: '19.90',
		}),
		text(
			'Display Price',
			'salePrice',
			'sale_price',
			'The price buyers see, with tax and before discounts; Price then does not count',
			{ as: 'amount', placeholder: '23.90' },
		),
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'options',
			options: currencies.filter(({ value }) => value !== 'BRL'),
			default: 'USD',
			required: true,
			description: 'Currency of the market, or US dollars',
			send: 'currency',
		},
	],
);

const inventory = own(
	'Inventory',
	'inventory',
	'Units for this market; left out, the global quantity is divided among the markets',
	[
		text(
			'Warehouse ID',
			'warehouseId',
			'warehouse_id',
			'Where the units are; "Get many warehouses" lists the warehouses of the shop in that market',
			{ as: 'id', placeholder: '7068517275539719942' },
		),
		count('Quantity', 'quantity', 'quantity', 'Units in stock, from 1 to 99,999', {
			minValue: 1,
			maxValue: 99_999,
		}),
	],
);

export const publish: Operation = {
	name: 'Publish',
	action: 'Publish a global product',
	description:
		'Make local products of a global product and send them to review, once for each market. The results tell for each market whether it worked.',
	doc: 'publish-global-product-202309',
	scopes: ['seller.global_product.write'],
	fields: [
		globalProductLocator,
		listOf(
			{
				displayName: 'Market',
				name: 'market',
				values: [
					marketField(),
					listOf(
						{
							displayName: 'SKU',
							name: 'sku',
							values: [{ ...globalSku, send: 'related_global_sku_id' }, price, inventory, fees],
						},
						{
							displayName: 'SKUs',
							name: 'skus',
							send: 'skus',
							required: true,
							maxCount: 300,
							default: { sku: [{}] },
							description: 'The SKUs to sell in this market',
						},
					),
					manufacturerIds(),
					responsiblePersonIds(),
				],
			},
			{
				displayName: 'Markets',
				name: 'publishTarget',
				send: 'body.publish_target',
				required: true,
				default: { market: [{}] },
				description: 'Where to sell the product',
			},
		),
	],
	jsonBody: true,
	request: {
		method: 'POST',
		path: '/product/202309/global_products/{global_product_id}/publish',
		shop: 'none',
	},
};
