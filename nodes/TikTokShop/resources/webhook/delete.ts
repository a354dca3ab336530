import type { Operation } from '../../../shared/operation';
import { eventField } from './fields';

export const deleteWebhook: Operation = {
	name: 'Delete',
	action: 'Delete a webhook',
	description: 'Stop sending an event of the shop to any address',
	doc: 'delete-shop-webhook-202309',
	scopes: ['seller.authorization.info'],
	fields: [eventField],
	request: { method: 'DELETE', path: '/event/202309/webhooks', shop: 'required' },
	repeatable: true,
};
