import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/http';
import { isoTime } from '../../../shared/simplify';
import { percentOf, priceRange } from '../../affiliateFields';

/** An open collaboration at a glance: product, commission, how many creators took it up. */
export function simplifyOpenCollaboration(entry: IDataObject): IDataObject {
	const product = isObject(entry.product) ? entry.product : {};
	const commission = isObject(entry.current_commission) ? entry.current_commission : {};
	return {
		id: entry.id,
		status: entry.status,
		productId: product.id,
		productTitle: product.title,
		productStatus: product.status,
		inventory: product.inventory,
		...priceRange(product.original_price),
		commissionPercent: percentOf(commission.rate),
		commissionFrom: isoTime(commission.start_time),
		commissionUntil: isoTime(commission.end_time),
		showcaseCreators: entry.showcase_creator_count,
		contentCreators: entry.content_creator_count,
	};
}

/** A product of the affiliate marketplace at a glance. */
export function simplifyMarketplaceProduct(entry: IDataObject): IDataObject {
	const shop = isObject(entry.shop) ? entry.shop : {};
	const commission = isObject(entry.commission) ? entry.commission : {};
	return {
		id: entry.id,
		title: entry.title,
		shopName: shop.name,
		saleRegion: entry.sale_region,
		hasInventory: entry.has_inventory,
		unitsSold: entry.units_sold,
		...priceRange(entry.sales_price),
		commissionPercent: percentOf(commission.rate),
		commissionAmount: commission.amount,
		link: entry.detail_link,
		imageUrl: entry.main_image_url,
	};
}
