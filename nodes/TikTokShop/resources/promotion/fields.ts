import { InputError } from '../../../shared/errors';
import type { Field, Parts } from '../../../shared/fields';
import { BY_ZONE, choices, locator } from '../../commonFields';

export const ACTIVITY_TYPES = [
	{
		name: 'Buy More Save More',
		value: 'BUY_MORE_SAVE_MORE',
		description: 'A discount from a quantity or an amount on',
	},
	{ name: 'Fixed Price', value: 'FIXED_PRICE', description: 'A deal price for each product' },
	{ name: 'Flash Sale', value: 'FLASHSALE', description: 'A deal price for a short time' },
	{ name: 'Percentage Off', value: 'DIRECT_DISCOUNT', description: 'Percent off for each product' },
	{
		name: 'Shipping Discount',
		value: 'SHIPPING_DISCOUNT',
		description: 'Free or cheaper shipping',
	},
];

export const promotionLocator = locator({
	displayName: 'Promotion',
	name: 'activityId',
	description: 'The promotion to work on',
	searchListMethod: 'searchPromotions',
	placeholder: '7136104329798256386',
	send: 'path.activity_id',
});

export const title: Field = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'Summer sale',
	description: 'Your own name for the promotion, up to 50 characters; no other may have it',
	send: 'body.title',
	maxLength: 50,
};

export const productLevel: Field = {
	displayName: 'Applies To',
	name: 'productLevel',
	type: 'options',
	options: [
		{ name: 'Products', value: 'PRODUCT', description: 'All SKUs of the products you add' },
		{ name: 'SKUs', value: 'VARIATION', description: 'Only the SKUs you add' },
		{ name: 'Whole Shop', value: 'SHOP', description: 'All products of the shop' },
	],
	default: 'PRODUCT',
	required: true,
	description: 'What the promotion covers',
	hint: 'Products and SKUs are added afterwards, with Update Products',
	send: 'body.product_level',
};

/** When it runs. One that runs until further notice has 0 for both times. */
export const period: Field[] = [
	{
		displayName: 'Duration',
		name: 'durationType',
		type: 'options',
		options: [
			{ name: 'From Start to End', value: 'NORMAL' },
			{
				name: 'Until Further Notice',
				value: 'INDEFINITE',
				description: 'Possible for shipping discounts only',
			},
		],
		default: 'NORMAL',
		description: 'How long the promotion runs',
		send: 'body.duration_type',
	},
	{
		displayName: 'Start',
		name: 'beginTime',
		type: 'dateTime',
		default: '',
		required: true,
		displayOptions: { show: { durationType: ['NORMAL'] } },
		description: `When the promotion starts${BY_ZONE}; it has to be in the future`,
		send: 'body.begin_time',
		as: 'seconds',
	},
	{
		displayName: 'End',
		name: 'endTime',
		type: 'dateTime',
		default: '',
		required: true,
		displayOptions: { show: { durationType: ['NORMAL'] } },
		description: `When the promotion ends${BY_ZONE}`,
		send: 'body.end_time',
		as: 'seconds',
	},
];

export const usesPerBuyer: Field = {
	displayName: 'Uses per Buyer',
	name: 'participationLimit',
	type: 'options',
	options: [
		{ name: 'One Order', value: 'BUYER_LIMIT_ONLY_ONE' },
		{ name: 'Unlimited', value: 'BUYER_NO_LIMIT' },
	],
	default: 'BUYER_NO_LIMIT',
	description: 'In how many orders a buyer can benefit',
	send: 'body.participation_limit',
};

const threshold: Field = {
	displayName: 'Condition',
	name: 'thresholdType',
	type: 'options',
	options: [
		{ name: 'Minimum Amount', value: 'MINIMAL_ORDER_AMOUNT' },
		{ name: 'Minimum Quantity', value: 'MINIMAL_ITEM_QUANTITY' },
	],
	default: 'MINIMAL_ITEM_QUANTITY',
	required: true,
	description: 'What a buyer has to reach; the same for all tiers',
	send: 'threshold_type',
};

const tier: Field = {
	displayName: 'Tier',
	name: 'tier',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 2 },
	default: 1,
	required: true,
	description: 'Tier 1 or 2; the second asks for more than the first',
	send: 'tier',
	as: 'integer',
};

const thresholdValue: Field = {
	displayName: 'At Least',
	name: 'thresholdValue',
	type: 'string',
	default: '',
	required: true,
	placeholder: '3',
	description: 'The quantity, or the amount in the shop’s currency with a point: 29.90',
	send: 'threshold_value',
	as: 'amount',
};

