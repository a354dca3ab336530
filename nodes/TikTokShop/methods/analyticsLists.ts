import { DateTime } from 'luxon';

import { toDay } from '../../shared/fields';
import { asText as text } from '../../shared/text';
import { searchOf } from './lookup';

/** What a list is loaded with while the day is an expression, as it is unless chosen: the last 30 days. */
function day(displayName: string, value: string, daysAgo: number): string {
	return toDay(
		displayName,
		value.startsWith('=') ? DateTime.now().minus({ days: daysAgo }) : value,
	);
}

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
			start_date_ge: day('Start Date', peek('startDate'), 30),
			end_date_lt: day('End Date', peek('endDate'), 0),
		},
	}),
	toItem: ({ id, title, username }) => ({
		name: [title, username, id].map(text).filter(Boolean).join(' · '),
		value: text(id),
	}),
});

export const analyticsLists = { searchVideos };
