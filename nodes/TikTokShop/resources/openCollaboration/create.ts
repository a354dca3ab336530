import type { Operation } from '../../../shared/operation';
import { affiliateProduct, commissionRate } from '../../affiliateFields';

export const create: Operation = {
	name: 'Create',
	action: 'Create an open collaboration',
	description: 'Offer a product to all creators for a commission',
	doc: 'create-open-collaboration-202412',
	scopes: ['seller.affiliate_collaboration.write'],
	fields: [
		affiliateProduct('body.product_id'),
		commissionRate({
			displayName: 'Commission Rate (%)',
			name: 'commissionRate',
			description: 'What the creator gets of each sale, from 1 to 80 percent',
			send: 'body.commission_rate',
			least: 1,
			required: true,
		}),
	],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202412/open_collaborations',
		shop: 'required',
	},
	output: 'open_collaboration',
};
