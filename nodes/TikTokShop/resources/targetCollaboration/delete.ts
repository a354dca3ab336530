import type { Operation } from '../../../shared/operation';
import { targetCollaborationLocator } from '../../affiliateFields';

export const deleteTargetCollaboration: Operation = {
	name: 'Delete',
	action: 'Delete a target collaboration',
	description: 'End an invitation and remove it. There is no operation that brings it back.',
	doc: 'remove-target-collaboration-202409',
	scopes: ['seller.affiliate_collaboration.write'],
	fields: [targetCollaborationLocator],
	request: {
		method: 'DELETE',
		path: '/affiliate_seller/202409/target_collaborations/{target_collaboration_id}',
		shop: 'required',
	},
};
