import type { Operation } from '../../../shared/operation';
import { applicationLocator } from './fields';

export const getContent: Operation = {
	name: 'Get Content',
	action: 'Get the content made for a sample',
	description: 'Retrieve the videos and LIVEs a creator made for a sample, with views and orders',
	doc: 'seller-search-sample-applications-fulfillments-202409',
	scopes: ['seller.affiliate_collaboration.read'],
	fields: [
		applicationLocator,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Format',
					name: 'format',
					type: 'options',
					options: [
						{ name: 'LIVE', value: 'LIVE' },
						{ name: 'Video', value: 'VIDEO' },
					],
					default: 'VIDEO',
					description: 'Only content of this kind',
					send: 'body.content_format',
				},
			],
		},
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202409/sample_applications/{application_id}/fulfillments/search',
		shop: 'required',
	},
	output: 'fulfillments',
	// A search, though it is sent like a write.
	reads: true,
};
