import type { Field } from '../../../shared/fields';
import { BY_ZONE, choices, count, currencies, listOf, locator, text } from '../../commonFields';

/** Which of the endpoints the fields are for: each knows a little more or less of a SKU. */
export type Purpose = 'check' | 'create' | 'replace' | 'update';

const isEdit = (purpose: Purpose) => purpose === 'replace' || purpose === 'update';

/** What an uploaded picture is called, for placeholders. */
export const IMAGE_URI = 'tos-maliva-i-o3syd03w52-us/c668cdf70b7f483c94dbe';

/** URIs of uploaded pictures, sent as objects. */
export const imageUris = (
	displayName: string,
	name: string,
	send: string,
	description: string,
	more: Partial<Field> = {},
): Field => text(displayName, name, send, description, { as: 'texts', entryKey: 'uri', ...more });

export const skuId: Field = text(
	'SKU ID',
	'skuId',
	'id',
	'The SKU ID that TikTok Shop gave; "Get a product" returns it',
	{ as: 'id', placeholder: '1729592969712207012' },
);

/** A SKU of the chosen product. */
export const skuLocator = (description: string, required: boolean): Field =>
	locator({
		displayName: 'SKU',
		name: 'skuId',
		description,
		searchListMethod: 'searchSkus',
		placeholder: '1729592969712207012',
		send: 'id',
		required,
	});

const LIST_PRICE = { minValue: 0.01, maxValue: 7600 };

const inDollars: Field[] = [
	text('Amount', 'amount', 'amount', 'Price in US dollars, from 0.01 to 7600', {
		required: true,
		as: 'amount',
		placeholder: '24.90',
		typeOptions: LIST_PRICE,
	}),
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'options',
		options: currencies.filter(({ value }) => value === 'USD'),
		default: 'USD',
		description: 'TikTok Shop takes these prices in US dollars only',
		send: 'currency',
	},
];

/** Fields that belong together, as one object. */
export const group = (
	displayName: string,
	name: string,
	send: string,
	description: string,
	values: Field[],
): Field => ({
	displayName,
	name,
	type: 'fixedCollection',
	placeholder: `Add ${displayName}`,
	default: {},
	description,
	send,
	options: [{ displayName, name: 'values', values }],
});

export const listPrice: Field = group(
	'List Price (US)',
	'listPrice',
	'list_price',
	'Recommended retail price; United States only',
	inDollars,
);

export const externalListPrices: Field = listOf(
	{
		displayName: 'External List Price',
		name: 'price',
		values: [
			{
				displayName: 'Source',
				name: 'source',
				type: 'options',
				options: [{ name: 'Shopify Compare-At Price', value: 'SHOPIFY_COMPARE_AT_PRICE' }],
				default: 'SHOPIFY_COMPARE_AT_PRICE',
				description: 'Where the price comes from',
				send: 'source',
			},
			...inDollars,
		],
	},
	{
		displayName: 'External List Prices (US)',
		name: 'externalListPrices',
		send: 'external_list_prices',
		description: 'What the product costs on other platforms; for some sellers in the United States',
	},
);

export const currency: Field = {
	displayName: 'Currency',
	name: 'currency',
	type: 'options',
	options: currencies,
	default: 'USD',
	required: true,
	description: 'Currency of the country the shop sells in',
	send: 'price.currency',
};

export const displayPrice: Field = text(
	'Display Price',
	'salePrice',
	'price.sale_price',
	'Cross-border sellers only: the price buyers see, with tax and before discounts',
	{ as: 'amount', placeholder: '23.90' },
);

const warehouse: Field = locator({
	displayName: 'Warehouse',
	name: 'warehouseId',
	description: 'Where the units are',
	searchListMethod: 'searchWarehouses',
	placeholder: '7068517275539719942',
	send: 'warehouse_id',
});

