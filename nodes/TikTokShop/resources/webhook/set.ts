import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { asText } from '../../../shared/text';
import { addressProblem } from '../../../shared/webhookAddress';
import { eventField, oneAddressNotice } from './fields';

export const set: Operation = {
	name: 'Set',
	action: 'Set a webhook',
	description:
		'Have an event sent to an address. Not needed for workflows with a TikTok Shop Trigger, which set theirs by themselves.',
	doc: 'update-shop-webhook-202309',
	scopes: ['seller.authorization.info'],
	fields: [
		oneAddressNotice,
		eventField,
		{
			displayName: 'Address',
			name: 'address',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://example.com/tiktok-shop',
			description:
				'Where TikTok Shop sends the event: an https address with a domain name and without a port',
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
