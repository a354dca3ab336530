import type { Field } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';
import { LOCALES, localeOption } from '../../locales';
import { chooseTree } from '../../methods/categoryTree';

const leaf = 'Only categories without subcategories can hold products.';

export const categoryLocator = locator({
	displayName: 'Category',
	name: 'categoryId',
	description: `The category to look at. ${leaf}`,
	searchListMethod: 'searchCategories',
	placeholder: '601226',
	send: 'path.category_id',
});

export const globalCategoryLocator = locator({
	displayName: 'Global Category',
	name: 'categoryId',
	description: `The category of global products to look at. ${leaf}`,
	searchListMethod: 'searchGlobalCategories',
	placeholder: '601226',
	send: 'path.category_id',
});

/** Which of TikTok's two category trees counts; without a choice, the one of the shop's country. */
export function treeOption(part: 'body' | 'query'): Field {
	return {
		displayName: 'Category Tree',
		name: 'categoryVersion',
		type: 'options',
		options: [
			{ name: 'Seven Levels (V2)', value: 'v2', description: 'For sellers with a US shop' },
			{ name: 'Three Levels (V1)', value: 'v1', description: 'For all others' },
		],
		default: 'v1',
		description:
			'Which of TikTok’s two lists of categories is meant. Left out, it is chosen by the country of the shop.',
		send: `${part}.category_version`,
	};
}

/** Fills in the tree where the user chose none: TikTok itself would take v1 and refuse sellers of the United States. */
export function withTree(part: 'body' | 'query'): NonNullable<Operation['prepare']> {
	return async (parts, { client, shop }) => {
		parts[part].category_version ??= await chooseTree(client, shop);
	};
}

/** Global categories have no Portuguese. */
export const globalLocaleOption = localeOption(
	LOCALES.filter((locale) => locale !== 'pt-BR'),
	'query.locale',
	'Language of the names',
	'en-US',
);

/** What the questions about one category have in common. */
export function languageAndTree(kind: 'global' | 'local' = 'local'): Field {
	const localOption = localeOption(
		LOCALES,
		'query.locale',
		'Language of the names; left out, the one of the shop',
		'en-GB',
	);
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [treeOption('query'), kind === 'global' ? globalLocaleOption : localOption],
	};
}

const titleField: Field = {
	displayName: 'Product Title',
	name: 'productTitle',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'Soy candle with the scent of the sea',
	description: 'The full title, in the language of the market',
	send: 'body.product_title',
};

const describing: Field[] = [
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: '<p>Hand-poured soy candle</p>',
		description: 'The description of the product, with or without HTML',
		send: 'body.description',
		maxLength: 10_000,
	},
	{
		displayName: 'Image URIs',
		name: 'images',
		type: 'string',
		default: '',
		placeholder: 'tos-maliva-i-o3syd03w52-us/c668cdf70b7f483c94dbe',
		description:
			'Pictures of the product: the URIs that "Upload a product image" returned, separated by commas',
		send: 'body.images',
		as: 'texts',
		entryKey: 'uri',
	},
];

/** What TikTok guesses a category from. */
export function productFields(more: Field[] = []): Field[] {
	return [
		titleField,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [treeOption('body'), ...describing, ...more],
		},
	];
}

/** For sellers who came from Tokopedia. */
export function platformOption(part: 'body' | 'query'): Field {
	return {
		displayName: 'Platform',
		name: 'listingPlatform',
		type: 'options',
		options: [
			{ name: 'TikTok Shop', value: 'TIKTOK_SHOP' },
			{ name: 'Tokopedia', value: 'TOKOPEDIA' },
		],
		default: 'TIKTOK_SHOP',
		description: 'Only categories of this platform; for sellers who came from Tokopedia',
		send: `${part}.listing_platform`,
	};
}

/** Whether to see also what may not be sold. */
export function prohibitedOption(part: 'body' | 'query', markets: string): Field {
	return {
		displayName: 'Include Prohibited Categories',
		name: 'includeProhibited',
		type: 'boolean',
		default: true,
		description: `Whether to include categories that may not be sold on TikTok Shop; ${markets}`,
		send: `${part}.include_prohibited_categories`,
	};
}
