import type { Operation } from '../../../shared/operation';
import { affiliateProduct } from '../../affiliateFields';

export const getCreatorContent: Operation = {
	name: 'Get Creator Content',
	action: 'Get the creators who promote a product',
	description: 'Retrieve which creators made videos or went LIVE for a product, and how often',
	doc: 'get-open-collaboration-creator-content-detail-202508',
	scopes: ['seller.affiliate_collaboration.read'],
	fields: [affiliateProduct('query.product_id')],
	request: {
		method: 'GET',
		path: '/affiliate_seller/202508/open_collaborations/creator_content_details',
		shop: 'required',
	},
	pages: { items: 'creator_content_details', size: 100 },
};
