import type { Field } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { returnLocator } from '../../commonFields';
import { textLanguage } from './fields';

/** The same endpoint tells the reasons for returns and for cancellations. */
export function rejectReasons(what: 'cancellation' | 'return', chosen: Field): Operation {
	return {
		name: 'Get Reject Reasons',
		action: `Get the reject reasons of a ${what}`,
		description: `Retrieve the reasons with which this ${what} request can be rejected now`,
		doc: 'get-reject-reasons-202309',
		scopes: ['seller.return_refund.basic'],
		fields: [
			{ ...chosen, send: 'query.return_or_cancel_id' },
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add Option',
				default: {},
				options: [textLanguage('query.locale')],
			},
		],
		request: { method: 'GET', path: '/return_refund/202309/reject_reasons', shop: 'required' },
		output: 'reasons',
	};
}

export const getRejectReasons = rejectReasons('return', returnLocator);
