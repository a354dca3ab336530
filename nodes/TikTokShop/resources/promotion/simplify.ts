import type { IDataObject } from 'n8n-workflow';

import { isoTime, listOf, objectOf, present } from '../../../shared/simplify';

function simplifyItem(item: IDataObject): IDataObject {
	const price = objectOf(item.activity_price);
	return present({
		id: item.id,
		price: price.amount,
		currency: price.currency,
		discount: item.discount,
		quantityLimit: item.quantity_limit,
		quantityPerBuyer: item.quantity_per_user,
	});
}

/** A promotion at a glance: kind, status, when it runs and for what. */
export function simplifyPromotion(entry: IDataObject): IDataObject {
	const products = listOf(entry.products);
	return present({
		id: entry.id ?? entry.activity_id,
		title: entry.title,
		type: entry.activity_type,
		status: entry.status,
		appliesTo: entry.product_level,
		duration: entry.duration_type,
		start: isoTime(entry.begin_time),
		end: isoTime(entry.end_time),
		created: isoTime(entry.create_time),
		updated: isoTime(entry.update_time),
		usesPerBuyer: listOf(entry.participation_limit)[0]?.type,
		discount: entry.discount,
		products:
			products.length === 0
				? undefined
				: products.map((product) => ({
						...simplifyItem(product),
						skus: listOf(product.skus).map(simplifyItem),
					})),
	});
}
