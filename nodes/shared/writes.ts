import { isRead, type Operation } from './operation';
import { InDoubt } from './repeat';

/** What to do after a write whose answer was lost; undefined for a read, which can simply be repeated. */
export function adviceInDoubt(operation: Operation): string | undefined {
	if (isRead(operation)) return undefined;
	if (operation.idempotencyKey !== undefined) {
		return 'It was repeated only with the same idempotency key, so it was not done twice. A new run has a new key: check in Seller Center, or with a node that reads, before you run it again.';
	}
	return operation.repeatable
		? 'Check in Seller Center, or just run it again: doing this a second time changes nothing more.'
		: 'It was not repeated, so it was not done twice. Check in Seller Center, or with a node that reads, before you run it again.';
}

/** An input item of a write, and how it ended. */
interface Written {
	index: number;
	results?: unknown;
	failure?: unknown;
}

/**
 * Says which of several items were done and which were not, by the numbers n8n gives them, from 0 on.
 *
 * @param jobs - the items that were begun with; the others were not sent
 * @returns undefined for a single item, of which the error says enough
 */
export function describeProgress(jobs: Written[], all: number): string | undefined {
	if (all < 2) return undefined;
	const states = Array.from({ length: all }, () => 'not sent');
	for (const { index, results, failure } of jobs) {
		if (failure instanceof InDoubt) states[index] = 'perhaps done';
		else if (failure !== undefined) states[index] = 'failed';
		else if (results !== undefined) states[index] = 'done';
	}
	const lists = ['done', 'failed', 'perhaps done', 'not sent'].flatMap((state) => {
		const numbers = states.flatMap((each, index) => (each === state ? [index] : []));
		return numbers.length === 0 ? [] : [`${state}: ${ranges(numbers)}`];
	});
	return `Of the ${all} items, counted from 0: ${lists.join('; ')}.`;
}

/** Numbers as people write them: 0–4, 7, 9. */
function ranges(ascending: number[]): string {
	const found: Array<[first: number, last: number]> = [];
	for (const number of ascending) {
		const open = found[found.length - 1];
		if (open !== undefined && open[1] === number - 1) open[1] = number;
		else found.push([number, number]);
	}
	return found
		.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`))
		.join(', ');
}
