import type { Operation } from '../../../shared/operation';

export const getTemplates: Operation = {
	name: 'Get Templates',
	action: 'Get the shipping templates',
	description:
		'Retrieve the shipping templates of the shop, and why one of them is not available where it is not',
	doc: 'get-available-shipping-template-202510',
	scopes: ['seller.logistics'],
	fields: [],
	request: { method: 'GET', path: '/logistics/202510/seller_templates', shop: 'required' },
	output: 'templates',
};
