import { inWords } from '../../shared/choices';
import { asText as text } from '../../shared/text';
import { searchOf } from './lookup';

const searchPromotions = searchOf({
	action: 'Get many promotions',
	scope: 'seller.promotion.info',
	items: 'activities',
	request: ({ pageToken }) => ({
		method: 'POST',
		path: '/promotion/202309/activities/search',
		body: { page_size: 100, page_token: pageToken ?? '' },
	}),
	toItem: ({ id, title, activity_type, status }) => ({
		name: [text(title), inWords(text(activity_type)), inWords(text(status))].join(' · '),
		value: text(id),
	}),
});

const searchCoupons = searchOf({
	action: 'Get many coupons',
	scope: 'seller.promotion.info',
	items: 'coupons',
	request: ({ pageToken }) => ({
		method: 'POST',
		path: '/promotion/202406/coupons/search',
		query: { page_size: 100, page_token: pageToken },
		body: {},
	}),
	toItem: ({ id, title, status, promo_code }) => ({
		name: [text(title), inWords(text(status)), text(promo_code)].filter(Boolean).join(' · '),
		value: text(id),
	}),
});

export const promotionLists = { searchCoupons, searchPromotions };
