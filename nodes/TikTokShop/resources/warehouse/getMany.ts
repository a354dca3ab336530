import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/operation';
import { objectOf, present } from '../../../shared/simplify';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many warehouses',
	description: 'Retrieve the warehouses of a shop, for sales and for returns',
	doc: 'get-warehouse-list-202309',
	scopes: ['seller.logistics'],
	fields: [],
	request: { method: 'GET', path: '/logistics/202309/warehouses', shop: 'required' },
	output: 'warehouses',
	simplify: simplifyWarehouse,
};

function simplifyWarehouse(warehouse: IDataObject): IDataObject {
	const address = objectOf(warehouse.address);
	return present({
		id: warehouse.id,
		name: warehouse.name,
		type: warehouse.type,
		subType: warehouse.sub_type,
		status: warehouse.effect_status,
		isDefault: warehouse.is_default,
		contact: address.contact_person,
		phone: address.phone_number,
		address: address.full_address,
		postalCode: address.postal_code,
		country: address.region_code,
	});
}
