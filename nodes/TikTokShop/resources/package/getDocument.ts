import type { Operation } from '../../../shared/operation';
import { asText } from '../../../shared/text';
import { packageLocator } from '../../commonFields';

export const getDocument: Operation = {
	name: 'Get Shipping Document',
	action: 'Get a shipping document',
	description: 'Download the shipping label or packing slip of a package',
	doc: 'get-package-shipping-document-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [
		packageLocator,
		{
			displayName: 'Document',
			name: 'documentType',
			type: 'options',
			options: [
				{ name: 'Packing Slip', value: 'PACKING_SLIP' },
				{ name: 'Shipping Label', value: 'SHIPPING_LABEL' },
				{ name: 'Shipping Label and Packing Slip', value: 'SHIPPING_LABEL_AND_PACKING_SLIP' },
			],
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
					description: 'ZPL is for label printers, in some markets only',
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
					description: 'Size of the page',
					send: 'query.document_size',
				},
			],
		},
	],
	request: {
		method: 'GET',
		path: '/fulfillment/202309/packages/{package_id}/shipping_documents',
		shop: 'required',
	},
	download: { urlFrom: 'doc_url', fileName: (read) => `package-${asText(read('packageId'))}` },
};
