import { sleep } from 'n8n-workflow';

/** What TikTok takes in a second from an app, for each shop and endpoint (doc page rate-limits). */
export const PER_SECOND = 50;

const SECOND_MS = 1000;

/** With all places taken, how soon one of them is looked for again. */
const LOOK_AGAIN_MS = 50;

const IDLE_MS = 60_000;

/** By app, shop and endpoint: when each of its places is free again. */
const places = new Map<string, number[]>();

/**
 * Sends a request as soon as one of the places of its endpoint is free. The place is free again a second after the
 * answer: TikTok counts a request before it answers, so no second sees more than there are places, however late a busy
 * process sends.
 *
 * @param key - app, shop and endpoint
 */
export async function inPlace<T>(key: string, send: () => Promise<T>): Promise<T> {
	if (places.size > 1000) forgetIdle();
	const freeAt = places.get(key) ?? Array<number>(PER_SECOND).fill(0);
	places.set(key, freeAt);
	const place = await takeFirstFree(freeAt);
	try {
		return await send();
	} finally {
		freeAt[place] = performance.now() + SECOND_MS;
	}
}

async function takeFirstFree(freeAt: number[]): Promise<number> {
	for (;;) {
		const now = performance.now();
		const place = freeAt.findIndex((at) => at <= now);
		if (place >= 0) {
			freeAt[place] = Infinity;
			return place;
		}
		await sleep(Math.ceil(Math.min(...freeAt, now + LOOK_AGAIN_MS) - now));
	}
}

function forgetIdle(): void {
	const longAgo = performance.now() - IDLE_MS;
	for (const [key, freeAt] of places) {
		if (freeAt.every((at) => at < longAgo)) places.delete(key);
	}
}
