import type { IDataObject } from 'n8n-workflow';

/** What a seller can start by themselves. */
export type AfterSaleKind = 'CANCEL' | 'REFUND' | 'RETURN_AND_REFUND';

interface Reason {
	name: string;
	text: string;
	/** Region codes of the markets that know it; all without it. */
	only?: string;
	not?: string;
}

const EUROPE = 'DE ES FR IE IT';
const BUYER_MAY_ASK = `US PH MX BR JP ${EUROPE}`;
const AMERICA = 'US MX BR JP';
const REFUNDING = `US GB VN MX BR JP ${EUROPE}`;
const MORE_REFUNDS = `GB VN ${EUROPE}`;

const UNPAID: Reason[] = [
	{ name: 'seller_cancel_unpaid_reason_out_of_stock', text: 'Out of stock' },
	{ name: 'seller_cancel_unpaid_reason_wrong_price', text: 'Pricing error', not: 'MX' },
	{
		name: 'seller_cancel_unpaid_reason_buyer_hasnt_paid_within_time_allowed',
		text: 'Buyer did not pay in time',
		not: 'SG',
	},
	{
		name: 'seller_cancel_unpaid_reason_buyer_requested_cancellation',
		text: 'Buyer asked to cancel',
		only: BUYER_MAY_ASK,
	},
];

const TO_SHIP: Reason[] = [
	{ name: 'seller_cancel_reason_out_of_stock', text: 'Out of stock' },
	{ name: 'seller_cancel_reason_wrong_price', text: 'Pricing error', not: 'BR MX' },
	{
		name: 'seller_cancel_paid_reason_address_not_deliver',
		text: 'Address cannot be delivered to',
		not: 'SG',
	},
	{
		name: 'seller_cancel_unable_to_deliver_to_buyer_address',
		text: 'Address cannot be delivered to',
		only: 'SG',
	},
	{
		name: 'seller_cancel_paid_reason_buyer_requested_cancellation',
		text: 'Buyer asked to cancel',
		only: BUYER_MAY_ASK,
	},
	{
		name: 'seller_cancel_order_reason_potential_fraud',
		text: 'Likely to be cancelled or refunded',
		only: 'JP',
	},
];

const LOST_ON_THE_WAY: Reason[] = [
	{ name: 'seller_shipped_refund_package_lost', text: 'Package lost', only: AMERICA },
	{
		name: 'seller_shipped_refund_package_delivery_failed',
		text: 'Delivery failed',
		only: AMERICA,
	},
	{
		name: 'seller_shipped_refund_miss_estimated_delivery_date',
		text: 'Late: estimated delivery date missed',
		only: AMERICA,
	},
];

const SHIPPED: Reason[] = [
	...LOST_ON_THE_WAY,
	{ name: 'seller_package_lost', text: 'Package lost', only: `GB VN MX BR JP ${EUROPE}` },
	{
		name: 'ecom_order_shipped_refund_reason_not_arrive_on_time_seller',
		text: 'Will not arrive in time',
		only: MORE_REFUNDS,
	},
];

const DELIVERED: Reason[] = [
	{
		name: 'ecom_order_delivered_refund_reason_missing_product_seller',
		text: 'Product or accessories missing',
		only: `ID ${REFUNDING}`,
	},
	{
		name: 'ecom_order_delivered_refund_reason_not_received_seller',
		text: 'Package not received',
		only: REFUNDING,
	},
	{
		name: 'ecom_order_delivered_refund_reason_not_match_description_seller',
		text: 'Product is not as described',
		only: REFUNDING,
	},
	{
		name: 'ecom_order_delivered_refund_reason_damaged_seller',
		text: 'Package or product damaged',
		only: REFUNDING,
	},
	{
		name: 'ecom_order_delivered_refund_reason_wrong_product_seller',
		text: 'Wrong product sent',
		only: REFUNDING,
	},
	{
		name: 'ecom_order_delivered_refund_reason_missed_delivery_date_seller',
		text: 'Late: estimated delivery date missed',
		only: REFUNDING,
	},
	{
		name: 'ecom_order_delivered_refund_reason_defective_seller',
		text: 'Product is defective',
		only: MORE_REFUNDS,
	},
	{
		name: 'buyer_refund_suspected_counterfeit_seller',
		text: 'Suspected counterfeit',
		only: MORE_REFUNDS,
	},
	{
		name: 'ecom_order_delivered_refund_reason_general_adjustment',
		text: 'General adjustment',
		only: 'JP',
	},
	...LOST_ON_THE_WAY.map((reason) => ({ ...reason, only: 'MX BR JP' })),
];

const RETURN: Reason[] = [
	{
		name: 'seller_ecom_delivered_return_refund_reason1',
		text: 'No longer needed',
		only: `US GB VN MX BR ${EUROPE}`,
	},
	{
		name: 'ecom_order_delivered_refund_and_return_reason_not_match_description_seller',
		text: 'Product is not as described',
		only: MORE_REFUNDS,
	},
	{
		name: 'ecom_order_delivered_refund_and_return_reason_missing_product_seller',
		text: 'Product or accessories missing',
		only: MORE_REFUNDS,
	},
	{
		name: 'ecom_order_delivered_refund_and_return_reason_damaged_seller',
		text: 'Package or product damaged',
		only: MORE_REFUNDS,
	},
	{
		name: 'ecom_order_delivered_refund_and_return_reason_defective_seller',
		text: 'Product is defective',
		only: MORE_REFUNDS,
	},
	{
		name: 'ecom_order_delivered_refund_and_return_reason_wrong_product_seller',
		text: 'Wrong product sent',
		only: `ID ${MORE_REFUNDS}`,
	},
	{
		name: 'buyer_return_and_refund_suspected_counterfeit_seller',
		text: 'Suspected counterfeit',
		only: MORE_REFUNDS,
	},
	{ name: 'seller_return_late_delivery', text: 'Arrived too late', only: 'BR MX' },
	{ name: 'seller_return_missing_item', text: 'Items or parts missing', only: 'BR MX' },
	{ name: 'seller_return_damaged_item', text: 'Item or packaging damaged', only: 'BR MX' },
	{ name: 'seller_return_defective_item', text: 'Item is defective', only: 'BR MX' },
	{ name: 'seller_return_wrong_item_was_sent', text: 'Wrong item sent', only: 'BR MX' },
];

function reasonsOf(kind: AfterSaleKind, status: string): Reason[] {
	if (kind === 'CANCEL') return status === 'UNPAID' ? UNPAID : TO_SHIP;
	if (kind === 'RETURN_AND_REFUND') return RETURN;
	return ['DELIVERED', 'COMPLETED'].includes(status) ? DELIVERED : SHIPPED;
}

/**
 * The reasons a seller may give. TikTok has no endpoint for them (doc pages cancel-reasons, refund-reasons and
 * return-reasons).
 *
 * @param region - of the shop
 * @param status - of the order
 */
export function sellerReasons(kind: AfterSaleKind, region: string, status: string): IDataObject[] {
	const within = (markets: string) => markets.split(' ').includes(region);
	return reasonsOf(kind, status)
		.filter(({ only, not }) => (only === undefined || within(only)) && !(not && within(not)))
		.map(({ name, text }) => ({ name: region === 'GB' ? `${name}_uk` : name, text }));
}
