import type { Operation } from '../../../shared/operation';
import { ACTIVITY_TYPES } from './fields';
import { simplifyPromotion } from './simplify';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many promotions',
	description: 'Retrieve product discounts, flash sales and shipping discounts, without products',
	doc: 'search-activities-202309',
	scopes: ['seller.promotion.info'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: [
						{ name: 'Deactivated', value: 'DEACTIVATED', description: 'Ended by you' },
						{ name: 'Draft', value: 'DRAFT' },
						{ name: 'Expired', value: 'EXPIRED' },
						{ name: 'Not Started', value: 'NOT_START' },
						{ name: 'Ongoing', value: 'ONGOING' },
						{ name: 'Terminated', value: 'NOT_EFFECTIVE', description: 'Ended by TikTok Shop' },
					],
					default: 'ONGOING',
					description: 'Only promotions in this state',
					send: 'body.status',
				},
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'Summer',
					description: 'Only promotions with these words in their title',
					send: 'body.activity_title',
				},
				{
					displayName: 'Type',
					name: 'activityType',
					type: 'options',
					options: ACTIVITY_TYPES,
					default: 'DIRECT_DISCOUNT',
					description: 'Only promotions of this kind',
					send: 'body.activity_type',
				},
			],
		},
	],
	request: { method: 'POST', path: '/promotion/202309/activities/search', shop: 'required' },
	pages: { items: 'activities', id: 'id', size: 100, in: 'body' },
	simplify: simplifyPromotion,
};
