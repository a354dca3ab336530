import { notice } from '../../../shared/notice';
import type { Operation } from '../../../shared/operation';
import { productLocator } from '../../commonFields';
import { withTree } from '../category/fields';
import {
	byName,
	category,
	completeSkus,
	description,
	editFields,
	mainImages,
	optionalFields,
	packageWeight,
	saveMode,
	title,
} from './productFields';
import { skuFields } from './skuFields';

export const replace: Operation = {
	name: 'Replace',
	action: 'Replace the content of a product',
	description:
		'Set everything a product consists of: what is left out is emptied, except prices and stock. To change some of it, use "Update a product".',
	doc: 'edit-product-202509',
	scopes: ['seller.product.write'],
	fields: [
		notice(
			'replaceNotice',
			'What you leave out is emptied, except prices and stock, and SKUs you do not list are deleted. To change only a part, use Update.',
		),
		productLocator,
		title,
		description,
		category,
		mainImages,
		...packageWeight,
		skuFields('replace'),
		saveMode,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([
				...optionalFields(
					'categoryVersion',
					'deliveryOptions',
					'minimumOrderQuantity',
					'preOwned',
					'shippingInsurance',
					'shippingTemplate',
				),
				...editFields(),
			]),
		},
	],
	request: { method: 'PUT', path: '/product/202509/products/{product_id}', shop: 'required' },
	jsonBody: true,
	check: ({ body }) => completeSkus(body, false),
	prepare: withTree('body'),
};
