/** An event of a shop that TikTok sends to an address of ours. */
export interface ShopEvent {
	name: string;
	/** The name the Event API subscribes by. */
	value: string;
	/** The number a notification carries. */
	type: number;
	description: string;
	/** What the notification is about, where it can be fetched. */
	about?: 'order' | 'product' | 'return';
}

/** Order, product and return events that an app can subscribe to (doc page tts-webhooks-overview and the page of each event). */
export const EVENTS: ShopEvent[] = [
	{
		name: 'Order: Status Changed',
		value: 'ORDER_STATUS_CHANGE',
		type: 1,
		description: 'Also sent for a new order',
		about: 'order',
	},
	{
		name: 'Order: Recipient Address Changed',
		value: 'RECIPIENT_ADDRESS_UPDATE',
		type: 3,
		description: 'The buyer changed where to send the order',
		about: 'order',
	},
	{
		name: 'Order: Cancellation Changed',
		value: 'CANCELLATION_STATUS_CHANGE',
		type: 11,
		description: 'A cancellation was requested, withdrawn or decided',
		about: 'order',
	},
	{
		name: 'Product: Audit Status Changed',
		value: 'PRODUCT_AUDIT_STATUS_CHANGE',
		type: 37,
		description: 'TikTok’s review of a product moved on',
		about: 'product',
	},
	{
		name: 'Product: Category Changed',
		value: 'PRODUCT_CATEGORY_CHANGE',
		type: 18,
		description: 'A product was moved to another category',
		about: 'product',
	},
	{
		name: 'Product: Created',
		value: 'PRODUCT_CREATION',
		type: 16,
		description: 'A product was added to the shop',
		about: 'product',
	},
	{
		name: 'Product: Information Changed',
		value: 'PRODUCT_INFORMATION_CHANGE',
		type: 15,
		description: 'Title, price, stock or other data of a product changed',
		about: 'product',
	},
	{
		name: 'Product: Status Changed',
		value: 'PRODUCT_STATUS_CHANGE',
		type: 5,
		description: 'A product went live, was deactivated or failed the review',
		about: 'product',
	},
	{
		name: 'Return: Status Changed',
		value: 'RETURN_STATUS_CHANGE',
		type: 12,
		description: 'A return or refund was requested or moved on',
		about: 'return',
	},
];
