import type { Operation } from '../../../shared/operation';
import { categoryAsset, targetCollaborationLocator } from '../../affiliateFields';

export const generateLink: Operation = {
	name: 'Generate Link',
	action: 'Generate the link to a target collaboration',
	description: 'Make a link with which a creator can look at an invitation and accept it',
	doc: 'generate-target-collaboration-link-202509',
	scopes: ['seller.affiliate_collaboration.write'],
	fields: [
		targetCollaborationLocator,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [categoryAsset],
		},
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202509/target_collaboration/{target_collaboration_id}/link',
		shop: 'required',
	},
};
