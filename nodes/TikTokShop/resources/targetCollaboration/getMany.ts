import { isObject } from '../../../shared/http';
import type { Operation } from '../../../shared/operation';
import { creatorLocator, requireTogether } from '../../affiliateFields';
import { simplifyTargetCollaboration } from './simplify';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many target collaborations',
	description: 'Retrieve the invitations to creators that are in one state',
	doc: 'search-target-collaborations-202508',
	scopes: ['seller.affiliate_collaboration.read'],
	fields: [
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Canceling', value: 'CANCELING', description: 'Being canceled' },
				{ name: 'Completed', value: 'COMPLETED', description: 'Expired or canceled' },
				{ name: 'Expiring', value: 'EXPIRING', description: 'End within 7 days' },
				{ name: 'Ongoing', value: 'ONGOING', description: 'Last for more than 7 days' },
				{ name: 'Valid', value: 'VALID', description: 'All that have not ended' },
			],
			default: 'VALID',
			required: true,
			description: 'Only invitations in this state',
			send: 'body.collaboration_status',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Accepted',
					name: 'acceptStatus',
					type: 'options',
					options: [
						{ name: 'Accepted by a Creator', value: 'ACCEPT' },
						{ name: 'All', value: 'ALL' },
					],
					default: 'ACCEPT',
					description:
						'Which invitations to return; accepted means that a creator added the products to the showcase',
					send: 'body.creator_accept_status',
				},
				{ ...creatorLocator('body.creator_user_open_id'), required: false },
				{
					displayName: 'Free Samples',
					name: 'freeSamples',
					type: 'options',
					options: [
						{ name: 'All', value: 'ALL' },
						{ name: 'With Free Samples', value: 'WITH_FREE_SAMPLE' },
					],
					default: 'WITH_FREE_SAMPLE',
					description: 'Which invitations to return, by their free samples',
					send: 'body.free_sample_setting',
				},
				{
					displayName: 'Keyword',
					name: 'keyword',
					type: 'string',
					default: '',
					placeholder: 'Summer',
					description: 'What to look for; needs Search By too',
					send: 'body.search_param.keyword',
				},
				{
					displayName: 'Search By',
					name: 'keywordType',
					type: 'options',
					options: [
						{ name: 'Name of the Collaboration', value: 'TARGET_COLLABORATION_NAME' },
						{ name: 'Product ID', value: 'PRODUCT_ID' },
						{ name: 'Product Name', value: 'PRODUCT_NAME' },
						{ name: 'Target Collaboration ID', value: 'TARGET_COLLABORATION_ID' },
					],
					default: 'TARGET_COLLABORATION_NAME',
					description: 'What is entered under Keyword',
					send: 'body.search_param.keyword_type',
				},
			],
		},
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202508/target_collaborations/search',
		shop: 'required',
	},
	pages: { items: 'target_collaborations', size: 100, sizes: [20, 50, 100] },
	prepare: ({ body }) => {
		const { search_param: search } = body;
		requireTogether(isObject(search) ? search : {}, 'keyword', 'keyword_type');
	},
	simplify: simplifyTargetCollaboration,
};