/** Stock of other markets can be larger. */
export const quantity = (required: boolean, maxValue: 99_999 | 999_999 = 99_999): Field => ({
	...count(
		'Quantity',
		'quantity',
		'quantity',
		`Units in stock, from 1 to ${maxValue === 99_999 ? '99,999' : '999,999'}`,
		{ minValue: 1, maxValue },
	),
	required,
});

export const backorder: Field[] = [
	count(
		'Backorder Quantity',
		'backorderQuantity',
		'backorder_quantity',
		'Units that can be sold after the stock is gone; left empty, the number stays',
		{ minValue: 0 },
	),
	count(
		'Handling Days',
		'handlingTime',
		'handling_time',
		'Working days until backordered units ship; the same in all warehouses of a SKU',
		{ minValue: 1 },
	),
];

/** The stock of one SKU in each of its warehouses. */
export function inventory(purpose: Purpose): Field {
	const kept = purpose === 'replace' ? '; left out, it stays as it is' : '';
	return listOf(
		{
			displayName: 'Warehouse Stock',
			name: 'stock',
			values: [warehouse, quantity(purpose === 'update'), ...backorder],
		},
		{
			displayName: 'Inventory',
			name: 'inventory',
			send: 'inventory',
			...(isEdit(purpose) ? {} : { required: true, default: { stock: [{}] } }),
			description: `How many units are in which warehouse${kept}`,
		},
	);
}

/** A copy's stock, which knows neither backorders nor an unlimited number. */
const marketInventory = (required: boolean): Field =>
	listOf(
		{
			displayName: 'Warehouse Stock',
			name: 'stock',
			values: [{ ...warehouse, required }, quantity(required, 999_999)],
		},
		{
			displayName: 'Inventory',
			name: 'inventory',
			send: 'inventory',
			required,
			description: 'How many units are in which warehouse',
		},
	);

/**
 * SKUs as another market sells them.
 *
 * @param own - what tells the SKU
 * @param stockRequired - whether the stock has to be given
 */
export function marketSkus(own: Field[], stockRequired: boolean): Field {
	return listOf(
		{
			displayName: 'SKU',
			name: 'sku',
			values: [
				...own,
				text(
					'Price',
					'salePrice',
					'price.sale_price',
					'The price buyers in that market see, before discounts',
					{ required: true, as: 'amount', placeholder: '19.90' },
				),
				{
					...currency,
					options: currencies.filter(({ value }) => value !== 'BRL' && value !== 'MXN'),
					default: 'EUR',
					description: 'Currency of that market',
				},
				marketInventory(stockRequired),
			],
		},
		{
			displayName: 'SKUs',
			name: 'skus',
			send: 'skus',
			description: 'Price and stock in that market, for every SKU of the product',
		},
	);
}

/** An attribute that tells SKUs apart, and its value. */
export const salesAttributeFields: Field[] = [
	text(
		'Attribute Name',
		'attributeName',
		'name',
		'A name of your own; not needed with an attribute ID',
		{ maxLength: 20, placeholder: 'Color' },
	),
	text('Value', 'valueName', 'value_name', 'A value of your own; not needed with a value ID', {
		maxLength: 50,
		placeholder: 'Red',
	}),
	text(
		'Attribute ID',
		'attributeId',
		'id',
		'An attribute that the category has, from "Get category attributes"; the name then does not count',
		{ as: 'id', placeholder: '100089' },
	),
	text(
		'Value ID',
		'valueId',
		'value_id',
		'A value that the attribute has, from "Get category attributes"; the value of your own then does not count',
		{ as: 'id', placeholder: '1729592969712207000' },
	),
	text(
		'Image URI',
		'imageUri',
		'sku_img.uri',
		'Picture of this value, as "Upload a product image" returned it for Attribute Image. One attribute can have pictures, and then each of its values needs one.',
		{ placeholder: IMAGE_URI },
	),
];

