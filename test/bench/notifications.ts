import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import { webhookSignature } from '../sandbox/signature';

/** The app that signs them. */
export const APP = {
	appKey: '6sandboxk3y1',
	appSecret: 'b3f1c0a94de27716580a2f3b6c1d9e8f7a605142',
	serviceId: '7431866218905734917',
};

const AT_ONCE = 8;

let made = 0;

interface Notification {
	body: string;
	authorization: string;
}

/** New orders, signed beforehand: the sender's work shall not slow the receiver down. */
function notifications(count: number): Notification[] {
	return Array.from({ length: count }, () => {
		made += 1;
		const body = JSON.stringify({
			type: 1,
			tts_notification_id: String(7_327_112_393_000_000_000n + BigInt(made)),
			shop_id: '7494049642642441621',
			timestamp: 1_763_722_800,
			data: {
				is_on_hold_order: false,
				order_id: String(576_461_413_000_000_000n + BigInt(made)),
				order_status: 'AWAITING_SHIPMENT',
				update_time: 1_763_722_795,
				trace: randomBytes(6).toString('hex'),
			},
		});
		return { body, authorization: webhookSignature(APP.appKey, APP.appSecret, body) };
	});
}

export interface Answer {
	/** Milliseconds from sending to the whole answer. */
	ms: number;
	status: number;
}

async function post(
	agent: Agent,
	address: string,
	{ body, authorization }: Notification,
): Promise<Answer> {
	const startedAt = performance.now();
	return await new Promise((resolve, reject) => {
		const headers = {
			'content-type': 'application/json',
			'content-length': Buffer.byteLength(body),
			authorization,
		};
		request(address, { method: 'POST', agent, headers }, (response) => {
			response.resume().once('end', () => {
				resolve({ ms: performance.now() - startedAt, status: response.statusCode ?? 0 });
			});
		})
			.once('error', reject)
			.end(body);
	});
}

async function withAgent<T>(work: (agent: Agent) => Promise<T>): Promise<T> {
	const agent = new Agent({ keepAlive: true });
	try {
		return await work(agent);
	} finally {
		agent.destroy();
	}
}

/** Sends one after the other in equal intervals, whether the last one is answered or not. */
export async function sendSteadily(
	address: string,
	{ perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Answer[]> {
	return await withAgent(async (agent) => {
		const answers: Array<Promise<Answer>> = [];
		const startedAt = performance.now();
		for (const [index, notification] of notifications(perSecond * seconds).entries()) {
			const early = startedAt + (index * 1000) / perSecond - performance.now();
			if (early > 0) await wait(early);
			answers.push(post(agent, address, notification));
		}
		return await Promise.all(answers);
	});
}

/** Sends as fast as they are answered, over a few connections. */
export async function sendAtOnce(address: string, count: number): Promise<Answer[]> {
	const queue = notifications(count);
	const answers: Answer[] = [];
	await withAgent(async (agent) => {
		const sender = async () => {
			for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
				answers.push(await post(agent, address, next));
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, sender));
	});
	return answers;
}
