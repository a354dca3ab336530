export interface Reason {
	name: string;
	text: string;
}

export const returnRejectReasons: Reason[] = [
	{
		name: 'seller_reject_apply_you_have_reached_an_agreement_with_the_buyer',
		text: 'You have reached an agreement with the buyer',
	},
	{ name: 'seller_reject_apply_product_is_correct', text: 'The product is the one ordered' },
	{ name: 'seller_reject_apply_buyer_proof_insufficient', text: 'The buyer’s proof is not enough' },
];

export const packageRejectReasons: Reason[] = [
	{ name: 'seller_reject_receive_package_not_received', text: 'The package did not arrive' },
	{ name: 'seller_reject_receive_item_damaged', text: 'The item came back damaged' },
];

export const cancelRejectReasons: Reason[] = [
	{ name: 'seller_reject_cancel_package_already_shipped', text: 'The package is on its way' },
	{ name: 'seller_reject_cancel_agreement_with_buyer', text: 'You agreed with the buyer' },
];

export const sellerCancelReasons: Reason[] = [
	{ name: 'seller_cancel_reason_out_of_stock', text: 'Out of stock' },
	{ name: 'seller_cancel_reason_wrong_price', text: 'Pricing error' },
	{ name: 'seller_cancel_paid_reason_address_not_deliver', text: 'Address cannot be reached' },
	{ name: 'seller_cancel_unpaid_reason_out_of_stock', text: 'Out of stock' },
	{ name: 'seller_cancel_unpaid_reason_wrong_price', text: 'Pricing error' },
	{
		name: 'seller_cancel_unpaid_reason_buyer_hasnt_paid_within_time_allowed',
		text: 'The buyer did not pay in time',
	},
	{
		name: 'seller_cancel_unpaid_reason_buyer_requested_cancellation',
		text: 'The buyer asked for it',
	},
];

/** Why a seller refunds or takes back what was shipped (refund-reasons, return-reasons). */
export const sellerReturnReasons: Array<
	Reason & { type: 'REFUND' | 'RETURN_AND_REFUND'; delivered: boolean }
> = [
	{
		name: 'seller_package_lost',
		text: 'Package lost',
		type: 'REFUND',
		delivered: false,
	},
	{
		name: 'ecom_order_delivered_refund_reason_damaged_seller',
		text: 'Package or product is damaged',
		type: 'REFUND',
		delivered: true,
	},
	{
		name: 'ecom_order_delivered_refund_reason_wrong_product_seller',
		text: 'Wrong product was sent',
		type: 'REFUND',
		delivered: true,
	},
	{
		name: 'seller_ecom_delivered_return_refund_reason1',
		text: 'No longer needed',
		type: 'RETURN_AND_REFUND',
		delivered: true,
	},
];

/** The names of the United Kingdom end in _uk. */
export const nameIn = (region: string, { name }: Reason) => (region === 'GB' ? `${name}_uk` : name);

export const buyerCancelReason: Reason = {
	name: 'ecom_order_to_ship_canceled_reason_created_by_mistakes',
	text: 'Order created by mistake',
};
