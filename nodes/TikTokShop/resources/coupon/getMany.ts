import type { Operation } from '../../../shared/operation';
import { simplifyCoupon } from './simplify';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many coupons',
	description: 'Retrieve the coupons of a shop. They are created in Seller Center.',
	doc: 'search-coupons-202406',
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
					displayName: 'Display Type',
					name: 'displayType',
					type: 'multiOptions',
					options: [
						{ name: 'Chat', value: 'CHAT', description: 'Sent in a conversation' },
						{
							name: 'Creator Exclusive',
							value: 'CREATOR_EXCLUSIVE',
							description: 'Shown by one creator',
						},
						{ name: 'LIVE', value: 'LIVE', description: 'Shown in LIVE sessions' },
						{ name: 'Promo Code', value: 'PROMO_CODE', description: 'For those who know the code' },
						{ name: 'Regular', value: 'REGULAR', description: 'Shown everywhere' },
					],
					default: ['REGULAR'],
					description: 'Only coupons that reach buyers like this',
					send: 'body.display_type',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'multiOptions',
					options: [
						{ name: 'Deactivated', value: 'DEACTIVATED' },
						{ name: 'Expired', value: 'EXPIRED' },
						{ name: 'Not Started', value: 'NOT_START' },
						{ name: 'Ongoing', value: 'ONGOING' },
					],
					default: ['ONGOING'],
					description: 'Only coupons in these states',
					send: 'body.status',
				},
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'Summer',
					description: 'Only coupons with these words in their title',
					send: 'body.title_keyword',
					maxLength: 100,
				},
			],
		},
	],
	request: { method: 'POST', path: '/promotion/202406/coupons/search', shop: 'required' },
	pages: { items: 'coupons', id: 'id', size: 100 },
	simplify: simplifyCoupon,
};
