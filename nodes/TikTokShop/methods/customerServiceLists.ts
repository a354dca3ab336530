import { objectOf, listOf } from '../../shared/simplify';
import { asText as text } from '../../shared/text';
import { simplifyMessage } from '../resources/conversation/simplify';
import { searchOf } from './lookup';

const BEGINNING = 40;

const searchConversations = searchOf({
	action: 'Get many conversations',
	scope: 'seller.customer_service',
	items: 'conversations',
	request: ({ pageToken }) => ({
		method: 'GET',
		path: '/customer_service/202309/conversations',
		query: { page_size: 20, page_token: pageToken },
	}),
	toItem: ({ id, participants, latest_message, unread_count }) => {
		const buyer = listOf(participants).find(({ role }) => role === 'BUYER') ?? {};
		const said = text(simplifyMessage(objectOf(latest_message)).text).slice(0, BEGINNING);
		const unread = Number(unread_count) > 0 ? `${text(unread_count)} unread` : '';
		const words = [text(buyer.nickname), unread, said].filter(Boolean);
		return { name: words.join(' · ') || text(id), value: text(id) };
	},
});

const searchMessageTemplates = searchOf({
	action: 'Get message templates',
	scope: 'seller.customer_engagement.read',
	items: 'message_templates',
	request: () => ({
		method: 'GET',
		path: '/customer_engagement/202412/message_templates',
		query: { locale: 'en-US' },
	}),
	toItem: ({ id, message_title, message_body }) => ({
		name: [text(message_title), text(message_body)].filter(Boolean).join(' · '),
		value: text(id),
	}),
});

export const customerServiceLists = { searchConversations, searchMessageTemplates };
