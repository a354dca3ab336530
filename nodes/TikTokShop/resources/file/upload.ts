import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { asText } from '../../../shared/text';

const MEGABYTE = 1024 * 1024;

/** upload-product-file-202309: an ending, no other period, no blanks, no sign at the start. */
const FILE_NAME = /^[\p{L}\p{N}][^\s.]*\.[^\s.]+$/u;

export const upload: Operation = {
	name: 'Upload',
	action: 'Upload a product file',
	description:
		'Send a video or a PDF certificate to TikTok Shop and get the ID that products refer to',
	doc: 'upload-product-file-202309',
	scopes: ['seller.product.basic'],
	fields: [
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'File Name',
					name: 'fileName',
					type: 'string',
					default: '',
					placeholder: 'certificate.pdf',
					description: 'Name with its ending, without spaces; left out, the name of the given file',
					send: 'body.name',
				},
			],
		},
	],
	request: { method: 'POST', path: '/product/202309/files/upload', shop: 'none' },
	upload: {
		as: 'data',
		nameAs: 'name',
		types: [
			'application/pdf',
			'video/3gpp',
			'video/avi',
			'video/mp4',
			'video/mpeg',
			'video/quicktime',
			'video/webm',
			'video/x-flv',
			'video/x-matroska',
			'video/x-ms-wmv',
			'video/x-msvideo',
		],
		maxBytes: 100 * MEGABYTE,
		maxBytesOf: { 'application/pdf': 20 * MEGABYTE },
	},
	check: ({ body }) => {
		if (body.name === undefined || FILE_NAME.test(asText(body.name))) return;
		throw new InputError(
			`File Name cannot be "${asText(body.name)}"`,
			'It begins with a letter or digit and has one period, the one before the ending, and no blanks: certificate.pdf.',
		);
	},
};
