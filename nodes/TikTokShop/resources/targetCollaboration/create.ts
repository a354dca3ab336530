import type { Operation } from '../../../shared/operation';
import { completeInvitation, invitationFields } from './fields';

export const create: Operation = {
	name: 'Create',
	action: 'Create a target collaboration',
	description: 'Invite chosen creators to promote products for a commission',
	doc: 'create-target-collaboration-202508',
	scopes: ['seller.affiliate_collaboration.write'],
	fields: [
		...invitationFields({
			commission: 'target_commission_rate',
			ads: 'shop_ads_commission_rate',
			least: 10,
		}),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Message',
					name: 'message',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					placeholder: 'We would love to work with you on our summer collection.',
					description: 'What the creators read with the invitation',
					send: 'body.message',
				},
			],
		},
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202508/target_collaborations',
		shop: 'required',
	},
	jsonBody: true,
	prepare: completeInvitation,
};
