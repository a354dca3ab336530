import { ids } from './ids';
import { minorUnits, money } from './money';
import { providers } from './shops';
import type {
	Cancellation,
	LineItem,
	NextAction,
	Order,
	Refund,
	ReturnOrder,
	AfterSaleType,
	Shop,
} from './types';

const DAY = 86_400;

/** What a seller decides next, by type and status (search-returns-202309). */
export function nextReturnAction(type: AfterSaleType, status: string, from: number): NextAction[] {
	const deadline = from + 2 * DAY;
	if (status === 'RETURN_OR_REFUND_REQUEST_PENDING') {
		const action = type === 'REFUND' ? 'SELLER_RESPOND_REFUND' : 'SELLER_RESPOND_RETURN';
		return [{ action, deadline }];
	}
	if (status === 'BUYER_SHIPPED_ITEM') {
		return [{ action: 'SELLER_RESPOND_RECEIVE_PACKAGE', deadline }];
	}
	if (status === 'REPLACEMENT_REQUEST_PENDING') {
		return [{ action: 'SELLER_RESPOND_REPLACEMENT', deadline }];
	}
	return [];
}

/** Every type and status a return of the reference can have. */
export const RETURN_KINDS: Array<{ type: AfterSaleType; status: string }> = [
	{ type: 'REFUND', status: 'RETURN_OR_REFUND_REQUEST_PENDING' },
	{ type: 'RETURN_AND_REFUND', status: 'RETURN_OR_REFUND_REQUEST_PENDING' },
	{ type: 'RETURN_AND_REFUND', status: 'BUYER_SHIPPED_ITEM' },
	{ type: 'REPLACEMENT', status: 'REPLACEMENT_REQUEST_PENDING' },
	{ type: 'REFUND', status: 'REFUND_OR_RETURN_REQUEST_REJECT' },
	{ type: 'RETURN_AND_REFUND', status: 'AWAITING_BUYER_SHIP' },
	{ type: 'RETURN_AND_REFUND', status: 'REJECT_RECEIVE_PACKAGE' },
	{ type: 'REFUND', status: 'RETURN_OR_REFUND_REQUEST_SUCCESS' },
	{ type: 'RETURN_AND_REFUND', status: 'RETURN_OR_REFUND_REQUEST_CANCEL' },
	{ type: 'RETURN_AND_REFUND', status: 'RETURN_OR_REFUND_REQUEST_COMPLETE' },
	{ type: 'REFUND', status: 'AWAITING_BUYER_RESPONSE' },
	{ type: 'REPLACEMENT', status: 'REPLACEMENT_REQUEST_REJECT' },
	{ type: 'REPLACEMENT', status: 'REPLACEMENT_REQUEST_REFUND_SUCCESS' },
	{ type: 'REPLACEMENT', status: 'REPLACEMENT_REQUEST_CANCEL' },
	{ type: 'REPLACEMENT', status: 'REPLACEMENT_REQUEST_COMPLETE' },
];

/** What giving back these lines costs. */
export function refundOf(shop: Shop, lines: LineItem[]): Refund {
	const { decimals, currency } = shop.market;
	const subtotal = lines.reduce(
		(sum, line) => sum + (minorUnits(line.sale_price, decimals) ?? 0),
		0,
	);
	const tax = lines.reduce(
		(sum, line) => sum + (minorUnits(line.item_tax[0]?.tax_amount ?? '0', decimals) ?? 0),
		0,
	);
	const zero = money(0, decimals);
	return {
		currency,
		refund_total: money(subtotal + tax, decimals),
		refund_subtotal: money(subtotal, decimals),
		refund_shipping_fee: zero,
		refund_tax: money(tax, decimals),
		retail_delivery_fee: zero,
		buyer_service_fee: zero,
	};
}

function describeLine(shop: Shop, line: LineItem) {
	return {
		order_line_item_id: line.id,
		sku_id: line.sku_id,
		sku_name: line.sku_name,
		product_name: line.product_name,
		seller_sku: line.seller_sku,
		product_image: { url: line.sku_image, width: 200, height: 200 },
		refund_amount: refundOf(shop, [line]),
	};
}

