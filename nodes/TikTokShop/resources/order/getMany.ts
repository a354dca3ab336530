import type { Operation } from '../../../shared/operation';
import { ORDER_STATUSES } from '../../../shared/statuses';
import { sorting, timeFilters } from '../../commonFields';
import { simplifyOrder } from '../../../shared/simplify';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many orders',
	description: 'Retrieve the orders of a shop, filtered and sorted',
	doc: 'get-order-list-202309',
	scopes: ['seller.order.info'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Buyer Requests Cancellation',
					name: 'isBuyerRequestCancel',
					type: 'boolean',
					default: true,
					description: 'Whether to return only orders that the buyer has asked to cancel',
					send: 'body.is_buyer_request_cancel',
				},
				{
					displayName: 'Buyer User ID',
					name: 'buyerUserId',
					type: 'string',
					default: '',
					placeholder: '7494560109732334262',
					description: 'Only orders of this buyer; "Get an order" returns the ID',
					send: 'body.buyer_user_id',
					as: 'id',
				},
				...timeFilters('lt'),
				{
					displayName: 'Shipping Type',
					name: 'shippingType',
					type: 'options',
					options: [
						{
							name: 'Shipped by Seller',
							value: 'SELLER',
							description: 'You choose the carrier',
						},
						{
							name: 'Shipped via TikTok',
							value: 'TIKTOK',
							description: 'TikTok gives the shipping label',
						},
					],
					default: 'TIKTOK',
					description: 'Who provides the shipping',
					send: 'body.shipping_type',
				},
				...sorting,
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: ORDER_STATUSES,
					default: 'AWAITING_SHIPMENT',
					description: 'Only orders in this status',
					send: 'body.order_status',
				},
				{
					displayName: 'Warehouse IDs',
					name: 'warehouseIds',
					type: 'string',
					default: '',
					placeholder: '7068517275539719942',
					description: 'Only orders of these warehouses, separated by commas',
					send: 'body.warehouse_ids',
					as: 'ids',
					maxCount: 100,
				},
			],
		},
	],
	request: { method: 'POST', path: '/order/202309/orders/search', shop: 'required' },
	pages: { items: 'orders', id: 'id', size: 100 },
	simplify: simplifyOrder,
};
