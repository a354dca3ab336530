import type { Field } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { simplifyCreator } from './simplify';

const followers = (
	displayName: string,
	name: string,
	end: string,
	suggested: number,
	description: string,
): Field => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: suggested,
	description,
	send: `body.follower_demographics.count_range.${end}`,
	as: 'integer',
});

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many creators',
	description: 'Find creators of the marketplace by name, followers and sales of the last 30 days',
	doc: 'seller-search-creator-on-marketplace-202508',
	scopes: ['seller.creator_marketplace.read'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Follower Age',
					name: 'ageRanges',
					type: 'multiOptions',
					options: [
						{ name: '18–24', value: 'AGE_RANGE_18_24' },
						{ name: '25–34', value: 'AGE_RANGE_25_34' },
						{ name: '35–44', value: 'AGE_RANGE_35_44' },
						{ name: '45–54', value: 'AGE_RANGE_45_54' },
						{ name: '55 and Above', value: 'AGE_RANGE_55_AND_ABOVE' },
					],
					default: [],
					description: 'Only creators whose followers are mostly of this age',
					send: 'body.follower_demographics.age_ranges',
				},
				{
					displayName: 'Follower Gender',
					name: 'gender',
					type: 'options',
					options: [
						{ name: 'Female', value: 'FEMALE' },
						{ name: 'Male', value: 'MALE' },
					],
					default: 'FEMALE',
					description: 'The gender that Follower Gender Share counts',
					send: 'body.follower_demographics.gender_distribution.gender',
				},
				{
					displayName: 'Follower Gender Share (%)',
					name: 'genderShare',
					type: 'number',
					typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
					default: 50,
					description: 'Only creators with at least this share of followers of the chosen gender',
					send: 'body.follower_demographics.gender_distribution.percentage_ge',
					as: 'percent',
				},
				followers(
					'Followers From',
					'followersFrom',
					'count_ge',
					1000,
					'Only creators with at least so many followers',
				),
				followers(
					'Followers Up To',
					'followersTo',
					'count_le',
					100_000,
					'Only creators with at most so many followers',
				),
				{
					displayName: 'Keyword',
					name: 'keyword',
					type: 'string',
					default: '',
					placeholder: 'candle',
					description: 'A part of the TikTok user name or nickname',
					send: 'body.keyword',
				},
				{
					displayName: 'Sales in 30 Days',
					name: 'gmvRanges',
					type: 'multiOptions',
					options: [
						{ name: '0–100', value: 'GMV_RANGE_0_100' },
						{ name: '100–1,000', value: 'GMV_RANGE_100_1000' },
						{ name: '1,000–10,000', value: 'GMV_RANGE_1000_10000' },
						{ name: '10,000 and Above', value: 'GMV_RANGE_10000_AND_ABOVE' },
					],
					default: [],
					description:
						'Only creators who sold goods for so much in the last 30 days, in the currency of the shop',
					send: 'body.gmv_ranges',
				},
				{
					displayName: 'Search Key',
					name: 'searchKey',
					type: 'string',
					default: '',
					description:
						'Rarely needed: what TikTok returned as search_key for an earlier search, to go on in the same result',
					send: 'body.search_key',
				},
				{
					displayName: 'Units Sold in 30 Days',
					name: 'unitsSoldRanges',
					type: 'multiOptions',
					options: [
						{ name: '0–10', value: 'UNITS_SOLD_RANGE_0_10' },
						{ name: '10–100', value: 'UNITS_SOLD_RANGE_10_100' },
						{ name: '100–1,000', value: 'UNITS_SOLD_RANGE_100_1000' },
						{ name: '1,000 and Above', value: 'UNITS_SOLD_RANGE_1000_AND_ABOVE' },
					],
					default: [],
					description: 'Only creators who sold so many units in the last 30 days',
					send: 'body.units_sold_ranges',
				},
			],
		},
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202508/marketplace_creators/search',
		shop: 'required',
	},
	// search_key keeps the pages of one search consistent.
	pages: { items: 'creators', size: 20, sizes: [12, 20], carry: 'search_key' },
	simplify: simplifyCreator,
};
