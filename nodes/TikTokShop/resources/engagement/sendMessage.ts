import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { asText } from '../../../shared/text';
import { taskId } from './fields';

/** TikTok names no limit; this keeps a refused request small. */
const MOST_AT_ONCE = 50;

export const sendMessage: Operation = {
	name: 'Send Message',
	action: 'Send an engagement message',
	description:
		'Send the message of a campaign to a buyer who ordered within the last year. Many input items go out together.',
	doc: 'send-engagement-message-202412',
	scopes: ['seller.customer_engagement.write'],
	fields: [
		{
			displayName: 'Buyer Email',
			name: 'buyerEmail',
			type: 'string',
			placeholder: 'name@email.com',
			default: '',
			required: true,
			description: 'The anonymous address that "Get an order" returns as the email of the buyer',
		},
		{ ...taskId, send: 'body.task_id' },
	],
	request: { method: 'POST', path: '/customer_engagement/202412/messages', shop: 'required' },
	batch: {
		max: MOST_AT_ONCE,
		key: 'buyerEmail',
		into: 'body.buyer_emails',
		matchBy: 'buyer_email',
		what: 'buyer',
	},
	prepare: (_, { read }) => {
		const email = asText(read('buyerEmail')).trim();
		if (!/^\S+@\S+$/.test(email)) {
			throw new InputError(`Buyer Email is not an email address: "${email}"`);
		}
	},
};
