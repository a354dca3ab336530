import type { Operation } from '../../../shared/operation';
import { contactFilters, withinLimit } from './fields';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many manufacturers',
	description:
		'Retrieve the manufacturers of your products, with their details in the EU languages',
	doc: 'search-manufacturers-202501',
	scopes: ['seller.product.basic'],
	fields: [contactFilters('manufacturers', 'body.manufacturer_ids')],
	request: {
		method: 'POST',
		path: '/product/202501/compliance/manufacturers/search',
		shop: 'none',
	},
	pages: { items: 'manufacturers', size: 100 },
	prepare: withinLimit('manufacturer_ids'),
};
