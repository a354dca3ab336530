import type { Operation } from '../../../shared/operation';
import { orderLocator } from '../../commonFields';

export const getEligibility: Operation = {
	name: 'Get Eligibility',
	action: 'Get what an order is eligible for',
	description: 'Retrieve per SKU whether it can be cancelled, refunded or returned, and why not',
	doc: 'get-aftersale-eligibility-202309',
	scopes: ['seller.return_refund.basic'],
	fields: [
		{ ...orderLocator, send: 'path.order_id' },
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Asked For By',
					name: 'initiator',
					type: 'options',
					options: [
						{ name: 'Buyer', value: 'BUYER' },
						{ name: 'Seller', value: 'SELLER' },
					],
					default: 'SELLER',
					description: 'Who would ask for the cancellation, refund or return',
					send: 'query.initiate_aftersale_user',
				},
			],
		},
	],
	request: {
		method: 'GET',
		path: '/return_refund/202309/orders/{order_id}/aftersale_eligibility',
		shop: 'required',
	},
	output: 'sku_eligibility',
};
