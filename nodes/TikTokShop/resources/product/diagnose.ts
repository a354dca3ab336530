import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';
import {
	brand,
	byName,
	category,
	description,
	mainImages,
	productAttributes,
	sizeChart,
	title,
} from './productFields';

export const diagnose: Operation = {
	name: 'Diagnose and Optimize',
	action: 'Diagnose and optimize a product',
	description:
		'Get advice on a live product, on a new one that is not listed yet, or on changes to a live one. Nothing is saved.',
	doc: 'diagnose-and-optimize-product-202411',
	scopes: ['serller.product.optimize'],
	fields: [
		category,
		{
			displayName: 'Suggestions For',
			name: 'optimizationFields',
			type: 'multiOptions',
			options: [
				{ name: 'All', value: 'ALL' },
				{ name: 'Description', value: 'DESCRIPTION', description: 'Can take more than 10 seconds' },
				{ name: 'Image', value: 'IMAGE' },
				{ name: 'None', value: 'NONE', description: 'Only advice' },
				{ name: 'Title', value: 'TITLE' },
			],
			default: ['NONE'],
			description: 'What TikTok’s AI should make suggestions for, beside its advice',
			send: 'body.optimization_fields',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([
				...[title, description, mainImages].map((field) => ({ ...field, required: false })),
				locator({
					displayName: 'Product',
					name: 'productId',
					description: 'A live product; what you fill in here counts instead of what it has',
					searchListMethod: 'searchProducts',
					placeholder: '1729592969712207008',
					required: false,
					send: 'body.product_id',
				}),
				brand,
				productAttributes(500),
				...sizeChart,
			]),
		},
	],
	request: {
		method: 'POST',
		path: '/product/202411/products/diagnose_optimize',
		shop: 'required',
	},
	jsonBody: true,
	reads: true,
};
