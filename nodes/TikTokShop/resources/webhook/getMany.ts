import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/operation';
import { isoTime } from '../../../shared/simplify';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many webhooks',
	description: 'Retrieve which events of the shop are sent to which address',
	doc: 'get-shop-webhooks-202309',
	scopes: ['seller.authorization.info'],
	fields: [],
	request: { method: 'GET', path: '/event/202309/webhooks', shop: 'required' },
	output: 'webhooks',
	simplify: ({ event_type, address, create_time, update_time }): IDataObject => ({
		event: event_type,
		address,
		created: isoTime(create_time),
		updated: isoTime(update_time),
	}),
};
