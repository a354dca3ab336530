import type { Operation } from '../../../shared/operation';

export const getSampleRules: Operation = {
	name: 'Get Sample Rules',
	action: 'Get the sample rules of products',
	description: 'Retrieve under which conditions creators can ask for free samples of products',
	doc: 'get-open-collaboration-sample-rules-202410',
	scopes: ['seller.affiliate_collaboration.read'],
	fields: [
		{
			displayName: 'Product IDs',
			name: 'productIds',
			type: 'string',
			default: '',
			required: true,
			placeholder: '1729592969712207008, 1729592969712207009',
			description: 'The products to look up, separated by commas',
			send: 'query.product_ids',
			as: 'ids',
		},
	],
	request: {
		method: 'GET',
		path: '/affiliate_seller/202410/open_collaborations/sample_rules',
		shop: 'optional',
	},
	output: 'sample_rules',
};
