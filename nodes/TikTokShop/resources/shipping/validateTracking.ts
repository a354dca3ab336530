import type { Operation } from '../../../shared/operation';

export const validateTracking: Operation = {
	name: 'Validate Tracking Number',
	action: 'Validate a tracking number',
	description:
		'Check whether a tracking number belongs to TikTok Shipping or Collection by TikTok; United States only',
	doc: 'tts-tracking-validation-202508',
	scopes: ['seller.logistics'],
	fields: [
		{
			displayName: 'Tracking Number',
			name: 'trackingNumber',
			type: 'string',
			default: '',
			required: true,
			placeholder: '9400111899223197428490',
			description: 'The number the carrier gave for the package',
			send: 'query.tracking_number',
		},
	],
	request: {
		method: 'GET',
		path: '/fulfillment/202508/tts_tracking_validation',
		shop: 'required',
	},
};
