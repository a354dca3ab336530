import type { IDataObject } from 'n8n-workflow';

import { InputError, TikTokShopError } from './errors';
import {
	entriesOf,
	findMissingField,
	findMissingList,
	incompleteError,
	totalIn,
	type FindGap,
} from './gaps';
import { outcomeOf } from './outcome';
import { asText } from './text';

/** How an operation pages. */
export interface Paging {
	/** The property of TikTok's `data` that holds the entries. */
	items: string;
	/** The property that tells entries apart: one that comes again on a later page is left out. */
	id?: string;
	/** The most entries the endpoint gives at once. */
	size: number;
	/** The fewest it can be asked for. */
	least?: number;
	/** The only sizes it can be asked for, ascending, where not any up to `size`. */
	sizes?: readonly number[];
	/** A property of each answer that TikTok wants back in the body of the next request, for instance search_key. */
	carry?: string;
	/** Where page_size and page_token go; the query unless told. */
	in?: 'body' | 'query';
}

/** What was gathered, and a sentence for the user where TikTok cut the result off. */
export interface Gathered {
	items: IDataObject[];
	notice?: string;
}

/** Searches end here, whatever total_count says (reference limits, community conformance data). */
const SEARCH_CAP = 10_000;

/** A page can be empty though more follow, but not for ever. */
const MOST_EMPTY_PAGES = 5;

/**
 * Walks the pages of a search until the limit, the last page or TikTok's end of a search.
 *
 * @param wanted - how many entries are wanted; Infinity for all
 * @param ask - sends the request for one page with the given page_size and page_token; it may repeat it while there is a
 * gap in the answer
 * @throws TikTokShopError where the pages do not lead to all entries, for instance in a circle of page tokens
 */
export async function gatherPages(
	{ items: list, id, size, least = 1, sizes = [], carry }: Paging,
	wanted: number,
	ask: (
		query: { page_size: number; page_token?: string },
		carried: IDataObject,
		findGap: FindGap,
	) => Promise<IDataObject>,
): Promise<Gathered> {
	if (Number.isNaN(wanted)) throw new InputError('Limit must be a whole number');
	const limit = Math.floor(wanted);
	const items: IDataObject[] = [];
	const seenTokens = new Set<string>();
	const isNew = comesFirst(id);
	// One size for all pages: a page token belongs to the query it came from.
	const wish = Math.max(least, Math.min(size, limit));
	const pageSize = sizes.find((possible) => possible >= wish) ?? wish;
	const carried: IDataObject = {};
	let token: string | undefined;
	let total: number | undefined;
	let emptyPages = 0;
	while (items.length < limit) {
		const pageToken = token;
		const before = items.length;
		const place = { list, id, pageSize, before, limit, total, seenTokens };
		const findGap: FindGap = (data) => findPageGap(data, place);
		const outcome = await outcomeOf(
			async () => await ask({ page_size: pageSize, page_token: pageToken }, carried, findGap),
		);
		if (outcome.error !== undefined) {
			const { error } = outcome;
			const capped = error instanceof TikTokShopError && error.kind === 'searchCap';
			if (!capped || items.length === 0) throw error;
			return { items, notice: capNotice(items.length, total) };
		}
		const data = outcome.value;
		const gap = findGap(data);
		if (gap !== undefined) throw incompleteError(gap);
		const page = entriesOf(data, list);
		for (const entry of page) if (isNew(entry)) items.push(entry);
		if (carry !== undefined && data[carry] !== undefined) carried[carry] = data[carry];
		total = totalIn(data) ?? total;
		emptyPages = page.length === 0 ? emptyPages + 1 : 0;
		token = asText(data.next_page_token);
		if (token === '' || seenTokens.has(token) || emptyPages >= MOST_EMPTY_PAGES) break;
		seenTokens.add(token);
	}
	if (emptyPages >= MOST_EMPTY_PAGES && (total ?? 0) > items.length && items.length < SEARCH_CAP) {
		throw incompleteError(
			`After ${items.length} of ${total} results only empty pages came from TikTok Shop.`,
		);
	}
	if (items.length > limit) items.length = limit;
	const cut = items.length < limit && items.length >= SEARCH_CAP && (total ?? 0) > items.length;
	return { items, notice: cut ? capNotice(items.length, total) : undefined };
}

/** Lists move while they are read, so that an entry can stand on two pages. */
function comesFirst(id: string | undefined): (entry: IDataObject) => boolean {
	const seen = new Set<string>();
	return (entry) => {
		const before = seen.size;
		return id === undefined || seen.add(asText(entry[id])).size > before;
	};
}

interface Place {
	/** The property with the entries. */
	list: string;
	/** The property that tells entries apart, where there is one. */
	id?: string;
	pageSize: number;
	/** How many entries the pages before held. */
	before: number;
	/** How many are wanted in all. */
	limit?: number;
	/** The total_count of the pages before. */
	total?: number;
	/** The page tokens of the pages before. */
	seenTokens: ReadonlySet<string>;
}

/** Finds what a page lacks, or that it does not lead to the next one although there is more. */
export function findPageGap(data: IDataObject, place: Place): string | undefined {
	const { list, id, pageSize, before, limit = Infinity, seenTokens } = place;
	if (before >= SEARCH_CAP) return undefined;
	const missing =
		findMissingList(data, list, before) ??
		(id === undefined ? undefined : findMissingField(data, list, [id]));
	if (missing !== undefined) return missing;
	const count = entriesOf(data, list).length;
	const got = before + count;
	const total = totalIn(data) ?? place.total;
	const isFull = count >= pageSize;
	const hasMore = total === undefined ? isFull : got < total;
	if (!hasMore || got >= Math.min(limit, SEARCH_CAP)) return undefined;
	const after = `After ${got}${total === undefined ? '' : ` of ${total}`} results`;
	const token = data.next_page_token;
	if (seenTokens.has(asText(token))) return `${after} TikTok Shop sent a page token once more.`;
	// On a last page TikTok sends an empty token, or perhaps none; but a last page is hardly ever full.
	const noToken = token === undefined || token === null;
	return noToken && isFull && total !== undefined
		? `${after} TikTok Shop sent no page token.`
		: undefined;
}

function capNotice(got: number, total = 0): string {
	const of = total > got ? ` of ${total}` : '';
	return `TikTok Shop ends a search after ${SEARCH_CAP.toLocaleString('en')} results: ${got}${of} were returned. Narrow the search with filters, for instance shorter time spans, to get the rest.`;
}
