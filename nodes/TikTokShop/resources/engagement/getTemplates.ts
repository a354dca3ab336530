import type { Operation } from '../../../shared/operation';
import { LOCALES, localesOption } from '../../locales';

export const getTemplates: Operation = {
	name: 'Get Templates',
	action: 'Get message templates',
	description:
		'Retrieve the message templates of TikTok Shop, with how many product and coupon cards each takes',
	doc: 'get-message-templates-202412',
	scopes: ['seller.customer_engagement.read'],
	fields: [
		{
			...localesOption(LOCALES, 'query.locale', 'Languages of the texts'),
			default: ['en-US'],
			required: true,
		},
	],
	request: {
		method: 'GET',
		path: '/customer_engagement/202412/message_templates',
		shop: 'required',
	},
	output: 'message_templates',
};
