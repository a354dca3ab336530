import type { Operation } from '../../../shared/operation';
import { categoryLocator, globalCategoryLocator, languageAndTree, withTree } from './fields';

export const getRules: Operation = {
	name: 'Get Rules',
	action: 'Get category rules',
	description:
		'Retrieve what a listing in the category needs besides attributes: certificates, size chart, package size, responsible person and more',
	doc: 'get-category-rules-202309',
	scopes: ['seller.product.basic'],
	fields: [categoryLocator, languageAndTree()],
	request: {
		method: 'GET',
		path: '/product/202309/categories/{category_id}/rules',
		shop: 'required',
	},
	prepare: withTree('query'),
};

export const getGlobalRules: Operation = {
	name: 'Get Global Rules',
	action: 'Get global category rules',
	description:
		'Retrieve what a global product in the category needs besides attributes, and in which markets',
	doc: 'get-global-category-rules-202309',
	scopes: ['seller.global_product.category.info'],
	fields: [globalCategoryLocator, languageAndTree('global')],
	request: {
		method: 'GET',
		path: '/product/202309/categories/{category_id}/global_rules',
		shop: 'none',
	},
	prepare: withTree('query'),
};
