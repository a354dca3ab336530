import { kept } from './kept';
import type { ShopWorld } from './world';

export interface Participant {
	im_user_id: string;
	user_id: string;
	role: 'BUYER' | 'SHOP' | 'CUSTOMER_SERVICE';
	nickname: string;
	avatar: string;
}

export interface Message {
	id: string;
	type: string;
	/** JSON text, as TikTok sends it. */
	content: string;
	create_time: number;
	is_visible: boolean;
	index: string;
	sender: { im_user_id: string; role: string; nickname: string; avatar: string };
}

export interface Conversation {
	id: string;
	unread_count: number;
	can_send_message: boolean;
	create_time: number;
	buyer: Participant;
	messages: Message[];
}

const SEEDED = 24;
const NAMES = ['Albert', 'Zoë 🌻', 'Jean "JJ"', '李小龙', 'Tom <b>'];

/** The conversations of a shop, its service agent's setting and the pictures that were uploaded. */
export class ServiceDesk {
	readonly conversations: Conversation[] = [];
	readonly images = new Set<string>();
	acceptsChat = true;
	private messages = 0;

	constructor(private readonly home: ShopWorld) {}

	get shop(): Participant {
		const { id, name } = this.home.shop;
		return {
			im_user_id: `77${id.slice(2)}`,
			user_id: id,
			role: 'SHOP',
			nickname: name,
			avatar: 'https://images.example.com/shop.png',
		};
	}

	open(userId: string, at: number): Conversation {
		const number = this.conversations.length;
		const conversation: Conversation = {
			id: String(7_494_560_109_732_334_000n + BigInt(number)),
			unread_count: 0,
			can_send_message: true,
			create_time: at,
			buyer: {
				im_user_id: `74${userId.slice(2)}`,
				user_id: userId,
				role: 'BUYER',
				nickname: NAMES[number % NAMES.length] ?? 'Albert',
				avatar: 'https://images.example.com/buyer.png',
			},
			messages: [],
		};
		this.conversations.push(conversation);
		return conversation;
	}

	write(
		conversation: Conversation,
		from: Participant,
		type: string,
		content: object,
		at: number,
	): Message {
		this.messages += 1;
		const { im_user_id, nickname, avatar, role } = from;
		const message = {
			id: String(7_494_660_109_732_334_000n + BigInt(this.messages)),
			type,
			content: JSON.stringify(content),
			create_time: at,
			is_visible: true,
			index: String(1_700_000_000_000_000n + BigInt(this.messages)),
			sender: { im_user_id, role, nickname, avatar },
		};
		conversation.messages.push(message);
		if (role === 'BUYER') conversation.unread_count += 1;
		return message;
	}
}

function seed(home: ShopWorld): ServiceDesk {
	const desk = new ServiceDesk(home);
	const rows = home.orders.all().slice(0, SEEDED);
	for (const row of rows) {
		if (desk.conversations.some(({ buyer }) => buyer.user_id === row.user_id)) continue;
		const at = row.create_time;
		const conversation = desk.open(row.user_id, at);
		const number = desk.conversations.length;
		desk.write(conversation, desk.shop, 'ORDER_CARD', { order_id: row.id }, at);
		for (let line = 1; line <= (number === 1 ? 13 : number % 4); line += 1) {
			const content = `Question ${line}: where is “my” order?`;
			desk.write(conversation, conversation.buyer, 'TEXT', { content }, at + line);
		}
	}
	return desk;
}

export const deskOf = kept<ShopWorld, ServiceDesk>(seed);
