import type { Operation } from '../../../shared/operation';
import { LOCALES, localesOption } from '../../locales';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many size charts',
	description: 'Retrieve the size chart templates made in Seller Center, with their pictures',
	doc: 'search-size-charts-202407',
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
					displayName: 'Keyword',
					name: 'keyword',
					type: 'string',
					default: '',
					placeholder: 'shoes',
					description: 'Only size charts with this in their name',
					send: 'body.keyword',
				},
				localesOption(
					LOCALES,
					'query.locales',
					'Languages of the pictures; left out, the one of the shop',
				),
				{
					displayName: 'Size Chart IDs',
					name: 'ids',
					type: 'string',
					default: '',
					placeholder: '7267563252536723205',
					description:
						'Only these size charts, up to 50, separated by commas. The keyword then does not count.',
					send: 'body.ids',
					as: 'ids',
					maxCount: 50,
				},
			],
		},
	],
	request: { method: 'POST', path: '/product/202407/sizecharts/search', shop: 'none' },
	pages: { items: 'size_chart', size: 100 },
};
