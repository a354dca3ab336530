import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';
import { campaignFields, couponsOption, productsOption } from './fields';

export const create: Operation = {
	name: 'Create Campaign',
	action: 'Create an engagement campaign',
	description:
		'Set up a campaign with one of TikTok Shop’s message templates. Messages go out with "Send an engagement message".',
	doc: 'create-engagement-task-202412',
	scopes: ['seller.customer_engagement.write'],
	fields: [
		locator({
			displayName: 'Message Template',
			name: 'templateId',
			description: 'The text to send, one of TikTok Shop’s own',
			searchListMethod: 'searchMessageTemplates',
			placeholder: '8646958016719848812',
			send: 'body.template_id',
		}),
		...campaignFields,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [couponsOption, productsOption],
		},
	],
	request: {
		method: 'POST',
		path: '/customer_engagement/202412/engagement_tasks',
		shop: 'required',
	},
	idempotencyKey: true,
};
