import type { Operation } from '../../../shared/operation';

export const getActive: Operation = {
	name: 'Get Active',
	action: 'Get the active shops of the seller',
	description:
		'Retrieve all shops of the seller that are active, with their region, for sellers in several countries',
	doc: 'get-active-shops-202309',
	scopes: ['seller.shop.info'],
	fields: [],
	request: { method: 'GET', path: '/seller/202309/shops', shop: 'none' },
	output: 'shops',
};
