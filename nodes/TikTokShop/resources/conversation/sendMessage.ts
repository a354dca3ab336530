import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../shared/errors';
import { convert, type Field } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { asText } from '../../../shared/text';
import { locator } from '../../commonFields';
import { conversationLocator } from './fields';

const forText: Field = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	description: 'What to write, up to 2,000 characters',
	send: 'body.content',
	maxLength: 2000,
};

const pixels = (displayName: string, name: string): Field => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 800,
	required: true,
	description: `${displayName} of the image in pixels; "Upload an image for a conversation" returns it`,
	as: 'integer',
});

const order = locator({
	displayName: 'Order',
	name: 'orderId',
	description: 'The order to show, one of this buyer',
	searchListMethod: 'searchOrders',
	placeholder: '576461413038785752',
});

/** What each kind of message is made of, by TikTok's names: it all goes into one JSON text. */
const CONTENT: Record<string, Record<string, Field>> = {
	TEXT: { content: forText },
	IMAGE: {
		url: {
			displayName: 'Image URL',
			name: 'url',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://…',
			description: 'The address that "Upload an image for a conversation" returned',
		},
		width: pixels('Width', 'width'),
		height: pixels('Height', 'height'),
	},
	PRODUCT_CARD: {
		product_id: locator({
			displayName: 'Product',
			name: 'productId',
			description: 'The product to show',
			searchListMethod: 'searchProducts',
			placeholder: '1729592969712207008',
		}),
	},
	ORDER_CARD: { order_id: order },
	RETURN_REFUND_CARD: {
		order_id: order,
		sku_id: {
			displayName: 'SKU ID',
			name: 'skuId',
			type: 'string',
			default: '',
			required: true,
			placeholder: '1729592969712207012',
			description:
				'The SKU of the order that can be returned or refunded; "Get an order" returns it',
			as: 'id',
		},
	},
	COUPON_CARD: {
		coupon_id: {
			displayName: 'Coupon ID',
			name: 'couponId',
			type: 'string',
			default: '',
			required: true,
			placeholder: '7262992004278206762',
			description:
				'A coupon for chats, or a regular one, that is running; "Get many coupons" returns the ID',
			as: 'id',
		},
	},
};

function contentFields(): Field[] {
	return Object.entries(CONTENT).flatMap(([type, fields]) =>
		Object.values(fields).map((field) => ({
			...field,
			displayOptions: { show: { type: [type] } },
		})),
	);
}

export const sendMessage: Operation = {
	name: 'Send Message',
	action: 'Send a message in a conversation',
	description:
		'Write to a buyer: a text, a picture, or a card of a product, order, return or coupon',
	doc: 'send-message-202309',
	scopes: ['seller.customer_service'],
	fields: [
		conversationLocator,
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Coupon Card', value: 'COUPON_CARD' },
				{ name: 'Image', value: 'IMAGE' },
				{ name: 'Order Card', value: 'ORDER_CARD' },
				{ name: 'Product Card', value: 'PRODUCT_CARD' },
				{ name: 'Return or Refund Card', value: 'RETURN_REFUND_CARD' },
				{ name: 'Text', value: 'TEXT' },
			],
			default: 'TEXT',
			required: true,
			description: 'What to send',
			send: 'body.type',
		},
		...contentFields(),
	],
	request: {
		method: 'POST',
		path: '/customer_service/202309/conversations/{conversation_id}/messages',
		shop: 'required',
	},
	prepare: ({ body }, { read }) => {
		const content: IDataObject = {};
		for (const [name, field] of Object.entries(CONTENT[asText(body.type)] ?? {})) {
			const value = convert(field, read(field.name));
			if (value === undefined) throw new InputError(`${field.displayName} is empty`);
			content[name] = value;
		}
		body.content = JSON.stringify(content);
	},
};
