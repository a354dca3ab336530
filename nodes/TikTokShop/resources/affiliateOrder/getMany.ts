import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/http';
import type { Operation } from '../../../shared/operation';
import { isoTime } from '../../../shared/simplify';
import { categoryAsset } from '../../affiliateFields';
import { timeFilters } from '../../commonFields';

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many affiliate orders',
	description: 'Retrieve the orders that earn creators a commission, with what they earn',
	doc: 'search-seller-affiliate-orders-202410',
	scopes: ['seller.affiliate_collaboration.read'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				categoryAsset,
				...timeFilters('lt').filter(({ send }) => send?.startsWith('body.create_time')),
				{
					displayName: 'Program ID',
					name: 'programId',
					type: 'string',
					default: '',
					placeholder: '7365861555575916210',
					description: 'Only orders of this open collaboration, target collaboration or campaign',
					send: 'body.program_id',
					as: 'id',
				},
			],
		},
	],
	request: { method: 'POST', path: '/affiliate_seller/202410/orders/search', shop: 'required' },
	pages: { items: 'orders', size: 100 },
	simplify: (order): IDataObject => ({
		id: order.id,
		status: order.status,
		created: isoTime(order.create_time),
		delivered: isoTime(order.delivery_time),
		skus: (Array.isArray(order.skus) ? order.skus.filter(isObject) : []).map(simplifySku),
	}),
};

const amountOf = (value: unknown) => (isObject(value) ? value.amount : undefined);

function simplifySku(sku: IDataObject): IDataObject {
	return {
		productId: sku.product_id,
		creator: sku.creator_username,
		openCollaborationId: sku.open_collaboration_id,
		targetCollaborationId: sku.target_collaboration_id,
		campaignId: sku.campaign_id,
		contentType: sku.content_type,
		contentId: sku.content_id,
		quantity: sku.quantity,
		returned: sku.returned_quantity,
		refunded: sku.refunded_quantity,
		price: amountOf(sku.price),
		currency: isObject(sku.price) ? sku.price.currency : undefined,
		commissionRate: sku.commission_rate,
		estimatedCommission: amountOf(sku.estimated_paid_commission),
		paidCommission: amountOf(sku.actual_paid_commission),
		estimatedAdsCommission: amountOf(sku.estimated_paid_shop_ads_commission),
		paidAdsCommission: amountOf(sku.actual_paid_shop_ads_commission),
	};
}
