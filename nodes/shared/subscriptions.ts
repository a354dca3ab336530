/** The events that an address can be set for, by the name they are subscribed by (doc page update-shop-webhook-202309). */
export const SUBSCRIPTIONS = {
	NEW_MESSAGE_LISTENER: {
		name: 'Affiliate: New Message',
		description: 'A creator sent you a message',
	},
	SELLER_DEAUTHORIZATION: {
		name: 'Authorization: Ended',
		description: 'The seller removed the app; the shop has to be connected again',
	},
	UPCOMING_AUTHORIZATION_EXPIRATION: {
		name: 'Authorization: Expires Soon',
		description: 'The authorization ends within 30 days; sent each day until the owner renews it',
	},
	CANCELLATION_STATUS_CHANGE: {
		name: 'Cancellation: Status Changed',
		description: 'A cancellation was requested, withdrawn or decided',
	},
	NEW_CONVERSATION: {
		name: 'Conversation: New',
		description: 'A service agent joined or left a conversation with a buyer',
	},
	NEW_MESSAGE: {
		name: 'Conversation: New Message',
		description: 'A message in a conversation with a buyer',
	},
	RECIPIENT_ADDRESS_UPDATE: {
		name: 'Order: Recipient Address Changed',
		description: 'The address to send the order to changed',
	},
	ORDER_STATUS_CHANGE: {
		name: 'Order: Status Changed',
		description: 'Each change of an order’s status, a new order included',
	},
	INVOICE_STATUS_CHANGE: {
		name: 'Package: Invoice Status Changed',
		description: 'An uploaded invoice was accepted or refused; Brazil only',
	},
	PACKAGE_UPDATE: {
		name: 'Package: Updated',
		description: 'Packages of an order were combined, split or changed',
	},
	PRODUCT_AUDIT_STATUS_CHANGE: {
		name: 'Product: Audit Status Changed',
		description: 'TikTok’s review of a product moved on',
	},
	PRODUCT_CATEGORY_CHANGE: {
		name: 'Product: Category Changed',
		description: 'A product was moved to another category, by you or by TikTok',
	},
	PRODUCT_CREATION: { name: 'Product: Created', description: 'A product was added to the shop' },
	PRODUCT_INFORMATION_CHANGE: {
		name: 'Product: Information Changed',
		description:
			'Title, description, pictures, attributes or other details of a live product changed',
	},
	PRODUCT_STATUS_CHANGE: {
		name: 'Product: Status Changed',
		description: 'A product went live, was deactivated or failed the review',
	},
	REVERSE_STATUS_UPDATE: {
		name: 'Return: Request to Answer',
		description:
			'A buyer asks for a cancellation, refund or return; TikTok does not say what it sends with it',
	},
	RETURN_STATUS_CHANGE: {
		name: 'Return: Status Changed',
		description: 'A return or refund was requested or moved on',
	},
} as const;

export type Subscription = keyof typeof SUBSCRIPTIONS;
