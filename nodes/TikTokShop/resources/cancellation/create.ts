import { notice } from '../../../shared/notice';
import type { Operation } from '../../../shared/operation';
import { orderLocator } from '../../commonFields';
import { partOfOrder, reasonLocator } from '../return/fields';

export const create: Operation = {
	name: 'Cancel Order',
	action: 'Cancel an order',
	description:
		'Cancel an order that is not shipped yet, as the seller; in the US and UK also single units of it',
	doc: 'cancel-order-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [
		notice('cancelNotice', 'A cancelled order cannot be brought back.'),
		{ ...orderLocator, send: 'body.order_id' },
		reasonLocator({
			displayName: 'Cancel Reason',
			name: 'cancelReason',
			description: 'Why. The list depends on the chosen order and on the shop’s country.',
			searchListMethod: 'searchCancelReasons',
			placeholder: 'seller_cancel_reason_out_of_stock',
			send: 'body.cancel_reason',
		}),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: partOfOrder('cancel'),
		},
	],
	request: { method: 'POST', path: '/return_refund/202309/cancellations', shop: 'required' },
};
