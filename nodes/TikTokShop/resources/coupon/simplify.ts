import type { IDataObject } from 'n8n-workflow';

import { isoTime, objectOf, present } from '../../../shared/simplify';

/** A coupon at a glance: discount, condition, when it can be claimed and used, and how often it was. */
export function simplifyCoupon(entry: IDataObject): IDataObject {
	const discount = objectOf(entry.discount);
	const reduction = objectOf(discount.reduction_amount);
	const minimum = objectOf(objectOf(entry.threshold).min_spend);
	const claim = objectOf(entry.claim_duration);
	const redemption = objectOf(entry.redemption_duration);
	const limits = objectOf(entry.usage_limits);
	const stats = objectOf(entry.usage_stats);
	return present({
		id: entry.id,
		title: entry.title,
		status: entry.status,
		displayType: entry.display_type,
		promoCode: entry.promo_code,
		discountType: discount.type,
		amountOff: reduction.amount,
		percentOff: discount.percentage,
		maxDiscount: objectOf(discount.max_discount).amount,
		minSpend: minimum.amount,
		currency: reduction.currency ?? minimum.currency,
		claimFrom: isoTime(claim.start_time),
		claimUntil: isoTime(claim.end_time),
		redeemFrom: isoTime(redemption.start_time),
		redeemUntil: isoTime(redemption.end_time),
		redeemDays: redemption.type === 'RELATIVE' ? redemption.relative_time : undefined,
		buyers: entry.target_buyer_segment,
		claimsPerBuyer: limits.single_buyer_claim_limit,
		claimLimit: limits.total_claim_limit,
		redemptionLimit: limits.redemption_limit,
		claimed: stats.claimed_count,
		redeemed: stats.redeemed_count,
		appliesTo: entry.product_scope,
		productIds: entry.product_ids,
		created: isoTime(entry.create_time),
		updated: isoTime(entry.update_time),
		createdIn: entry.creation_source,
	});
}
