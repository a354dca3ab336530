import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';
import { simplifyCoupon } from './simplify';

export const get: Operation = {
	name: 'Get',
	action: 'Get a coupon',
	description: 'Retrieve a coupon with its discount, products and how often it was used',
	doc: 'get-coupon-202406',
	scopes: ['seller.promotion.info'],
	fields: [
		locator({
			displayName: 'Coupon',
			name: 'couponId',
			description: 'The coupon to retrieve',
			searchListMethod: 'searchCoupons',
			placeholder: '7137104329798256386',
			send: 'path.coupon_id',
		}),
	],
	request: { method: 'GET', path: '/promotion/202406/coupons/{coupon_id}', shop: 'required' },
	output: 'coupon',
	simplify: simplifyCoupon,
};
