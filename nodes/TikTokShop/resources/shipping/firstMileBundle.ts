import { InputError } from '../../../shared/errors';
import type { Field, Parts } from '../../../shared/fields';
import { asText } from '../../../shared/text';
import { orderIdsField, trackingFields } from '../package/fields';

const dropOff = { show: { handoverMethod: ['DROP_OFF'] } };

/** What is sent together to TikTok's warehouse, and how. */
export const bundleFields: Field[] = [
	orderIdsField({
		description:
			'The orders in the bundle, separated by commas. They have to be shipped, with their labels printed.',
		send: 'body.order_ids',
		required: true,
	}),
	{
		displayName: 'Handover Method',
		name: 'handoverMethod',
		type: 'options',
		options: [
			{
				name: 'Drop-Off',
				value: 'DROP_OFF',
				description: 'You send the bundle with a carrier of your choice',
			},
			{ name: 'Pickup', value: 'PICKUP', description: 'TikTok’s carrier fetches the bundle' },
		],
		default: 'PICKUP',
		required: true,
		description: 'How the bundle gets to TikTok’s warehouse',
		send: 'body.handover_method',
	},
	...trackingFields('body', dropOff),
	{
		displayName: 'Last Digits of Phone Number',
		name: 'phoneTailNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: '1234',
		displayOptions: dropOff,
		description: 'The last four digits of the sender’s phone number',
		send: 'body.phone_tail_number',
	},
];

export function checkPhone({ body }: Parts): void {
	const { phone_tail_number: digits } = body;
	if (digits === undefined || /^\d{4}$/.test(asText(digits))) return;
	throw new InputError('Last Digits of Phone Number has to be four digits');
}
