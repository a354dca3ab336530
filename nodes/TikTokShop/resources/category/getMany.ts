import type { Operation } from '../../../shared/operation';
import { LOCALES, localeOption } from '../../locales';
import {
	globalLocaleOption,
	platformOption,
	prohibitedOption,
	treeOption,
	withTree,
} from './fields';

const keywordOption = {
	displayName: 'Keyword',
	name: 'keyword',
	type: 'string',
	default: '',
	placeholder: 'candle',
	description: 'Only categories with this in their own name',
	send: 'query.keyword',
} as const;

const LANGUAGE = 'Language of the names; left out, the one of the shop';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many categories',
	description:
		'Retrieve the categories the shop can sell in. Products go only into those without subcategories, where is_leaf is true.',
	doc: 'get-categories-202309',
	scopes: ['seller.product.basic'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				treeOption('query'),
				prohibitedOption('query', 'in Brazil, Mexico, the EU and Southeast Asia'),
				keywordOption,
				localeOption(LOCALES, 'query.locale', LANGUAGE, 'en-GB'),
				platformOption('query'),
			],
		},
	],
	request: { method: 'GET', path: '/product/202309/categories', shop: 'required' },
	output: 'categories',
	prepare: withTree('query'),
};

export const getManyGlobal: Operation = {
	name: 'Get Many Global',
	action: 'Get many global categories',
	description: 'Retrieve the categories for global products, whatever the market',
	doc: 'get-global-categories-202309',
	scopes: ['seller.global_product.category.info'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [treeOption('query'), keywordOption, globalLocaleOption],
		},
	],
	request: { method: 'GET', path: '/product/202309/global_categories', shop: 'none' },
	output: 'categories',
	prepare: withTree('query'),
};
