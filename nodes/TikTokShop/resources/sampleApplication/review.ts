import type { Operation } from '../../../shared/operation';
import { applicationLocator } from './fields';

export const review: Operation = {
	name: 'Review',
	action: 'Review a sample application',
	description: 'Approve or reject the request of a creator for a sample',
	doc: 'seller-review-sample-applications-202507',
	scopes: ['seller.affiliate_collaboration.write'],
	fields: [
		applicationLocator,
		{
			displayName: 'Decision',
			name: 'decision',
			type: 'options',
			options: [
				{ name: 'Approve', value: 'APPROVE', description: 'The creator gets the sample' },
				{ name: 'Reject', value: 'REJECT', description: 'The creator gets no sample' },
			],
			default: 'APPROVE',
			required: true,
			description: 'What becomes of the request',
			send: 'body.review_result',
		},
		{
			displayName: 'Reason',
			name: 'rejectReason',
			type: 'options',
			options: [
				{ name: 'Creator Does Not Match', value: 'NOT_MATCH' },
				{ name: 'Other', value: 'OTHER' },
				{ name: 'Out of Stock', value: 'OUT_OF_STOCK' },
				{ name: 'Product Is Offline', value: 'OFFLINE' },
			],
			default: 'NOT_MATCH',
			required: true,
			displayOptions: { show: { decision: ['REJECT'] } },
			description: 'Why the request is rejected',
			send: 'body.reject_reason',
		},
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202507/sample_applications/{application_id}/review',
		shop: 'required',
	},
};
