import type { Operation } from '../../../shared/operation';
import { contactFilters, withinLimit } from '../manufacturer/fields';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many responsible persons',
	description:
		'Retrieve the persons in the EU who answer for your products, with their details in the EU languages',
	doc: 'search-responsible-persons-202501',
	scopes: ['seller.product.basic'],
	fields: [contactFilters('responsible persons', 'body.responsible_person_ids')],
	request: {
		method: 'POST',
		path: '/product/202501/compliance/responsible_persons/search',
		shop: 'none',
	},
	pages: { items: 'responsible_persons', size: 100 },
	prepare: withinLimit('responsible_person_ids'),
};
