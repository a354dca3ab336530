import type { Operation } from '../../../shared/operation';
import { campaignFields, couponsOption, productsOption } from './fields';

export const createCustom: Operation = {
	name: 'Create Custom Campaign',
	action: 'Create an engagement campaign with a message of your own',
	description:
		'Set up a campaign with a text of your own; not every shop may. Messages go out with "Send an engagement message".',
	doc: 'create-custom-engagement-task-202502',
	scopes: ['seller.customer_engagement.write'],
	fields: [
		...campaignFields,
		{
			displayName: 'Message Title',
			name: 'messageTitle',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'Spring is here',
			description: 'What buyers read first: plain text and emoji, up to 70 characters',
			send: 'body.custom_message.title',
			maxLength: 70,
		},
		{
			displayName: 'Message Text',
			name: 'messageBody',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			description: 'What buyers read then: plain text and emoji, up to 500 characters',
			send: 'body.custom_message.body',
			maxLength: 500,
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [{ ...couponsOption, maxCount: 1 }, productsOption],
		},
	],
	request: {
		method: 'POST',
		path: '/customer_engagement/202502/engagement_tasks/custom',
		shop: 'required',
	},
	idempotencyKey: true,
};
