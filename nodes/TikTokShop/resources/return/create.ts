import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { currencies, orderLocator } from '../../commonFields';
import { partOfOrder, reasonLocator, shipBack } from './fields';

export const create: Operation = {
	name: 'Create',
	action: 'Create a return',
	description: 'Start a refund or a return on behalf of the buyer; you can then approve it',
	doc: 'create-return-202309',
	scopes: ['seller.return_refund.basic', 'seller.fulfillment.basic'],
	fields: [
		{ ...orderLocator, send: 'body.order_id' },
		{
			displayName: 'Return Type',
			name: 'returnType',
			type: 'options',
			options: [
				{ name: 'Refund Only', value: 'REFUND', description: 'The buyer keeps the goods' },
				{
					name: 'Return and Refund',
					value: 'RETURN_AND_REFUND',
					description: 'The buyer sends the goods back',
				},
			],
			default: 'REFUND',
			required: true,
			description: 'What the buyer gets',
			send: 'body.return_type',
		},
		reasonLocator({
			displayName: 'Return Reason',
			name: 'returnReason',
			description: 'Why. The list depends on the chosen order and type, and on the shop’s country.',
			searchListMethod: 'searchReturnReasons',
			placeholder: 'ecom_order_delivered_refund_reason_damaged_seller',
			send: 'body.return_reason',
		}),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Currency',
					name: 'currency',
					type: 'options',
					options: currencies,
					default: 'USD',
					description: 'The currency the order was paid in; needed with Refund Total',
					send: 'body.currency',
				},
				...partOfOrder('return'),
				{
					displayName: 'Refund Total',
					name: 'refundTotal',
					type: 'string',
					default: '',
					placeholder: '12.50',
					description:
						'What the buyer gets back, with a point: 12.50. Not more than "Calculate a refund" returns; left out, all of it.',
					send: 'body.refund_total',
					as: 'amount',
				},
				...shipBack,
			],
		},
	],
	request: { method: 'POST', path: '/return_refund/202309/returns', shop: 'required' },
	prepare: ({ body }) => {
		if (body.refund_total !== undefined && body.currency === undefined) {
			throw new InputError('Currency is empty: it belongs to Refund Total');
		}
	},
	idempotencyKey: true,
};
