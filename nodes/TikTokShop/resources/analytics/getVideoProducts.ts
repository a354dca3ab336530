import { days, figures, GMV, rankingOptions, videoLocator } from './fields';

export const getVideoProducts = figures({
	name: 'Get Products of a Video',
	action: 'Get the performance of the products in a video',
	description: 'Retrieve what each product sold through one shoppable video',
	doc: 'get-shop-video-product-performance-list-202409',
	fields: [
		videoLocator,
		...days,
		rankingOptions([
			GMV,
			{ name: 'Daily Average of Buyers', value: 'daily_avg_buyers' },
			{ name: 'Units Sold', value: 'units_sold' },
		]),
	],
	path: '/analytics/202409/shop_videos/{video_id}/products/performance',
	pages: { items: 'products', size: 100 },
});
