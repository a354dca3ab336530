import type { Operation } from '../../../shared/operation';
import { choices } from '../../commonFields';

const MEGABYTE = 1024 * 1024;

export const upload: Operation = {
	name: 'Upload',
	action: 'Upload a product image',
	description: 'Send a picture to TikTok Shop and get the URI that products refer to',
	doc: 'upload-product-image-202309',
	scopes: ['seller.product.basic'],
	fields: [
		{
			displayName: 'Use',
			name: 'useCase',
			type: 'options',
			options: choices([
				'MAIN_IMAGE',
				'ATTRIBUTE_IMAGE',
				'DESCRIPTION_IMAGE',
				'CERTIFICATION_IMAGE',
				'SIZE_CHART_IMAGE',
			]),
			default: 'MAIN_IMAGE',
			description: 'What the picture is for; TikTok checks its size accordingly',
			send: 'body.use_case',
		},
	],
	request: { method: 'POST', path: '/product/202309/images/upload', shop: 'none' },
	upload: {
		as: 'data',
		types: ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/bmp'],
		maxBytes: 10 * MEGABYTE,
	},
};
