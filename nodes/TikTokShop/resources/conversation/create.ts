import type { Operation } from '../../../shared/operation';

export const create: Operation = {
	name: 'Create',
	action: 'Create a conversation',
	description:
		'Begin a conversation with a buyer, or reopen the earlier one. TikTok allows it only with buyers who ordered or wrote lately.',
	doc: 'create-conversation-202309',
	scopes: ['seller.customer_service'],
	fields: [
		{
			displayName: 'Buyer User ID',
			name: 'buyerUserId',
			type: 'string',
			default: '',
			required: true,
			placeholder: '7494560109732334262',
			description: 'The buyer; "Get an order" returns the ID',
			send: 'body.buyer_user_id',
			as: 'id',
		},
	],
	request: { method: 'POST', path: '/customer_service/202309/conversations', shop: 'required' },
	// TikTok gives back the conversation there is, so asking twice makes just one.
	repeatable: true,
};
