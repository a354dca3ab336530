import type { Field } from '../../../shared/fields';
import { BY_ZONE } from '../../commonFields';

/** What both kinds of campaign have: a name, an end, and the only channel there is. */
export const campaignFields: Field[] = [
	{
		displayName: 'Campaign Name',
		name: 'taskName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'Spring sale',
		description: 'Name of the campaign, for yourself',
		send: 'body.task_name',
	},
	{
		displayName: 'Ends At',
		name: 'endTime',
		type: 'dateTime',
		default: '',
		required: true,
		description: `When the campaign ends${BY_ZONE}; after that no more messages can be sent in it`,
		send: 'body.end_time',
		as: 'seconds',
	},
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'hidden',
		default: 'TIKTOK_IM',
		required: true,
		send: 'body.channel',
	},
];

export const productsOption: Field = {
	displayName: 'Product IDs',
	name: 'productIds',
	type: 'string',
	default: '',
	placeholder: '1729592969712207008',
	description: 'Up to 4 products to show as cards in the message, separated by commas',
	send: 'body.product_ids',
	as: 'ids',
	maxCount: 4,
};

export const couponsOption: Field = {
	displayName: 'Coupon IDs',
	name: 'couponIds',
	type: 'string',
	default: '',
	placeholder: '7262992004278206762',
	description:
		'Regular coupons for all or for repeat customers, to show as cards in the message, separated by commas',
	send: 'body.coupon_ids',
	as: 'ids',
};

export const taskId: Field = {
	displayName: 'Campaign ID',
	name: 'taskId',
	type: 'string',
	default: '',
	required: true,
	placeholder: '475910475643',
	description: 'What "Create an engagement campaign" returned as task_id',
	as: 'id',
};