type Show = NonNullable<NonNullable<Field['displayOptions']>['show']>;

const shippingDiscount: Array<Omit<Field, 'displayOptions'> & { when?: Show }> = [
	{
		displayName: 'Shipping Benefit',
		name: 'shippingBenefit',
		type: 'options',
		options: [
			{ name: 'Free Shipping', value: 'FREE_SHIPPING' },
			{ name: 'Lower Shipping Fee', value: 'DISCOUNT_SHIPPING_FEE' },
		],
		default: 'FREE_SHIPPING',
		required: true,
		description: 'What the buyer gets',
		send: 'body.discount.shipping_discount.type',
	},
	{
		displayName: 'Amount Off Shipping',
		name: 'shippingValue',
		type: 'string',
		default: '',
		required: true,
		placeholder: '2.50',
		description:
			'The most that is taken off the shipping fee, in the shop’s currency with a point: 2.50',
		send: 'body.discount.shipping_discount.value',
		as: 'amount',
		when: { shippingBenefit: ['DISCOUNT_SHIPPING_FEE'] },
	},
	{
		displayName: 'Shipping Condition',
		name: 'shippingCondition',
		type: 'options',
		options: [
			{ name: 'Minimum Amount', value: 'MINIMAL_ORDER_AMOUNT' },
			{ name: 'Minimum Quantity', value: 'MINIMAL_ITEM_QUANTITY' },
			{ name: 'None', value: 'NO_THRESHOLD' },
		],
		default: 'NO_THRESHOLD',
		required: true,
		description: 'What a buyer has to reach; a minimum is possible for the whole shop only',
		send: 'body.discount.shipping_discount.threshold_type',
	},
	{
		displayName: 'Shipping Minimum',
		name: 'shippingMinimum',
		type: 'string',
		default: '',
		required: true,
		placeholder: '29.90',
		description: 'The quantity, or the amount in the shop’s currency with a point: 29.90',
		send: 'body.discount.shipping_discount.threshold_value',
		as: 'amount',
		when: { shippingCondition: ['MINIMAL_ORDER_AMOUNT', 'MINIMAL_ITEM_QUANTITY'] },
	},
	{
		displayName: 'Shipping Area',
		name: 'shippingArea',
		type: 'options',
		options: [
			{ name: 'Everywhere', value: 'WHOLE' },
			{ name: 'Specific Areas', value: 'SPECIFIC_AREAS' },
		],
		default: 'WHOLE',
		required: true,
		description: 'Where the buyers have to be',
		send: 'body.discount.shipping_discount.area_scope.type',
	},
	{
		displayName: 'Areas',
		name: 'shippingAreas',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'Alaska, Hawaii',
		description: 'The areas, separated by commas, as TikTok Shop names them for the country',
		send: 'body.discount.shipping_discount.area_scope.specific_areas',
		as: 'texts',
		when: { shippingArea: ['SPECIFIC_AREAS'] },
	},
	{
		displayName: 'Shipping Methods',
		name: 'shippingMethod',
		type: 'options',
		options: [
			{ name: 'All', value: 'ALL_SHIPPING_METHOD' },
			{ name: 'Express', value: 'EXPRESS_SHIPPING' },
			{ name: 'Standard and Economy', value: 'STANDARD_SHIPPING' },
		],
		default: 'STANDARD_SHIPPING',
		description: 'The shipping methods it applies to',
		send: 'body.discount.shipping_discount.shipping_method',
	},
	{
		displayName: 'Inventory',
		name: 'shippingInventory',
		type: 'options',
		options: [
			{ name: 'All', value: 'ALL' },
			{ name: 'Fulfilled by TikTok', value: 'FULFILLED_BY_TIKTOK' },
			{ name: 'Own Warehouses', value: 'SELF_FULFILLED' },
		],
		default: 'SELF_FULFILLED',
		description:
			'From where it is shipped. Others than own warehouses are possible for the whole shop without condition only.',
		send: 'body.discount.shipping_discount.inventory_type',
	},
];

