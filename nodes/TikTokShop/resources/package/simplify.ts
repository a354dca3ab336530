import type { IDataObject } from 'n8n-workflow';

import { isoTime, listOf, objectOf, present } from '../../../shared/simplify';
import { asText } from '../../../shared/text';

/** A package at a glance: where it stands, what is in it, and how it travels. */
export function simplifyPackage(entry: IDataObject): IDataObject {
	const orders = listOf(entry.orders);
	const slot = objectOf(entry.pickup_slot);
	const recipient = objectOf(entry.recipient_address);
	const { value, unit } = objectOf(entry.weight);
	return present({
		id: entry.id ?? entry.package_id,
		status: entry.status ?? entry.package_status,
		created: isoTime(entry.create_time),
		updated: isoTime(entry.update_time),
		orderIds: orders.map(({ id }) => id),
		lineItemIds: entry.order_line_item_ids,
		skus: orders.flatMap(({ skus }) =>
			listOf(skus).map(({ id, name, quantity }) => ({ id, name, quantity })),
		),
		shippingType: entry.shipping_type,
		deliveryOption: entry.delivery_option_name,
		deliveryOptionId: entry.delivery_option_id,
		shippingProvider: entry.shipping_provider_name,
		shippingProviderId: entry.shipping_provider_id,
		trackingNumber: entry.tracking_number,
		lastMileTrackingNumber: entry.last_mile_tracking_number,
		handoverMethod: entry.handover_method,
		pickupFrom: isoTime(slot.start_time),
		pickupUntil: isoTime(slot.end_time),
		splitOrCombined: entry.split_and_combine_tag,
		recipient: recipient.name,
		phone: recipient.phone_number,
		address: recipient.full_address,
		postalCode: recipient.postal_code,
		country: recipient.region_code,
		weight: value === undefined ? undefined : `${asText(value)} ${asText(unit)}`,
	});
}
