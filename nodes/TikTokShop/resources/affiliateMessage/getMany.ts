import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/http';
import type { Operation } from '../../../shared/operation';
import { isoTime } from '../../../shared/simplify';
import { conversationLocator } from './fields';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many messages of a conversation with a creator',
	description: 'Retrieve the messages of a conversation',
	doc: 'get-message-in-the-conversation-202412',
	scopes: ['seller.affiliate_messages.write'],
	fields: [conversationLocator('path.conversation_id')],
	request: {
		method: 'GET',
		path: '/affiliate_seller/202412/conversation/{conversation_id}/messages',
		shop: 'required',
	},
	pages: { items: 'messages', size: 20 },
	simplify: ({ conversation_index, message_body }): IDataObject => {
		const message = isObject(message_body) ? message_body : {};
		return {
			id: message.id,
			conversationId: message.conversation_id,
			index: conversation_index,
			type: message.type,
			content: message.content,
			senderId: message.sender_id,
			created: isoTime(message.create_time),
		};
	},
};
