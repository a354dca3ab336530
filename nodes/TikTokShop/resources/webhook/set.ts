import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { asText } from '../../../shared/text';
import { addressProblem } from '../../../shared/webhookAddress';
import { eventField } from './fields';

export const set: Operation = {
	name: 'Set',
	action: 'Set a webhook',
	description:
		'Have an event sent to an address. It replaces the address that gets the event now; workflows with a TikTok Shop Trigger set theirs by themselves.',
	doc: 'update-shop-webhook-202309',
	scopes: ['seller.authorization.info'],
	fields: [
		eventField,
		{
			displayName: 'Address',
			name: 'address',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://example.com/tiktok-shop',
			description: 'The https address with a domain name and without a port',
			send: 'body.address',
			maxLength: 255,
		},
	],
	request: { method: 'PUT', path: '/event/202309/webhooks', shop: 'required' },
	repeatable: true,
	prepare: ({ body }) => {
		const problem = addressProblem(asText(body.address));
		if (problem === undefined) return;
		throw new InputError(
			`Address is none that TikTok Shop sends to: ${problem}`,
			'TikTok Shop delivers only to https addresses with a domain name and without a port.',
			'webhookAddress',
		);
	},
};
