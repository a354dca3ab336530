import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/http';
import { isoTime } from '../../../shared/simplify';
import { percentOf, priceRange } from '../../affiliateFields';

const objectsIn = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? value.filter(isObject) : [];

/** An invitation at a glance; products and creators only where TikTok gave them. */
export function simplifyTargetCollaboration(entry: IDataObject): IDataObject {
	const samples = isObject(entry.free_sample_rule) ? entry.free_sample_rule : {};
	const contact = isObject(entry.seller_contact_info) ? entry.seller_contact_info : {};
	const view: IDataObject = {
		id: entry.id,
		name: entry.name,
		type: entry.type,
		message: entry.message,
		start: isoTime(entry.start_time),
		end: isoTime(entry.end_time),
		updated: isoTime(entry.update_time),
		freeSamples: samples.has_free_sample,
		contactEmail: contact.email,
		// TikTok misspells it in the list only.
		invitedCreators: entry.creator_invited_count ?? entry.creator_inivited_count,
		showcaseCreators: entry.showcase_creator_count,
		contentCreators: entry.content_creator_count,
		productCount: entry.product_count,
	};
	if (entry.products !== undefined) view.products = objectsIn(entry.products).map(toProduct);
	if (entry.creators !== undefined) view.creators = objectsIn(entry.creators).map(toCreator);
	return view;
}

function toProduct(product: IDataObject): IDataObject {
	const commission = isObject(product.commission) ? product.commission : {};
	return {
		id: product.id,
		title: product.title,
		status: product.status,
		...priceRange(product.original_price),
		commissionPercent: percentOf(commission.rate),
		adsCommissionPercent: percentOf(commission.shop_ads_commission_rate),
	};
}

function toCreator(creator: IDataObject): IDataObject {
	return {
		openId: creator.creator_open_id,
		username: creator.username,
		nickname: creator.nickname,
		region: creator.selection_region,
		status: creator.collaboration_status,
		showcaseProducts: creator.showcase_product_count,
		contentProducts: creator.content_product_count,
	};
}
