import type { Operation } from '../../../shared/operation';

export const uploadFile: Operation = {
	name: 'Upload Proof File',
	action: 'Upload a proof of delivery file',
	description:
		'Send a signed delivery note as PDF and get the URL that "Update the delivery status of a package" takes',
	doc: 'fulfillment-upload-delivery-file-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: 'proof-of-delivery.pdf',
			required: true,
			description: 'How TikTok Shop names the file, with its ending',
			send: 'body.name',
		},
	],
	request: { method: 'POST', path: '/fulfillment/202309/files/upload', shop: 'required' },
	upload: { as: 'data', types: ['application/pdf'], maxBytes: 10 * 1024 * 1024 },
};
