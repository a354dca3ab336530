import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

import { webhookSignature } from '../sandbox/signature';
import { Child } from './children';
import { multipleRow, valueRow, type Row } from './row';
import { median, percentile } from './statistics';
import type { Addresses, Keys } from './webhookProgram';

const KEYS: Keys = {
	appKey: '6sandboxk3y1',
	appSecret: 'b3f1c0a94de27716580a2f3b6c1d9e8f7a605142',
};

/** The trigger remembers the last 1,000: only then does it have its full work to do. */
const WARM_UP = 1500;

const PER_SECOND = 100;

const SECONDS = 10;

const ROUNDS = 5;

const IN_A_ROUND = 1000;

const AT_ONCE = 8;

const agent = new Agent({ keepAlive: true });

let sent = 0;

interface Notification {
	body: string;
	authorization: string;
}

/** Signed beforehand: the sender's work shall not slow the receiver down. */
function notifications(count: number): Notification[] {
	return Array.from({ length: count }, () => {
		sent += 1;
		const body = JSON.stringify({
			type: 1,
			tts_notification_id: String(7_327_112_393_000_000_000n + BigInt(sent)),
			shop_id: '7494049642642441621',
			timestamp: 1_763_722_800,
			data: {
				is_on_hold_order: false,
				order_id: String(576_461_413_000_000_000n + BigInt(sent)),
				order_status: 'AWAITING_SHIPMENT',
				update_time: 1_763_722_795,
				trace: randomBytes(6).toString('hex'),
			},
		});
		return { body, authorization: webhookSignature(KEYS.appKey, KEYS.appSecret, body) };
	});
}

/** Milliseconds from sending to the whole answer. */
async function post(address: string, { body, authorization }: Notification): Promise<number> {
	const startedAt = performance.now();
	return await new Promise((resolve, reject) => {
		const headers = {
			'content-type': 'application/json',
			'content-length': Buffer.byteLength(body),
			authorization,
		};
		request(address, { method: 'POST', agent, headers }, (response) => {
			response.resume().once('end', () => {
				if (response.statusCode === 200) resolve(performance.now() - startedAt);
				else reject(new Error(`The webhook answered ${response.statusCode}`));
			});
		})
			.once('error', reject)
			.end(body);
	});
}

/** One every 10 ms, whether the last one is answered or not. */
async function atSteadyRate(address: string): Promise<number[]> {
	const answers: Array<Promise<number>> = [];
	const startedAt = performance.now();
	for (const [index, notification] of notifications(PER_SECOND * SECONDS).entries()) {
		const due = startedAt + (index * 1000) / PER_SECOND;
		const early = due - performance.now();
		if (early > 0) await wait(early);
		answers.push(post(address, notification));
	}
	return await Promise.all(answers);
}

async function asFastAsPossible(address: string, queue: Notification[]): Promise<void> {
	const sender = async () => {
		for (let next = queue.pop(); next !== undefined; next = queue.pop()) await post(address, next);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, sender));
}

/** Notifications per second, until the last workflow that was started has ended. */
async function throughput(host: Child, address: string): Promise<number> {
	const queue = notifications(IN_A_ROUND);
	const startedAt = performance.now();
	await asFastAsPossible(address, queue);
	const started = await host.ask<number>({});
	if (started !== IN_A_ROUND) throw new Error(`${started} of ${IN_A_ROUND} workflows ran`);
	return (IN_A_ROUND * 1000) / (performance.now() - startedAt);
}

/** The webhook trigger, signature check and all, against a node that hands on what came. */
export async function measureWebhook(): Promise<Row[]> {
	const host = Child.start('webhookProgram.ts');
	try {
		const { ours, plain } = await host.ask<Addresses>({ keys: KEYS });
		for (const address of [ours, plain]) {
			await asFastAsPossible(address, notifications(WARM_UP));
			await host.ask({});
		}
		const rates = { ours: [] as number[], plain: [] as number[] };
		for (let round = 0; round < ROUNDS; round++) {
			rates.ours.push(await throughput(host, ours));
			rates.plain.push(await throughput(host, plain));
		}
		const oursMs = await atSteadyRate(ours);
		await host.ask({});
		const plainMs = await atSteadyRate(plain);
		const latency = (name: string, share: number) =>
			multipleRow({
				what: `answer at ${PER_SECOND} per second, ${name}`,
				unit: 'ms',
				ours: percentile(oursMs, share),
				other: { what: 'plain webhook node', value: percentile(plainMs, share) },
			});
		return [
			latency('p50', 0.5),
			latency('p99', 0.99),
			valueRow({
				what: `answer at ${PER_SECOND} per second, p99`,
				unit: 'ms',
				ours: percentile(oursMs, 0.99),
				goal: { atMost: 300 },
			}),
			multipleRow({
				what: 'sustained, workflow included',
				unit: 'per s',
				ours: median(rates.ours),
				other: { what: 'plain webhook node', value: median(rates.plain) },
				goal: { atLeast: 0.9 },
			}),
		];
	} finally {
		agent.destroy();
		await host.stop();
	}
}
