import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';
import type { Clock } from './clock';
import { topics } from './reference';
import { webhookSignature } from './signature';
import { ids } from './world/ids';
import { Random } from './world/random';
import type { WorldEvent } from './world/types';

/** Seconds between attempts (configuration-guide). */
const RETRY_AFTER = [120, 1_800, 10_800, 43_200];
const TIMEOUT_MS = 3_000;

export interface Attempt {
	/** Unix milliseconds on the sandbox's clock. */
	at: number;
	status?: number;
	error?: string;
	/** Length of the answer's body: TikTok expects an empty one. */
	answerBytes: number;
}

export interface Delivery {
	notificationId: string;
	type: number;
	shopId: string;
	address: string;
	/** Where a tunnel led, undefined without one. */
	target?: string;
	body: string;
	authorization: string;
	attempts: Attempt[];
	/** `refused` is an answer of 401, which TikTok accepts as an answer and does not repeat. */
	state: 'pending' | 'delivered' | 'refused' | 'givenUp';
}

export interface Subscription {
	event_type: string;
	address: string;
	create_time: number;
	update_time: number;
}

export interface RawWebhook {
	type: number;
	data: unknown;
	shopId?: string;
	/** Signs with another secret. */
	forged?: boolean;
	/** Repeats or chooses the id of the notification. */
	notificationId?: string;
	/** Goes there instead of to the subscribers. */
	address?: string;
	/** Sent as it is instead of the envelope. */
	rawBody?: string;
	/** Unix seconds in the envelope. */
	timestamp?: number;
}

/** TikTok delivers at least once, and in no certain order. */
export interface Repeats {
	/** How often each notification is sent. */
	times: number;
	/** Each is sent at some moment within this time. */
	withinMs: number;
}

interface Addressee {
	app: { appKey: string; appSecret: string };
	clock: Clock;
	retryScale: number;
}

/** Subscriptions and deliveries. Addresses are https; a tunnel leads them to a local server. */
export class WebhookSender {
	private readonly shops = new Map<string, Map<string, Subscription>>();
	private readonly tunnels = new Map<string, string>();
	private readonly log: Delivery[] = [];
	private readonly timers = new Set<NodeJS.Timeout>();
	private readonly inFlight = new Set<Promise<void>>();
	private appWide?: { address: string; types: number[] };
	private sent = 0;
	private readonly chance = new Random('repeats');
	repeats: Repeats = { times: 1, withinMs: 0 };

	constructor(private readonly to: Addressee) {}

	/** One address for each event of a shop; a second one takes its place. */
	subscribe(shopId: string, event: string, address: string): void {
		const own = this.shops.get(shopId) ?? new Map<string, Subscription>();
		const now = this.to.clock.seconds();
		const create = own.get(event)?.create_time ?? now;
		own.set(event, { event_type: event, address, create_time: create, update_time: now });
		this.shops.set(shopId, own);
	}

	unsubscribe(shopId: string, event: string): void {
		this.shops.get(shopId)?.delete(event);
	}

	subscriptions(shopId: string): Subscription[] {
		return [...(this.shops.get(shopId)?.values() ?? [])];
	}

	setAppWide(address: string | undefined, types: number[]): void {
		this.appWide = address ? { address, types } : undefined;
	}

	tunnel(origin: string, target: string): void {
		this.tunnels.set(new URL(origin).origin, target.replace(/\/$/, ''));
	}

	private addresses(shopId: string, type: number): string[] {
		const event = topics.find((topic) => topic.type === type)?.event;
		const own = event ? this.shops.get(shopId)?.get(event)?.address : undefined;
		const wide = this.appWide?.types.includes(type) ? this.appWide.address : undefined;
		return [...new Set([own, wide].filter((each): each is string => each !== undefined))];
	}

	tell(event: WorldEvent): void {
		this.send(event);
	}

