import * as fc from 'fast-check';

import { takePlace } from '../../nodes/shared/rateLimit';

const PER_SECOND = 45;

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

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('takePlace', () => {
	it('lets as many leave at once as fit into a second, and the next ones a second later', async () => {
		const left = await departures(uniqueKey(), Array<number>(PER_SECOND * 2 + 1).fill(0));
		expect(left.slice(0, PER_SECOND)).toEqual(Array(PER_SECOND).fill(0));
		expect(left.slice(PER_SECOND, PER_SECOND * 2)).toEqual(Array(PER_SECOND).fill(1000));
		expect(left[PER_SECOND * 2]).toBe(2000);
	});

	it('counts each app, shop and endpoint by itself', async () => {
		const [one, other] = [uniqueKey(), uniqueKey()];
		await departures(one, Array<number>(PER_SECOND).fill(0));
		expect(await departures(other, [0])).toEqual([0]);
		expect(await departures(one, [0])).toEqual([1000]);
	});

	it('forgets what is older than a second', async () => {
		const key = uniqueKey();
		await departures(key, Array<number>(PER_SECOND).fill(0));
		await jest.advanceTimersByTimeAsync(1000);
		expect(await departures(key, [0])).toEqual([0]);
	});

	it('never lets too many leave within any second, keeps the order and holds nobody back needlessly', async () => {
		const pauses = fc.array(
			fc.oneof(
				{ weight: 20, arbitrary: fc.constant(0) },
				{ weight: 20, arbitrary: fc.nat(15) },
				{ weight: 1, arbitrary: fc.nat(900) },
			),
			{
				minLength: 50,
				maxLength: 200,
			},
		);
		await fc.assert(
			fc.asyncProperty(pauses, async (list) => {
				let at = 0;
				const askedAt = list.map((pause) => (at += pause));
				const left = await departures(uniqueKey(), askedAt);
				expect(left).toHaveLength(askedAt.length);
				for (const [index, moment] of left.entries()) {
					const before = left[index - PER_SECOND] ?? -Infinity;
					expect(moment).toBe(Math.max(askedAt[index] ?? 0, before + 1000, left[index - 1] ?? 0));
				}
			}),
			{ numRuns: 30 },
		);
	});

	it('keeps limiting a busy endpoint while many others come and go', async () => {
		const busy = uniqueKey();
		await departures(busy, Array<number>(PER_SECOND).fill(0));
		for (let other = 0; other < 1500; other++) void takePlace(uniqueKey());
		expect(await departures(busy, [0])).toEqual([1000]);
	});
});
