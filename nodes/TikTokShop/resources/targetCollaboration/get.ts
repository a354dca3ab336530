import type { Operation } from '../../../shared/operation';
import { targetCollaborationLocator } from '../../affiliateFields';
import { simplifyTargetCollaboration } from './simplify';

export const get: Operation = {
	name: 'Get',
	action: 'Get a target collaboration',
	description: 'Retrieve an invitation with its products, creators and what came of it',
	doc: 'query-target-collaboration-detail-202508',
	scopes: ['seller.affiliate_collaboration.read'],
	fields: [targetCollaborationLocator],
	request: {
		method: 'GET',
		path: '/affiliate_seller/202508/target_collaborations/{target_collaboration_id}',
		shop: 'required',
	},
	output: 'target_collaboration',
	simplify: simplifyTargetCollaboration,
};
