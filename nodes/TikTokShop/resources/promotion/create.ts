import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import {
	ACTIVITY_TYPES,
	completeActivity,
	discountFields,
	period,
	productLevel,
	title,
	usesPerBuyer,
} from './fields';

export const create: Operation = {
	name: 'Create',
	action: 'Create a promotion',
	description:
		'Start a product discount, flash sale, shipping discount or "buy more save more". Coupons can be created in Seller Center only.',
	doc: 'create-activity-202309',
	scopes: ['seller.promotion.write'],
	fields: [
		title,
		{
			displayName: 'Type',
			name: 'activityType',
			type: 'options',
			options: ACTIVITY_TYPES,
			default: 'DIRECT_DISCOUNT',
			required: true,
			description: 'The kind of promotion',
			send: 'body.activity_type',
		},
		productLevel,
		...period,
		...discountFields('activityType', {
			shipping: 'SHIPPING_DISCOUNT',
			tiers: 'BUY_MORE_SAVE_MORE',
		}),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Gifts (JSON)',
					name: 'giftDiscount',
					type: 'json',
					default:
						'{ "gift_receiving_type": "ALL_RECEIVE", "gift_infos": [{ "tier": 1, "threshold_type": "MINIMAL_ITEM_QUANTITY", "threshold_value": "2", "gift_details": [{ "product_id": "", "sku_id": "", "total_claim_limit": "100" }] }] }',
					description:
						'Gifts for buying enough: product and SKU of each gift, and from what quantity or amount on',
					send: 'body.discount.gift_discount',
					as: 'json',
				},
				usesPerBuyer,
			],
		},
	],
	request: { method: 'POST', path: '/promotion/202309/activities', shop: 'required' },
	jsonBody: true,
	prepare: (parts) => {
		completeActivity(parts);
		const { activity_type, product_level, duration_type } = parts.body;
		if (activity_type === 'SHIPPING_DISCOUNT' && product_level === 'VARIATION') {
			throw new InputError('Applies To: a shipping discount cannot be for SKUs only');
		}
		if (duration_type === 'INDEFINITE' && activity_type !== 'SHIPPING_DISCOUNT') {
			throw new InputError('Duration: only a shipping discount can run until further notice');
		}
	},
};
