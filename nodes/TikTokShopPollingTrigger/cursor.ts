/** A record of a shop as the cursor sees it. */
export interface Entry<T> {
	/** Different for every change that is to be reported: an id, or an id with its time of change. */
	key: string;
	/** Unix seconds by TikTok's clock. */
	atSeconds: number;
	record: T;
}

/** How far the polls have come. It is stored between polls, so it holds nothing that JSON cannot. */
export interface Cursor {
	/** The time of the newest record that was read, in Unix seconds by TikTok's clock. */
	sinceSeconds: number;
	/** The records at and shortly before that time: their keys and times. */
	seen: Record<string, number>;
}

export interface Page<T> {
	entries: Array<Entry<T>>;
	/** '' on the last page. */
	nextToken: string;
}

/** A search that is under way: where it began, and what its pages so far held. */
export interface Walk {
	/** Unix seconds. */
	fromSeconds: number;
	/** The token of the page that is wanted; without it the first one. */
	token?: string;
	/** How many records its pages held. */
	before: number;
	/** The tokens of its pages. */
	seenTokens: ReadonlySet<string>;
}

/** Reads one page of what happened at `fromSeconds` or later, oldest first; throws where it does not lead further. */
export type ReadPage<T> = (walk: Walk) => Promise<Page<T>>;

/** How far a poll looks back unless a feed needs more. */
export const OVERLAP_SECONDS = 60;

/** A page can be empty though more follow, but not for ever. */
const MOST_EMPTY_PAGES = 50;

/** The cursor of a trigger that starts at a moment: what came before is not reported. */
export function cursorAt(seconds: number): Cursor {
	return { sinceSeconds: seconds, seen: {} };
}

/**
 * Reads what is new since the cursor, page by page.
 *
 * @param overlapSeconds - how far to look back, since records can appear in a search after their time
 * @param most - stop after this many new records; the next call goes on behind them
 * @param restless - records move while they are read, since they are sorted by their time of change: then each page
 * starts anew at the time the last one ended, because a page token would skip what moved
 * @returns the new records, oldest first, and the cursor behind them
 */
export async function advance<T>(
	cursor: Cursor,
	read: ReadPage<T>,
	{
		most,
		restless,
		overlapSeconds = OVERLAP_SECONDS,
	}: { most: number; restless: boolean; overlapSeconds?: number },
): Promise<{ fresh: Array<Entry<T>>; cursor: Cursor }> {
	const seen = new Map(Object.entries(cursor.seen));
	const fresh: Array<Entry<T>> = [];
	const seenTokens = new Set<string>();
	let before = 0;
	let emptyPages = 0;
	let { sinceSeconds } = cursor;
	let fromSeconds = sinceSeconds - overlapSeconds;
	let token: string | undefined;
	for (;;) {
		const { entries, nextToken } = await read({ fromSeconds, token, before, seenTokens });
		for (const entry of entries) {
			sinceSeconds = Math.max(sinceSeconds, entry.atSeconds);
			if (!seen.has(entry.key)) fresh.push(entry);
			seen.set(entry.key, entry.atSeconds);
		}
		const last = entries[entries.length - 1];
		emptyPages = last === undefined ? emptyPages + 1 : 0;
		const isEnd = nextToken === '' || seenTokens.has(nextToken) || emptyPages >= MOST_EMPTY_PAGES;
		if (isEnd || fresh.length >= most) break;
		if (restless && last !== undefined && last.atSeconds > fromSeconds) {
			fromSeconds = last.atSeconds;
			token = undefined;
			before = 0;
			seenTokens.clear();
		} else {
			// All of this page share the second it started at, or there are none: only a token leads further.
			token = nextToken;
			before += entries.length;
			seenTokens.add(nextToken);
		}
	}
	// Only what the next poll can meet again has to be remembered.
	const kept = [...seen].filter(([, atSeconds]) => atSeconds >= sinceSeconds - overlapSeconds);
	return {
		fresh: fresh.sort((a, b) => a.atSeconds - b.atSeconds),
		cursor: { sinceSeconds, seen: Object.fromEntries(kept) },
	};
}
