import { days, figures, GMV, rankingOptions } from './fields';

export const getSkus = figures({
	name: 'Get Many SKUs',
	action: 'Get the performance of many SKUs',
	description: 'Retrieve the SKUs that sell best, or worst, of the shop or of one product',
	doc: 'get-shop-sku-performance-list-202406',
	fields: [
		...days,
		rankingOptions(
			[GMV, { name: 'Orders', value: 'sku_orders' }, { name: 'Units Sold', value: 'units_sold' }],
			{
				displayName: 'Product ID',
				name: 'productId',
				type: 'string',
				default: '',
				placeholder: '1729592969712207008',
				description: 'Only the SKUs of this product',
				send: 'query.product_id',
				as: 'id',
			},
		),
	],
	path: '/analytics/202406/shop_skus/performance',
	pages: { items: 'skus', size: 100 },
});
