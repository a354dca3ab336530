import type { Operation } from '../../../shared/operation';

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
			default: '',
			required: true,
			description: 'The first day that counts',
			send: 'query.support_date_ge',
			as: 'day',
		},
		{
			displayName: 'Day After the Last',
			name: 'until',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'The day that does not count any more',
			send: 'query.support_date_lt',
			as: 'day',
		},
	],
	request: { method: 'GET', path: '/customer_service/202407/performance', shop: 'required' },
	output: 'performance',
};
