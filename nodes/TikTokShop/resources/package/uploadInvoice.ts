import { readUpload, uploadFields } from '../../../shared/binary';
import type { Operation } from '../../../shared/operation';
import { orderIdsField, packageInBatch } from './fields';

const INVOICE = {
	as: 'file',
	types: ['application/xml', 'text/xml'],
	maxBytes: 1024 * 1024,
};

export const uploadInvoice: Operation = {
	name: 'Upload Invoice',
	action: 'Upload the invoice of a package',
	description: 'Hand in the invoice (NF-e) of a package as XML; local sellers in Brazil only',
	doc: 'upload-invoice-202502',
	scopes: ['seller.fulfillment.basic'],
	fields: [
		packageInBatch,
		orderIdsField({
			description: 'The orders that the invoice is for, separated by commas',
			send: 'body.order_ids',
			required: true,
		}),
		// TikTok wants the file inside of the JSON body: what names it is replaced by its content.
		...uploadFields.map((field) =>
			field.name === 'fileSource' ? field : { ...field, send: 'body.file' },
		),
		{
			displayName: 'File Type',
			name: 'fileType',
			type: 'hidden',
			default: 'XML',
			send: 'body.file_type',
		},
	],
	request: { method: 'POST', path: '/fulfillment/202502/invoice/upload', shop: 'required' },
	// The page names no limit; ten of the largest files make a body of 14 MB.
	batch: {
		max: 10,
		key: 'packageId',
		into: 'body.invoices',
		entryKey: 'package_id',
		matchBy: 'package_id',
		what: 'package',
	},
	prepare: async ({ body }, { context, index, read }) => {
		const { data } = await readUpload(context, index, INVOICE, read);
		body.file = data.toString('base64');
	},
};
