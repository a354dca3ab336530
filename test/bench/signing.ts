import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { signRequest } from '../../nodes/shared/signing';
import { multipleRow, type Row } from './row';
import { median } from './statistics';

const SECRET = 'b3f1c0a94de27716580a2f3b6c1d9e8f7a605142';

const PATH = '/order/202309/orders/search';

const QUERY = {
	app_key: '6sandboxk3y1',
	page_size: '100',
	shop_cipher: 'ROW_EvSYvwAAAAAxPLR2Q4TwSVHJc7Kc6q1d',
	timestamp: '1763722800',
};

/** The message to be signed, put together beforehand. */
const messageOf = (body: string) =>
	Buffer.from(`${SECRET}${PATH}${Object.entries(QUERY).flat().join('')}${body}${SECRET}`);

const ROUNDS = 301;

/** Both sides are run for about this long in each round. */
const ROUND_NS = 2_000_000;

const CASES = [
	{ what: 'small GET', bytes: 0, atMost: 2.5 },
	{ what: 'body of 2 kB', bytes: 2_000, atMost: 1.25 },
	{ what: 'body of 200 kB', bytes: 200_000, atMost: 1.25 },
];

/** Our signature against one bare HMAC over the same bytes, in turns. */
export async function measureSigning(): Promise<Row[]> {
	const load = createRequire(join(__dirname, '..', '..', 'package.json'));
	const built = load('./dist/nodes/shared/signing.js') as { signRequest: typeof signRequest };
	return CASES.map(({ what, bytes, atMost }) => {
		const body = bodyOf(bytes);
		const message = messageOf(body);
		const floor = () => createHmac('sha256', SECRET).update(message).digest('hex');
		const sign = () => built.signRequest({ appSecret: SECRET, path: PATH, query: QUERY, body });
		if (floor() !== sign()) throw new Error('The signatures differ');
		const { ours, other } = inTurns(sign, floor);
		return multipleRow({
			what,
			unit: 'µs',
			ours: ours / 1000,
			other: { what: 'one bare HMAC-SHA256', value: other / 1000 },
			goal: { atMost },
		});
	});
}

function bodyOf(bytes: number): string {
	if (bytes === 0) return '';
	const entry = JSON.stringify({ id: '1729382476852921560', quantity: 17 });
	const list = Array.from({ length: Math.ceil(bytes / entry.length) }, () => entry);
	return JSON.stringify({ skus: list.join() }).slice(0, bytes);
}

/** Median nanoseconds of one call of each. */
function inTurns(sign: () => string, floor: () => string): { ours: number; other: number } {
	for (let round = 0; round < 20; round++) {
		nanosecondsOf(sign, 100);
		nanosecondsOf(floor, 100);
	}
	const calls = Math.max(1, Math.round(ROUND_NS / nanosecondsOf(floor, 100)));
	const ours: number[] = [];
	const other: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		// Each goes first every other time: what one leaves for the garbage collector meets both.
		if (round % 2 === 0) ours.push(nanosecondsOf(sign, calls));
		other.push(nanosecondsOf(floor, calls));
		if (round % 2 === 1) ours.push(nanosecondsOf(sign, calls));
	}
	return { ours: median(ours), other: median(other) };
}

function nanosecondsOf(work: () => string, calls: number): number {
	const startedAt = process.hrtime.bigint();
	for (let call = 0; call < calls; call++) work();
	return Number(process.hrtime.bigint() - startedAt) / calls;
}
