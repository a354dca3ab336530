import type { IDataObject } from 'n8n-workflow';

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

const subscribed = (subscription: string, type: number, more: Partial<ShopEvent> = {}) => ({
	value: subscription,
	subscription,
	type,
	...more,
});

/** Sent only to the address that stands in Partner Center for the whole app. */
const appWide = (value: string, type: number) => ({ value, type });

/** All events a seller's app can receive (doc page tts-webhooks-overview and the page of each event). */
export const EVENTS: ShopEvent[] = [
	{
		name: 'Order: New',
		value: 'newOrder',
		description: 'Once for each order that is placed, paid or not',
		...orderChange,
		// An old order that moves on for the first time since the trigger runs is not new.
		accepts: (data) => ['UNPAID', 'ON_HOLD', 'AWAITING_SHIPMENT'].includes(statusOf(data)),
		firstOnly: true,
	},
	{
		name: 'Order: Paid and Ready to Ship',
		value: 'orderReadyToShip',
		description: 'The order is paid and not on hold',
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
	{
		name: 'Order: Status Changed',
		description: 'Each change of an order’s status, a new order included',
		...subscribed('ORDER_STATUS_CHANGE', 1, { about: 'order' }),
	},
	{
		name: 'Order: Recipient Address Changed',
		description: 'The buyer changed where to send the order',
		...subscribed('RECIPIENT_ADDRESS_UPDATE', 3, { about: 'order' }),
	},
	{
		name: 'Cancellation: Status Changed',
		description: 'A cancellation was requested, withdrawn or decided',
		...subscribed('CANCELLATION_STATUS_CHANGE', 11, { about: 'order' }),
	},
	{
		name: 'Return: Status Changed',
		description: 'A return or refund was requested or moved on',
		...subscribed('RETURN_STATUS_CHANGE', 12, { about: 'return' }),
	},
	{
		name: 'Return: Reverse Status Updated',
		value: 'REVERSE_STATUS_UPDATE',
		subscription: 'REVERSE_STATUS_UPDATE',
		description: 'An older event that TikTok still offers without describing it',
	},
	{
		name: 'Package: Updated',
		description: 'Packages of an order were combined, split or changed',
		...subscribed('PACKAGE_UPDATE', 4),
	},
	{
		name: 'Package: Invoice Status Changed',
		description: 'An invoice was accepted or refused',
		...subscribed('INVOICE_STATUS_CHANGE', 36),
	},
	{
		name: 'Product: Audit Status Changed',
		description: 'TikTok’s review of a product moved on',
		...subscribed('PRODUCT_AUDIT_STATUS_CHANGE', 37, { about: 'product' }),
	},
	{
		name: 'Product: Category Changed',
		description: 'A product was moved to another category',
		...subscribed('PRODUCT_CATEGORY_CHANGE', 18, { about: 'product' }),
	},
	{
		name: 'Product: Created',
		description: 'A product was added to the shop',
		...subscribed('PRODUCT_CREATION', 16, { about: 'product' }),
	},
	{
		name: 'Product: Information Changed',
		description: 'Title, price, stock or other data of a product changed',
		...subscribed('PRODUCT_INFORMATION_CHANGE', 15, { about: 'product' }),
	},
	{
		name: 'Product: Status Changed',
		description: 'A product went live, was deactivated or failed the review',
		...subscribed('PRODUCT_STATUS_CHANGE', 5, { about: 'product' }),
	},
	{
		name: 'Conversation: New',
		description: 'A buyer opened a conversation',
		...subscribed('NEW_CONVERSATION', 13),
	},
	{
		name: 'Conversation: New Message',
		description: 'A message in a conversation with a buyer',
		...subscribed('NEW_MESSAGE', 14),
	},
	{
		name: 'Affiliate: New Message',
		description: 'A message in a conversation with a creator',
		...subscribed('NEW_MESSAGE_LISTENER', 33),
	},
	{
		name: 'Authorization: Ended',
		description: 'The seller removed the app; the shop has to be connected again',
		...subscribed('SELLER_DEAUTHORIZATION', 6),
	},
	{
		name: 'Authorization: Expires Soon',
		description: 'The authorization ends in 30 days; the owner should renew it',
		...subscribed('UPCOMING_AUTHORIZATION_EXPIRATION', 7),
	},
	...[
		{ name: 'FBT: Goods Matched', ...appWide('goods-match', 23) },
		{ name: 'FBT: Inbound Order Changed', ...appWide('inbound-fbt-order-status-change', 21) },
		{ name: 'FBT: Inventory Updated', ...appWide('fbt-inventory-update', 24) },
		{ name: 'FBT: Merchant Onboarded', ...appWide('fbt-merchant-onboarding', 22) },
		{ name: 'Product: Combined Listing Changed', ...appWide('combined-listing-change', 42) },
		{
			name: 'Product: Global Listing Method Changed',
			...appWide('global-listing-method-change', 52),
		},
		{ name: 'Product: Image Translation Completed', ...appWide('image-translation-completed', 46) },
		{ name: 'Product: Inventory Status Changed', ...appWide('inventory-status-change', 27) },
		{ name: 'Product: Opportunity Matched', ...appWide('opportunity-matching-status-change', 25) },
		{ name: 'Product: Replication Changed', ...appWide('global-replication-status-change', 51) },
		{ name: 'Product: Size Chart Changed', ...appWide('size-chart-change', 19) },
		{ name: 'Product: Strikethrough Price Expired', ...appWide('strikethrough-price-expired', 38) },
		{ name: 'Promotion: Activity Changed', ...appWide('activity-status-change', 39) },
		{ name: 'Shop: Tokopedia Mirror Changed', ...appWide('tokopedia-mirror-status-change', 35) },
	].map((event) => ({
		...event,
		description: 'Needs one address for the whole app in Partner Center',
	})),
];

const DOCUMENTED_TYPES = new Set(EVENTS.map(({ type }) => type));

/** Whether a notification of this type is one of this event. */
export function isOfType(event: ShopEvent, type: number): boolean {
	return event.type === undefined ? !DOCUMENTED_TYPES.has(type) : event.type === type;
}
