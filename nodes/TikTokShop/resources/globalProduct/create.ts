import type { Operation } from '../../../shared/operation';
import { LOCALES, localeOption } from '../../locales';
import { completeProduct, wholeProduct } from './fields';

export const create: Operation = {
	name: 'Create',
	action: 'Create a global product',
	description:
		'Add a product to be sold in several countries. It goes on sale where it is published afterwards.',
	doc: 'create-global-product-202309',
	scopes: ['seller.global_product.write'],
	fields: wholeProduct('create', [
		localeOption(LOCALES, 'body.source_locale', 'Language of the texts', 'en-GB'),
	]),
	jsonBody: true,
	request: { method: 'POST', path: '/product/202309/global_products', shop: 'none' },
	prepare: completeProduct,
};
