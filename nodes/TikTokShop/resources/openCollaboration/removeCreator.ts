import type { Operation } from '../../../shared/operation';
import { affiliateProduct, creatorLocator } from '../../affiliateFields';
import { locator } from '../../commonFields';

export const removeCreator: Operation = {
	name: 'Remove Creator',
	action: 'Remove a creator from an open collaboration',
	description: 'Stop a creator from promoting a product; the creator can join again',
	doc: 'remove-creator-from-open-collaboration-202508',
	scopes: ['seller.affiliate_collaboration.write'],
	fields: [
		locator({
			displayName: 'Open Collaboration',
			name: 'openCollaborationId',
			description: 'The open collaboration the creator takes part in',
			searchListMethod: 'searchOpenCollaborations',
			placeholder: '7365861555575916210',
			send: 'path.open_collaboration_id',
		}),
		affiliateProduct('body.product_id'),
		creatorLocator('body.creator_user_open_id'),
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202508/open_collaborations/{open_collaboration_id}/remove_creator',
		shop: 'required',
	},
};
