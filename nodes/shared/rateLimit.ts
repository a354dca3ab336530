import { DateTime } from 'luxon';
import { sleep } from 'n8n-workflow';

/** Below TikTok's 50 per second for app, shop and endpoint, to leave room for other workflows (doc page rate-limits). */
const PER_SECOND = 45;

const WINDOW_MS = 1000;

const recent = new Map<string, number[]>();

/**
 * Waits until another request may leave. The places are given out in the order of asking.
 *
 * @param key - app, shop and endpoint
 */
export async function takePlace(key: string): Promise<void> {
	const now = DateTime.now().toMillis();
	if (recent.size > 1000) forgetIdle(now);
	const times = recent.get(key) ?? [];
	while (times.length > 0 && (times[0] ?? now) <= now - WINDOW_MS) times.shift();
	const oldestInTheWay = times[times.length - PER_SECOND];
	const at = oldestInTheWay === undefined ? now : Math.max(now, oldestInTheWay + WINDOW_MS);
	times.push(at);
	recent.set(key, times);
	if (at > now) await sleep(at - now);
}

function forgetIdle(now: number): void {
	for (const [key, times] of recent) {
		if ((times[times.length - 1] ?? 0) <= now - WINDOW_MS) recent.delete(key);
	}
}
