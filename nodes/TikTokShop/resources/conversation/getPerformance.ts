import type { Operation } from '../../../shared/operation';
import { LAST_30_DAYS, TODAY } from '../../commonFields';

export const getPerformance: Operation = {
	name: 'Get Performance',
	action: 'Get the customer service performance',
	description:
		'Retrieve how the shop answered buyers: number of sessions, response rate and time, satisfaction',
	doc: 'get-customer-service-performance-202407',
	scopes: ['seller.customer_service'],
	fields: [
		{
			displayName: 'First Day',
			name: 'from',
			type: 'dateTime',
			default: LAST_30_DAYS,
			required: true,
			placeholder: '2026-03-01',
			description: 'The first day that counts; the time of day does not matter',
			send: 'query.support_date_ge',
			as: 'day',
		},
		{
			displayName: 'Day After the Last',
			name: 'until',
			type: 'dateTime',
			default: TODAY,
			required: true,
			placeholder: '2026-04-01',
			description: 'The day after the last one that counts',
			hint: 'This day itself does not count',
			send: 'query.support_date_lt',
			as: 'day',
		},
	],
	request: { method: 'GET', path: '/customer_service/202407/performance', shop: 'required' },
	output: 'performance',
};
