import type { Operation } from '../../../shared/operation';

export const getCategoryAssets: Operation = {
	name: 'Get Category Assets',
	action: 'Get the category assets',
	description:
		'Only for affiliate partners: retrieve the business categories they authorized; sellers have none',
	doc: 'get-authorized-category-assets-202405',
	scopes: ['partner.authorization.info'],
	fields: [],
	request: { method: 'GET', path: '/authorization/202405/category_assets', shop: 'none' },
	output: 'category_assets',
};