const tiers: Field = {
	displayName: 'Tiers',
	name: 'tiers',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tier' },
	placeholder: 'Add Tier',
	default: { tier: [{}] },
	required: true,
	description: 'What buyers get for buying more; one or two tiers',
	send: 'body.discount.bmsm_discount.details',
	maxCount: 2,
	options: [
		{
			displayName: 'Tier',
			name: 'tier',
			values: [
				tier,
				threshold,
				thresholdValue,
				{
					displayName: 'Discount',
					name: 'type',
					type: 'options',
					options: [
						{ name: 'Amount Off', value: 'AMOUNT_OFF' },
						{ name: 'Percentage Off', value: 'PERCENTAGE_OFF' },
					],
					default: 'PERCENTAGE_OFF',
					required: true,
					description: 'How the discount is counted; the same for all tiers',
					send: 'type',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					required: true,
					placeholder: '10',
					description: 'Whole percent, or an amount in the shop’s currency with a point: 5.00',
					send: 'value',
					as: 'amount',
				},
			],
		},
	],
};

const gifts: Field[] = [
	{
		displayName: 'Gifts Given',
		name: 'giftReceiving',
		type: 'options',
		options: choices(['ALL_RECEIVE']).map((choice) => ({ ...choice, name: 'All of a Tier' })),
		default: 'ALL_RECEIVE',
		required: true,
		description: 'Which of the gifts a buyer receives',
		send: 'body.discount.gift_discount.gift_receiving_type',
	},
	{
		displayName: 'Gift Tiers',
		name: 'giftTiers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Tier' },
		placeholder: 'Add Tier',
		default: { tier: [{}] },
		required: true,
		description: 'The gifts for buying enough; one tier in the United States, else up to two',
		send: 'body.discount.gift_discount.gift_infos',
		maxCount: 2,
		options: [
			{
				displayName: 'Tier',
				name: 'tier',
				values: [
					tier,
					threshold,
					thresholdValue,
					{
						displayName: 'Gifts',
						name: 'gifts',
						type: 'fixedCollection',
						typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Gift' },
						placeholder: 'Add Gift',
						default: { gift: [{}] },
						required: true,
						description: 'The SKUs that are given away',
						send: 'gift_details',
						options: [
							{
								displayName: 'Gift',
								name: 'gift',
								values: [
									{
										displayName: 'Product ID',
										name: 'productId',
										type: 'string',
										default: '',
										required: true,
										placeholder: '1729592969712207008',
										description: 'The product of the gift',
										send: 'product_id',
										as: 'id',
									},
									{
										displayName: 'SKU ID',
										name: 'skuId',
										type: 'string',
										default: '',
										required: true,
										placeholder: '1729592969712207012',
										description: 'The SKU that is given; "Get a product" returns it',
										send: 'sku_id',
										as: 'id',
									},
									{
										displayName: 'Quantity Limit',
										name: 'totalClaimLimit',
										type: 'number',
										typeOptions: { minValue: 1, maxValue: 99_999 },
										default: 100,
										required: true,
										description: 'How many gifts there are; it can be raised later, not lowered',
										send: 'total_claim_limit',
										as: 'integer',
									},
								],
							},
						],
					},
				],
			},
		],
	},
];

/**
 * The fields of each kind of discount that a promotion itself holds.
 *
 * @param chooser - the field that decides which are shown
 * @param kinds - its values
 */
export function discountFields(
	chooser: string,
	kinds: { shipping: string; tiers: string; gifts?: string },
): Field[] {
	const shown = (field: Field, kind: string, when: Show = {}): Field => ({
		...field,
		displayOptions: { show: { [chooser]: [kind], ...when } },
	});
	return [
		...shippingDiscount.map(({ when, ...field }) => shown(field, kinds.shipping, when)),
		shown(tiers, kinds.tiers),
		...gifts.flatMap((field) => (kinds.gifts === undefined ? [] : [shown(field, kinds.gifts)])),
	];
}

interface Activity {
	duration_type?: string;
	begin_time?: number;
	end_time?: number;
	participation_limit?: unknown;
	discount?: { gift_discount?: { gift_infos?: Gift[] } };
}

interface Gift {
	gift_details?: Array<{ total_claim_limit?: number | string }>;
}

/** Brings what was filled in into TikTok's form, and refuses what cannot be. */
export function completeActivity({ body }: Parts): void {
	const activity = body as Activity;
	if (activity.duration_type === 'INDEFINITE') {
		activity.begin_time ??= 0;
		activity.end_time ??= 0;
	} else if ((activity.end_time ?? Infinity) <= (activity.begin_time ?? 0)) {
		throw new InputError('End must be after Start');
	}
	const { participation_limit: limit } = activity;
	if (typeof limit === 'string') activity.participation_limit = [{ type: limit }];
	const gifts = activity.discount?.gift_discount?.gift_infos ?? [];
	for (const gift of gifts.flatMap(({ gift_details: details = [] }) => details)) {
		gift.total_claim_limit = String(gift.total_claim_limit);
	}
}
