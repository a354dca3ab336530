import type { Operation } from '../../../shared/operation';
import { conversationLocator } from './fields';

export const markAsRead: Operation = {
	name: 'Mark as Read',
	action: 'Mark a conversation with a creator as read',
	description: 'Mark all messages of a conversation as read',
	doc: 'mark-conversation-read-202412',
	scopes: ['seller.affiliate_messages.write'],
	fields: [conversationLocator()],
	// TikTok's own spelling.
	request: {
		method: 'POST',
		path: '/affiliate_seller/202412/conversatons/read',
		shop: 'required',
	},
	batch: {
		max: 20,
		key: 'conversationId',
		into: 'body.conversation_ids',
		matchBy: 'conversation_id',
		failedIn: 'failed_conversation_ids',
		what: 'conversation',
	},
	repeatable: true,
};
