import type { IDataObject } from 'n8n-workflow';

import { SUBSCRIPTIONS, type Subscription } from '../shared/subscriptions';
import { asText } from '../shared/text';

/** Something a workflow can start with. */
export interface ShopEvent {
	name: string;
	/** What n8n stores; TikTok's own name of the event where there is one. */
	value: string;
	description: string;
	/** The name the Event API subscribes by; without one TikTok sends it only to the app's address in Partner Center. */
	subscription?: string;
	/** The number a notification carries; unknown for an event that TikTok names without documenting it. */
	type?: number;
	/** What the notification is about, where it can be fetched. */
	about?: 'order' | 'product' | 'return';
	/** Which of the notifications count; all of them unless told. */
	accepts?: (data: IDataObject) => boolean;
	/** Only the first notification about each order counts. */
	firstOnly?: boolean;
}

const statusOf = (data: IDataObject) => asText(data.order_status);

/** In a notification a cancelled order has the status CANCEL, elsewhere CANCELLED (doc page order-status-change). */
const CANCELLED = ['CANCEL', 'CANCELLED'];

const orderChange = { subscription: 'ORDER_STATUS_CHANGE', type: 1, about: 'order' } as const;

const subscribed = (
	subscription: Subscription,
	type?: number,
	about?: ShopEvent['about'],
): ShopEvent => ({
	...SUBSCRIPTIONS[subscription],
	value: subscription,
	subscription,
	type,
	about,
});

/** Sent only to the address that stands in Partner Center for the whole app. */
const appWide = (value: string, type: number, name: string, what: string): ShopEvent => ({
	name,
	value,
	type,
	description: `${what}. Comes only with Registration "In Partner Center".`,
});

/** All events a seller's app can receive (doc page tts-webhooks-overview and the page of each event). */
export const EVENTS: ShopEvent[] = [
	{
		name: 'Order: New',
		value: 'newOrder',
		description:
			'Once for each order that is placed, paid or not. In some countries a paid order is on hold for an hour: the buyer can still cancel it, and it cannot be shipped yet.',
		...orderChange,
		// An old order that moves on for the first time since the trigger runs is not new.
		accepts: (data) => ['UNPAID', 'ON_HOLD', 'AWAITING_SHIPMENT'].includes(statusOf(data)),
		firstOnly: true,
	},
	{
		name: 'Order: Paid and Ready to Ship',
		value: 'orderReadyToShip',
		description:
			'The order is paid and no longer on hold: the buyer cannot cancel any more without asking you',
		...orderChange,
		accepts: (data) => statusOf(data) === 'AWAITING_SHIPMENT',
	},
	{
		name: 'Order: Cancelled',
		value: 'orderCancelled',
		description: 'The whole order was cancelled',
		...orderChange,
		accepts: (data) => CANCELLED.includes(statusOf(data)),
	},
	subscribed('ORDER_STATUS_CHANGE', 1, 'order'),
	subscribed('RECIPIENT_ADDRESS_UPDATE', 3, 'order'),
	subscribed('CANCELLATION_STATUS_CHANGE', 11, 'order'),
	subscribed('RETURN_STATUS_CHANGE', 12, 'return'),
	subscribed('REVERSE_STATUS_UPDATE'),
	subscribed('PACKAGE_UPDATE', 4),
	subscribed('INVOICE_STATUS_CHANGE', 36),
	subscribed('PRODUCT_AUDIT_STATUS_CHANGE', 37, 'product'),
	subscribed('PRODUCT_CATEGORY_CHANGE', 18, 'product'),
	subscribed('PRODUCT_CREATION', 16, 'product'),
	subscribed('PRODUCT_INFORMATION_CHANGE', 15, 'product'),
	subscribed('PRODUCT_STATUS_CHANGE', 5, 'product'),
	subscribed('NEW_CONVERSATION', 13),
	subscribed('NEW_MESSAGE', 14),
	subscribed('NEW_MESSAGE_LISTENER', 33),
	subscribed('SELLER_DEAUTHORIZATION', 6),
	subscribed('UPCOMING_AUTHORIZATION_EXPIRATION', 7),
	appWide(
		'goods-match',
		23,
		'FBT: Goods Matched',
		'A product was matched to goods of Fulfilled by TikTok, or is no longer',
	),
	appWide(
		'inbound-fbt-order-status-change',
		21,
		'FBT: Inbound Order Changed',
		'A delivery to a warehouse of TikTok moved on',
	),
	appWide(
		'fbt-inventory-update',
		24,
		'FBT: Inventory Updated',
		'The stock in the warehouses of TikTok changed',
	),
	appWide(
		'fbt-merchant-onboarding',
		22,
		'FBT: Merchant Onboarded',
		'The seller joined Fulfilled by TikTok',
	),
	appWide(
		'combined-listing-change',
		42,
		'Product: Combined Listing Changed',
		'A combined listing was created, changed or deleted',
	),
	appWide(
		'global-listing-method-change',
		52,
		'Product: Global Listing Method Changed',
		'The way the shop lists global products changed',
	),
	appWide(
		'image-translation-completed',
		46,
		'Product: Image Translation Completed',
		'The translation of a picture is done or failed',
	),
	appWide(
		'inventory-status-change',
		27,
		'Product: Inventory Status Changed',
		'A SKU is low on stock or sold out, or TikTok expects it to be',
	),
	appWide(
		'opportunity-matching-status-change',
		25,
		'Product: Opportunity Matched',
		'TikTok compared a product with its opportunities; for few apps so far',
	),
	appWide(
		'global-replication-status-change',
		51,
		'Product: Replication Changed',
		'Copying a product to another market is done or failed',
	),
	appWide(
		'size-chart-change',
		19,
		'Product: Size Chart Changed',
		'A size chart was created, changed or deleted',
	),
	appWide(
		'strikethrough-price-expired',
		38,
		'Product: Strikethrough Price Expired',
		'The proof for a crossed-out price ran out, after 90 days',
	),
	appWide(
		'activity-status-change',
		39,
		'Promotion: Activity Changed',
		'A promotion started, expired or was deactivated',
	),
	appWide(
		'tokopedia-mirror-status-change',
		35,
		'Shop: Tokopedia Mirror Changed',
		'The shop was mirrored to Tokopedia, or that was undone',
	),
];

const DOCUMENTED_TYPES = new Set(EVENTS.map(({ type }) => type));

/** Whether a notification of this type is one of this event. */
export function isOfType(event: ShopEvent, type: number): boolean {
	return event.type === undefined ? !DOCUMENTED_TYPES.has(type) : event.type === type;
}
