import type { Operation } from '../../../shared/operation';

export const getWarehouses: Operation = {
	name: 'Get Many Warehouses',
	action: 'Get many FBT warehouses',
	description: 'Retrieve the warehouses of Fulfilled by TikTok, and whether you subscribed to them',
	doc: 'get-fbt-warehouse-list-202408',
	scopes: ['seller.fbt.info'],
	fields: [],
	request: { method: 'GET', path: '/fbt/202408/warehouses', shop: 'optional' },
	output: 'warehouses',
};
