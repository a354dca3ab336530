import { affiliateCorrections } from './corrections/affiliate';
import { catalogueCorrections } from './corrections/catalogue';
import { customerServiceCorrections } from './corrections/customerService';
import { fulfillmentCorrections } from './corrections/fulfillment';
import { listingCorrections } from './corrections/listing';
import { sellingCorrections } from './corrections/selling';
import type { Operation } from './reference';

function enumOf(operation: Operation, part: 'query' | 'body', name: string, values: string[]) {
	const field = operation[part]?.[name];
	if (field) field.enum = values;
}

/**
 * Where reading the page shows that its description was parsed wrongly into the reference.
 */
export const corrections: Record<string, (operation: Operation) => void> = {
	...affiliateCorrections,
	...catalogueCorrections,
	...customerServiceCorrections,
	...fulfillmentCorrections,
	...listingCorrections,
	...sellingCorrections,
	// search-products-202502: US shops use v2, all others v1.
	'products.search-products': (operation) =>
		enumOf(operation, 'body', 'category_version', ['v1', 'v2']),
	// get-package-shipping-document-202309 lists the types in prose.
	'fulfillment.get-package-shipping-document': (operation) =>
		enumOf(operation, 'query', 'document_type', [
			'SHIPPING_LABEL',
			'PACKING_SLIP',
			'SHIPPING_LABEL_AND_PACKING_SLIP',
			'SHIPPING_LABEL_PICTURE',
			'HAZMAT_LABEL',
			'INVOICE_LABEL',
		]),
	// get-order-list-202309: the two delivery methods are named in prose only.
	'orders.get-order-list': (operation) =>
		enumOf(operation, 'body', 'shipping_type', ['TIKTOK', 'SELLER']),
};
