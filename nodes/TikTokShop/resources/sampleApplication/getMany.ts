import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../../shared/fields';
import { isObject } from '../../../shared/http';
import type { Operation } from '../../../shared/operation';
import { isoTime } from '../../../shared/simplify';
import { text } from '../../commonFields';

/** From the request to the content, then what ends it before (doc page seller-search-sample-applications-202508). */
const STATUSES = [
	{ name: 'Pending', value: 'PENDING', description: 'Waits for your review' },
	{
		name: 'Awaiting Shipment',
		value: 'AWAITING_SHIPMENT',
		description: 'Approved; ship the sample',
	},
	{ name: 'Shipped', value: 'SHIPPED', description: 'On its way to the creator' },
	{
		name: 'Content Pending',
		value: 'CONTENT_PENDING',
		description: 'The creator has the sample and has yet to post',
	},
	{ name: 'Completed', value: 'COMPLETED', description: 'The creator posted' },
	{ name: 'Cancelled by TikTok', value: 'OPS_CANCELLED' },
	{ name: 'Collaboration Deleted', value: 'DEL_OPEN_COLLAB' },
	{ name: 'Completed by TikTok', value: 'OPS_COMPLETED' },
	{
		name: 'Content Not Made',
		value: 'UNFULFILL_CANCELLED',
		description: 'The creator did not post in time',
	},
	{
		name: 'Content Not Possible',
		value: 'UNFULFILLABLE_CANCELLED',
		description: 'For a reason the creator could do nothing about',
	},
	{ name: 'Expired', value: 'OVERDUE_CANCELLED', description: 'Nothing happened in time' },
	{ name: 'Failed by TikTok', value: 'OPS_FAILED' },
	{ name: 'Not Shipped in Time', value: 'SELLER_NOT_SHIP_CANCELLED' },
	{ name: 'Rejected by Seller', value: 'REJECT_CANCELLED' },
	{
		name: 'Withdrawn by Creator',
		value: 'WITHDRAW_CANCELLED',
		description: 'Before you approved it',
	},
];

const idFilter = (
	displayName: string,
	name: string,
	send: string,
	description: string,
	placeholder: string,
): Field => text(displayName, name, send, description, { as: 'id', placeholder });

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many sample applications',
	description: 'Retrieve the requests of creators for samples, filtered',
	doc: 'seller-search-sample-applications-202508',
	scopes: ['seller.affiliate_collaboration.read'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				idFilter(
					'Creator Open ID',
					'creatorId',
					// TikTok's own spelling.
					'body.creator_user_oepn_id',
					'Only requests of this creator; "Get many creators" returns the ID',
					'uACafQAAAABmUU2qon4R0vUYvUVS3QC6CICP2m5A2',
				),
				{
					displayName: 'Creator User Name',
					name: 'username',
					type: 'string',
					default: '',
					placeholder: 'candlelover',
					description: 'Only requests of creators with a TikTok user name like this',
					send: 'body.username',
				},
				idFilter(
					'Order ID',
					'orderId',
					'body.order_id',
					'Only the request this sample order is for',
					'576461413038785752',
				),
				idFilter(
					'Product ID',
					'productId',
					'body.product_id',
					'Only requests for this product',
					'1729592969712207008',
				),
				{
					displayName: 'Product Name',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'candle',
					description: 'Only requests for products with a name like this',
					send: 'body.title',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: STATUSES,
					default: 'PENDING',
					description: 'Only requests in this state',
					send: 'body.status',
				},
				idFilter(
					'Target Collaboration ID',
					'targetCollaborationId',
					'body.target_collabration_id',
					'Only requests that come from this invitation',
					'7365861555575916210',
				),
			],
		},
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202508/sample_applications/search',
		shop: 'required',
	},
	pages: { items: 'sample_applications', size: 50 },
	simplify: (entry): IDataObject => {
		const creator = isObject(entry.creator) ? entry.creator : {};
		const product = isObject(entry.product) ? entry.product : {};
		return {
			id: entry.id,
			status: entry.status,
			fulfillmentStatus: entry.fulfillment_status,
			isApprovable: entry.is_approvable,
			approveBy: isoTime(entry.approve_expiration_time),
			shipBy: isoTime(entry.shipment_expiration_time),
			orderId: entry.order_id,
			trackingNumber: entry.tracking_number,
			commissionRate: entry.commission_rate,
			creatorOpenId: creator.creator_open_id,
			creator: creator.username,
			followers: creator.follower_count,
			fulfillmentPercentage: creator.fulfillment_percentage,
			productId: product.id,
			productTitle: product.title,
			skuId: product.sku_id,
			skuName: product.sku_name,
		};
	},
};
