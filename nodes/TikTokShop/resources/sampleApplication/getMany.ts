import type { IDataObject } from 'n8n-workflow';

import type { Field } from '../../../shared/fields';
import { isObject } from '../../../shared/http';
import type { Operation } from '../../../shared/operation';
import { isoTime } from '../../../shared/simplify';
import { choices } from '../../commonFields';

const STATUSES = [
	'PENDING',
	'AWAITING_SHIPMENT',
	'SHIPPED',
	'CONTENT_PENDING',
	'COMPLETED',
	'DEL_OPEN_COLLAB',
	'OPS_CANCELLED',
	'OPS_COMPLETED',
	'OPS_FAILED',
	'OVERDUE_CANCELLED',
	'REJECT_CANCELLED',
	'SELLER_NOT_SHIP_CANCELLED',
	'UNFULFILL_CANCELLED',
	'UNFULFILLABLE_CANCELLED',
	'WITHDRAW_CANCELLED',
] as const;

const idFilter = (displayName: string, name: string, send: string, description: string): Field => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	send,
	as: 'id',
});

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
					'Only requests of this creator',
				),
				{
					displayName: 'Creator User Name',
					name: 'username',
					type: 'string',
					default: '',
					description: 'Only requests of creators with a TikTok user name like this',
					send: 'body.username',
				},
				idFilter(
					'Order ID',
					'orderId',
					'body.order_id',
					'Only the request this sample order is for',
				),
				idFilter('Product ID', 'productId', 'body.product_id', 'Only requests for this product'),
				{
					displayName: 'Product Name',
					name: 'title',
					type: 'string',
					default: '',
					description: 'Only requests for products with a name like this',
					send: 'body.title',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: choices(STATUSES),
					default: 'PENDING',
					description: 'Only requests in this state; Pending waits for your review',
					send: 'body.status',
				},
				idFilter(
					'Target Collaboration ID',
					'targetCollaborationId',
					'body.target_collabration_id',
					'Only requests that come from this invitation',
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
