import type { IDataObject } from 'n8n-workflow';

import { isoTime, listOf, objectOf, present } from '../../../shared/simplify';
import { asText } from '../../../shared/text';

function simplifySku(sku: IDataObject): IDataObject {
	const { amount, currency } = objectOf(sku.price);
	return present({
		id: sku.id,
		sellerSku: sku.seller_sku,
		name: listOf(sku.sales_attributes)
			.map(({ value_name }) => asText(value_name))
			.join(', '),
		price: amount,
		currency,
		quantity: sku.global_quantity,
	});
}

/** A global product at a glance: title, state, SKUs and the local products made from it. */
export function simplifyGlobalProduct(product: IDataObject): IDataObject {
	return present({
		id: product.id,
		title: product.title,
		status: product.status,
		created: isoTime(product.create_time),
		updated: isoTime(product.update_time),
		categoryId: objectOf(product.category).id,
		brandId: objectOf(product.brand).id,
		externalId: product.external_global_product_id,
		skus: listOf(product.skus).map(simplifySku),
		localProducts:
			product.products === undefined
				? undefined
				: listOf(product.products).map(({ region, id }) => ({ region, id })),
	});
}
