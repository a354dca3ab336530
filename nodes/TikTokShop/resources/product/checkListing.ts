import type { Operation } from '../../../shared/operation';
import {
	byName,
	category,
	completeSkus,
	description,
	mainImages,
	optionalFields,
	packageWeight,
	title,
} from './productFields';
import { skuFields } from './skuFields';

export const checkListing: Operation = {
	name: 'Check Listing',
	action: 'Check the listing of a product',
	description:
		'Find out what TikTok Shop would refuse in a product, before creating it. Nothing is saved.',
	doc: 'check-product-listing-202309',
	scopes: ['seller.product.basic', 'serller.product.optimize'],
	fields: [
		title,
		description,
		category,
		mainImages,
		...packageWeight,
		skuFields('check'),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([
				{
					displayName: 'Diagnosis',
					name: 'isDiagnosisRequired',
					type: 'boolean',
					default: false,
					description:
						'Whether to return advice on quality too. TikTok is about to drop it here: use "Diagnose and optimize a product".',
					send: 'query.is_diagnosis_required',
				},
				...optionalFields(
					'deliveryOptions',
					'minimumOrderQuantity',
					'preOwned',
					'primaryCombinedProduct',
					'shippingInsurance',
					'shippingTemplate',
				),
			]),
		},
	],
	request: { method: 'POST', path: '/product/202309/products/listing_check', shop: 'required' },
	jsonBody: true,
	reads: true,
	check: ({ body }) => completeSkus(body, true),
};
