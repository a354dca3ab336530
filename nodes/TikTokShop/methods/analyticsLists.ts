import { toDay } from '../../shared/fields';
import { asText as text } from '../../shared/text';
import { searchOf } from './lookup';

const searchVideos = searchOf({
	action: 'Get the performance of many videos',
	scope: 'data.shop_analytics.public.read',
	items: 'videos',
	request: ({ pageToken, peek }) => ({
		method: 'GET',
		path: '/analytics/202409/shop_videos/performance',
		query: {
			page_size: 100,
			page_token: pageToken,
			start_date_ge: toDay('Start Date', peek('startDate')),
			end_date_lt: toDay('End Date', peek('endDate')),
		},
	}),
	toItem: ({ id, title, username }) => ({
		name: [title, username, id].map(text).filter(Boolean).join(' · '),
		value: text(id),
	}),
});

export const analyticsLists = { searchVideos };
