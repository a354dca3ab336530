import type { Operation } from '../../../shared/operation';
import { systemLanguage } from './fields';
import { simplifyConversation } from './simplify';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many conversations',
	description: 'Retrieve the conversations of the shop with buyers, each with its latest message',
	doc: 'get-conversations-202309',
	scopes: ['seller.customer_service'],
	fields: [
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [systemLanguage],
		},
	],
	request: { method: 'GET', path: '/customer_service/202309/conversations', shop: 'required' },
	pages: { items: 'conversations', size: 20 },
	simplify: simplifyConversation,
};
