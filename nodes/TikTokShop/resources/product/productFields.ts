import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../shared/errors';
import type { Field } from '../../../shared/fields';
import { isObject } from '../../../shared/http';
import { MARKETS } from '../../../shared/markets';
import { BY_ZONE, choices, count, listOf, locator, text } from '../../commonFields';
import { treeOption } from '../category/fields';
import { group, IMAGE_URI, imageUris, marketSkus, skuId } from './skuFields';

export const title: Field = text(
	'Title',
	'title',
	'body.title',
	'Name of the product, 1 to 255 characters (300 in Brazil and Mexico; at least 25 in Southeast Asia)',
	{ required: true, maxLength: 300, placeholder: 'Scented soy candle, 200 g' },
);

export const description: Field = text(
	'Description',
	'description',
	'body.description',
	'What buyers read, up to 10,000 characters, with HTML for headings and lists. Pictures in it have to be uploaded to TikTok Shop first.',
	{
		required: true,
		typeOptions: { rows: 6 },
		maxLength: 10_000,
		placeholder: '<p>Hand-poured soy candle</p>',
	},
);

export const category: Field = locator({
	displayName: 'Category',
	name: 'categoryId',
	description:
		'Where buyers find the product. Only categories without subcategories hold products; "Recommend a category" finds one by the title.',
	searchListMethod: 'searchCategories',
	placeholder: '600001',
	send: 'body.category_id',
});

export const mainImages: Field = imageUris(
	'Main Images',
	'mainImages',
	'body.main_images',
	'Up to 9 pictures in the order to show them: the URIs that "Upload a product image" returned, separated by commas',
	{ required: true, maxCount: 9, placeholder: IMAGE_URI },
);

const weight = (send: string): Field =>
	text(
		'Package Weight',
		'packageWeight',
		send,
		'Weight of the packed product in the unit below, with a point: 0.5',
		{
			required: true,
			as: 'amount',
			placeholder: '0.5',
		},
	);

const weightUnit = (send: string): Field => ({
	displayName: 'Weight Unit',
	name: 'weightUnit',
	type: 'options',
	options: choices(['KILOGRAM', 'GRAM', 'POUND']),
	default: 'KILOGRAM',
	required: true,
	description:
		'Kilograms are possible everywhere, pounds in the United States, grams in Brazil, Japan and Mexico',
	send,
});

export const packageWeight: Field[] = [
	weight('body.package_weight.value'),
	weightUnit('body.package_weight.unit'),
];

export const saveMode: Field = {
	displayName: 'Save As',
	name: 'saveMode',
	type: 'options',
	options: [
		{ name: 'Draft', value: 'AS_DRAFT', description: 'Keep it for later' },
		{ name: 'Listing', value: 'LISTING', description: 'Send it to TikTok’s review, then sell it' },
	],
	default: 'LISTING',
	description: 'Whether to list the product or only to save it',
	send: 'body.save_mode',
};

export const listingPlatforms: Field = {
	displayName: 'Listing Platforms',
	name: 'listingPlatforms',
	type: 'multiOptions',
	options: [
		{ name: 'TikTok Shop', value: 'TIKTOK_SHOP' },
		{ name: 'Tokopedia', value: 'TOKOPEDIA' },
	],
	default: ['TIKTOK_SHOP'],
	description:
		'Where to sell it; only for sellers who came from Tokopedia. A platform that is left out stops showing the product.',
	send: 'body.listing_platforms',
};

const flag = (displayName: string, name: string, send: string, about: string): Field => ({
	displayName,
	name,
	type: 'boolean',
	default: true,
	description: about,
	send,
});

const side = (displayName: string, name: string) =>
	text(displayName, name, name, `${displayName} of the packed product, a whole number`, {
		required: true,
		as: 'amount',
		placeholder: '10',
	});

/**
 * Attributes of the product as a whole.
 *
 * @param longest - the most characters of a value of the user's own
 */
