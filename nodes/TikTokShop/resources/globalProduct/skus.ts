import type { Field } from '../../../shared/fields';
import { MARKETS } from '../../../shared/markets';
import { count, listOf, locator, text } from '../../commonFields';
import { byName } from '../product/productFields';
import { salesAttributeFields } from '../product/skuFields';

/** Markets without global products. */
const LOCAL_ONLY = ['AE', 'BR', 'SA'];

/** A market that a global product can be sold in. */
export const marketField = (without: string[] = []): Field => ({
	displayName: 'Market',
	name: 'region',
	type: 'options',
	options: MARKETS.filter(({ value }) => ![...LOCAL_ONLY, ...without].includes(value)),
	default: 'GB',
	required: true,
	description: 'The country of the shop',
	send: 'region',
});

export const globalWarehouse = locator({
	displayName: 'Global Warehouse',
	name: 'globalWarehouseId',
	description: 'The warehouse that holds the units',
	searchListMethod: 'searchGlobalWarehouses',
	placeholder: '7068517275539719942',
	send: 'global_warehouse_id',
});

const stock = listOf(
	{
		displayName: 'Warehouse',
		name: 'warehouse',
		values: [
			globalWarehouse,
			{
				...count('Quantity', 'quantity', 'quantity', 'Units in this warehouse, from 1 to 99,999', {
					minValue: 1,
					maxValue: 99_999,
				}),
				required: true,
			},
		],
	},
	{
		displayName: 'Inventory',
		name: 'inventory',
		send: 'inventory',
		maxCount: 50,
		description:
			'Units in each warehouse, for sellers with several; Global Quantity then does not count',
	},
);

const displayPrices = listOf(
	{
		displayName: 'Price',
		name: 'price',
		values: [
			marketField(['MX']),
			text(
				'Amount',
				'amount',
				'amount',
				'What buyers see before discounts, in the currency of the market',
				{
					placeholder: '19.90',
					as: 'amount',
					required: true,
				},
			),
		],
	},
	{
		displayName: 'Display Prices',
		name: 'salePrices',
		send: 'sale_prices',
		description:
			'Final prices in single markets; needed for Japan and the United States with warehouses in China',
	},
);

/** What few SKUs have. */
const more: Field[] = [
	text(
		'External SKU ID',
		'externalSkuId',
		'external_global_sku_id',
		'The ID of this SKU in another system of yours',
		{ maxLength: 999, placeholder: '1042-RED' },
	),
	text(
		'Extra Identifier Codes',
		'extraIdentifierCodes',
		'extra_identifier_codes',
		'Codes of the SKUs in a virtual bundle, up to 10, separated by commas; EU only',
		{ as: 'ids', maxCount: 10, placeholder: '4006381333931' },
	),
	count(
		'Global Quantity',
		'globalQuantity',
		'global_quantity',
		'Units for all shops together, divided among them when the product is first published; not to be changed afterwards',
		{ minValue: 0 },
	),
	text(
		'Identifier Code',
		'identifierCode',
		'identifier_code.code',
		'The number under the barcode on the packaging; it can be changed only while the product is a draft',
		{ placeholder: '4006381333931' },
	),
	{
		displayName: 'Identifier Type',
		name: 'identifierType',
		type: 'options',
		options: ['EAN', 'GTIN', 'ISBN', 'JAN', 'UPC'].map((name) => ({ name, value: name })),
		default: 'EAN',
		description: 'The kind of number that Identifier Code is',
		send: 'identifier_code.type',
	},
	text(
		'Unit Count',
		'unitCount',
		'sku_unit_count',
		'The contents in the unit of the category, for instance 500 for 500 ml, from which the unit price is computed; EU only',
		{ as: 'amount', placeholder: '500' },
	),
];

const skuId = text(
	'SKU ID',
	'skuId',
	'id',
	'The global SKU ID, to change this SKU; empty to add a new one. "Get a global product" returns it.',
	{ as: 'id', placeholder: '1729592969712207012' },
);

/**
 * The SKUs of a global product.
 *
 * @param purpose - `update` changes what is filled in, the others need a price for each SKU
 */
export function skusField(purpose: 'create' | 'replace' | 'update'): Field {
	const editing = purpose !== 'create';
	return listOf(
		{
			displayName: 'SKU',
			name: 'sku',
			values: [
				...(editing ? [skuId] : []),
				text('Seller SKU', 'sellerSku', 'seller_sku', 'Your own code, without spaces', {
					maxLength: 50,
					placeholder: 'CANDLE-RED',
				}),
				text(
					'Price',
					'amount',
					'price.amount',
					'Price before tax, with a point: 19.90. The prices of the markets are computed from it.',
					{ as: 'amount', required: purpose !== 'update', placeholder: '19.90' },
				),
				{
					displayName: 'Currency',
					name: 'currency',
					type: 'options',
					options: [
						{ name: 'Euro (EUR)', value: 'EUR', description: 'For sellers within the EU' },
						{ name: 'US Dollar (USD)', value: 'USD', description: 'For global sellers' },
					],
					default: 'USD',
					required: true,
					description: 'Currency of the price',
					send: 'price.currency',
				},
				listOf(
					{ displayName: 'Attribute', name: 'attribute', values: salesAttributeFields },
					{
						displayName: 'Sales Attributes',
						name: 'salesAttributes',
						send: 'sales_attributes',
						maxCount: 3,
						description: 'What tells this SKU from the others, for instance color and size',
					},
				),
				stock,
				{
					displayName: 'Additional Fields',
					name: 'more',
					type: 'collection',
					placeholder: 'Add Field',
					default: {},
					options: byName(editing ? [...more, displayPrices] : more),
				},
			],
		},
		{
			displayName: 'SKUs',
			name: 'skus',
			send: 'body.skus',
			...(purpose === 'update' ? {} : { default: { sku: [{}] }, required: true }),
			maxCount: 300,
			hint: purpose === 'update' ? 'SKUs that are not listed are deleted' : undefined,
			description: editing
				? 'The variants of the product, all of them and each with all it has. SKUs that are not listed are deleted.'
				: 'The variants of the product, the most important one first',
		},
	);
}
