import type { Operation } from '../../../shared/operation';
import { highestFirst } from '../../commonFields';
import { requireTogether } from '../../affiliateFields';
import { simplifyOpenCollaboration } from './simplify';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many open collaborations',
	description:
		'Retrieve the products that are offered to all creators, with commission and success',
	doc: 'search-open-collaboration-202412',
	scopes: ['seller.affiliate_collaboration.read'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Keyword',
					name: 'keyword',
					type: 'string',
					default: '',
					placeholder: 'candle',
					description: 'A product ID or a part of a product’s name; needs Search By too',
					send: 'body.keyword',
				},
				{
					displayName: 'Search By',
					name: 'keywordType',
					type: 'options',
					options: [
						{ name: 'Product ID', value: 'PRODUCT_ID' },
						{ name: 'Product Name', value: 'PRODUCT_NAME' },
					],
					default: 'PRODUCT_NAME',
					description: 'What is entered under Keyword',
					send: 'body.keyword_type',
				},
				{
					displayName: 'Sort By',
					name: 'sortField',
					type: 'options',
					options: [{ name: 'Original Price', value: 'product_original_price' }],
					default: 'product_original_price',
					description: 'What to sort the products by; left out, the newest come first',
					send: 'query.sort_field',
				},
				highestFirst,
				{
					displayName: 'Top-Level Category ID',
					name: 'categoryId',
					type: 'string',
					default: '',
					placeholder: '600001',
					description:
						'Only products of this category, one of the first level; "Get many categories" returns the IDs',
					send: 'body.top_level_category_id',
					as: 'id',
				},
			],
		},
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202412/open_collaborations/search',
		shop: 'required',
	},
	pages: { items: 'open_collaborations', size: 100 },
	prepare: ({ body }) => requireTogether(body, 'keyword', 'keyword_type'),
	simplify: simplifyOpenCollaboration,
};
