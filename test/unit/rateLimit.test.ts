import * as fc from 'fast-check';

import { inPlace, PER_SECOND } from '../../nodes/shared/rateLimit';

let counter = 0;
const uniqueKey = () => `app shop GET /path/${++counter}`;

/** All in milliseconds: when it is asked for, how long it takes to TikTok and back. */
interface Planned {
	askedAt: number;
	there: number;
	back: number;
}

interface Sent {
	askedAt: number;
	leftAt: number;
	arrivedAt: number;
	answeredAt: number;
}

const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

async function send(key: string, planned: Planned[]): Promise<Sent[]> {
	const start = Date.now();
	const now = () => Date.now() - start;
	const sent = planned.map(async ({ askedAt, there, back }) => {
		await pause(askedAt);
		return await inPlace(key, async () => {
			const leftAt = now();
			await pause(there);
			const arrivedAt = now();
			await pause(back);
			return { askedAt, leftAt, arrivedAt, answeredAt: now() };
		});
	});
	await jest.runAllTimersAsync();
	return await Promise.all(sent);
}

const atOnce = (count: number): Planned[] =>
	Array<Planned>(count).fill({ askedAt: 0, there: 0, back: 0 });

const departures = async (key: string, planned: Planned[]) =>
	(await send(key, planned)).map(({ leftAt }) => leftAt);

const at = (moment: number, count: number) => Array<number>(count).fill(moment);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('inPlace', () => {
	it('lets as many go at once as TikTok takes in a second, and the others a second later', async () => {
		const left = await departures(uniqueKey(), atOnce(2 * PER_SECOND + 1));
		expect(left).toEqual([...at(0, PER_SECOND), ...at(1000, PER_SECOND), 2000]);
	});

	it('counts each app, shop and endpoint by itself', async () => {
		const [one, other] = [uniqueKey(), uniqueKey()];
		const both = await Promise.all([one, other].map((key) => departures(key, atOnce(PER_SECOND))));
		expect(both).toEqual([at(0, PER_SECOND), at(0, PER_SECOND)]);
	});

	it('counts from the answer, since a request can reach TikTok late', async () => {
		const slow = { askedAt: 0, there: 700, back: 0 };
		const left = await departures(uniqueKey(), Array<Planned>(PER_SECOND + 1).fill(slow));
		expect(left[PER_SECOND]).toBeGreaterThanOrEqual(1700);
	});

	it('gives the place of a failed request back too', async () => {
		const key = uniqueKey();
		const failed = Array.from({ length: PER_SECOND }, async () => {
			await inPlace(key, async () => await Promise.reject(new Error('refused')));
		});
		await Promise.allSettled(failed);
		expect(await departures(key, atOnce(1))).toEqual([1000]);
	});

	it('never has more arrive in any second than TikTok takes, and holds nobody back needlessly', async () => {
		const pauses = fc.oneof(
			{ weight: 20, arbitrary: fc.constant(0) },
			{ weight: 20, arbitrary: fc.nat(15) },
			{ weight: 1, arbitrary: fc.nat(900) },
		);
		const way = fc.oneof(
			{ weight: 5, arbitrary: fc.nat(20) },
			{ weight: 1, arbitrary: fc.nat(1500) },
		);
		const requests = fc.array(fc.record({ wait: pauses, there: way, back: way }), {
			minLength: PER_SECOND + 1,
			maxLength: 4 * PER_SECOND,
		});
		await fc.assert(
			fc.asyncProperty(requests, async (list) => {
				let askedAt = 0;
				const sent = await send(
					uniqueKey(),
					list.map(({ wait, there, back }) => ({ askedAt: (askedAt += wait), there, back })),
				);
				for (const { askedAt: asked, leftAt, arrivedAt } of sent) {
					const inTheSecond = sent.filter(
						(other) => other.arrivedAt > arrivedAt - 1000 && other.arrivedAt <= arrivedAt,
					);
					expect(inTheSecond.length).toBeLessThanOrEqual(PER_SECOND);
					// All places were taken shortly before, or nobody would have had to wait.
					const before = leftAt - 60;
					if (asked >= before) continue;
					const taken = sent.filter(
						(other) => other.leftAt <= before && other.answeredAt + 1000 > before,
					);
					expect(taken).toHaveLength(PER_SECOND);
				}
			}),
			{ numRuns: 30 },
		);
	});

	it('keeps limiting a busy endpoint while many others come and go', async () => {
		const busy = uniqueKey();
		await departures(busy, atOnce(PER_SECOND));
		for (let other = 0; other < 1500; other++) {
			void inPlace(uniqueKey(), async () => await Promise.resolve());
		}
		expect(await departures(busy, atOnce(1))).toEqual([1000]);
	});
});
