import type { Operation } from '../../../shared/operation';
import { withTree } from '../category/fields';
import {
	category,
	completeSkus,
	description,
	mainImages,
	optionalFields,
	packageWeight,
	saveMode,
	title,
} from './productFields';
import { skuFields } from './skuFields';

export const create: Operation = {
	name: 'Create',
	action: 'Create a product',
	description:
		'Add a product to the shop. TikTok reviews it before buyers see it. Pictures are uploaded first with "Upload a product image".',
	doc: 'create-product-202309',
	scopes: ['seller.product.write'],
	fields: [
		title,
		description,
		category,
		mainImages,
		...packageWeight,
		skuFields('create'),
		saveMode,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: optionalFields(
				'categoryVersion',
				'deliveryOptions',
				'minimumOrderQuantity',
				'notForSale',
				'preOwned',
				'primaryCombinedProduct',
				'shippingInsurance',
				'shippingTemplate',
			),
		},
	],
	request: { method: 'POST', path: '/product/202309/products', shop: 'required' },
	jsonBody: true,
	idempotencyKey: 'body',
	check: ({ body }) => completeSkus(body, true),
	prepare: withTree('body'),
};
