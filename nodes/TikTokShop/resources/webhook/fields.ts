import type { Field } from '../../../shared/fields';
import { choices } from '../../commonFields';

/** All events that an address can be set for, also those the trigger does not offer. */
export const eventField: Field = {
	displayName: 'Event',
	name: 'event',
	type: 'options',
	options: choices([
		'CANCELLATION_STATUS_CHANGE',
		'INVOICE_STATUS_CHANGE',
		'NEW_CONVERSATION',
		'NEW_MESSAGE',
		'NEW_MESSAGE_LISTENER',
		'ORDER_STATUS_CHANGE',
		'PACKAGE_UPDATE',
		'PRODUCT_AUDIT_STATUS_CHANGE',
		'PRODUCT_CATEGORY_CHANGE',
		'PRODUCT_CREATION',
		'PRODUCT_INFORMATION_CHANGE',
		'PRODUCT_STATUS_CHANGE',
		'RECIPIENT_ADDRESS_UPDATE',
		'RETURN_STATUS_CHANGE',
		'REVERSE_STATUS_UPDATE',
		'SELLER_DEAUTHORIZATION',
		'UPCOMING_AUTHORIZATION_EXPIRATION',
	]),
	default: 'ORDER_STATUS_CHANGE',
	required: true,
	description: 'What TikTok Shop tells of',
	send: 'body.event_type',
};
