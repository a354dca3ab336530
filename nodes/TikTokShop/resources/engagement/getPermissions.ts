import type { Operation } from '../../../shared/operation';

export const getPermissions: Operation = {
	name: 'Get Permissions',
	action: 'Get the permissions for engagement',
	description: 'Retrieve which features of customer engagement the shop may use',
	doc: 'get-feature-permissions-202502',
	scopes: ['seller.customer_engagement.read'],
	fields: [],
	request: { method: 'GET', path: '/customer_engagement/202502/permissions', shop: 'required' },
	output: 'features',
};
