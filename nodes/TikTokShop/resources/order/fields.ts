import type { Field } from '../../../shared/fields';
import { orderLocator } from '../../commonFields';

/** An order that the path of the request names. */
export const orderInPath: Field = { ...orderLocator, send: 'path.order_id' };

/** An order that the body of the request names. */
export const orderInBody: Field = { ...orderLocator, send: 'body.order_id' };

/** The systems TikTok Shop knows an order's number of. */
export const platformField = (send: string): Field => ({
	displayName: 'Platform',
	name: 'platform',
	type: 'options',
	options: [
		{ name: 'Amazon', value: 'AMAZON' },
		{ name: 'BigCommerce', value: 'BIGCOMMERCE' },
		{ name: 'ChannelAdvisor', value: 'CHANNEL_ADVISOR' },
		{ name: 'ERP System', value: 'ERP_SYSTEM' },
		{ name: 'Magento', value: 'MAGENTO' },
		{ name: 'Order Management System', value: 'ORDER_MANAGEMENT_SYSTEM' },
		{ name: 'Salesforce Commerce Cloud', value: 'SALESFORCE_COMMERCE_CLOUD' },
		{ name: 'Shopify', value: 'SHOPIFY' },
		{ name: 'Warehouse Management System', value: 'WAREHOUSE_MANAGEMENT_SYSTEM' },
		{ name: 'WooCommerce', value: 'WOOCOMMERCE' },
	],
	default: 'SHOPIFY',
	required: true,
	description: 'Your own system, in which the order has another number',
	send,
});

/** The number an order has in a system of the seller's own. */
export const externalOrderField = (send: string): Field => ({
	displayName: 'External Order ID',
	name: 'externalOrderId',
	type: 'string',
	default: '',
	required: true,
	placeholder: '#1042',
	description: 'The ID of the order in your own system',
	send,
});

/** Some of the line items of an order. */
export const lineItemsField = (description: string): Field => ({
	displayName: 'Line Item IDs',
	name: 'lineItemIds',
	type: 'string',
	default: '',
	placeholder: '576461413038785753, 576461413038785754',
	description: `${description}, separated by commas. "Get an order" lists them.`,
	send: 'body.order_line_item_ids',
	as: 'ids',
});
