import type { Operation } from '../../../shared/operation';
import { categoryLocator, globalCategoryLocator, languageAndTree, withTree } from './fields';

export const getAttributes: Operation = {
	name: 'Get Attributes',
	action: 'Get category attributes',
	description:
		'Retrieve which attributes a product of the category has or needs, and the values to choose from',
	doc: 'get-attributes-202309',
	scopes: ['seller.product.basic'],
	fields: [categoryLocator, languageAndTree()],
	request: {
		method: 'GET',
		path: '/product/202309/categories/{category_id}/attributes',
		shop: 'required',
	},
	output: 'attributes',
	prepare: withTree('query'),
};

export const getGlobalAttributes: Operation = {
	name: 'Get Global Attributes',
	action: 'Get global category attributes',
	description:
		'Retrieve which attributes a global product of the category has, and the markets that need them',
	doc: 'get-global-attributes-202309',
	scopes: ['seller.global_product.category.info'],
	fields: [globalCategoryLocator, languageAndTree('global')],
	request: {
		method: 'GET',
		path: '/product/202309/categories/{category_id}/global_attributes',
		shop: 'none',
	},
	output: 'attributes',
	prepare: withTree('query'),
};