export const productAttributes = (longest: number): Field =>
	listOf(
		{
			displayName: 'Attribute',
			name: 'attribute',
			values: [
				text(
					'Attribute ID',
					'attributeId',
					'id',
					'The attribute; "Get category attributes" returns it',
					{
						required: true,
						as: 'id',
						placeholder: '100392',
					},
				),
				listOf(
					{
						displayName: 'Value',
						name: 'value',
						values: [
							text(
								'Value ID',
								'valueId',
								'id',
								'A value that the attribute has, from "Get category attributes"; the value of your own then does not count',
								{ as: 'id', placeholder: '1001533' },
							),
							text(
								'Value',
								'valueName',
								'name',
								'A value of your own; not needed with a value ID',
								{
									maxLength: longest,
									placeholder: 'Soy wax',
								},
							),
						],
					},
					{
						displayName: 'Values',
						name: 'values',
						send: 'values',
						required: true,
						default: { value: [{}] },
						description: 'One or more values of the attribute',
					},
				),
			],
		},
		{
			displayName: 'Attributes',
			name: 'productAttributes',
			send: 'body.product_attributes',
			description:
				'What describes the product, for instance its material; the category says which are needed',
		},
	);

export const sizeChart: Field[] = [
	text(
		'Size Chart Image URI',
		'sizeChartImageUri',
		'body.size_chart.image.uri',
		'Picture of the size chart, as "Upload a product image" returned it for Size Chart Image',
		{ placeholder: IMAGE_URI },
	),
	locator({
		displayName: 'Size Chart Template',
		name: 'sizeChartTemplateId',
		description: 'A size chart from Seller Center; a picture then does not count',
		searchListMethod: 'searchSizeCharts',
		placeholder: '7267563252536723205',
		required: false,
		send: 'body.size_chart.template.id',
	}),
];

export const brand: Field = locator({
	displayName: 'Brand',
	name: 'brandId',
	description: 'The brand of the product; buyers see only brands you are authorized for',
	searchListMethod: 'searchBrands',
	placeholder: '7082427311584347905',
	required: false,
	send: 'body.brand_id',
});

