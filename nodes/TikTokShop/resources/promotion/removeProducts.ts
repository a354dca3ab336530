import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { promotionLocator } from './fields';

export const removeProducts: Operation = {
	name: 'Remove Products',
	action: 'Remove products from a promotion',
	description: 'Take products or SKUs out of a promotion; they cost their usual price again',
	doc: 'remove-activity-product-202309',
	scopes: ['seller.promotion.write'],
	fields: [
		promotionLocator,
		{
			displayName: 'Product IDs',
			name: 'productIds',
			type: 'string',
			default: '',
			placeholder: '1729592969712207008',
			description: 'For a promotion of products: which to take out, up to 300, separated by commas',
			send: 'body.product_ids',
			as: 'ids',
			maxCount: 300,
		},
		{
			displayName: 'SKU IDs',
			name: 'skuIds',
			type: 'string',
			default: '',
			placeholder: '1729592969712207012',
			description: 'For a promotion of SKUs: which to take out, up to 300, separated by commas',
			send: 'body.sku_ids',
			as: 'ids',
			maxCount: 300,
		},
	],
	request: {
		method: 'DELETE',
		path: '/promotion/202309/activities/{activity_id}/products',
		shop: 'required',
	},
	prepare: ({ body }) => {
		if (body.product_ids === undefined && body.sku_ids === undefined) {
			throw new InputError('Product IDs and SKU IDs are both empty');
		}
	},
};
