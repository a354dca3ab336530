import type { Operation } from '../../../shared/operation';
import { orderInPath } from './fields';

export const getPriceDetail: Operation = {
	name: 'Get Price Detail',
	action: 'Get the price detail of an order',
	description:
		'Retrieve how the price of an order and of each line item is made up: discounts, vouchers, shipping and taxes',
	doc: 'get-price-detail-202407',
	scopes: ['seller.order.info'],
	fields: [orderInPath],
	request: {
		method: 'GET',
		path: '/order/202407/orders/{order_id}/price_detail',
		shop: 'required',
	},
};
