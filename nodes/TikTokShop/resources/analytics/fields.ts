import { InputError } from '../../../shared/errors';
import type { Field, Parts } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { asText } from '../../../shared/text';
import { highestFirst, LAST_30_DAYS, locator, TODAY } from '../../commonFields';

/** The days that are looked at, in the shop's time zone. */
export const days: Field[] = [
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		default: LAST_30_DAYS,
		required: true,
		placeholder: '2026-03-01',
		description:
			'The first day that counts, in the shop’s time zone; the time of day does not matter',
		send: 'query.start_date_ge',
		as: 'day',
	},
	{
		displayName: 'End Date',
		name: 'endDate',
		type: 'dateTime',
		default: TODAY,
		required: true,
		placeholder: '2026-04-01',
		description: 'The day after the last one that counts, in the shop’s time zone',
		hint: 'This day itself does not count',
		send: 'query.end_date_lt',
		as: 'day',
	},
];

const currency: Field = {
	displayName: 'Currency',
	name: 'currency',
	type: 'options',
	options: [
		{ name: 'Of the Shop', value: 'LOCAL' },
		{ name: 'US Dollar (USD)', value: 'USD' },
	],
	default: 'LOCAL',
	description: 'The currency of the amounts',
	send: 'query.currency',
};

const comparison: Field = {
	displayName: 'Compare With Previous Period',
	name: 'withComparison',
	type: 'boolean',
	default: true,
	description: 'Whether to return the figures of as many days before, too',
	send: 'query.with_comparison',
};

const granularity: Field = {
	displayName: 'Granularity',
	name: 'granularity',
	type: 'options',
	options: [
		{ name: 'By Day', value: '1D' },
		{ name: 'Whole Period', value: 'ALL' },
	],
	default: '1D',
	description: 'Whether to return figures for each day or for all days together',
	send: 'query.granularity',
};

function options(...fields: Field[]): Field {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: fields,
	};
}

/** For whom the accounts are that videos or LIVE sessions come from. */
export function accountType(choices: Array<{ name: string; value: string }>): Field {
	return {
		displayName: 'Account Type',
		name: 'accountType',
		type: 'options',
		options: [{ name: 'All', value: 'ALL' }, ...choices],
		default: 'ALL',
		description: 'The accounts that videos or LIVE sessions have to be from',
		send: 'query.account_type',
	};
}

export const videoAccounts = accountType([
	{ name: 'Affiliates', value: 'AFFILIATES' },
	{ name: 'Own Accounts', value: 'LINKED_ACCOUNTS' },
]);

export const liveAccounts = accountType([
	{ name: 'Affiliate Accounts', value: 'AFFILIATE_ACCOUNTS' },
	{ name: 'Marketing Accounts', value: 'MARKETING_ACCOUNTS' },
	{ name: 'Official Accounts', value: 'OFFICIAL_ACCOUNTS' },
]);

/** What figures over time can be told. */
export const figuresOptions = (...more: Field[]) =>
	options(comparison, currency, granularity, ...more);

/**
 * What a ranking can be told.
 *
 * @param sortFields - by which it can be sorted, the default first
 */
export function rankingOptions(
	sortFields: Array<{ name: string; value: string }>,
	...more: Field[]
): Field {
	const first = sortFields[0]?.value ?? '';
	return options(
		currency,
		{
			displayName: 'Sort By',
			name: 'sortField',
			type: 'options',
			options: sortFields,
			default: first,
			description: 'The figure to sort by',
			send: 'query.sort_field',
		},
		highestFirst,
		...more,
	);
}

/** TikTok calls sales GMV, gross merchandise value. */
export const GMV = { name: 'Sales (GMV)', value: 'gmv' };

export const videoLocator = locator({
	displayName: 'Video',
	name: 'videoId',
	description: 'The video. The list has those of the chosen days.',
	searchListMethod: 'searchVideos',
	placeholder: '7312345678901234567',
	send: 'path.video_id',
});

function checkDays({ query }: Parts): void {
	const { start_date_ge: start, end_date_lt: end } = query;
	if (asText(start) >= asText(end)) {
		throw new InputError(
			'End Date must be after Start Date',
			'The End Date itself does not count. For one day choose the day after it.',
		);
	}
}

/** An operation on figures of a span of days. */
export function figures(
	operation: Pick<Operation, 'action' | 'description' | 'doc' | 'fields' | 'name' | 'pages'> & {
		path: string;
	},
): Operation {
	const { path, ...rest } = operation;
	return {
		...rest,
		scopes: ['data.shop_analytics.public.read'],
		request: { method: 'GET', path, shop: 'required' },
		prepare: checkDays,
	};
}
