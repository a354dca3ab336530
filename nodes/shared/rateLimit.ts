import { DateTime } from 'luxon';
import { sleep } from 'n8n-workflow';

/** So many may leave at once after a pause. */
export const BURST = 8;

/**
 * Then one after the other this far apart. Evenly, since a busy process sends late: bursts that were a second apart when
 * they were let go arrive closer together. With the burst that is 45 in any second, below TikTok's 50 for app, shop and
 * endpoint (doc page rate-limits).
 */
export const APART_MS = 27;

/** When a place would be free if nobody were in a hurry, by app, shop and endpoint. */
const due = new Map<string, number>();

/**
 * Waits until another request may leave. The places are given out in the order of asking.
 *
 * @param key - app, shop and endpoint
 */
export async function takePlace(key: string): Promise<void> {
	const now = DateTime.now().toMillis();
	if (due.size > 1000) forgetIdle(now);
	const free = Math.max(due.get(key) ?? now, now);
	due.set(key, free + APART_MS);
	const wait = free - (BURST - 1) * APART_MS - now;
	if (wait > 0) await sleep(wait);
}

function forgetIdle(now: number): void {
	for (const [key, free] of due) if (free <= now) due.delete(key);
}
