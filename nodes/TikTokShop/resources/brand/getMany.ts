import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';
import { treeOption, withTree } from '../category/fields';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many brands',
	description: 'Retrieve the brands that products can have, TikTok’s own and those you created',
	doc: 'get-brands-202309',
	scopes: ['seller.product.basic'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Authorization',
					name: 'isAuthorized',
					type: 'options',
					options: [
						{ name: 'All Brands', value: '0' },
						{ name: 'Authorized Brands Only', value: '1' },
					],
					default: '1',
					description: 'Which brands to return; authorized are those you may show to buyers',
					send: 'query.is_authorized',
				},
				locator({
					displayName: 'Category',
					name: 'categoryId',
					description: 'To see for each authorized brand whether it can be used in this category',
					searchListMethod: 'searchCategories',
					placeholder: '601226',
					required: false,
					send: 'query.category_id',
				}),
				treeOption('query'),
				{
					displayName: 'Name Begins With',
					name: 'brandName',
					type: 'string',
					default: '',
					placeholder: 'Wick',
					description: 'Only brands whose name begins like this',
					send: 'query.brand_name',
				},
			],
		},
	],
	request: { method: 'GET', path: '/product/202309/brands', shop: 'required' },
	pages: { items: 'brands', id: 'id', size: 100 },
	prepare: withTree('query'),
};
