import type { Operation } from '../../../shared/operation';
import {
	completeActivity,
	discountFields,
	period,
	productLevel,
	promotionLocator,
	title,
	usesPerBuyer,
} from './fields';

export const update: Operation = {
	name: 'Update',
	action: 'Update a promotion',
	description:
		'Change title, times or discount of a promotion; title, start and end are always sent. Products are changed with "Update the products of a promotion".',
	doc: 'update-activity-202309',
	scopes: ['seller.promotion.write'],
	fields: [
		promotionLocator,
		title,
		...period,
		{
			displayName: 'Change Discount',
			name: 'discountKind',
			type: 'options',
			options: [
				{ name: 'Buy More Save More', value: 'tiers' },
				{ name: 'Gifts', value: 'gifts' },
				{ name: 'No', value: 'none' },
				{ name: 'Shipping Discount', value: 'shipping' },
			],
			default: 'none',
			displayOptions: { show: { inputMode: ['fields'] } },
			description:
				'Whether to replace the discount of the promotion itself, and of which kind it is',
		},
		...discountFields('discountKind', { shipping: 'shipping', tiers: 'tiers', gifts: 'gifts' }),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [{ ...productLevel, required: false }, usesPerBuyer],
		},
	],
	request: { method: 'PUT', path: '/promotion/202309/activities/{activity_id}', shop: 'required' },
	jsonBody: true,
	repeatable: true,
	prepare: completeActivity,
};
