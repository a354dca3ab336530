import type { Operation } from '../../../shared/operation';
import { currencies, productLocator } from '../../commonFields';

export const updatePrice: Operation = {
	name: 'Update Price',
	action: 'Update the prices of a product',
	description: 'Set the price of each SKU. The product has to be live.',
	doc: 'update-price-202309',
	scopes: ['seller.product.write'],
	fields: [
		productLocator,
		{
			displayName: 'SKUs',
			name: 'skus',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add SKU' },
			placeholder: 'Add SKU',
			default: { sku: [{}] },
			required: true,
			description: 'The prices to set',
			send: 'body.skus',
			options: [
				{
					displayName: 'SKU',
					name: 'sku',
					values: [
						{
							displayName: 'SKU ID',
							name: 'skuId',
							type: 'string',
							default: '',
							required: true,
							placeholder: '1729592969712207012',
							description: 'The SKU ID that TikTok Shop gave; "Get a product" returns it',
							send: 'id',
							as: 'id',
						},
						{
							displayName: 'Price',
							name: 'amount',
							type: 'string',
							default: '',
							required: true,
							placeholder: '19.90',
							description:
								'Price before discounts, with a point: 19.90. Cross-border sellers: the price before tax.',
							send: 'price.amount',
							as: 'amount',
						},
						{
							displayName: 'Currency',
							name: 'currency',
							type: 'options',
							options: currencies,
							default: 'USD',
							required: true,
							description: 'Currency of the shop’s country',
							send: 'price.currency',
						},
						{
							displayName: 'Display Price',
							name: 'salePrice',
							type: 'string',
							default: '',
							description:
								'Cross-border sellers only: the price buyers see, with tax and before discounts',
							send: 'price.sale_price',
							as: 'amount',
						},
						{
							displayName: 'List Price (US)',
							name: 'listPrice',
							type: 'string',
							default: '',
							description: 'Recommended retail price in USD, from 0.01 to 7600; United States only',
							send: 'list_price.amount',
							as: 'amount',
						},
					],
				},
			],
		},
	],
	request: {
		method: 'POST',
		path: '/product/202309/products/{product_id}/prices/update',
		shop: 'required',
	},
	repeatable: true,
	prepare: ({ body }) => {
		for (const sku of body.skus as Array<{ list_price?: { amount: string; currency?: string } }>) {
			if (sku.list_price !== undefined) sku.list_price.currency = 'USD';
		}
	},
};
