import type { INodePropertyOptions } from 'n8n-workflow';

/** The states of an order, from payment to completion (doc pages get-order-list-202309, order-api-overview). */
export const ORDER_STATUSES: INodePropertyOptions[] = [
	{ name: 'Unpaid', value: 'UNPAID', description: 'Placed, but not paid yet' },
	{
		name: 'On Hold',
		value: 'ON_HOLD',
		description:
			'Paid, usually less than an hour ago: the buyer can still cancel without asking you, and the recipient is not shown yet',
	},
	{
		name: 'Awaiting Shipment',
		value: 'AWAITING_SHIPMENT',
		description: 'Ready to ship; nothing is shipped yet',
	},
	{
		name: 'Partially Shipping',
		value: 'PARTIALLY_SHIPPING',
		description: 'A part of it is shipped',
	},
	{
		name: 'Awaiting Collection',
		value: 'AWAITING_COLLECTION',
		description: 'The shipment is arranged; the carrier has yet to fetch it',
	},
	{ name: 'In Transit', value: 'IN_TRANSIT', description: 'With the carrier' },
	{ name: 'Delivered', value: 'DELIVERED', description: 'The buyer has it' },
	{
		name: 'Completed',
		value: 'COMPLETED',
		description: 'Finished: returns and refunds are no longer possible',
	},
	{ name: 'Cancelled', value: 'CANCELLED', description: 'The whole order was cancelled' },
];

/** Buyers' requests that wait longer are approved by TikTok (doc page return-refund-and-cancel-api-overview). */
export const ANSWER_WITHIN = '48 hours';

/** The states of a return that a search filters by (doc page search-returns-202309). */
export const RETURN_STATUSES: INodePropertyOptions[] = [
	{
		name: 'Request Pending',
		value: 'RETURN_OR_REFUND_REQUEST_PENDING',
		description: `Waits for your answer; TikTok approves it by itself after ${ANSWER_WITHIN}`,
	},
	{
		name: 'Request Rejected',
		value: 'REFUND_OR_RETURN_REQUEST_REJECT',
		description: 'The return or refund was declined',
	},
	{
		name: 'Awaiting Buyer Shipment',
		value: 'AWAITING_BUYER_SHIP',
		description: 'Approved; the buyer has yet to send the goods back',
	},
	{
		name: 'Shipped by Buyer',
		value: 'BUYER_SHIPPED_ITEM',
		description: 'The goods are on their way back to you',
	},
	{
		name: 'Received Package Rejected',
		value: 'REJECT_RECEIVE_PACKAGE',
		description: 'You looked at what came back and declined the refund',
	},
	{
		name: 'Request Successful',
		value: 'RETURN_OR_REFUND_REQUEST_SUCCESS',
		description: 'Accepted; the buyer is about to get the money',
	},
	{
		name: 'Request Cancelled',
		value: 'RETURN_OR_REFUND_REQUEST_CANCEL',
		description: 'Withdrawn by the buyer or closed by TikTok',
	},
	{
		name: 'Request Completed',
		value: 'RETURN_OR_REFUND_REQUEST_COMPLETE',
		description: 'The buyer got the money back',
	},
	{
		name: 'Awaiting Buyer Response',
		value: 'AWAITING_BUYER_RESPONSE',
		description: 'You offered something else, for instance a partial refund',
	},
];
