import type { Operation } from '../../../shared/operation';
import { DEADLINE } from '../return/fields';
import { cancellationLocator } from './fields';

export const approve: Operation = {
	name: 'Approve',
	action: 'Approve a cancellation',
	description: `Accept that the buyer cancels the order. ${DEADLINE}`,
	doc: 'approve-cancellation-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [cancellationLocator],
	request: {
		method: 'POST',
		path: '/return_refund/202309/cancellations/{cancel_id}/approve',
		shop: 'required',
	},
	idempotencyKey: true,
};
