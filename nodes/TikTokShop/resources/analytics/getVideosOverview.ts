import { days, figures, figuresOptions, videoAccounts } from './fields';

export const getVideosOverview = figures({
	name: 'Get Videos Overview',
	action: 'Get an overview of all videos',
	description: 'Retrieve sales, orders and units of all shoppable videos together',
	doc: 'get-shop-video-performance-overview-202409',
	fields: [...days, figuresOptions(videoAccounts)],
	path: '/analytics/202409/shop_videos/overview_performance',
});
