import * as fc from 'fast-check';

import {
	advance,
	cursorAt,
	OVERLAP_SECONDS,
	type Cursor,
	type Entry,
	type ReadPage,
} from '../../nodes/TikTokShopPollingTrigger/cursor';

const START = 1_774_965_600;

/** How late a record can appear in the search, and how long a poll can take: together less than the overlap. */
const LATEST = 30;
const LONGEST_POLL = 25;

interface Row {
	id: string;
	atSeconds: number;
}

type Step =
	| { do: 'create'; count: number; late: number }
	| { do: 'update'; pick: number }
	| { do: 'wait'; seconds: number }
	| { do: 'poll'; most: number; meanwhile: Step[] };

/**
 * A shop whose search sorts by time and pages by place, as TikTok's does: what moves to the end while pages are read
 * moves all others one place forward.
 */
class Shop {
	now = START;

	reads = 0;

	readonly rows: Row[] = [];

	constructor(
		private readonly pageSize: number,
		private readonly byChange: boolean,
	) {}

	keyOf({ id, atSeconds }: Row): string {
		return this.byChange ? `${id}@${atSeconds}` : id;
	}

	within(fromSeconds: number): Row[] {
		return this.rows
			.filter(({ atSeconds }) => atSeconds >= fromSeconds)
			.sort((a, b) => a.atSeconds - b.atSeconds || (a.id < b.id ? -1 : 1));
	}

	take(step: Step, mostSeconds = Infinity): number {
		if (step.do === 'create') {
			for (let made = 0; made < step.count; made++) this.create(step.late);
		} else if (step.do === 'update') {
			const row = this.rows[step.pick % this.rows.length];
			// A change leaves the time of creation as it is.
			if (row !== undefined && this.byChange) row.atSeconds = this.freeSecond(this.now);
		} else if (step.do === 'wait') {
			const seconds = Math.min(step.seconds, mostSeconds);
			this.now += seconds;
			return seconds;
		}
		return 0;
	}

	private create(late: number): void {
		const id = String(this.rows.length).padStart(5, '0');
		this.rows.push({ id, atSeconds: this.freeSecond(Math.max(START, this.now - late)) });
	}

	/**
	 * Where records move while pages are read, a second has to hold less than a page: within one second only a page
	 * token leads further.
	 */
	private freeSecond(wanted: number): number {
		const held = this.rows.filter(({ atSeconds }) => atSeconds === wanted).length;
		if (!this.byChange || held < this.pageSize - 1) return wanted;
		if (wanted < this.now) return this.freeSecond(wanted + 1);
		this.now += 1;
		return this.freeSecond(this.now);
	}

	reader(meanwhile: Step[] = []): ReadPage<Row> {
		const waiting = [...meanwhile];
		let left = LONGEST_POLL;
		return async ({ fromSeconds, token }) => {
			this.reads += 1;
			const rows = this.within(fromSeconds);
			const place = Number(token ?? 0);
			const page = rows.slice(place, place + this.pageSize);
			const end = place + page.length;
			const entries = page.map((row) => ({
				key: this.keyOf(row),
				atSeconds: row.atSeconds,
				record: { ...row },
			}));
			const step = waiting.shift();
			// A burst moves the clock on by itself, so it only happens while time is left.
			if (step !== undefined && left > 5) {
				const before = this.now;
				this.take(step, left);
				left -= this.now - before;
			}
			return await Promise.resolve({
				entries,
				nextToken: end < rows.length ? String(end) : '',
			});
		};
	}
}

const roundTrip = (cursor: Cursor) => JSON.parse(JSON.stringify(cursor)) as Cursor;

const change = (late: number): fc.Arbitrary<Step> =>
	fc.oneof(
		fc.record({
			do: fc.constant('create' as const),
			count: fc.integer({ min: 1, max: 5 }),
			late: fc.nat(late),
		}),
		fc.record({ do: fc.constant('update' as const), pick: fc.nat() }),
		fc.record({ do: fc.constant('wait' as const), seconds: fc.nat(5) }),
	);

const story = (late: number) =>
	fc.array(
		fc.oneof(
			{ weight: 4, arbitrary: change(late) },
			{
				weight: 1,
				arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.nat(300) }),
			},
			{
				weight: 3,
				arbitrary: fc.record({
					do: fc.constant('poll' as const),
					most: fc.oneof(fc.constant(5000), fc.integer({ min: 1, max: 8 })),
					meanwhile: fc.array(change(late), { maxLength: 6 }),
				}),
			},
		),
		{ maxLength: 40 },
	);

interface Told {
	reported: Array<Entry<Row>>;
	cursor: Cursor;
}

