import { InputError } from '../../shared/errors';
import { asText as text } from '../../shared/text';
import { sellerReasons, type AfterSaleKind } from './afterSaleReasons';
import { IS_ID, searchOf, type Asked, type Search } from './lookup';

const searchCancellations = searchOf({
	action: 'Get many cancellations',
	scope: 'seller.return_refund.basic',
	items: 'cancellations',
	request: ({ filter, pageToken }) => ({
		method: 'POST',
		path: '/return_refund/202309/cancellations/search',
		query: { page_size: 50, page_token: pageToken, sort_order: 'DESC' },
		body: IS_ID.test(filter) ? { cancel_ids: [filter] } : {},
	}),
	filtersItself: (filter) => IS_ID.test(filter),
	toItem: ({ cancel_id, cancel_status, order_id, cancel_reason_text }) => ({
		name: [cancel_id, cancel_status, `order ${text(order_id)}`, cancel_reason_text]
			.map(text)
			.filter(Boolean)
			.join(' · '),
		value: text(cancel_id),
	}),
});

/** A list that depends on what is not chosen yet says so. */
function chosen({ read }: Asked, name: string, displayName: string): string {
	const value = read(name, displayName);
	if (value === '') throw new InputError(`Choose the field ${displayName} first`);
	return value;
}

/** The reasons that fit the chosen order: they differ by market and by the order's status. */
function searchReasons(kindOf: (read: (name: string, title: string) => string) => string): Search {
	return searchOf({
		action: 'Get an order',
		scope: 'seller.order.info',
		items: 'orders',
		request: (asked) => ({
			method: 'GET',
			path: '/order/202507/orders',
			query: { ids: [chosen(asked, 'orderId', 'Order')] },
		}),
		arrange: ([order], { shop, read }) =>
			sellerReasons(kindOf(read) as AfterSaleKind, text(shop?.region), text(order?.status)),
		toItem: ({ name, text: words }) => ({ name: text(words), value: text(name) }),
	});
}

const searchCancellationRejectReasons = searchOf({
	action: 'Get reject reasons',
	scope: 'seller.return_refund.basic',
	items: 'reasons',
	request: (asked) => ({
		method: 'GET',
		path: '/return_refund/202309/reject_reasons',
		query: { return_or_cancel_id: chosen(asked, 'cancelId', 'Cancellation') },
	}),
	toItem: ({ name, text: words }) => ({ name: text(words), value: text(name) }),
});

export const returnLists = {
	searchCancelReasons: searchReasons(() => 'CANCEL'),
	searchCancellationRejectReasons,
	searchCancellations,
	searchRefundReasons: searchReasons((read) => read('requestType', 'Request Type')),
	searchReturnReasons: searchReasons((read) => read('returnType', 'Return Type')),
};
