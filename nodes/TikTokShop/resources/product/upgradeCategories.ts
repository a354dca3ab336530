import type { Operation } from '../../../shared/operation';

export const upgradeCategories: Operation = {
	name: 'Upgrade Categories',
	action: 'Upgrade the categories of all products',
	description:
		'Move the live products of a shop in the United States from the category tree with three levels to the one with seven. It takes up to two hours, and leaves out products that went live within the last day.',
	doc: 'create-category-upgrade-task-202407',
	scopes: ['seller.product.basic'],
	fields: [],
	request: {
		method: 'POST',
		path: '/product/202407/products/category_upgrade_task',
		shop: 'required',
	},
};
