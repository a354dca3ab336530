import { parameterError, refusal } from '../errors';
import type { JsonObject } from '../json';
import { deskOf, type Conversation, type Message } from '../world/conversations';
import { pageAnswer, searchPage, sortOrder } from './searching';
import type { Call, Handlers } from './types';

const LONGEST_TEXT = 2000;

function own({ home, path }: Call): Conversation {
	const found = deskOf(home).conversations.find((each) => each.id === path.conversation_id);
	if (!found) throw refusal(45101003, 'Record not found. Please check the parameters.');
	return found;
}

function describe({ home }: Call, each: Conversation) {
	const { shop } = deskOf(home);
	const { nickname, avatar, im_user_id, user_id, role } = each.buyer;
	const platform = home.shop.region === 'ID' ? { buyer_platform: 'TIKTOK_SHOP' } : {};
	return {
		id: each.id,
		participant_count: 2,
		can_send_message: each.can_send_message,
		unread_count: each.unread_count,
		create_time: each.create_time,
		participants: [{ im_user_id, avatar, user_id, role, nickname, ...platform }, shop],
		latest_message: each.messages.at(-1),
	};
}

const invalid = (what: string) => refusal(45101001, `Invalid parameter: ${what}.`);

function readContent(text: string): Record<string, unknown> {
	try {
		const parsed: unknown = JSON.parse(text);
		if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>;
	} catch {
		throw invalid('content is not JSON text');
	}
	throw invalid('content is not an object');
}

const only = (content: Record<string, unknown>, ...names: string[]) => {
	const given = Object.keys(content);
	if (given.length === names.length && names.every((name) => given.includes(name))) return;
	throw invalid(`content must have ${names.join(', ')} and nothing else`);
};

/** The order a card shows must be one between this buyer and the shop. */
function checkOrder({ home }: Call, { buyer }: Conversation, id: unknown) {
	const order = home.orders.get(String(id));
	if (order?.user_id !== buyer.user_id) throw invalid('order_id');
	return order;
}

const CONTENT: Record<
	string,
	(call: Call, conversation: Conversation, content: Record<string, unknown>) => void
> = {
	TEXT: (_call, _conversation, content) => {
		only(content, 'content');
		const { content: text } = content;
		if (typeof text !== 'string' || text === '' || text.length > LONGEST_TEXT) {
			throw invalid('content is empty or too long');
		}
		if (/whatsapp/i.test(text)) {
			throw refusal(45101006, 'You cannot send the message containing sensitive content.');
		}
	},
	IMAGE: ({ home }, _conversation, content) => {
		only(content, 'url', 'width', 'height');
		if (!deskOf(home).images.has(String(content.url))) throw invalid('url was not uploaded');
	},
	PRODUCT_CARD: ({ home }, _conversation, content) => {
		only(content, 'product_id');
		if (!home.products.has(String(content.product_id))) throw invalid('product_id');
	},
	ORDER_CARD: (call, conversation, content) => {
		only(content, 'order_id');
		checkOrder(call, conversation, content.order_id);
	},
	RETURN_REFUND_CARD: (call, conversation, content) => {
		only(content, 'order_id', 'sku_id');
		const order = checkOrder(call, conversation, content.order_id);
		if (order.line_items.some((line) => line.sku_id === content.sku_id)) return;
		throw refusal(45101002, 'Invalid params. The RETURN_REFUND_CARD must meet the conditions.');
	},
	COUPON_CARD: (_call, _conversation, content) => {
		only(content, 'coupon_id');
		if (/^\d+$/.test(String(content.coupon_id))) return;
		throw refusal(45111017, 'Invalid params. The COUPON_CARD must meet the conditions.');
	},
};

