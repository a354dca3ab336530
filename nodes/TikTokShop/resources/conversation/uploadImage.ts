import type { Operation } from '../../../shared/operation';

const MEGABYTE = 1024 * 1024;

export const uploadImage: Operation = {
	name: 'Upload Image',
	action: 'Upload an image for a conversation',
	description:
		'Send a picture to TikTok Shop and get the address, width and height to send it with',
	doc: 'upload-buyer-messages-image-202309',
	scopes: ['seller.customer_service'],
	fields: [],
	request: { method: 'POST', path: '/customer_service/202309/images/upload', shop: 'required' },
	upload: {
		as: 'data',
		types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
		maxBytes: 10 * MEGABYTE,
	},
};
