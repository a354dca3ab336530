import { days, figures, GMV, liveAccounts, rankingOptions } from './fields';

export const getLives = figures({
	name: 'Get Many LIVE Sessions',
	action: 'Get the performance of many LIVE sessions',
	description: 'Retrieve LIVE sessions with sales, viewers, likes and clicks',
	doc: 'get-shop-live-performance-list-202508',
	fields: [
		...days,
		rankingOptions(
			[
				GMV,
				{ name: 'Customers', value: 'customers' },
				{ name: 'Different Products Sold', value: 'different_products_sold' },
				{ name: 'Sales (GMV) Within 24 Hours', value: '24h_live_gmv' },
				{ name: 'Orders', value: 'sku_orders' },
				{ name: 'Products Added', value: 'products_added' },
				{ name: 'Units Sold', value: 'unit_sold' },
			],
			liveAccounts,
		),
	],
	path: '/analytics/202508/shop_lives/performance',
	pages: { items: 'live_stream_sessions', size: 100 },
});
