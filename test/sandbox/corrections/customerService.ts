import type { Fields, Operation } from '../reference';

const LOCALES = [
	'de-DE',
	'en',
	'en-GB',
	'es-ES',
	'es-MX',
	'fr-FR',
	'id-ID',
	'it-IT',
	'ja-JP',
	'ms-MY',
	'th-TH',
	'vi-VN',
	'pt-BR',
	'zh-CN',
];

function limit(fields: Fields | undefined, name: string, field: Partial<Fields[string]>): void {
	if (fields?.[name]) Object.assign(fields[name], field);
}

const inChannel = ({ body }: Operation) => limit(body, 'channel', { enum: ['TIKTOK_IM'] });

/** What the pages say of sizes and values in their text only. */
export const customerServiceCorrections: Record<string, (operation: Operation) => void> = {
	'customer-service.get-conversations': ({ query }) => {
		limit(query, 'page_size', { min: 1, max: 20 });
		limit(query, 'locale', { enum: LOCALES });
	},
	'customer-service.get-conversation-messages': ({ query }) => {
		limit(query, 'page_size', { min: 1, max: 10 });
		limit(query, 'locale', { enum: LOCALES });
		limit(query, 'sort_order', { enum: ['DESC', 'ASC'], default: 'DESC' });
		limit(query, 'sort_field', { enum: ['create_time', 'index'] });
	},
	'customer-service.send-message': ({ body }) =>
		limit(body, 'type', {
			enum: ['TEXT', 'IMAGE', 'PRODUCT_CARD', 'ORDER_CARD', 'RETURN_REFUND_CARD', 'COUPON_CARD'],
		}),
	'customer-engagement.create-engagement-task': inChannel,
	// get-message-templates-202412: one text, but of several locales joined by commas.
	'customer-engagement.get-message-templates': ({ query }) =>
		limit(query, 'locale', { type: '[]string' }),
	'customer-engagement.create-custom-engagement-task': (operation) => {
		inChannel(operation);
		const message = operation.body?.custom_message?.fields;
		limit(message, 'title', { maxLength: 70 });
		limit(message, 'body', { maxLength: 500 });
	},
};
