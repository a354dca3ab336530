import { days, figures, figuresOptions, videoLocator } from './fields';

export const getVideo = figures({
	name: 'Get Video Performance',
	action: 'Get the performance of a video',
	description: 'Retrieve sales, views, likes, shares and comments of a shoppable video',
	doc: 'get-shop-video-performance-details-202409',
	fields: [videoLocator, ...days, figuresOptions()],
	path: '/analytics/202409/shop_videos/{video_id}/performance',
});