/** The rest of a product by name; each endpoint takes a part of them. */
const OPTIONAL = {
	brand,
	cashOnDelivery: flag(
		'Cash on Delivery',
		'isCodAllowed',
		'body.is_cod_allowed',
		'Whether buyers can pay on delivery; Southeast Asia and Saudi Arabia only',
	),
	categoryVersion: treeOption('body'),
	certifications: listOf(
		{
			displayName: 'Certification',
			name: 'certification',
			values: [
				text(
					'Certification ID',
					'certificationId',
					'id',
					'The kind of certification; "Get category rules" returns it',
					{ required: true, as: 'id', placeholder: '7182427311584347905' },
				),
				imageUris(
					'Image URIs',
					'imageUris',
					'images',
					'Pictures as "Upload a product image" returned them for Certification Image, separated by commas',
					{ placeholder: IMAGE_URI },
				),
				listOf(
					{
						displayName: 'File',
						name: 'file',
						values: [
							text('File ID', 'fileId', 'id', 'The file; "Upload a product file" returns it', {
								required: true,
								as: 'id',
								placeholder: 'v09ea0g40000cj91373c77u3mid3g1s0',
							}),
							text('File Name', 'fileName', 'name', 'Name of the file with its ending', {
								required: true,
								placeholder: 'certificate.pdf',
							}),
							{
								displayName: 'Format',
								name: 'format',
								type: 'options',
								options: [{ name: 'PDF', value: 'PDF' }],
								default: 'PDF',
								description: 'TikTok Shop takes PDF only',
								send: 'format',
							},
						],
					},
					{
						displayName: 'Files',
						name: 'files',
						send: 'files',
						description: 'Certificates as uploaded PDF files',
					},
				),
				{
					displayName: 'Expiration Date',
					name: 'expirationDate',
					type: 'dateTime',
					default: '',
					description: `The last day the certification is good for${BY_ZONE}`,
					send: 'expiration_date',
					as: 'seconds',
				},
			],
		},
		{
			displayName: 'Certifications',
			name: 'certifications',
			send: 'body.certifications',
			maxCount: 10,
			description: 'Proofs that restricted categories ask for',
		},
	),
	deliveryOptions: text(
		'Delivery Option IDs',
		'deliveryOptionIds',
		'body.delivery_option_ids',
		'Other delivery options than those of the warehouse, separated by commas; Southeast Asia and Mexico only',
		{ as: 'ids', placeholder: '6955034615360391937' },
	),
	dimensions: group(
		'Package Dimensions',
		'packageDimensions',
		'body.package_dimensions',
		'Size of the packed product, on which the shipping costs depend',
		[
			side('Length', 'length'),
			side('Width', 'width'),
			side('Height', 'height'),
			{
				displayName: 'Unit',
				name: 'unit',
				type: 'options',
				options: choices(['CENTIMETER', 'INCH']),
				default: 'CENTIMETER',
				description: 'Centimeters go with kilograms and grams, inches with pounds',
				send: 'unit',
			},
		],
	),
	externalProductId: text(
		'External Product ID',
		'externalProductId',
		'body.external_product_id',
		'The ID of this product in another system of yours',
		{ maxLength: 999, placeholder: '1042' },
	),
	manufacturers: text(
		'Manufacturer IDs (EU)',
		'manufacturerIds',
		'body.manufacturer_ids',
		'Who made it, separated by commas; some categories in the EU ask for it. "Get many manufacturers" returns the IDs.',
		{ as: 'ids', placeholder: '66d3cbe4d9c8b09ddca932a7' },
	),
	minimumOrderQuantity: count(
		'Minimum Order Quantity',
		'minimumOrderQuantity',
		'body.minimum_order_quantity',
		'The fewest units a buyer can order, from 1 to 20; Indonesia and selected sellers only',
		{ minValue: 1, maxValue: 20 },
	),
	notForSale: flag(
		'Not for Sale',
		'isNotForSale',
		'body.is_not_for_sale',
		'Whether the product is only given away as a gift with a purchase',
	),
	platforms: listingPlatforms,
	preOwned: flag(
		'Pre-Owned',
		'isPreOwned',
		'body.is_pre_owned',
		'Whether the product was used before; Tokopedia only',
	),
	primaryCombinedProduct: text(
		'Primary Product ID of Bundle',
		'primaryCombinedProductId',
		'body.primary_combined_product_id',
		'The main product of a virtual bundle',
		{ as: 'id', placeholder: '1729592969712207008' },
	),
	responsiblePersons: text(
		'Responsible Person IDs (EU)',
		'responsiblePersonIds',
		'body.responsible_person_ids',
		'Who answers for it in the EU, separated by commas; some categories ask for it. "Get many responsible persons" returns the IDs.',
		{ as: 'ids', placeholder: '66d3cbe4d9c8b09ddca932a7' },
	),
	shippingInsurance: {
		displayName: 'Shipping Insurance',
		name: 'shippingInsurance',
		type: 'options',
		options: choices(['REQUIRED', 'OPTIONAL', 'NOT_SUPPORTED']),
		default: 'OPTIONAL',
		description: 'Whether buyers insure the shipping; Tokopedia only',
		send: 'body.shipping_insurance_requirement',
	},
	shippingTemplate: text(
		'Shipping Template ID',
		'shippingTemplateId',
		'body.shipping_template_id',
		'The shipping template for the product; "Get the shipping templates" returns it',
		{ as: 'id', placeholder: '7552764259994699538' },
	),
	video: text(
		'Video ID',
		'videoId',
		'body.video.id',
		'The video of the product; "Upload a product file" returns its ID',
		{ as: 'id', placeholder: 'v09ea0g40000cj91373c77u3mid3g1s0' },
	),
} satisfies Record<string, Field>;

