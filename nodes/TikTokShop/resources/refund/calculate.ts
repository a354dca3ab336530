import type { Operation } from '../../../shared/operation';
import { orderLocator } from '../../commonFields';
import { partOfOrder, reasonLocator, shipBack } from '../return/fields';

export const calculate: Operation = {
	name: 'Calculate',
	action: 'Calculate a refund',
	description: 'Retrieve how much of an order could be refunded; nothing is refunded',
	doc: 'calculate-refund-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [
		{ ...orderLocator, send: 'body.order_id' },
		{
			displayName: 'Request Type',
			name: 'requestType',
			type: 'options',
			options: [
				{ name: 'Cancel', value: 'CANCEL', description: 'Cancel before the order is shipped' },
				{ name: 'Refund Only', value: 'REFUND', description: 'The buyer keeps the goods' },
				{
					name: 'Return and Refund',
					value: 'RETURN_AND_REFUND',
					description: 'The buyer sends the goods back',
				},
			],
			default: 'REFUND',
			required: true,
			description: 'What you have in mind; the amount depends on it',
			send: 'body.request_type',
		},
		reasonLocator({
			displayName: 'Reason',
			name: 'reasonName',
			description: 'Why. The list depends on the chosen order and type, and on the shop’s country.',
			searchListMethod: 'searchRefundReasons',
			placeholder: 'ecom_order_delivered_refund_reason_damaged_seller',
			send: 'body.reason_name',
		}),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...partOfOrder('refund'), ...shipBack],
		},
	],
	request: { method: 'POST', path: '/return_refund/202309/refunds/calculate', shop: 'required' },
	output: 'order_refund_amount',
	reads: true,
};
