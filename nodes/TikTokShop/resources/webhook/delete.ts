import type { Operation } from '../../../shared/operation';
import { eventField, oneAddressNotice } from './fields';

export const deleteWebhook: Operation = {
	name: 'Delete',
	action: 'Delete a webhook',
	description: 'Stop an event of the shop from being sent',
	doc: 'delete-shop-webhook-202309',
	scopes: ['seller.authorization.info'],
	fields: [oneAddressNotice, eventField],
	request: { method: 'DELETE', path: '/event/202309/webhooks', shop: 'required' },
	repeatable: true,
};
