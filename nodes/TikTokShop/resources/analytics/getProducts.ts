import { days, figures, GMV, rankingOptions } from './fields';

export const getProducts = figures({
	name: 'Get Many Products',
	action: 'Get the performance of many products',
	description: 'Retrieve the products that sell best, or worst, with sales, orders and units',
	doc: 'get-shop-product-performance-list-202405',
	fields: [
		...days,
		rankingOptions([
			GMV,
			{ name: 'Click-Through Rate', value: 'click_through_rate' },
			{ name: 'Orders', value: 'order_count' },
			{ name: 'Units Sold', value: 'unit_sold_count' },
		]),
	],
	path: '/analytics/202405/shop_products/performance',
	pages: { items: 'products', size: 100 },
});
