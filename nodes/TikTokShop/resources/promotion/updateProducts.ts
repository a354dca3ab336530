import { InputError } from '../../../shared/errors';
import type { Field } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { text } from '../../commonFields';
import { promotionLocator } from './fields';

const MOST = 300;

/** What a product and a SKU have in common here. */
const terms: Field[] = [
	{
		displayName: 'Deal Price',
		name: 'price',
		type: 'string',
		default: '',
		placeholder: '9.90',
		description:
			'Only for fixed prices and flash sales: the price in the currency of the product, with a point: 9.90',
		send: 'activity_price_amount',
		as: 'amount',
	},
	{
		displayName: 'Discount (%)',
		name: 'discount',
		type: 'string',
		default: '',
		placeholder: '10',
		description: 'Only for percentage off: 10 is 10% off',
		send: 'discount',
		as: 'amount',
	},
	{
		displayName: 'Quantity Limit',
		name: 'quantityLimit',
		type: 'number',
		typeOptions: { minValue: -1, maxValue: 99 },
		default: -1,
		required: true,
		description: 'How many are sold at this price, from 1 to 99; -1 for no limit',
		send: 'quantity_limit',
		as: 'integer',
	},
	{
		displayName: 'Quantity per Buyer',
		name: 'quantityPerUser',
		type: 'number',
		typeOptions: { minValue: -1, maxValue: 99 },
		default: -1,
		required: true,
		description: 'How many one buyer gets at this price, from 1 to 99; -1 for no limit',
		send: 'quantity_per_user',
		as: 'integer',
	},
];

const idOf = (displayName: string, name: string, placeholder: string, description: string): Field =>
	text(displayName, name, 'id', description, { as: 'id', required: true, placeholder });

interface Item {
	quantity_limit?: number;
	quantity_per_user?: number;
	skus?: Item[];
}

function check(item: Item): void {
	if (item.quantity_limit === 0) throw new InputError('Quantity Limit cannot be 0: -1 is no limit');
	if (item.quantity_per_user === 0) {
		throw new InputError('Quantity per Buyer cannot be 0: -1 is no limit');
	}
}

export const updateProducts: Operation = {
	name: 'Update Products',
	action: 'Update the products of a promotion',
	description:
		'Add products or SKUs to a promotion, or change their deal. Limits can only be raised.',
	doc: 'update-activity-product-202309',
	scopes: ['seller.promotion.write'],
	fields: [
		promotionLocator,
		{
			displayName: 'Products',
			name: 'products',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Product' },
			placeholder: 'Add Product',
			default: { product: [{}] },
			required: true,
			description:
				'For a promotion of products give the deal here; for one of SKUs give it under SKUs and leave the limits of the product at -1',
			send: 'body.products',
			maxCount: MOST,
			options: [
				{
					displayName: 'Product',
					name: 'product',
					values: [
						idOf(
							'Product ID',
							'productId',
							'1729592969712207008',
							'The product; "Get many products" returns it',
						),
						...terms,
						{
							displayName: 'SKUs',
							name: 'skus',
							type: 'fixedCollection',
							typeOptions: { multipleValues: true, multipleValueButtonText: 'Add SKU' },
							placeholder: 'Add SKU',
							default: {},
							description: 'Only for a promotion of SKUs',
							send: 'skus',
							maxCount: MOST,
							options: [
								{
									displayName: 'SKU',
									name: 'sku',
									values: [
										idOf(
											'SKU ID',
											'skuId',
											'1729592969712207012',
											'A SKU of the product; "Get a product" returns it',
										),
										...terms,
									],
								},
							],
						},
					],
				},
			],
		},
	],
	request: {
		method: 'PUT',
		path: '/promotion/202309/activities/{activity_id}/products',
		shop: 'required',
	},
	jsonBody: true,
	repeatable: true,
	prepare: ({ path, body }) => {
		body.activity_id = path.activity_id;
		const products = (Array.isArray(body.products) ? body.products : []) as Item[];
		// A promotion of products wants the empty list.
		for (const product of products) product.skus ??= [];
		const skus = products.flatMap((product) => product.skus ?? []);
		if (skus.length > MOST) {
			throw new InputError(`SKUs: TikTok takes ${MOST} at once, not ${skus.length}`);
		}
		for (const item of [...products, ...skus]) check(item);
	},
};
