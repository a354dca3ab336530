import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/operation';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many shops',
	description: 'Retrieve the shops that the seller authorized',
	doc: 'get-authorized-shops-202309',
	scopes: ['seller.authorization.info'],
	fields: [],
	request: { method: 'GET', path: '/authorization/202309/shops', shop: 'none' },
	output: 'shops',
	simplify: ({ id, name, region, seller_type, code }): IDataObject => ({
		id,
		name,
		region,
		seller_type,
		code,
	}),
};
