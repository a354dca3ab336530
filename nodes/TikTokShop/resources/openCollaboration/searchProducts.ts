import type { Field } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { highestFirst, text } from '../../commonFields';
import { simplifyMarketplaceProduct } from './simplify';

const price = (displayName: string, name: string, send: string, description: string): Field =>
	text(displayName, name, send, description, { as: 'amount', placeholder: '19.90' });

const rate = (
	displayName: string,
	name: string,
	send: string,
	suggested: number,
	description: string,
): Field => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 2 },
	default: suggested,
	description,
	send,
	as: 'percent',
});

export const searchProducts: Operation = {
	name: 'Search Marketplace Products',
	action: 'Search products of the affiliate marketplace',
	description: 'Find products of all sellers in your region that are in an open collaboration',
	doc: 'seller-search-affiliate-open-collaboration-product-202405',
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
					displayName: 'Category ID',
					name: 'categoryId',
					type: 'string',
					default: '',
					placeholder: '600001',
					description:
						'Only products of this category, one of the first level; "Get many categories" returns the IDs',
					send: 'body.category.id',
					as: 'id',
				},
				rate(
					'Commission From (%)',
					'commissionFrom',
					'body.commission_rate_range.rate_ge',
					10,
					'Only products with at least this commission',
				),
				rate(
					'Commission Below (%)',
					'commissionBelow',
					'body.commission_rate_range.rate_lt',
					50,
					'Only products with less than this commission',
				),
				price(
					'Price From',
					'priceFrom',
					'body.sales_price_range.amount_ge',
					'Only products that cost at least this much, in the currency of the shop',
				),
				price(
					'Price Below',
					'priceBelow',
					'body.sales_price_range.amount_lt',
					'Only products that cost less than this, in the currency of the shop',
				),
				{
					displayName: 'Sort By',
					name: 'sortField',
					type: 'options',
					options: [
						{ name: 'Commission', value: 'commission' },
						{ name: 'Commission Rate', value: 'commission_rate' },
						{ name: 'Price', value: 'product_sales_price' },
						{ name: 'Units Sold', value: 'units_sold' },
					],
					default: 'commission_rate',
					description: 'What to sort the products by; left out, the commission rate',
					send: 'query.sort_field',
				},
				{
					...highestFirst,
					description: 'Whether the highest or the lowest come first; left out, the lowest',
				},
				{
					displayName: 'Title Keywords',
					name: 'titleKeywords',
					type: 'string',
					default: '',
					placeholder: 'men, fashion',
					description: 'Words that all stand in the title, up to 20, separated by commas',
					send: 'body.title_keywords',
					as: 'texts',
					maxCount: 20,
				},
			],
		},
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202405/open_collaborations/products/search',
		shop: 'optional',
	},
	pages: { items: 'products', size: 20 },
	simplify: simplifyMarketplaceProduct,
};
