import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { productLocator } from '../../commonFields';
import { LOCALES, localeOption } from '../../locales';
import { simplifyProduct } from '../../../shared/simplify';

export const get: Operation = {
	name: 'Get',
	action: 'Get a product',
	description: 'Retrieve a product with its SKUs, prices, stock, images and category',
	doc: 'get-product-202309',
	scopes: ['seller.product.basic'],
	fields: [
		productLocator,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{
					displayName: 'Draft Version',
					name: 'draftVersion',
					type: 'boolean',
					default: true,
					description: 'Whether to return the draft of the product instead of the live version',
					send: 'query.return_draft_version',
				},
				localeOption(LOCALES, 'query.locale', 'Language of names and reasons', 'en-US'),
				{
					displayName: 'Version Under Review',
					name: 'underReviewVersion',
					type: 'boolean',
					default: true,
					description:
						'Whether to return the version that TikTok is reviewing instead of the live one',
					send: 'query.return_under_review_version',
				},
			],
		},
	],
	request: { method: 'GET', path: '/product/202309/products/{product_id}', shop: 'required' },
	check: ({ query }) => {
		if (query.return_draft_version === true && query.return_under_review_version === true) {
			throw new InputError(
				'Draft Version and Version Under Review exclude each other: choose one of them',
			);
		}
	},
	simplify: simplifyProduct,
};
