import type { Operation } from '../../../shared/operation';
import { returnLocator } from '../../commonFields';
import { DEADLINE, reasonLocator, rejectionDetails } from './fields';

export const reject: Operation = {
	name: 'Reject',
	action: 'Reject a return',
	description: `Decline a refund, a return, a received package or a replacement. ${DEADLINE}`,
	doc: 'reject-return-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [
		returnLocator,
		{
			displayName: 'Decision',
			name: 'decision',
			type: 'options',
			options: [
				{
					name: 'Reject Received Package',
					value: 'REJECT_RECEIVED_PACKAGE',
					description: 'What came back is not as it should be',
				},
				{ name: 'Reject Refund', value: 'REJECT_REFUND', description: 'No refund' },
				{ name: 'Reject Replacement', value: 'REJECT_REPLACEMENT', description: 'No replacement' },
				{
					name: 'Reject Return',
					value: 'REJECT_RETURN',
					description: 'The goods are not to be sent back',
				},
			],
			default: 'REJECT_RETURN',
			required: true,
			description:
				'It has to fit what the buyer asked for; "Get a return" tells what is expected as the next action',
			send: 'body.decision',
		},
		reasonLocator({
			displayName: 'Reject Reason',
			name: 'rejectReason',
			description: 'The reason the buyer is told. The list depends on the chosen return.',
			searchListMethod: 'searchRejectReasons',
			placeholder: 'reverse_reject_request_reason_4',
			send: 'body.reject_reason',
		}),
		rejectionDetails,
	],
	request: {
		method: 'POST',
		path: '/return_refund/202309/returns/{return_id}/reject',
		shop: 'required',
	},
	idempotencyKey: true,
};
