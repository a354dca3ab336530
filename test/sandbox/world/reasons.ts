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

export const buyerCancelReason: Reason = {
	name: 'ecom_order_to_ship_canceled_reason_created_by_mistakes',
	text: 'Order created by mistake',
};
