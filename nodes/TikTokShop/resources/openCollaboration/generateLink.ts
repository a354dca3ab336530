import type { Operation } from '../../../shared/operation';
import { affiliateProduct } from '../../affiliateFields';

export const generateLink: Operation = {
	name: 'Generate Promotion Link',
	action: 'Generate a promotion link for an affiliate product',
	description:
		'Make a link with which a creator adds a product of an open collaboration to the showcase',
	doc: 'generate-affiliate-product-promotion-link-202405',
	scopes: ['seller.affiliate_collaboration.write'],
	fields: [affiliateProduct('path.product_id')],
	request: {
		method: 'POST',
		path: '/affiliate_seller/202405/products/{product_id}/promotion_link/generate',
		shop: 'optional',
	},
};
