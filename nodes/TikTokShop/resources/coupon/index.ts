import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { getMany } from './getMany';

export const coupon: Resource = {
	name: 'Coupon',
	value: 'coupon',
	description: 'Coupons and promo codes of the shop',
	operations: { get, getMany },
};
