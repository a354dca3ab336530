import type { Operation } from '../../../shared/operation';
import { externalOrderField, platformField } from './fields';

export const findByExternalReference: Operation = {
	name: 'Find by External Reference',
	action: 'Find an order by its external reference',
	description: 'Look up the TikTok Shop order that a number of your own system belongs to',
	doc: 'search-order-by-external-order-reference-202406',
	scopes: ['seller.order.ext_ref.read'],
	fields: [platformField('query.platform'), externalOrderField('query.external_order_id')],
	request: { method: 'POST', path: '/order/202406/orders/external_order_search', shop: 'required' },
	output: 'orders',
	reads: true,
};
