import type { IDataObject } from 'n8n-workflow';

import { isObject, tryJson } from '../../../shared/http';
import { isoTime, listOf, objectOf, present } from '../../../shared/simplify';
import { asText } from '../../../shared/text';

/** TikTok packs the content of a message into JSON text; of most kinds its text is all one wants. */
function contentOf(content: unknown): IDataObject {
	const parsed = tryJson(asText(content));
	if (!isObject(parsed)) return { text: asText(content) };
	const { content: text, ...rest } = parsed;
	return present({ text, ...rest });
}

/** A message at a glance: who wrote what and when. */
export function simplifyMessage(message: IDataObject): IDataObject {
	const sender = objectOf(message.sender);
	return present({
		id: message.id,
		type: message.type,
		created: isoTime(message.create_time),
		senderRole: sender.role,
		senderName: sender.nickname,
		...contentOf(message.content),
		isVisible: message.is_visible,
	});
}

/** A conversation at a glance: the buyer, what is unread and what was said last. */
export function simplifyConversation(conversation: IDataObject): IDataObject {
	const buyer = listOf(conversation.participants).find(({ role }) => role === 'BUYER') ?? {};
	const latest = objectOf(conversation.latest_message);
	return present({
		id: conversation.id,
		created: isoTime(conversation.create_time),
		buyerId: buyer.user_id,
		buyerName: buyer.nickname,
		unreadCount: conversation.unread_count,
		canSendMessage: conversation.can_send_message,
		latestMessage: Object.keys(latest).length === 0 ? undefined : simplifyMessage(latest),
	});
}
