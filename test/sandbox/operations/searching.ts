import { parameterError, type ApiError } from '../errors';
import type { JsonObject } from '../json';
import { page, type Page } from '../paging';
import { project } from '../project';
import type { Call } from './types';

export interface Sorting<T> {
	value: (row: T) => number;
	id: (row: T) => string;
	order: 'ASC' | 'DESC';
	defaultSize: number;
	beyondCap?: () => ApiError;
}

/** One page of an operation's search; the token is bound to shop, filters and order. */
export function searchPage<T>(call: Call, ascending: readonly T[], sorting: Sorting<T>): Page<T> {
	const { page_token: token, page_size: size, ...query } = call.query;
	return page(ascending, {
		binding: [call.operation.id, call.home.shop.id, query, call.body],
		token: typeof token === 'string' && token !== '' ? token : undefined,
		size: Math.min(call.sandbox.mostRows, Number(size ?? sorting.defaultSize)),
		order: sorting.order,
		value: sorting.value,
		id: sorting.id,
		cap: call.sandbox.settings.searchCap,
		...(sorting.beyondCap ? { beyondCap: sorting.beyondCap } : {}),
		badToken: () => parameterError(call.operation.errorCodes, 'page_token is invalid'),
	});
}

/** The list is left out when it is empty, as Go's encoder leaves out what is empty. */
export function pageAnswer<T>(
	call: Call,
	found: Page<T>,
	name: string,
	show: (row: T) => object,
): JsonObject {
	const fields = call.operation.response?.[name]?.fields;
	const rows = found.rows.map((row) => project(fields, show(row)));
	const answer: JsonObject = { next_page_token: found.next };
	if (call.operation.response?.total_count) answer.total_count = found.total;
	if (rows.length > 0) answer[name] = rows;
	return answer;
}

/** The sort order asked for, or the operation's own default. */
export function sortOrder(call: Call): 'ASC' | 'DESC' {
	const asked = call.query.sort_order ?? call.operation.query?.sort_order?.default;
	return asked === 'ASC' ? 'ASC' : 'DESC';
}

export function sortField(call: Call): 'create_time' | 'update_time' {
	return call.query.sort_field === 'update_time' ? 'update_time' : 'create_time';
}

/**
 * The half-open span `_ge` to `_lt`. With only the start given the end is now, so that what
 * happens within the running second is not found yet (get-order-list-202309).
 */
export function inSpan(
	call: Call,
	field: 'create_time' | 'update_time',
): (time: number) => boolean {
	const from = call.body[`${field}_ge`];
	const before = call.body[`${field}_lt`];
	if (from === undefined && before === undefined) return () => true;
	const low = typeof from === 'number' ? from : 0;
	const high = typeof before === 'number' ? before : call.sandbox.clock.seconds();
	return (time) => time >= low && time < high;
}

/** Whether a value is among those of a list filter; an absent filter lets all pass. */
export function among(call: Call, name: string): (value: string) => boolean {
	const list = call.body[name];
	if (!Array.isArray(list) || list.length === 0) return () => true;
	const wanted = new Set(list.map(String));
	return (value) => wanted.has(value);
}
