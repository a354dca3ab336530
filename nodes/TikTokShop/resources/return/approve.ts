import type { Operation } from '../../../shared/operation';
import { notice } from '../../../shared/notice';
import { showWhen } from '../../../shared/operation';
import { currencies, returnLocator } from '../../commonFields';
import { DEADLINE } from './fields';

const partialRefund = { show: { decision: ['OFFER_PARTIAL_REFUND'] } };

export const approve: Operation = {
	name: 'Approve',
	action: 'Approve a return',
	description: `Accept a refund, a return, a received package or a replacement. ${DEADLINE}`,
	doc: 'approve-return-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [
		returnLocator,
		{
			displayName: 'Decision',
			name: 'decision',
			type: 'options',
			options: [
				{
					name: 'Approve Received Package',
					value: 'APPROVE_RECEIVED_PACKAGE',
					description: 'The goods came back and are fine: refund',
				},
				{ name: 'Approve Refund', value: 'APPROVE_REFUND', description: 'Refund without a return' },
				{
					name: 'Approve Replacement',
					value: 'APPROVE_REPLACEMENT',
					description: 'Send the buyer a replacement',
				},
				{
					name: 'Approve Return',
					value: 'APPROVE_RETURN',
					description: 'Let the buyer send the goods back',
				},
				{
					name: 'Offer Partial Refund',
					value: 'OFFER_PARTIAL_REFUND',
					description: 'The buyer keeps the goods and gets a part back, if they agree',
				},
				{
					name: 'Refund Instead of Replacement',
					value: 'ISSUE_REPLACEMENT_REFUND',
					description: 'Decline the replacement and refund',
				},
			],
			default: 'APPROVE_RETURN',
			required: true,
			description:
				'It has to fit what the buyer asked for; "Get a return" tells what is expected as the next action',
			send: 'body.decision',
		},
		showWhen(
			notice('refundNotice', 'The buyer gets the money back. This cannot be undone.'),
			'decision',
			['APPROVE_RECEIVED_PACKAGE', 'APPROVE_REFUND', 'ISSUE_REPLACEMENT_REFUND'],
		),
		{
			displayName: 'Buyer Keeps the Goods',
			name: 'buyerKeepItem',
			type: 'boolean',
			default: false,
			displayOptions: { show: { decision: ['APPROVE_RETURN'] } },
			description: 'Whether to pay the money back right away, without having the goods sent back',
			send: 'body.buyer_keep_item',
		},
		{
			displayName: 'Amount',
			name: 'amount',
			type: 'string',
			default: '',
			required: true,
			placeholder: '5.00',
			displayOptions: partialRefund,
			description: 'The part to pay back, with a point: 5.00',
			send: 'body.partial_refund.amount',
			as: 'amount',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'options',
			options: currencies,
			default: 'USD',
			required: true,
			displayOptions: partialRefund,
			description: 'The currency the order was paid in',
			send: 'body.partial_refund.currency',
		},
	],
	request: {
		method: 'POST',
		path: '/return_refund/202309/returns/{return_id}/approve',
		shop: 'required',
	},
	idempotencyKey: true,
};
