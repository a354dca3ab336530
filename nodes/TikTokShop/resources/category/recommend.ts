import type { Operation } from '../../../shared/operation';
import { platformOption, productFields, prohibitedOption, withTree } from './fields';

export const recommend: Operation = {
	name: 'Recommend',
	action: 'Recommend a category',
	description: 'Let TikTok Shop propose the category that fits a product, from its title and more',
	doc: 'recommend-category-202309',
	scopes: ['seller.product.basic'],
	fields: productFields([prohibitedOption('body', 'in Brazil and Mexico'), platformOption('body')]),
	request: { method: 'POST', path: '/product/202309/categories/recommend', shop: 'optional' },
	reads: true,
	prepare: withTree('body'),
};

export const recommendGlobal: Operation = {
	name: 'Recommend Global',
	action: 'Recommend a global category',
	description: 'Let TikTok Shop propose the category that fits a global product',
	doc: 'recommend-global-categories-202309',
	scopes: ['seller.global_product.category.info'],
	fields: productFields(),
	request: { method: 'POST', path: '/product/202309/global_categories/recommend', shop: 'none' },
	reads: true,
	prepare: withTree('body'),
};
