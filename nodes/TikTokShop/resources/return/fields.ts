import type { Field } from '../../../shared/fields';
import { ANSWER_WITHIN } from '../../../shared/statuses';
import { locator } from '../../commonFields';
import { LOCALES, localeOption } from '../../locales';

/** What a seller who answers requests has to know. */
export const DEADLINE = `TikTok approves by itself what is not answered within ${ANSWER_WITHIN}.`;

/** A reason from a list. Its names hold slashes and apostrophes, so they are not checked as IDs are. */
export function reasonLocator(field: Parameters<typeof locator>[0]): Field {
	return { ...locator(field), as: undefined };
}

/** What TikTok's texts are written in. */
export const textLanguage = (send: string): Field =>
	localeOption(LOCALES, send, 'Language of the texts; left out, English', 'en-US');

/** What a seller says and shows when turning something down. */
export const rejectionDetails: Field = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Comment',
			name: 'comment',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: 'Why, in your own words',
			send: 'body.comment',
		},
		{
			displayName: 'Images',
			name: 'images',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Image' },
			placeholder: 'Add Image',
			default: {},
			description: 'Pictures that support the decision',
			send: 'body.images',
			options: [
				{
					displayName: 'Image',
					name: 'image',
					values: [
						{
							displayName: 'Image URI',
							name: 'imageId',
							type: 'string',
							default: '',
							placeholder: 'tos-maliva-i-o3syd03w52-us/c668cdf70b7f483c94dbe',
							description: 'The URI that "Upload a product image" returned',
							required: true,
							send: 'image_id',
						},
						{
							displayName: 'Image Type',
							name: 'mimeType',
							type: 'string',
							default: '',
							placeholder: 'image/jpeg',
							description: 'What kind of file the picture is (MIME type)',
							send: 'mime_type',
						},
						{
							displayName: 'Height',
							name: 'height',
							type: 'string',
							typeOptions: { minValue: 1 },
							default: '',
							placeholder: '800',
							description: 'Height of the picture in pixels',
							send: 'height',
							as: 'integer',
						},
						{
							displayName: 'Width',
							name: 'width',
							type: 'string',
							typeOptions: { minValue: 1 },
							default: '',
							placeholder: '800',
							description: 'Width of the picture in pixels',
							send: 'width',
							as: 'integer',
						},
					],
				},
			],
		},
	],
};

/**
 * Which part of an order is meant: single units or quantities of SKUs.
 *
 * @param verb - for descriptions, for instance "cancel"
 */
export function partOfOrder(verb: string): Field[] {
	return [
		{
			displayName: 'Line Item IDs',
			name: 'lineItemIds',
			type: 'string',
			default: '',
			placeholder: '576461413038785753',
			description: `Only these units of the order, separated by commas; left out, all. "Get an order" returns their IDs with the line items. Needed to ${verb} a part of an order that was split into packages.`,
			send: 'body.order_line_item_ids',
			as: 'ids',
		},
		{
			displayName: 'SKUs',
			name: 'skus',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add SKU' },
			placeholder: 'Add SKU',
			default: {},
			description: `Instead of line items: how many units of which SKU to ${verb}`,
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
							description: 'A SKU of the order',
							send: 'sku_id',
							as: 'id',
						},
						{
							displayName: 'Quantity',
							name: 'quantity',
							type: 'number',
							typeOptions: { minValue: 1 },
							default: 1,
							required: true,
							description: 'How many units',
							send: 'quantity',
							as: 'integer',
						},
					],
				},
			],
		},
	];
}

/** How the goods come back. */
export const shipBack: Field[] = [
	{
		displayName: 'Handover Method',
		name: 'handoverMethod',
		type: 'options',
		options: [
			{ name: 'Drop-Off', value: 'DROP_OFF', description: 'The buyer brings the parcel away' },
			{ name: 'Pickup', value: 'PICKUP', description: 'The carrier collects the parcel' },
		],
		default: 'DROP_OFF',
		description: 'How the parcel reaches the carrier, where TikTok Shop provides the shipping',
		send: 'body.handover_method',
	},
	{
		displayName: 'Shipment Type',
		name: 'shipmentType',
		type: 'options',
		options: [
			{ name: 'Arranged by Buyer', value: 'BUYER_ARRANGE' },
			{ name: 'Provided by TikTok Shop', value: 'PLATFORM' },
		],
		default: 'PLATFORM',
		description: 'Who provides the shipping back',
		send: 'body.shipment_type',
	},
];
