import { DateTime } from 'luxon';

import type { Result } from './operation';
import { InDoubt } from './repeat';

/** An input item of a write, and how it ended. */
interface Written {
	results?: Result[];
	failure?: unknown;
}

/** n8n waits five seconds at most before it tries again. */
const KEPT_MS = 5 * 60 * 1000;

const kept = new Map<string, Written & { at: number }>();

/**
 * Gives items what they came to when n8n ran the same node the last time: "Retry On Fail" runs it with all of its items
 * once more, also with those that are done or perhaps done.
 *
 * @param jobs - by a key that is the same in each try, and in no other run
 */
export function recallEnded(jobs: ReadonlyMap<string, Written>): void {
	for (const [key, job] of jobs) {
		const { results, failure } = kept.get(key) ?? {};
		job.results = results;
		job.failure = failure;
	}
}

/** Keeps what is done or perhaps done for the next try, if there will be one. */
export function keepEnded(jobs: ReadonlyMap<string, Written>): void {
	const now = DateTime.now().toMillis();
	for (const [key, { at }] of kept) if (now - at > KEPT_MS) kept.delete(key);
	const hasFailed = [...jobs.values()].some(({ failure }) => failure !== undefined);
	for (const [key, { results, failure }] of jobs) {
		kept.delete(key);
		const isEnded = results !== undefined || failure instanceof InDoubt;
		if (hasFailed && isEnded) kept.set(key, { results, failure, at: now });
	}
}
