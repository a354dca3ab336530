import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/operation';
import { isoTime, listOf, objectOf, present } from '../../../shared/simplify';
import { ANSWER_WITHIN } from '../../../shared/statuses';
import { newestFirst, sorting, timeFilters } from '../../commonFields';
import { textLanguage } from '../return/fields';

/** A cancellation at a glance: whose wish, where it stands, what is refunded. */
function simplifyCancellation(entry: IDataObject): IDataObject {
	const refund = objectOf(entry.refund_amount);
	const [next] = listOf(entry.seller_next_action_response);
	return present({
		cancelId: entry.cancel_id,
		orderId: entry.order_id,
		type: entry.cancel_type,
		status: entry.cancel_status,
		requestedBy: entry.role,
		reason: entry.cancel_reason_text ?? entry.cancel_reason,
		created: isoTime(entry.create_time),
		updated: isoTime(entry.update_time),
		refundTotal: refund.refund_total,
		currency: refund.currency,
		nextAction: next?.action,
		nextActionBy: isoTime(next?.deadline),
		lineItems: listOf(entry.cancel_line_items).map((line) =>
			present({
				id: line.cancel_line_item_id,
				orderLineItemId: line.order_line_item_id,
				skuId: line.sku_id,
				skuName: line.sku_name,
				productName: line.product_name,
				sellerSku: line.seller_sku,
				refundTotal: objectOf(line.refund_amount).refund_total,
			}),
		),
	});
}

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many cancellations',
	description: 'Retrieve cancellations of orders, by buyers, seller or TikTok Shop',
	doc: 'search-cancellations-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Buyer User IDs',
					name: 'buyerUserIds',
					type: 'string',
					default: '',
					placeholder: '7494560109732334262',
					description: 'Only cancellations of these buyers, separated by commas',
					send: 'body.buyer_user_ids',
					as: 'ids',
				},
				{
					displayName: 'Cancellation IDs',
					name: 'cancelIds',
					type: 'string',
					default: '',
					placeholder: '4037318504086604498',
					description: 'Only these cancellations, separated by commas',
					send: 'body.cancel_ids',
					as: 'ids',
				},
				textLanguage('body.locale'),
				{
					displayName: 'Order IDs',
					name: 'orderIds',
					type: 'string',
					default: '',
					placeholder: '576461413038785752',
					description: 'Only cancellations of these orders, separated by commas',
					send: 'body.order_ids',
					as: 'ids',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'multiOptions',
					options: [
						{ name: 'Cancelled by the Buyer or Rejected', value: 'CANCELLATION_REQUEST_CANCEL' },
						{ name: 'Complete', value: 'CANCELLATION_REQUEST_COMPLETE' },
						{
							name: 'Pending',
							value: 'CANCELLATION_REQUEST_PENDING',
							description: `Waits for your answer; TikTok approves it by itself after ${ANSWER_WITHIN}`,
						},
						{ name: 'Successful', value: 'CANCELLATION_REQUEST_SUCCESS' },
					],
					default: ['CANCELLATION_REQUEST_PENDING'],
					description: 'Only cancellations in these states',
					send: 'body.cancel_status',
				},
				...timeFilters('lt'),
				{
					displayName: 'Type',
					name: 'type',
					type: 'multiOptions',
					options: [
						{ name: 'By the Buyer', value: 'BUYER_CANCEL' },
						{ name: 'By Seller or TikTok Shop', value: 'CANCEL' },
					],
					default: [],
					description: 'Only cancellations that were started like this',
					send: 'body.cancel_types',
				},
				...sorting,
			],
		},
	],
	request: { method: 'POST', path: '/return_refund/202309/cancellations/search', shop: 'required' },
	pages: { items: 'cancellations', id: 'cancel_id', size: 50 },
	prepare: newestFirst,
	simplify: simplifyCancellation,
};
