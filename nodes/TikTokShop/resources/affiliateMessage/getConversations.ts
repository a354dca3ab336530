import type { Operation } from '../../../shared/operation';
import { onlyIds } from './fields';

export const getConversations: Operation = {
	name: 'Get Conversations',
	action: 'Get many conversations with creators',
	description: 'Retrieve the conversations with creators, for instance those not answered yet',
	doc: 'get-conversation-list-202412',
	scopes: ['seller.affiliate_messages.write'],
	fields: [
		onlyIds('query.only_need_conversation_id'),
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: [
						{ name: 'All', value: 'ALL' },
						{
							name: 'Unread',
							value: 'UNREAD',
							description: 'With messages that were not marked as read',
						},
						{
							name: 'Unreplied',
							value: 'UNREPLIED',
							description: 'The last message is not yours',
						},
					],
					default: 'UNREPLIED',
					description: 'Only conversations in this state',
					send: 'query.conversation_status',
				},
			],
		},
	],
	request: { method: 'GET', path: '/affiliate_seller/202412/conversations', shop: 'optional' },
	pages: { items: 'conversations', size: 50 },
};
