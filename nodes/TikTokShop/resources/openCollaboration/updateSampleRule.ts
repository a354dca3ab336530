import { InputError } from '../../../shared/errors';
import type { Field } from '../../../shared/fields';
import { isObject } from '../../../shared/http';
import { showWhen, type Operation } from '../../../shared/operation';
import { affiliateProduct } from '../../affiliateFields';
import { BY_ZONE, choices } from '../../commonFields';

const least = (displayName: string, name: string, key: string, description: string): Field => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description,
	send: `body.sample_rule.thresholds.${key}`,
	as: 'integer',
});

const ruleFields: Field[] = [
	{
		displayName: 'Sample Quota',
		name: 'sampleQuota',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10,
		required: true,
		description: 'How many samples creators can ask for altogether',
		send: 'body.sample_rule.sample_quota',
		as: 'integer',
	},
	{
		displayName: 'Always Available',
		name: 'isUnlimited',
		type: 'boolean',
		default: true,
		description: 'Whether samples can be asked for at any time, not only from Start to End',
		send: 'body.sample_rule.is_sample_time_unlimited',
	},
	...[
		{
			displayName: 'Start',
			name: 'start',
			description: `From when on samples can be asked for${BY_ZONE}`,
		},
		{
			displayName: 'End',
			name: 'end',
			description: `Until when samples can be asked for${BY_ZONE}`,
		},
	].map((field): Field => ({
		...field,
		type: 'dateTime',
		default: '',
		required: true,
		displayOptions: { show: { isUnlimited: [false] } },
		send: `body.sample_rule.${field.name}_time`,
		as: 'seconds',
	})),
	{
		displayName: 'Conditions for Creators',
		name: 'thresholds',
		type: 'collection',
		placeholder: 'Add Condition',
		default: {},
		options: [
			{
				displayName: 'Category IDs',
				name: 'categoryIds',
				type: 'string',
				default: '',
				placeholder: '600001, 601450',
				description:
					'Categories of the first level, separated by commas: one of them has to be among the three in which the creator sells best',
				send: 'body.sample_rule.thresholds.category_ids',
				as: 'ids',
			},
			least(
				'Followers Above',
				'followers',
				'minimum_follower_count',
				'The creator has more followers than this',
			),
			{
				displayName: 'Predicted Fulfillment',
				name: 'fulfillmentRank',
				type: 'options',
				options: choices(['ALL', 'LOW', 'MEDIUM', 'HIGH']),
				default: 'ALL',
				description:
					'How likely TikTok thinks it is that the creator posts about the product: at least so likely',
				send: 'body.sample_rule.thresholds.predicted_fulfillment_rank',
			},
			least(
				'Sales Above',
				'gmv',
				'minimum_gmv',
				'The creator sold goods for more than this in the last 30 days, in the currency of the shop',
			),
			least(
				'Video Views Above',
				'videoViews',
				'avg_ec_video_views',
				'The creator’s shopping videos have more views than this on average',
			),
		],
	},
];

export const updateSampleRule: Operation = {
	name: 'Update Sample Rule',
	action: 'Update the sample rule of a product',
	description: 'Set or end the conditions under which creators can ask for free samples',
	doc: 'edit-open-collaboration-sample-rule-202410',
	scopes: ['seller.affiliate_collaboration.write'],
	fields: [
		affiliateProduct('body.product_id'),
		{
			displayName: 'Rule',
			name: 'activateStatus',
			type: 'options',
			options: [
				{
					name: 'Activate',
					value: 'ACTIVATE',
					description: 'Creators can ask for samples, as set below',
				},
				{
					name: 'Deactivate',
					value: 'DEACTIVATE',
					description: 'Creators can no longer ask for samples',
				},
			],
			default: 'ACTIVATE',
			required: true,
			description: 'Whether samples can be asked for. A product has one rule, the latest.',
			send: 'body.sample_rule.activate_status',
		},
		...ruleFields.map((field) => showWhen(field, 'activateStatus', ['ACTIVATE'])),
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202410/open_collaborations/sample_rules',
		shop: 'required',
	},
	repeatable: true,
	prepare: ({ body }) => {
		const { start_time, end_time } = isObject(body.sample_rule) ? body.sample_rule : {};
		if (start_time === undefined || Number(start_time) < Number(end_time)) return;
		throw new InputError('End has to be later than Start');
	},
};
