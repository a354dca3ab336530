import type { Operation } from '../../../shared/operation';

export const uploadImage: Operation = {
	name: 'Upload Proof Image',
	action: 'Upload a proof of delivery image',
	description:
		'Send a photo of a delivered package and get the URL that "Update the delivery status of a package" takes',
	doc: 'fulfillment-upload-delivery-image-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [],
	request: { method: 'POST', path: '/fulfillment/202309/images/upload', shop: 'required' },
	upload: { as: 'data', types: ['image/jpeg', 'image/png'], maxBytes: 5 * 1024 * 1024 },
};
