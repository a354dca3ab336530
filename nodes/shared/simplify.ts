import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isObject } from './http';
import { asText } from './text';

/** Unix seconds as ISO 8601 text in UTC; undefined where TikTok gave no time. */
export function isoTime(seconds: unknown): string | undefined {
	const value = Number(seconds);
	if (!seconds || Number.isNaN(value)) return undefined;
	return (
		DateTime.fromSeconds(value, { zone: 'utc' }).toISO({ suppressMilliseconds: true }) ?? undefined
	);
}

/** The objects of a list; none where TikTok gave no list. */
export const listOf = (value: unknown): IDataObject[] =>
	Array.isArray(value) ? value.filter(isObject) : [];

/** An object, or an empty one where TikTok gave none. */
export const objectOf = (value: unknown): IDataObject => (isObject(value) ? value : {});

/** Leaves out what TikTok did not give, so that a simplified item has no empty columns. */
export function present(entry: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(entry).filter(([, value]) => value !== undefined && value !== ''),
	);
}

/** An order at a glance: status, times, buyer, lines and totals. */
export function simplifyOrder(order: IDataObject): IDataObject {
	const { payment, recipient_address: recipient } = order;
	const { currency, total_amount, sub_total, shipping_fee, tax } = objectOf(payment);
	const { name, phone_number, full_address, postal_code, region_code } = objectOf(recipient);
	return present({
		id: order.id,
		status: order.status,
		created: isoTime(order.create_time),
		updated: isoTime(order.update_time),
		paid: isoTime(order.paid_time),
		shipBy: isoTime(order.shipping_due_time ?? order.rts_sla_time),
		currency,
		total: total_amount,
		subtotal: sub_total,
		shippingFee: shipping_fee,
		tax,
		paymentMethod: order.payment_method_name,
		buyerId: order.user_id,
		buyerEmail: order.buyer_email,
		buyerMessage: order.buyer_message,
		sellerNote: order.seller_note,
		recipient: name,
		phone: phone_number,
		address: full_address,
		postalCode: postal_code,
		country: region_code,
		fulfillmentType: order.fulfillment_type,
		shippingType: order.shipping_type,
		shippingProvider: order.shipping_provider,
		trackingNumber: order.tracking_number,
		deliveryOption: order.delivery_option_name,
		warehouseId: order.warehouse_id,
		isCashOnDelivery: order.is_cod,
		isBuyerRequestingCancel: order.is_buyer_request_cancel,
		cancelReason: order.cancel_reason,
		packageIds: listOf(order.packages).map(({ id }) => id),
		lineItems: joinLines(listOf(order.line_items)),
	});
}

/** TikTok lists each unit as a line of its own; people count units of a SKU. */
function joinLines(lines: IDataObject[]): IDataObject[] {
	const joined = new Map<string, IDataObject & { quantity: number; ids: string[] }>();
	for (const line of lines) {
		const key = JSON.stringify([line.sku_id, line.sale_price, line.display_status, line.is_gift]);
		const known = joined.get(key);
		if (known !== undefined) {
			known.quantity += 1;
			known.ids.push(asText(line.id));
			continue;
		}
		joined.set(key, {
			ids: [asText(line.id)],
			quantity: 1,
			...present({
				productId: line.product_id,
				productName: line.product_name,
				skuId: line.sku_id,
				skuName: line.sku_name,
				sellerSku: line.seller_sku,
				price: line.sale_price,
				originalPrice: line.original_price,
				currency: line.currency,
				status: line.display_status,
				packageId: line.package_id,
				trackingNumber: line.tracking_number,
				isGift: line.is_gift === true ? true : undefined,
			}),
		});
	}
	return [...joined.values()];
}

/** A product at a glance: title, status, category and its SKUs with price and stock. */
export function simplifyProduct(product: IDataObject): IDataObject {
	const chains = listOf(product.category_chains);
	const brand = objectOf(product.brand);
	return present({
		id: product.id,
		title: product.title,
		status: product.status,
		created: isoTime(product.create_time),
		updated: isoTime(product.update_time),
		category: chains.map(({ local_name }) => asText(local_name)).join(' > '),
		categoryId: chains.find(({ is_leaf }) => is_leaf === true)?.id,
		brand: brand.name,
		salesRegions: product.sales_regions,
		listingQuality: product.listing_quality_tier,
		images: listOf(product.main_images).flatMap(({ urls }) =>
			Array.isArray(urls) ? urls.slice(0, 1).map(asText) : [],
		),
		skus: listOf(product.skus).map(simplifySku),
	});
}

function simplifySku(sku: IDataObject): IDataObject {
	const price = objectOf(sku.price);
	const inventory = listOf(sku.inventory);
	return present({
		id: sku.id,
		sellerSku: sku.seller_sku,
		name: listOf(sku.sales_attributes)
			.map(({ value_name }) => asText(value_name))
			.join(', '),
		price: price.sale_price ?? price.tax_exclusive_price,
		currency: price.currency,
		quantity: inventory.reduce((sum, { quantity }) => sum + (Number(quantity) || 0), 0),
		inventory: inventory.map(({ warehouse_id, quantity }) => ({
			warehouseId: warehouse_id,
			quantity,
		})),
	});
}

/** A return at a glance: what the buyer wants, where it stands, and what is expected of the seller. */
export function simplifyReturn(entry: IDataObject): IDataObject {
	const refund = objectOf(entry.refund_amount);
	const [next] = listOf(entry.seller_next_action_response);
	return present({
		returnId: entry.return_id,
		orderId: entry.order_id,
		type: entry.return_type,
		status: entry.return_status,
		reason: entry.return_reason_text ?? entry.return_reason,
		created: isoTime(entry.create_time),
		updated: isoTime(entry.update_time),
		refundTotal: refund.refund_total,
		currency: refund.currency,
		nextAction: next?.action,
		nextActionBy: isoTime(next?.deadline),
		trackingNumber: entry.return_tracking_number,
		shippingProvider: entry.return_provider_name,
		lineItems: listOf(entry.return_line_items).map((line) =>
			present({
				id: line.return_line_item_id,
				orderLineItemId: line.order_line_item_id,
				skuId: line.sku_id,
				skuName: line.sku_name,
				productName: line.product_name,
				sellerSku: line.seller_sku,
				refundTotal: objectOf(line.refund_amount).refund_total,
			}),
		),
	});
}
