import type { Operation } from '../../../shared/operation';
import { listOf, productLocator } from '../../commonFields';
import { market } from './productFields';
import { marketSkus, skuId } from './skuFields';

export const replicate: Operation = {
	name: 'Replicate',
	action: 'Replicate a product to other markets',
	description: 'Copy a product to the shops of a global seller in other countries',
	doc: 'replicate-product-202507',
	scopes: ['seller.product.write'],
	fields: [
		productLocator,
		listOf(
			{
				displayName: 'Market',
				name: 'target',
				values: [
					{ ...market, description: 'The country to copy the product to' },
					marketSkus(
						[{ ...skuId, displayName: 'Source SKU ID', send: 'source_sku_id', required: true }],
						false,
					),
				],
			},
			{
				displayName: 'Markets',
				name: 'targets',
				required: true,
				send: 'body.replicate_target',
				description: 'Where to copy the product, with its prices there',
			},
		),
	],
	request: {
		method: 'POST',
		path: '/product/202507/products/{product_id}/global_replicate',
		shop: 'required',
	},
	jsonBody: true,
};
