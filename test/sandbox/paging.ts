import { createHash, createHmac } from 'node:crypto';
import type { ApiError } from './errors';

interface Position {
	/** Sort value of the last row sent. */
	value: number;
	/** Its id, for rows with the same value. */
	id: string;
	/** Rows sent so far. */
	seen: number;
}

export interface Page<T> {
	rows: T[];
	/** Empty when this was the last page. */
	next: string;
	total: number;
}

export interface Search<T> {
	/** What the token is bound to: operation, shop, filters and order. */
	binding: unknown;
	token: string | undefined;
	size: number;
	order: 'ASC' | 'DESC';
	value: (row: T) => number;
	id: (row: T) => string;
	/** How many rows can be reached, and what happens to who asks for more. */
	cap: number;
	beyondCap?: () => ApiError;
	/** Thrown for a token that is not one of ours, or that comes from another query. */
	badToken: () => ApiError;
}

const KEY = 'page tokens of the sandbox';

function bindingOf(value: unknown): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

function seal(binding: string, position: Position): string {
	const text = JSON.stringify([position.value, position.id, position.seen]);
	const sum = createHmac('sha256', KEY).update(binding).update(text).digest('hex').slice(0, 20);
	return Buffer.from(`${sum}${text}`).toString('base64');
}

function open(binding: string, token: string): Position | undefined {
	const plain = Buffer.from(token, 'base64').toString();
	const text = plain.slice(20);
	const sum = createHmac('sha256', KEY).update(binding).update(text).digest('hex').slice(0, 20);
	if (plain.slice(0, 20) !== sum) return undefined;
	const [value, id, seen] = JSON.parse(text) as [number, string, number];
	return { value, id, seen };
}

/** Compares ids, all of one length, the way their numbers compare. */
const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** One page of rows already filtered and sorted ascending by value, then id. */
export function page<T>(ascending: readonly T[], search: Search<T>): Page<T> {
	const binding = bindingOf(search.binding);
	let position: Position | undefined;
	if (search.token) {
		position = open(binding, search.token);
		if (!position) throw search.badToken();
	}
	const last = ascending.length - 1;
	const rowAt = (index: number) => ascending[search.order === 'ASC' ? index : last - index] as T;
	const sign = search.order === 'ASC' ? 1 : -1;
	const seen = position?.seen ?? 0;
	if (seen >= search.cap && search.beyondCap) throw search.beyondCap();
	let start = 0;
	if (position) {
		const { value, id } = position;
		let high = ascending.length;
		while (start < high) {
			const middle = (start + high) >> 1;
			const row = rowAt(middle);
			const after = sign * (search.value(row) - value || compareIds(search.id(row), id));
			if (after > 0) high = middle;
			else start = middle + 1;
		}
	}
	const reachable = Math.max(0, search.cap - seen);
	const length = Math.min(search.size, reachable, ascending.length - start);
	const rows = Array.from({ length }, (_, index) => rowAt(start + index));
	const end = rows.at(-1);
	const nowSeen = seen + length;
	const more = start + length < ascending.length && (nowSeen < search.cap || search.beyondCap);
	const next =
		end !== undefined && more
			? seal(binding, { value: search.value(end), id: search.id(end), seen: nowSeen })
			: '';
	return { rows, next, total: ascending.length };
}
