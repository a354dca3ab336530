import { kept } from './kept';
import { Random } from './random';
import type { Product } from './types';
import type { ShopWorld } from './world';

const DAY = 86_400;

export interface Creator {
	openId: string;
	imId: string;
	username: string;
	nickname: string;
	followers: number;
	/** Sales of the last 30 days, in whole units of the shop's currency. */
	gmv: number;
	unitsSold: number;
	gender: 'FEMALE' | 'MALE';
	ageRange: string;
}

export interface SampleRule {
	product_id: string;
	sample_quota: number;
	is_sample_time_unlimited: boolean;
	start_time?: number;
	end_time?: number;
	thresholds?: Record<string, unknown>;
	status: 'ONGOING' | 'ENDED';
	available_quantity: number;
}

export interface OpenCollaboration {
	id: string;
	product: Product;
	rate: number;
	startedAt: number;
	/** Who shows the product, by open ID. */
	creators: Set<string>;
	rule?: SampleRule;
}

export interface TargetProduct {
	id: string;
	rate: number;
	adsRate: number;
}

export interface TargetCollaboration {
	id: string;
	name: string;
	message: string;
	start_time: number;
	end_time: number;
	update_time: number;
	email: string;
	hasSample: boolean;
	isExempt: boolean;
	products: TargetProduct[];
	/** Whom it invites, by open ID. */
	creators: string[];
}

export interface Application {
	id: string;
	status: string;
	product: Product;
	creator: Creator;
	createdAt: number;
	orderId: string;
	rejectReason?: string;
}

export interface Message {
	id: string;
	type: string;
	content: string;
	create_time: number;
	sender_id: string;
}

export interface Conversation {
	id: string;
	creator: Creator;
	unread: number;
	messages: Message[];
}

const NAMES = ['dion', 'mira', 'kofi', 'lena', 'amara', 'théo', 'yuki', 'rosa', 'emre'];

const THINGS = ['crafts', 'cooks', 'reads', 'glows', 'travels', 'sews'];

const AGES = ['AGE_RANGE_18_24', 'AGE_RANGE_25_34', 'AGE_RANGE_35_44'];

const CREATORS = 50;

/** What a shop's affiliate programme holds. */
export class Programme {
	readonly creators: Creator[];
	readonly open = new Map<string, OpenCollaboration>();
	readonly targets = new Map<string, TargetCollaboration>();
	readonly applications = new Map<string, Application>();
	readonly conversations = new Map<string, Conversation>();
	settings = { enable: false, commission_rate: 1_000 };
	private made = 0;

	constructor(private readonly home: ShopWorld) {
		const { number } = home.shop;
		this.creators = Array.from({ length: CREATORS }, (_, index) => makeCreator(number, index));
		const products = [...home.products.values()].filter(({ status }) => status === 'ACTIVATE');
		const now = Math.max(0, ...products.map(({ update_time }) => update_time));
		for (const product of products.slice(0, -5)) {
			const made = this.openFor(product, 1_000, now - 20 * DAY);
			for (const { openId } of this.creators.slice(0, 3)) made.creators.add(openId);
		}
		this.seed(products, now);
	}

	private seed(products: Product[], now: number): void {
		for (const [index, creator] of this.creators.slice(0, 25).entries()) {
			const conversation = this.conversationWith(creator);
			this.say(conversation, creator.imId, 'TEXT', { content: `Hello ${index}` }, now - index);
			const product = products[index % products.length];
			if (product === undefined) continue;
			const id = this.nextId('7345');
			const application = { id, status: 'PENDING', product, creator, createdAt: now - index * 60 };
			this.applications.set(id, { ...application, orderId: '' });
		}
		for (const [index, product] of products.slice(0, 3).entries()) {
			const id = this.nextId('7365');
			this.targets.set(id, {
				id,
				name: `Invitation ${index + 1}`,
				message: 'Would you like to show this?',
				start_time: now - DAY,
				end_time: now + (index + 5) * 10 * DAY,
				update_time: now - index,
				email: 'seller@example.com',
				hasSample: index === 0,
				isExempt: false,
				products: [{ id: product.id, rate: 1_500, adsRate: 500 }],
				creators: this.creators.slice(index, index + 2).map(({ openId }) => openId),
			});
		}
	}

	/** Nineteen digits, never twice. */
	nextId(prefix: string): string {
		this.made += 1;
		return `${prefix}${this.home.shop.number + 11}${String(this.made).padStart(13, '0')}`;
	}

	creator(openId: unknown): Creator | undefined {
		return this.creators.find((each) => each.openId === openId);
	}

	openFor(product: Product, rate: number, startedAt: number): OpenCollaboration {
		const id = this.nextId('7375');
		const made: OpenCollaboration = { id, product, rate, startedAt, creators: new Set() };
		this.open.set(product.id, made);
		return made;
	}

	conversationWith(creator: Creator): Conversation {
		const id = this.nextId('7451');
		const made: Conversation = { id, creator, unread: 0, messages: [] };
		this.conversations.set(id, made);
		return made;
	}

	say(
		conversation: Conversation,
		sender_id: string,
		type: string,
		content: object,
		create_time: number,
	): Message {
		const id = this.nextId('7452');
		const message = { id, type, content: JSON.stringify(content), create_time, sender_id };
		conversation.messages.push(message);
		if (sender_id === conversation.creator.imId) conversation.unread += 1;
		return message;
	}
}

function makeCreator(shop: number, index: number): Creator {
	const random = new Random('creator', shop, index);
	const name = `${NAMES[index % NAMES.length]} ${THINGS[index % THINGS.length]}`;
	return {
		openId: `uACaf-${random.letters(34)}_${index}`,
		imId: `72369${random.digits(14)}`,
		username: `${name.replace(' ', '.')}.${index}`,
		nickname: name,
		followers: random.between(800, 90_000),
		gmv: random.between(10, 20_000),
		unitsSold: random.between(1, 2_000),
		gender: index % 2 === 0 ? 'FEMALE' : 'MALE',
		ageRange: AGES[index % AGES.length] ?? '',
	};
}

/** The affiliate programme of a shop. */
export const programmeOf = kept((home: ShopWorld) => new Programme(home));
