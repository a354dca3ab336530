import type { Operation } from '../../../shared/operation';
import { creatorLocator } from '../../affiliateFields';
import { simplifyCreator } from './simplify';

export const get: Operation = {
	name: 'Get',
	action: 'Get a creator',
	description: 'Retrieve the profile of a creator and what was sold in the last 30 days',
	doc: 'get-marketplace-creator-performance-202508',
	scopes: ['seller.creator_marketplace.read'],
	fields: [creatorLocator('path.creator_user_id')],
	request: {
		method: 'GET',
		path: '/affiliate_seller/202508/marketplace_creators/{creator_user_id}',
		shop: 'required',
	},
	output: 'creator',
	simplify: simplifyCreator,
};
