import type { Operation } from '../../../shared/operation';
import { promotionLocator } from './fields';
import { simplifyPromotion } from './simplify';

export const get: Operation = {
	name: 'Get',
	action: 'Get a promotion',
	description: 'Retrieve a promotion with its discount, products and SKUs',
	doc: 'get-activity-202309',
	scopes: ['seller.promotion.info'],
	fields: [promotionLocator],
	request: { method: 'GET', path: '/promotion/202309/activities/{activity_id}', shop: 'required' },
	simplify: simplifyPromotion,
};
