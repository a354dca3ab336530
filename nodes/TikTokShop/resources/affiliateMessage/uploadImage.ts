import type { Operation } from '../../../shared/operation';

export const uploadImage: Operation = {
	name: 'Upload Image',
	action: 'Upload an image for a message to a creator',
	description: 'Send a picture to TikTok Shop and get the URL that a message can show',
	doc: 'upload-message-image-202511',
	scopes: ['seller.affiliate_messages.write'],
	fields: [],
	request: { method: 'POST', path: '/affiliate_seller/202511/images/upload', shop: 'none' },
	upload: {
		as: 'data',
		types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
		maxBytes: 10 * 1024 * 1024,
	},
};
