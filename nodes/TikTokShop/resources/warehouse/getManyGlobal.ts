import type { Operation } from '../../../shared/operation';

export const getManyGlobal: Operation = {
	name: 'Get Many Global',
	action: 'Get many global warehouses',
	description: 'Retrieve the warehouses that hold the stock of global products, across all shops',
	doc: 'get-global-seller-warehouse-202309',
	scopes: ['seller.shop.info'],
	fields: [],
	request: { method: 'GET', path: '/logistics/202309/global_warehouses', shop: 'none' },
	output: 'global_warehouses',
};
