import type { Field } from '../../../shared/fields';

const DOCUMENT_TYPES = [
	{
		name: 'Hazmat Label',
		value: 'HAZMAT_LABEL',
		description: 'For dangerous goods in the package; always A4',
	},
	{ name: 'Invoice Label', value: 'INVOICE_LABEL', description: 'Brazil only; always A6' },
	{ name: 'Packing Slip', value: 'PACKING_SLIP', description: 'What is in the package' },
	{ name: 'Shipping Label', value: 'SHIPPING_LABEL' },
	{ name: 'Shipping Label and Packing Slip', value: 'SHIPPING_LABEL_AND_PACKING_SLIP' },
	{ name: 'Shipping Label as Picture', value: 'SHIPPING_LABEL_PICTURE', description: 'As PNG' },
];

/** What to print and how. */
export const documentFields: Field[] = [
	{
		displayName: 'Document',
		name: 'documentType',
		type: 'options',
		options: DOCUMENT_TYPES,
		default: 'SHIPPING_LABEL',
		required: true,
		description: 'What to download',
		send: 'query.document_type',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Format',
				name: 'format',
				type: 'options',
				options: [
					{ name: 'PDF', value: 'PDF' },
					{ name: 'ZPL', value: 'ZPL' },
				],
				default: 'PDF',
				description: 'ZPL is for label printers, in Brazil only',
				send: 'query.document_format',
			},
			{
				displayName: 'Size',
				name: 'size',
				type: 'options',
				options: [
					{ name: 'A5', value: 'A5' },
					{ name: 'A6', value: 'A6' },
				],
				default: 'A6',
				description: 'Size of the page: A6 is 105 × 148 mm, A5 is 148 × 210 mm',
				send: 'query.document_size',
			},
		],
	},
];
