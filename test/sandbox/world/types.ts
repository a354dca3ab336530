import type { Market } from './markets';

export interface Shop {
	/** Position of the shop among all ever opened: part of its ids. */
	number: number;
	id: string;
	name: string;
	region: string;
	seller_type: 'LOCAL' | 'CROSS_BORDER';
	cipher: string;
	code: string;
	market: Market;
	warehouses: Warehouse[];
	deliveryOptions: DeliveryOption[];
}

export interface Warehouse {
	id: string;
	entity_id: string;
	name: string;
	effect_status: 'ENABLED' | 'DISABLED' | 'RESTRICTED';
	type: 'SALES_WAREHOUSE' | 'RETURN_WAREHOUSE';
	sub_type: 'DOMESTIC_WAREHOUSE';
	is_default: boolean;
	address: WarehouseAddress;
}

export interface WarehouseAddress {
	region: string;
	state: string;
	city: string;
	distict: string;
	town: string;
	contact_person: string;
	first_name: string;
	last_name: string;
	first_name_local_script: string;
	last_name_local_script: string;
	postal_code: string;
	full_address: string;
	region_code: string;
	phone_number: string;
	address_line1: string;
	address_line2: string;
	address_line3: string;
	address_line4: string;
	geolocation: { latitude: string; longitude: string };
}

export type ShippingType = 'TIKTOK' | 'SELLER';

export interface DeliveryOption {
	id: string;
	name: string;
	type: string;
	description: string;
	shipping: ShippingType;
	providers: Provider[];
	dimension_limit: { max_height: number; max_length: number; max_width: number; unit: string };
	weight_limit: { max_weight: number; min_weight: number; unit: string };
	platform: string[];
}

export interface Provider {
	id: string;
	name: string;
}