/** The optional fields with these names, and the ones that every endpoint takes. */
export function optionalFields(...names: Array<keyof typeof OPTIONAL>): Field[] {
	const common = [
		'brand',
		'cashOnDelivery',
		'certifications',
		'dimensions',
		'externalProductId',
		'manufacturers',
		'platforms',
		'responsiblePersons',
		'video',
	] as const;
	return byName([
		...[...common, ...names].map((name) => OPTIONAL[name]),
		productAttributes(2000),
		...sizeChart,
	]);
}

/** n8n shows a collection in the order it is given; people look for a name. */
export function byName(fields: Field[]): Field[] {
	// Not localeCompare: its first call loads tables for 5 ms, in each start of n8n.
	const key = ({ displayName }: Field) => displayName.toLowerCase();
	return [...fields].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The package weight where it is one of the things that can be changed. */
export const changedWeight: Field = group(
	'Package Weight',
	'packageWeight',
	'body.package_weight',
	'Weight of the packed product',
	[weight('value'), weightUnit('unit')],
);

/** The markets that a product can be copied to. */
export const market: Field = {
	displayName: 'Market',
	name: 'region',
	type: 'options',
	options: MARKETS.filter(({ value }) => !['AE', 'BR', 'MX', 'SA'].includes(value)),
	default: 'DE',
	required: true,
	description: 'The country of the other shop',
	send: 'region',
};

/** What only the two ways to edit a product take. */
export function editFields(more: Field[] = []): Field[] {
	return [
		listOf(
			{
				displayName: 'Copy',
				name: 'copy',
				values: [
					market,
					marketSkus(
						[
							{ ...skuId, description: 'The SKU in that market; empty for a new one' },
							text(
								'Seller SKU',
								'sellerSku',
								'seller_sku',
								'For a new SKU: the seller SKU it has in this product',
								{ maxLength: 50, placeholder: 'CANDLE-RED' },
							),
							...more,
						],
						true,
					),
				],
			},
			{
				displayName: 'Copies in Other Markets',
				name: 'replicatedProducts',
				send: 'body.replicated_products',
				description: 'The copies of the product in other countries that should change too',
			},
		),
		group(
			'Subscribe and Save',
			'subscription',
			'body.subscribe_info_edit',
			'Discounts for buyers who order regularly',
			[
				{
					displayName: 'Status',
					name: 'subscribeStatus',
					type: 'options',
					options: choices(['ENABLED', 'NOT_ENABLED']),
					default: 'ENABLED',
					description: 'Whether buyers can subscribe to the product',
					send: 'subscribe_status',
				},
				listOf(
					{
						displayName: 'Discount',
						name: 'discount',
						values: [
							{
								displayName: 'Level',
								name: 'level',
								type: 'options',
								options: choices(['REGULAR', 'FIRST_ORDER', 'RETENTION']),
								default: 'REGULAR',
								description: 'When buyers get the discount',
								send: 'discount_level',
							},
							{
								...count('Percent', 'percent', 'discount_value', 'Percent off, for instance 10', {
									minValue: 0,
									maxValue: 100,
								}),
								required: true,
							},
						],
					},
					{
						displayName: 'Discounts',
						name: 'discounts',
						send: 'discount_details',
						description: 'Percent off for subscribers',
					},
				),
			],
		),
	];
}

interface SkuBody {
	price?: { amount?: string; sale_price?: string };
}

/**
 * Leaves out the price of an SKU where only its currency is there.
 *
 * @param priced - whether every SKU needs a price
 */
export function completeSkus({ skus: given }: IDataObject, priced: boolean): void {
	const skus = (Array.isArray(given) ? given.filter(isObject) : []) as SkuBody[];
	for (const [index, sku] of skus.entries()) {
		if (sku.price?.amount !== undefined || sku.price?.sale_price !== undefined) continue;
		if (priced) throw new InputError(`SKUs: the Price of SKU ${index + 1} is empty`);
		delete sku.price;
	}
}
