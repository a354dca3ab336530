import { notice } from '../../../shared/notice';
import type { Operation } from '../../../shared/operation';
import { productLocator, text } from '../../commonFields';
import { completeSkus } from './productFields';
import { currency, displayPrice, externalListPrices, listPrice, skuLocator } from './skuFields';

export const updatePrice: Operation = {
	name: 'Update Price',
	action: 'Update the prices of a product',
	description: 'Set the price of each SKU. The product has to be live and in no running promotion.',
	doc: 'update-price-202309',
	scopes: ['seller.product.write'],
	fields: [
		notice(
			'promotionNotice',
			'TikTok Shop does not change prices while the product is in a running promotion.',
		),
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
						skuLocator('The SKU to change', true),
						text(
							'Price',
							'amount',
							'price.amount',
							'Price before discounts, with a point: 19.90. For cross-border sellers it is the price before tax.',
							{ as: 'amount', placeholder: '19.90' },
						),
						currency,
						displayPrice,
						listPrice,
						externalListPrices,
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
	check: ({ body }) => completeSkus(body, true),
};
