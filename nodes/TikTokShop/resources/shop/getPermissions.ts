import type { Operation } from '../../../shared/operation';

export const getPermissions: Operation = {
	name: 'Get Permissions',
	action: 'Get the permissions of the seller',
	description: 'Retrieve what the seller may do across borders, such as managing global products',
	doc: 'get-seller-permissions-202309',
	scopes: ['seller.shop.info'],
	fields: [],
	request: { method: 'GET', path: '/seller/202309/permissions', shop: 'none' },
};
