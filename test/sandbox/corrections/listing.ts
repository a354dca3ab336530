import type { Field, Fields, Operation } from '../reference';

function limit(fields: Fields | undefined, name: string, known: Partial<Field>): void {
	if (fields?.[name]) Object.assign(fields[name], known);
}

/** Units and category trees are named by region, in the text of the pages. */
function inListing({ body }: Operation): void {
	limit(body, 'category_version', { enum: ['v1', 'v2'] });
	limit(body?.package_weight?.fields, 'unit', { enum: ['KILOGRAM', 'GRAM', 'POUND'] });
	limit(body?.package_dimensions?.fields, 'unit', { enum: ['CENTIMETER', 'INCH'] });
	limit(body?.certifications?.fields?.files?.fields, 'format', { enum: ['PDF'] });
	const edited = body?.subscribe_info_edit?.fields;
	limit(edited, 'subscribe_status', { enum: ['ENABLED', 'NOT_ENABLED'] });
	limit(edited?.discount_details?.fields, 'discount_level', {
		enum: ['REGULAR', 'FIRST_ORDER', 'RETENTION'],
	});
	const sku = body?.skus?.fields;
	limit(sku, 'seller_sku', { maxLength: 50 });
	limit(sku, 'extra_identifier_codes', { maxCount: 10 });
	limit(sku?.fees?.fields, 'amount', { min: 0, max: 6300 });
}

/** Twenty products at once, in the text of the pages only. */
const ofTwenty = ({ query }: Operation) => limit(query, 'product_ids', { maxCount: 20 });

export const listingCorrections: Record<string, (operation: Operation) => void> = {
	'products.create-product': (operation) => {
		const { body } = operation;
		// create-product-202309 says save_mode; the reference has a misprint.
		if (body?.['12_mode']) {
			body.save_mode = body['12_mode'];
			delete body['12_mode'];
		}
		inListing(operation);
	},
	'products.edit-product': inListing,
	'products.partial-edit-product': inListing,
	'products.check-product-listing': inListing,
	'products.get-products-seo-words': ofTwenty,
	'products.get-recommended-product-title-and-description': ofTwenty,
	'products.inventory-search': ({ body }) => {
		limit(body, 'product_ids', { maxCount: 100 });
		limit(body, 'sku_ids', { maxCount: 600 });
	},
	'products.create-image-translation-tasks': ({ body }) =>
		limit(body?.images?.fields, 'target_languages', {
			enum: ['de-DE', 'en-IE', 'es-ES', 'fr-FR', 'it-IT'],
		}),
};