	/** Starts the deliveries; they go on in the background. */
	send(hook: RawWebhook & { shopId: string }): Delivery[] {
		const notificationId = hook.notificationId ?? ids.notification((this.sent += 1));
		const body =
			hook.rawBody ??
			JSON.stringify({
				type: hook.type,
				tts_notification_id: notificationId,
				shop_id: hook.shopId,
				timestamp: hook.timestamp ?? this.to.clock.seconds(),
				data: hook.data,
			});
		const { appKey, appSecret } = this.to.app;
		const secret = hook.forged ? `${appSecret}-forged` : appSecret;
		const addresses = hook.address ? [hook.address] : this.addresses(hook.shopId, hook.type);
		const each = Array.from({ length: this.repeats.times }, () => addresses).flat();
		return each.map((address) => {
			const delivery: Delivery = {
				notificationId,
				type: hook.type,
				shopId: hook.shopId,
				address,
				body,
				authorization: webhookSignature(appKey, secret, body),
				attempts: [],
				state: 'pending',
			};
			this.log.push(delivery);
			this.start(delivery, this.chance.between(0, this.repeats.withinMs));
			return delivery;
		});
	}

	redeliver(notificationId: string): Delivery[] {
		const again = this.log.filter((each) => each.notificationId === notificationId);
		for (const delivery of again) this.start(delivery);
		return again;
	}

	private start(delivery: Delivery, afterMs = 0): void {
		const attempt = this.attempt(delivery, afterMs).finally(() => this.inFlight.delete(attempt));
		this.inFlight.add(attempt);
	}

	private async attempt(delivery: Delivery, afterMs: number): Promise<void> {
		if (afterMs > 0) await sleep(afterMs);
		const record: Attempt = { at: this.to.clock.milliseconds(), answerBytes: 0 };
		delivery.attempts.push(record);
		try {
			Object.assign(record, await this.post(delivery));
		} catch (error) {
			record.error = error instanceof Error ? error.message : String(error);
		}
		if (record.status === 200) delivery.state = 'delivered';
		else if (record.status === 401) delivery.state = 'refused';
		else this.retry(delivery);
	}

	private async post(delivery: Delivery): Promise<{ status: number; answerBytes: number }> {
		const address = new URL(delivery.address);
		const target = this.tunnels.get(address.origin);
		if (!target) throw new Error(`No tunnel leads to ${address.origin}`);
		delivery.target = `${target}${address.pathname}${address.search}`;
		const answer = await axios.post<ArrayBuffer>(delivery.target, Buffer.from(delivery.body), {
			headers: {
				'content-type': 'application/json',
				authorization: delivery.authorization,
				host: address.host,
				'x-forwarded-proto': 'https',
				'x-forwarded-host': address.host,
			},
			timeout: TIMEOUT_MS,
			maxRedirects: 0,
			proxy: false,
			responseType: 'arraybuffer',
			validateStatus: () => true,
		});
		return { status: answer.status, answerBytes: answer.data.byteLength };
	}

	private retry(delivery: Delivery): void {
		const wait = RETRY_AFTER[delivery.attempts.length - 1];
		if (wait === undefined) {
			delivery.state = 'givenUp';
			return;
		}
		const timer = setTimeout(
			() => {
				this.timers.delete(timer);
				this.start(delivery);
			},
			wait * 1000 * this.to.retryScale,
		);
		timer.unref();
		this.timers.add(timer);
	}

	deliveries(): Delivery[] {
		return this.log;
	}

	/** Resolves when no attempt is under way; retries still waiting do not count. */
	async settled(): Promise<void> {
		while (this.inFlight.size > 0) await Promise.all(this.inFlight);
	}

	stop(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
	}
}

/** Why an address is refused, undefined when it is fine (configuration-guide). */
export function addressProblem(address: string): string | undefined {
	if (address.length > 255) return 'it is longer than 255 characters';
	let url: URL;
	try {
		url = new URL(address);
	} catch {
		return 'it is no URL';
	}
	if (url.protocol !== 'https:') return 'it must use https';
	if (/^https:\/\/[^/?#]*:\d+/i.test(address)) return 'it must have no port';
	if (url.username || url.password) return 'it must have no user';
	const host = url.hostname;
	if (/^[\d.]+$/.test(host) || host.startsWith('[')) return 'it must be a domain name, no IP';
	if (!host.includes('.') || host.endsWith('.localhost')) return 'it must be a public domain name';
	return undefined;
}