const salesAttributes: Field = listOf(
	{
		displayName: 'Attribute',
		name: 'attribute',
		values: [
			...salesAttributeFields,
			imageUris(
				'More Image URIs (US)',
				'moreImageUris',
				'supplementary_sku_images',
				'Up to 8 more pictures of this value, separated by commas; United States only',
				{ maxCount: 8, placeholder: IMAGE_URI },
			),
		],
	},
	{
		displayName: 'Sales Attributes',
		name: 'salesAttributes',
		send: 'sales_attributes',
		maxCount: 3,
		description:
			'What tells this SKU from the others, for instance color and size; the same attributes for each SKU. Not needed for a single SKU.',
	},
);

const combinedSkus: Field = listOf(
	{
		displayName: 'SKU in Bundle',
		name: 'sku',
		values: [
			text('Product ID', 'productId', 'product_id', 'The product in the bundle', {
				required: true,
				as: 'id',
				placeholder: '1729592969712207008',
			}),
			text('SKU ID', 'skuId', 'sku_id', 'The SKU in the bundle; "Get a product" returns it', {
				required: true,
				as: 'id',
				placeholder: '1729592969712207012',
			}),
			{
				...count('Units', 'skuCount', 'sku_count', 'How many units of it are in the bundle', {
					minValue: 1,
				}),
				required: true,
			},
		],
	},
	{
		displayName: 'Bundle',
		name: 'combinedSkus',
		send: 'combined_skus',
		description: 'The SKUs that this virtual bundle is made of',
	},
);

export const fees: Field = listOf(
	{
		displayName: 'Fee',
		name: 'fee',
		values: [
			{
				displayName: 'Type',
				name: 'type',
				type: 'options',
				options: [{ name: 'Deposit (Pfand)', value: 'PFAND' }],
				default: 'PFAND',
				description: 'What the fee is for',
				send: 'type',
			},
			text('Amount', 'amount', 'amount', 'How much the fee is, from 0 to 6300', {
				as: 'amount',
				placeholder: '0.25',
				required: true,
				typeOptions: { minValue: 0, maxValue: 6300 },
			}),
			{
				displayName: 'Container',
				name: 'additionalAttribute',
				type: 'options',
				options: choices(['SINGLE_USE', 'REUSABLE', 'NOT_APPLICABLE']),
				default: 'NOT_APPLICABLE',
				description: 'The kind of container the deposit is for',
				send: 'additional_attribute',
			},
		],
	},
	{
		displayName: 'Fees',
		name: 'fees',
		send: 'fees',
		description: 'Fees that the category asks for, for instance a deposit on bottles',
	},
);

const PRE_SALE_TYPES = [
	{
		name: 'Custom (US)',
		value: 'CUSTOM',
		description: 'Shipping takes longer for another reason; give the days',
	},
	{
		name: 'Made to Order (US)',
		value: 'MADE_TO_ORDER',
		description: 'Produced after the order; give the days',
	},
	{
		name: 'Pre-Order',
		value: 'PRE_ORDER',
		description: 'Not released yet; give the release date in the US, elsewhere the days',
	},
];

const NO_PRE_SALE = {
	name: 'None',
	value: 'NONE',
	description: 'Make it a regular product again',
};

