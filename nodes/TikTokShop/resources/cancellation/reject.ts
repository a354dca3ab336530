import type { Operation } from '../../../shared/operation';
import { DEADLINE, reasonLocator, rejectionDetails } from '../return/fields';
import { cancellationLocator } from './fields';

export const reject: Operation = {
	name: 'Reject',
	action: 'Reject a cancellation',
	description: `Decline that the buyer cancels the order. ${DEADLINE}`,
	doc: 'reject-cancellation-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [
		cancellationLocator,
		reasonLocator({
			displayName: 'Reject Reason',
			name: 'rejectReason',
			description: 'The reason the buyer is told. The list depends on the chosen cancellation.',
			searchListMethod: 'searchCancellationRejectReasons',
			placeholder: 'seller_reject_apply_product_has_been_packed',
			send: 'body.reject_reason',
		}),
		rejectionDetails,
	],
	request: {
		method: 'POST',
		path: '/return_refund/202309/cancellations/{cancel_id}/reject',
		shop: 'required',
	},
	idempotencyKey: true,
};