export const ORDER_STATUSES = [
	'UNPAID',
	'ON_HOLD',
	'AWAITING_SHIPMENT',
	'PARTIALLY_SHIPPING',
	'AWAITING_COLLECTION',
	'IN_TRANSIT',
	'DELIVERED',
	'COMPLETED',
	'CANCELLED',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What a search filters and sorts by: kept for every order, the rest is made when looked at. */
export interface OrderRow {
	id: string;
	index: number;
	status: OrderStatus;
	create_time: number;
	update_time: number;
	shipping_type: ShippingType;
	user_id: string;
	warehouse_id: string;
	is_buyer_request_cancel: boolean;
}

export interface Payment {
	currency: string;
	sub_total: string;
	shipping_fee: string;
	seller_discount: string;
	platform_discount: string;
	total_amount: string;
	original_total_product_price: string;
	original_shipping_fee: string;
	shipping_fee_seller_discount: string;
	shipping_fee_platform_discount: string;
	shipping_fee_cofunded_discount: string;
	tax: string;
	shipping_fee_tax: string;
	product_tax: string;
	[regional: string]: string;
}

export interface LineItem {
	id: string;
	product_id: string;
	product_name: string;
	sku_id: string;
	sku_name: string;
	seller_sku: string;
	sku_image: string;
	sku_type: string;
	original_price: string;
	sale_price: string;
	seller_discount: string;
	platform_discount: string;
	currency: string;
	display_status: string;
	package_status?: string;
	package_id?: string;
	tracking_number: string;
	shipping_provider_id: string;
	shipping_provider_name: string;
	is_gift: boolean;
	is_dangerous_good: boolean;
	needs_prescription: boolean;
	item_tax: Array<{ tax_type: string; tax_amount: string; tax_rate: string }>;
	rts_time?: number;
	cancel_reason?: string;
	cancel_user?: string;
}

export interface RecipientAddress {
	full_address: string;
	phone_number: string;
	name: string;
	first_name: string;
	last_name: string;
	first_name_local_script: string;
	last_name_local_script: string;
	region_code: string;
	postal_code: string;
	post_town: string;
	address_detail: string;
	address_line1: string;
	address_line2: string;
	address_line3: string;
	address_line4: string;
	district_info: Array<{ address_level_name: string; address_name: string; address_level: string }>;
	delivery_preferences: { drop_off_location: string };
}

export interface Order extends OrderRow {
	buyer_message: string;
	buyer_email: string;
	seller_note: string;
	payment: Payment;
	payment_method_name: string;
	payment_method_code: string;
	recipient_address: RecipientAddress;
	line_items: LineItem[];
	packages: Array<{ id: string }>;
	fulfillment_type: string;
	delivery_type: string;
	delivery_option_id: string;
	delivery_option_name: string;
	shipping_provider: string;
	shipping_provider_id: string;
	tracking_number: string;
	split_or_combine_tag: string;
	has_updated_recipient_address: boolean;
	is_cod: boolean;
	is_sample_order: boolean;
	is_on_hold_order: boolean;
	is_replacement_order: boolean;
	is_exchange_order: boolean;
	need_upload_invoice?: string;
	cpf?: string;
	cpf_name?: string;
	commerce_platform: string;
	order_type: string;
	handling_duration: { days: string; type: string };
	fulfillment_priority_level: number;
	recommended_shipping_time: number;
	rts_sla_time: number;
	tts_sla_time: number;
	shipping_due_time: number;
	collection_due_time: number;
	delivery_due_time: number;
	delivery_sla_time: number;
	cancel_order_sla_time: number;
	paid_time?: number;
	rts_time?: number;
	collection_time?: number;
	delivery_time?: number;
	cancel_time?: number;
	request_cancel_time?: number;
	cancel_reason?: string;
	cancellation_initiator?: string;
	external_orders: ExternalOrder[];
}

export interface Handover {
	method: 'PICKUP' | 'DROP_OFF';
	slot?: { start_time: number; end_time: number };
}

export interface ExternalOrder {
	id: string;
	platform: string;
	line_items: Array<{ id: string; origin_id: string }>;
}

export type ProductStatus =
	| 'DRAFT'
	| 'PENDING'
	| 'FAILED'
	| 'ACTIVATE'
	| 'SELLER_DEACTIVATED'
	| 'PLATFORM_DEACTIVATED'
	| 'FREEZE'
	| 'DELETED';

export interface Image {
	height: number;
	width: number;
	uri: string;
	urls: string[];
	thumb_urls: string[];
}

export interface Inventory {
	warehouse_id: string;
	quantity: number;
	backorder_quantity?: number;
	handling_time?: number;
}

export interface Sku {
	id: string;
	seller_sku: string;
	price: { currency: string; tax_exclusive_price: string; sale_price: string };
	inventory: Inventory[];
	sales_attributes: Array<{ id: string; name: string; value_id: string; value_name: string }>;
	identifier_code: { code: string; type: string };
	status_info: { status: string };
	list_price?: { amount: string; currency: string };
	external_sku_id?: string;
}

export interface Product {
	id: string;
	title: string;
	status: ProductStatus;
	description: string;
	category_version: 'v1' | 'v2';
	category_chains: Array<{ id: string; parent_id: string; local_name: string; is_leaf: boolean }>;
	brand: { id: string; name: string };
	main_images: Image[];
	package_dimensions: { length: string; width: string; height: string; unit: string };
	package_weight: { value: string; unit: string };
	skus: Sku[];
	sales_regions: string[];
	is_cod_allowed: boolean;
	is_not_for_sale: boolean;
	listing_quality_tier: 'POOR' | 'FAIR' | 'GOOD';
	audit: { status: string };
	audit_failed_reasons: Array<{ position: string; reasons: string[]; suggestions: string[] }>;
	external_product_id?: string;
	product_attributes: Array<{
		id: string;
		name: string;
		values: Array<{ id: string; name: string }>;
	}>;
	has_draft: boolean;
	create_time: number;
	update_time: number;
}

export type AfterSaleType = 'REFUND' | 'RETURN_AND_REFUND' | 'REPLACEMENT';

export interface Refund {
	currency: string;
	refund_total: string;
	refund_subtotal: string;
	refund_shipping_fee: string;
	refund_tax: string;
	retail_delivery_fee: string;
	buyer_service_fee: string;
}

export interface NextAction {
	action: string;
	deadline: number;
}

export interface ReturnLine {
	return_line_item_id: string;
	order_line_item_id: string;
	sku_id: string;
	sku_name: string;
	product_name: string;
	seller_sku: string;
	product_image: { url: string; width: number; height: number };
	refund_amount: Refund;
}

export interface ReturnOrder {
	return_id: string;
	order_id: string;
	user_id: string;
	return_type: AfterSaleType;
	return_status: string;
	arbitration_status?: string;
	role: string;
	return_reason: string;
	return_reason_text: string;
	shipment_type: string;
	handover_method: string;
	return_tracking_number: string;
	return_provider_name: string;
	return_provider_id: string;
	can_buyer_keep_item: boolean;
	create_time: number;
	update_time: number;
	seller_next_action_response: NextAction[];
	return_line_items: ReturnLine[];
	discount_amount: Array<Record<string, string>>;
	shipping_fee_amount: Array<Record<string, string>>;
	refund_amount: Refund;
	return_method: string;
	is_combined_return: boolean;
	seller_proposed_return_type?: string;
	partial_refund?: { currency: string; amount: string };
	buyer_rejected_partial_refund?: boolean;
	return_warehouse_address: { full_address: string };
}

export interface Cancellation {
	cancel_id: string;
	order_id: string;
	user_id: string;
	cancel_type: 'CANCEL' | 'BUYER_CANCEL';
	cancel_status: string;
	role: string;
	cancel_reason: string;
	cancel_reason_text: string;
	create_time: number;
	update_time: number;
	seller_next_action_response: NextAction[];
	refund_amount: Refund;
	cancel_line_items: Array<
		Omit<ReturnLine, 'return_line_item_id'> & { cancel_line_item_id: string }
	>;
}

/** Something that happened in the world and that a webhook tells of. */
export interface WorldEvent {
	shopId: string;
	type: number;
	data: Record<string, unknown>;
}
