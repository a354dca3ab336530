import type { Operation } from '../../../shared/operation';
import { choices, timeFilters } from '../../commonFields';
import { simplifyGlobalProduct } from './simplify';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many global products',
	description: 'Retrieve the global products of the seller, filtered',
	doc: 'search-global-products-202312',
	scopes: ['seller.global_product.info'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Seller SKUs',
					name: 'sellerSkus',
					type: 'string',
					default: '',
					placeholder: 'CANDLE-RED',
					description: 'Only products with one of these SKU codes of your own, separated by commas',
					send: 'body.seller_skus',
					as: 'texts',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: choices(['DELETED', 'DRAFT', 'PUBLISHED', 'UNPUBLISHED']),
					default: 'PUBLISHED',
					description: 'Only global products in this status',
					send: 'body.status',
				},
				...timeFilters('le'),
			],
		},
	],
	request: { method: 'POST', path: '/product/202312/global_products/search', shop: 'none' },
	pages: { items: 'global_products', id: 'id', size: 100 },
	simplify: simplifyGlobalProduct,
};
