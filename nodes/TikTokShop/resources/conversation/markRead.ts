import type { Operation } from '../../../shared/operation';
import { conversationLocator } from './fields';

export const markRead: Operation = {
	name: 'Mark as Read',
	action: 'Mark a conversation as read',
	description: 'Mark all messages of the buyer in a conversation as read',
	doc: 'read-message-202309',
	scopes: ['seller.customer_service'],
	fields: [conversationLocator],
	request: {
		method: 'POST',
		path: '/customer_service/202309/conversations/{conversation_id}/messages/read',
		shop: 'required',
	},
	repeatable: true,
};
