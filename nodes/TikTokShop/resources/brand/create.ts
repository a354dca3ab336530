import type { Operation } from '../../../shared/operation';

export const create: Operation = {
	name: 'Create',
	action: 'Create a brand',
	description: 'Add a brand of your own, for use in all markets; up to 50 a day',
	doc: 'create-custom-brands-202309',
	scopes: ['seller.product.basic'],
	fields: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'Wick & Co',
			description:
				'From 2 to 30 characters; no Chinese characters, no emoji, no five digits in a row',
			send: 'body.name',
			maxLength: 30,
		},
	],
	request: { method: 'POST', path: '/product/202309/brands', shop: 'none' },
};
