import * as fc from 'fast-check';

import { APART_MS, BURST, takePlace } from '../../nodes/shared/rateLimit';

/** TikTok's own limit, less a margin for requests that leave a little late. */
const MOST_IN_A_SECOND = 45;

let counter = 0;
const uniqueKey = () => `app shop GET /path/${++counter}`;

/** Asks at the given moments and tells when each request may leave, in milliseconds after the start. */
async function departures(key: string, askedAt: number[]): Promise<number[]> {
	const start = Date.now();
	const left: number[] = [];
	for (const [index, at] of askedAt.entries()) {
		if (start + at > Date.now()) await jest.advanceTimersByTimeAsync(start + at - Date.now());
		void takePlace(key).then(() => (left[index] = Date.now() - start));
		await Promise.resolve();
	}
	await jest.runAllTimersAsync();
	return left;
}

const atOnce = (count: number) => Array<number>(count).fill(0);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('takePlace', () => {
	it('lets a few leave at once, and the next ones evenly', async () => {
		const left = await departures(uniqueKey(), atOnce(BURST + 3));
		expect(left.slice(0, BURST)).toEqual(atOnce(BURST));
		expect(left.slice(BURST)).toEqual([APART_MS, 2 * APART_MS, 3 * APART_MS]);
	});

	it('counts each app, shop and endpoint by itself', async () => {
		const [one, other] = [uniqueKey(), uniqueKey()];
		await departures(one, atOnce(BURST));
		expect(await departures(other, [0])).toEqual([0]);
		expect(await departures(one, [0])).toEqual([APART_MS]);
	});

	it('allows the same burst again after a pause', async () => {
		const key = uniqueKey();
		await departures(key, atOnce(BURST));
		await jest.advanceTimersByTimeAsync(BURST * APART_MS);
		expect(await departures(key, atOnce(BURST))).toEqual(atOnce(BURST));
	});

	it('never lets too many leave within any second, keeps the order and holds nobody back needlessly', async () => {
		const pauses = fc.array(
			fc.oneof(
				{ weight: 20, arbitrary: fc.constant(0) },
				{ weight: 20, arbitrary: fc.nat(15) },
				{ weight: 1, arbitrary: fc.nat(900) },
			),
			{ minLength: 50, maxLength: 200 },
		);
		await fc.assert(
			fc.asyncProperty(pauses, async (list) => {
				let at = 0;
				const askedAt = list.map((pause) => (at += pause));
				const left = await departures(uniqueKey(), askedAt);
				expect(left).toHaveLength(askedAt.length);
				for (const [index, moment] of left.entries()) {
					const asked = askedAt[index] ?? 0;
					expect(moment).toBeGreaterThanOrEqual(Math.max(asked, left[index - 1] ?? 0));
					const inTheSecond = left.filter((other) => other > moment - 1000 && other <= moment);
					expect(inTheSecond.length).toBeLessThanOrEqual(MOST_IN_A_SECOND + 1);
					// Who waits does so because the ones before took the places of the burst.
					if (moment > asked)
						expect(moment - (left[index - BURST] ?? 0)).toBeLessThanOrEqual(BURST * APART_MS);
				}
			}),
			{ numRuns: 30 },
		);
	});

	it('keeps limiting a busy endpoint while many others come and go', async () => {
		const busy = uniqueKey();
		await departures(busy, atOnce(BURST));
		for (let other = 0; other < 1500; other++) void takePlace(uniqueKey());
		expect(await departures(busy, [0])).toEqual([APART_MS]);
	});
});
