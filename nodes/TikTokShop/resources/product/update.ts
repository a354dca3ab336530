import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { productLocator, text } from '../../commonFields';
import {
	byName,
	changedWeight,
	completeSkus,
	description,
	editFields,
	mainImages,
	optionalFields,
	saveMode,
	title,
} from './productFields';
import { skuFields } from './skuFields';

export const update: Operation = {
	name: 'Update',
	action: 'Update a product',
	description:
		'Change some of a product and leave the rest as it is. TikTok reviews the change; until then buyers see the old version. For prices and stock alone there are "Update the prices of a product" and "Update the inventory of a product".',
	doc: 'partial-edit-product-202509',
	scopes: ['seller.product.write'],
	fields: [
		productLocator,
		saveMode,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: byName([
				...[title, description, mainImages].map((field) => ({ ...field, required: false })),
				changedWeight,
				skuFields('update'),
				...optionalFields(),
				...editFields([
					text(
						'External SKU ID',
						'externalSkuId',
						'external_sku_id',
						'The ID of this SKU in another system of yours',
						{ maxLength: 999, placeholder: '1042-RED' },
					),
				]),
			]),
		},
	],
	request: {
		method: 'POST',
		path: '/product/202509/products/{product_id}/partial_edit',
		shop: 'required',
	},
	jsonBody: true,
	check: ({ body }) => {
		if (Object.keys(body).every((name) => name === 'save_mode')) {
			throw new InputError('Update Fields is empty: add what to change');
		}
		completeSkus(body, false);
	},
};