function send(call: Call): JsonObject {
	const conversation = own(call);
	if (!conversation.can_send_message) {
		throw refusal(45109001, 'Unable to send messages due to conversation rules.');
	}
	const type = String(call.body.type);
	const content = readContent(String(call.body.content));
	CONTENT[type]?.(call, conversation, content);
	const desk = deskOf(call.home);
	const now = call.sandbox.clock.seconds();
	return { message_id: desk.write(conversation, desk.shop, type, content, now).id };
}

function performance(call: Call): JsonObject {
	const { support_date_ge: from, support_date_lt: until } = call.query;
	const days = [from, until].map((day) => Date.parse(`${String(day)}T00:00:00Z`));
	const [first = NaN, last = NaN] = days;
	if (!/^\d{4}-\d\d-\d\d$/.test(String(from)) || Number.isNaN(first)) {
		throw parameterError(call.operation.errorCodes, 'support_date_ge must be YYYY-MM-DD');
	}
	if (!/^\d{4}-\d\d-\d\d$/.test(String(until)) || Number.isNaN(last) || last <= first) {
		throw parameterError(call.operation.errorCodes, 'support_date_lt must be a later YYYY-MM-DD');
	}
	const within = ({ create_time }: Conversation) =>
		create_time * 1000 >= first && create_time * 1000 < last;
	return {
		performance: {
			support_session_count: deskOf(call.home).conversations.filter(within).length,
			response_percentage: '93.4',
			satisfaction_percentage: '95.2',
			response_time_mins: '3.4',
		},
	};
}

export const customerService: Handlers = {
	'customer-service.get-conversations': (call) => {
		const rows = [...deskOf(call.home).conversations].sort(
			(a, b) => a.create_time - b.create_time || (a.id < b.id ? -1 : 1),
		);
		const found = searchPage(call, rows, {
			value: (each) => each.create_time,
			id: (each) => each.id,
			order: 'DESC',
			defaultSize: 20,
		});
		return pageAnswer(call, found, 'conversations', (each) => describe(call, each));
	},
	'customer-service.get-conversation-messages': (call) => {
		const value = (each: Message) =>
			call.query.sort_field === 'index' ? Number(each.index) : each.create_time;
		const rows = [...own(call).messages].sort(
			(a, b) => value(a) - value(b) || (a.id < b.id ? -1 : 1),
		);
		const found = searchPage(call, rows, {
			value,
			id: (each) => each.id,
			order: sortOrder(call),
			defaultSize: 10,
		});
		return {
			unsupported_msg_tips: 'Please check this message in Seller Center.',
			...pageAnswer(call, found, 'messages', (each) => each),
		};
	},
	'customer-service.create-conversation': ({ home, body, sandbox }) => {
		const desk = deskOf(home);
		const userId = String(body.buyer_user_id);
		const known = desk.conversations.find(({ buyer }) => buyer.user_id === userId);
		if (known) return { conversation_id: known.id };
		if (!home.orders.all().some((row) => row.user_id === userId)) {
			throw refusal(45109003, 'Unable to create a conversation as the criteria are not met.');
		}
		return { conversation_id: desk.open(userId, sandbox.clock.seconds()).id };
	},
	'customer-service.send-message': send,
	'customer-service.read-message': (call) => {
		own(call).unread_count = 0;
		return {};
	},
	'customer-service.get-agent-settings': ({ home }) => ({
		can_accept_chat: deskOf(home).acceptsChat,
	}),
	'customer-service.update-agent-settings': ({ home, body }) => {
		deskOf(home).acceptsChat = body.can_accept_chat === true;
		return {};
	},
	'customer-service.get-customer-service-performance': performance,
	'customer-service.upload-buyer-messages-image': ({ home, form }) => {
		const file = form?.get('data');
		const type = typeof file === 'string' || !file ? '' : file.type;
		if (!/^image\/(jpeg|png|webp|gif)$/.test(type)) throw refusal(45101008, 'Unknown image type.');
		const desk = deskOf(home);
		const url = `https://images.example.com/messages/${desk.images.size + 1}`;
		desk.images.add(url);
		return { url, width: 1280, height: 720 };
	},
};