/** Return `index` of a shop for one order; times in seconds. */
export function makeReturn(
	shop: Shop,
	index: number,
	order: Order,
	kind: { type: AfterSaleType; status: string },
	created: number,
	updated: number,
	lines: LineItem[] = order.line_items.slice(0, 1),
): ReturnOrder {
	const { currency, decimals } = shop.market;
	const zero = money(0, decimals);
	const shipped = ['BUYER_SHIPPED_ITEM', 'REJECT_RECEIVE_PACKAGE'].includes(kind.status);
	const partial = kind.status === 'AWAITING_BUYER_RESPONSE';
	const provider = providers[index % providers.length];
	return {
		return_id: ids.return(shop.number, index),
		order_id: order.id,
		user_id: order.user_id,
		return_type: kind.type,
		return_status: kind.status,
		...(kind.status === 'REJECT_RECEIVE_PACKAGE' ? { arbitration_status: 'IN_PROGRESS' } : {}),
		role: 'BUYER',
		return_reason: 'ecom_order_delivered_refund_and_return_reason_wrong_product',
		return_reason_text: 'Wrong item was sent — “not as described”',
		shipment_type: 'PLATFORM',
		handover_method: 'DROP_OFF',
		return_tracking_number: shipped ? `RT${index}${order.id.slice(-8)}` : '',
		return_provider_name: shipped ? (provider?.name ?? '') : '',
		return_provider_id: shipped ? (provider?.id ?? '') : '',
		can_buyer_keep_item: false,
		create_time: created,
		update_time: updated,
		seller_next_action_response: nextReturnAction(kind.type, kind.status, updated),
		return_line_items: lines.map((line, position) => ({
			return_line_item_id: ids.returnLine(shop.number, index, position),
			...describeLine(shop, line),
		})),
		discount_amount: [
			{
				currency,
				product_seller_discount: zero,
				shipping_fee_platform_discount: zero,
				shipping_fee_seller_discount: zero,
				product_platform_discount: zero,
			},
		],
		shipping_fee_amount: [
			{
				currency,
				seller_paid_return_shipping_fee: zero,
				platform_paid_return_shipping_fee: zero,
				buyer_paid_return_shipping_fee: zero,
			},
		],
		refund_amount: refundOf(shop, lines),
		return_method: 'PLATFORM_SHIPPED',
		is_combined_return: false,
		...(partial
			? {
					seller_proposed_return_type: 'PARTIAL_REFUND',
					partial_refund: { currency, amount: money(10 ** decimals, decimals) },
					buyer_rejected_partial_refund: false,
				}
			: {}),
		return_warehouse_address: {
			full_address:
				shop.warehouses.find((each) => each.type === 'RETURN_WAREHOUSE')?.address.full_address ??
				'',
		},
	};
}

export function makeCancellation(
	shop: Shop,
	index: number,
	order: Order,
	status: string,
	by: 'BUYER' | 'SELLER',
	reason: { name: string; text: string },
	created: number,
	updated: number,
	lines: LineItem[] = order.line_items,
): Cancellation {
	const pending = status === 'CANCELLATION_REQUEST_PENDING';
	return {
		cancel_id: ids.cancellation(shop.number, index),
		order_id: order.id,
		user_id: order.user_id,
		cancel_type: by === 'BUYER' ? 'BUYER_CANCEL' : 'CANCEL',
		cancel_status: status,
		role: by,
		cancel_reason: reason.name,
		cancel_reason_text: reason.text,
		create_time: created,
		update_time: updated,
		seller_next_action_response: pending
			? [{ action: 'SELLER_RESPOND_CANCEL', deadline: updated + 2 * DAY }]
			: [],
		refund_amount: refundOf(shop, lines),
		cancel_line_items: lines.map((line, position) => ({
			cancel_line_item_id: ids.returnLine(shop.number, index + 500_000, position),
			...describeLine(shop, line),
		})),
	};
}
