import { days, figures, figuresOptions } from './fields';

export const getSku = figures({
	name: 'Get SKU Performance',
	action: 'Get the performance of a SKU',
	description: 'Retrieve sales, orders and units of a SKU',
	doc: 'get-shop-sku-performance-202406',
	fields: [
		{
			displayName: 'SKU ID',
			name: 'skuId',
			type: 'string',
			default: '',
			required: true,
			placeholder: '1729592969712207012',
			description: 'The SKU ID that TikTok Shop gave; "Get a product" returns it',
			send: 'path.sku_id',
			as: 'id',
		},
		...days,
		figuresOptions(),
	],
	path: '/analytics/202406/shop_skus/{sku_id}/performance',
});
