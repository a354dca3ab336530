import { days, figures, GMV, rankingOptions, videoAccounts } from './fields';

export const getVideos = figures({
	name: 'Get Many Videos',
	action: 'Get the performance of many videos',
	description: 'Retrieve the shoppable videos that sell best, with sales, views and products',
	doc: 'get-shop-video-performance-list-202409',
	fields: [
		...days,
		rankingOptions(
			[
				GMV,
				{ name: 'Click-Through Rate', value: 'click_through_rate' },
				{ name: 'Orders', value: 'sku_orders' },
				{ name: 'Units Sold', value: 'units_sold' },
				{ name: 'Views', value: 'views' },
			],
			videoAccounts,
		),
	],
	path: '/analytics/202409/shop_videos/performance',
	pages: { items: 'videos', size: 100 },
});