/** The rest of an SKU, which most products do without. */
function moreOfSku(purpose: Purpose): Field[] {
	return [
		...(purpose === 'update' ? [] : [combinedSkus]),
		displayPrice,
		externalListPrices,
		text(
			'External SKU ID',
			'externalSkuId',
			'external_sku_id',
			'The ID of this SKU in another system of yours',
			{ maxLength: 999, placeholder: '1042-RED' },
		),
		text(
			'External URLs',
			'externalUrls',
			'external_urls',
			'Where the product can be bought on other sites, separated by commas',
			{ as: 'texts', maxLength: 500, placeholder: 'https://example.com/candle' },
		),
		text(
			'Extra Identifier Codes (EU)',
			'extraIdentifierCodes',
			'extra_identifier_codes',
			'Up to 10 codes of the SKUs in a bundle, separated by commas',
			{ as: 'texts', maxCount: 10, placeholder: '4006381333931' },
		),
		fees,
		text(
			'Identifier Code',
			'identifierCode',
			'identifier_code.code',
			'The number under the barcode on the packaging; it cannot be changed after the review',
			{ placeholder: '4006381333931' },
		),
		{
			displayName: 'Identifier Type',
			name: 'identifierType',
			type: 'options',
			options: ['EAN', 'GTIN', 'ISBN', 'JAN', 'UPC'].map((name) => ({ name, value: name })),
			default: 'GTIN',
			description: 'The kind of number that Identifier Code is',
			send: 'identifier_code.type',
		},
		listPrice,
		count(
			'Pre-Sale Handling Days',
			'handlingDurationDays',
			'pre_sale.fulfillment_type.handling_duration_days',
			'Days until a pre-sale order goes to the carrier, from 3 to 30; up to 14 for Made to Order',
			{ minValue: 3, maxValue: 30 },
		),
		{
			displayName: 'Pre-Sale Release Date (US)',
			name: 'releaseDate',
			type: 'dateTime',
			default: '',
			description: `When a pre-order is released, 3 to 60 days from now${BY_ZONE}; United States only`,
			send: 'pre_sale.fulfillment_type.release_date',
			as: 'seconds',
		},
		{
			displayName: 'Pre-Sale Type',
			name: 'preSaleType',
			type: 'options',
			options: purpose === 'replace' ? [...PRE_SALE_TYPES, NO_PRE_SALE] : PRE_SALE_TYPES,
			default: 'PRE_ORDER',
			description: 'For what is sold before it can be shipped',
			send: 'pre_sale.type',
		},
		text(
			'Unit Count (EU)',
			'skuUnitCount',
			'sku_unit_count',
			'The contents in the unit of the category, for instance 500 for 500 ml, from which the unit price is computed',
			{
				as: 'amount',
				typeOptions: { minValue: 0.01, maxValue: 99_999.9999 },
				placeholder: '500',
			},
		),
	];
}

const PRICE_WORDS: Record<Purpose, string> = {
	check: 'Cross-border sellers fill in Display Price instead.',
	create: 'Cross-border sellers fill in Display Price instead.',
	replace: 'Left empty, it stays as it is.',
	update: 'Cross-border sellers fill in Display Price instead.',
};

const SKUS_WORDS: Record<Purpose, string> = {
	check: 'The variants of the product, the most important one first',
	create: 'The variants of the product, the most important one first',
	replace: 'The variants of the product. SKUs that are not listed are deleted.',
	update:
		'The variants of the product, all of them and each with all it has. SKUs that are not listed are deleted, and what is left out of a SKU is emptied.',
};

/** The SKUs of a product with price, stock and attributes. */
export function skuFields(purpose: Purpose): Field {
	return listOf(
		{
			displayName: 'SKU',
			name: 'sku',
			values: [
				...(isEdit(purpose) ? [skuLocator('The SKU to change; empty for a new one', false)] : []),
				text('Seller SKU', 'sellerSku', 'seller_sku', 'Your own code, not seen by buyers', {
					maxLength: 50,
					placeholder: 'CANDLE-RED',
				}),
				text(
					'Price',
					'amount',
					'price.amount',
					`Price before discounts, with a point: 19.90. ${PRICE_WORDS[purpose]}`,
					{ as: 'amount', placeholder: '19.90' },
				),
				currency,
				inventory(purpose),
				salesAttributes,
				{
					displayName: 'More',
					name: 'more',
					type: 'collection',
					placeholder: 'Add Field',
					default: {},
					options: moreOfSku(purpose),
				},
			],
		},
		{
			displayName: 'SKUs',
			name: 'skus',
			send: 'body.skus',
			maxCount: 300,
			...(purpose === 'update' ? {} : { required: true, default: { sku: [{}] } }),
			description: SKUS_WORDS[purpose],
			hint: purpose === 'update' ? 'SKUs that are not listed are deleted' : undefined,
		},
	);
}
