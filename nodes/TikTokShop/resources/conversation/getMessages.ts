import type { Operation } from '../../../shared/operation';
import { sortOrder } from '../../commonFields';
import { conversationLocator, systemLanguage } from './fields';
import { simplifyMessage } from './simplify';

export const getMessages: Operation = {
	name: 'Get Messages',
	action: 'Get the messages of a conversation',
	description: 'Retrieve what was written in a conversation; this does not mark it as read',
	doc: 'get-conversation-messages-202309',
	scopes: ['seller.customer_service'],
	fields: [
		conversationLocator,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				systemLanguage,
				{
					displayName: 'Sort By',
					name: 'sortField',
					type: 'options',
					options: [
						{ name: 'Creation Time', value: 'create_time' },
						{ name: 'Place in the Conversation', value: 'index' },
					],
					default: 'create_time',
					description: 'What the messages are sorted by',
					send: 'query.sort_field',
				},
				sortOrder('messages'),
			],
		},
	],
	request: {
		method: 'GET',
		path: '/customer_service/202309/conversations/{conversation_id}/messages',
		shop: 'required',
	},
	pages: { items: 'messages', size: 10 },
	simplify: simplifyMessage,
};
