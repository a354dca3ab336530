import type { Operation } from '../../../shared/operation';

const request = { path: '/customer_service/202309/agents/settings', shop: 'required' } as const;

export const getAgentSettings: Operation = {
	name: 'Get Agent Settings',
	action: 'Get the settings of the service agent',
	description: 'Retrieve whether the shop owner gets new conversations assigned as service agent',
	doc: 'get-agent-settings-202309',
	scopes: ['seller.customer_service'],
	fields: [],
	request: { method: 'GET', ...request },
};

export const updateAgentSettings: Operation = {
	name: 'Update Agent Settings',
	action: 'Update the settings of the service agent',
	description: 'Choose whether the shop owner gets new conversations assigned as service agent',
	doc: 'update-agent-settings-202309',
	scopes: ['seller.customer_service'],
	fields: [
		{
			displayName: 'Accept Conversations',
			name: 'canAcceptChat',
			type: 'boolean',
			default: true,
			required: true,
			description:
				'Whether TikTok assigns new conversations by itself; else only those that are assigned by hand',
			send: 'body.can_accept_chat',
		},
	],
	request: { method: 'PUT', ...request },
	repeatable: true,
};