async function tell(shop: Shop, steps: Step[], restless: boolean): Promise<Told> {
	let cursor = cursorAt(START);
	const reported: Array<Entry<Row>> = [];
	const poll = async (most: number, meanwhile: Step[] = []) => {
		const result = await advance(roundTrip(cursor), shop.reader(meanwhile), { most, restless });
		cursor = result.cursor;
		reported.push(...result.fresh);
		return result.fresh.length;
	};
	for (const step of steps) {
		if (step.do === 'poll') await poll(step.most, step.meanwhile);
		else shop.take(step);
	}
	// When the shop has come to rest, a few polls bring what is left.
	while ((await poll(3)) > 0);
	return { reported, cursor };
}

const inOrder = (entries: Array<Entry<Row>>) =>
	entries.every(
		({ atSeconds }, index) => index === 0 || atSeconds >= (entries[index - 1]?.atSeconds ?? 0),
	);

describe.each([
	['records that are created', false, 1],
	['records that change', true, 2],
])('polling for %s', (_name, restless, leastPage) => {
	const pageSize = fc.integer({ min: leastPage, max: 12 });

	it('reports every change exactly once, whatever happens between and during polls', async () => {
		await fc.assert(
			fc.asyncProperty(pageSize, story(LATEST), async (size, steps) => {
				const shop = new Shop(size, restless);
				const { reported } = await tell(shop, steps, restless);
				const keys = reported.map(({ key }) => key);
				expect(new Set(keys).size).toBe(keys.length);
				for (const row of shop.rows) expect(keys).toContain(shop.keyOf(row));
				if (!restless) expect(keys).toHaveLength(shop.rows.length);
			}),
			{ numRuns: 400 },
		);
	});

	it('reports every change at least once over crashes between fetch and save, and repeats only those', async () => {
		const crashes = fc.infiniteStream(fc.boolean());
		await fc.assert(
			fc.asyncProperty(pageSize, story(LATEST), crashes, async (size, steps, crashing) => {
				const shop = new Shop(size, restless);
				let cursor = cursorAt(START);
				const saved: string[] = [];
				const lostWithTheCrash = new Set<string>();
				const poll = async (most: number, crash: boolean, meanwhile: Step[] = []) => {
					const result = await advance(roundTrip(cursor), shop.reader(meanwhile), {
						most,
						restless,
					});
					const keys = result.fresh.map(({ key }) => key);
					if (crash) for (const key of keys) lostWithTheCrash.add(key);
					else {
						saved.push(...keys);
						cursor = result.cursor;
					}
					return keys.length;
				};
				for (const step of steps) {
					if (step.do !== 'poll') shop.take(step);
					else await poll(step.most, crashing.next().value as boolean, step.meanwhile);
				}
				while ((await poll(3, false)) > 0);
				// What was saved came once; what a crash took came before, and comes again.
				expect(new Set(saved).size).toBe(saved.length);
				for (const row of shop.rows) expect(saved).toContain(shop.keyOf(row));
				if (!restless) for (const key of lostWithTheCrash) expect(saved).toContain(key);
			}),
			{ numRuns: 300 },
		);
	});

	it('reports in the order of time where nothing comes late', async () => {
		await fc.assert(
			fc.asyncProperty(pageSize, story(0), async (size, steps) => {
				const { reported } = await tell(new Shop(size, restless), steps, restless);
				expect(inOrder(reported)).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});

	it('costs one read where nothing is new', async () => {
		await fc.assert(
			fc.asyncProperty(pageSize, story(LATEST), async (size, steps) => {
				const shop = new Shop(size, restless);
				const { cursor } = await tell(shop, steps, restless);
				fc.pre(shop.within(cursor.sinceSeconds - OVERLAP_SECONDS).length <= size);
				const before = shop.reads;
				const { fresh } = await advance(roundTrip(cursor), shop.reader(), { most: 1, restless });
				expect(fresh).toEqual([]);
				expect(shop.reads - before).toBe(1);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('advance', () => {
	const options = { most: 5000, restless: false };

	const readerOf =
		(...entries: Array<[string, number]>): ReadPage<string> =>
		async ({ fromSeconds }) =>
			await Promise.resolve({
				entries: entries
					.filter(([, atSeconds]) => atSeconds >= fromSeconds)
					.map(([key, atSeconds]) => ({ key, atSeconds, record: key })),
				nextToken: '',
			});

	it('looks back by the overlap', async () => {
		const read = jest.fn(readerOf());
		await advance(cursorAt(START), read, options);
		expect(read.mock.calls).toMatchObject([[{ fromSeconds: START - OVERLAP_SECONDS }]]);
	});

	/** The cursor behind records that were reported. */
	const behind = async (...entries: Array<[string, number]>) =>
		roundTrip((await advance(cursorAt(START), readerOf(...entries), options)).cursor);

	const reported = async (cursor: Cursor, ...entries: Array<[string, number]>) =>
		(await advance(cursor, readerOf(...entries), options)).fresh.map(({ key }) => key);

	it('keeps its place and its memory where TikTok shows nothing for once', async () => {
		const cursor = await behind(['a', START]);
		const result = await advance(cursor, readerOf(), options);
		expect(result).toEqual({ fresh: [], cursor });
		expect(await reported(result.cursor, ['a', START], ['b', START])).toEqual(['b']);
	});

	it('goes by the newest record, not back', async () => {
		const cursor = await behind(['a', START]);
		const late = await advance(cursor, readerOf(['late', START - 10]), options);
		expect(late.fresh.map(({ key }) => key)).toEqual(['late']);
		expect(late.cursor.sinceSeconds).toBe(START);
		expect(await reported(late.cursor, ['late', START - 10], ['a', START])).toEqual([]);
	});

	it('forgets what the next poll cannot meet again', async () => {
		const cursor = await behind(['older', START]);
		const read = readerOf(['old', START + 1], ['edge', START + 940], ['new', START + 1000]);
		const memory = JSON.stringify((await advance(cursor, read, options)).cursor);
		for (const key of ['edge', 'new']) expect(memory).toContain(`"${key}"`);
		for (const key of ['older', 'old']) expect(memory).not.toContain(`"${key}"`);
	});

	it('does not change the cursor it was given', async () => {
		const cursor = await behind(['a', START]);
		const before = structuredClone(cursor);
		expect(await reported(cursor, ['a', START], ['b', START + 1])).toEqual(['b']);
		expect(cursor).toEqual(before);
	});

	it('stops behind the page that fills the measure and goes on there', async () => {
		const shop = new Shop(10, false);
		shop.take({ do: 'create', count: 100, late: 0 });
		let cursor = cursorAt(START);
		const counts: number[] = [];
		for (let poll = 0; poll < 6; poll++) {
			const result = await advance(cursor, shop.reader(), { most: 25, restless: false });
			cursor = roundTrip(result.cursor);
			counts.push(result.fresh.length);
		}
		expect(counts).toEqual([30, 30, 30, 10, 0, 0]);
	});

	it.each([true, false])('goes on behind empty pages (restless: %s)', async (restless) => {
		const pages = [[], [], ['a'], [], ['b']];
		const { fresh } = await advance(
			cursorAt(START),
			async ({ token = '0' }) =>
				await Promise.resolve({
					entries: (pages[Number(token)] ?? []).map((key) => ({ key, atSeconds: 0, record: key })),
					nextToken: Number(token) < 4 ? `${Number(token) + 1}` : '',
				}),
			{ ...options, restless },
		);
		expect(fresh.map(({ key }) => key)).toEqual(['a', 'b']);
	});

	it('does not go on for ever behind empty pages', async () => {
		let reads = 0;
		const endless: ReadPage<string> = async () =>
			await Promise.resolve({ entries: [], nextToken: `${++reads}` });
		expect(await advance(cursorAt(START), endless, options)).toMatchObject({ fresh: [] });
		expect(reads).toBe(50);
	});

	it('tells the reader how far it has come', async () => {
		const shop = new Shop(10, false);
		shop.take({ do: 'create', count: 25, late: 0 });
		const walks: Array<{ before: number; tokens: number }> = [];
		const read = shop.reader();
		await advance(
			cursorAt(START),
			async (walk) => {
				walks.push({ before: walk.before, tokens: walk.seenTokens.size });
				return await read(walk);
			},
			options,
		);
		expect(walks).toEqual([
			{ before: 0, tokens: 0 },
			{ before: 10, tokens: 1 },
			{ before: 20, tokens: 2 },
		]);
	});

	it.each([true, false])('ends where tokens go in a circle (restless: %s)', async (restless) => {
		let reads = 0;
		const circle: ReadPage<string> = async () =>
			await Promise.resolve({
				entries: [{ key: `k${++reads}`, atSeconds: START, record: '' }],
				nextToken: reads % 2 === 0 ? 'even' : 'odd',
			});
		const { fresh } = await advance(cursorAt(START + OVERLAP_SECONDS), circle, {
			...options,
			restless,
		});
		expect(fresh).toHaveLength(3);
	});

	it('loses no record that shares its second with more than a page of others', async () => {
		const shop = new Shop(3, false);
		shop.take({ do: 'create', count: 20, late: 0 });
		const { fresh } = await advance(cursorAt(START), shop.reader(), { most: 5000, restless: true });
		expect(fresh).toHaveLength(20);
	});
});
