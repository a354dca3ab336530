import type { IDataObject } from 'n8n-workflow';

import { InputError, TikTokShopError } from './errors';
import { outcomeOf } from './outcome';

/** How an operation pages. */
export interface Paging {
	/** The property of TikTok's `data` that holds the entries. */
	items: string;
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
 * Walks the pages of a search until the limit, the last page, an empty or repeated page token.
 *
 * @param wanted - how many entries are wanted; Infinity for all
 * @param ask - sends the request for one page with the given page_size and page_token
 */
export async function gatherPages(
	{ items: property, size, least = 1, sizes = [], carry }: Paging,
	wanted: number,
	ask: (
		query: { page_size: number; page_token?: string },
		carried: IDataObject,
	) => Promise<IDataObject>,
): Promise<Gathered> {
	if (Number.isNaN(wanted)) throw new InputError('Limit must be a whole number');
	const limit = Math.floor(wanted);
	const items: IDataObject[] = [];
	const seenTokens = new Set<string>();
	// One size for all pages: a page token belongs to the query it came from.
	const wish = Math.max(least, Math.min(size, limit));
	const pageSize = sizes.find((possible) => possible >= wish) ?? wish;
	const carried: IDataObject = {};
	let token: string | undefined;
	let total = 0;
	let emptyPages = 0;
	while (items.length < limit) {
		const pageToken = token;
		const outcome = await outcomeOf(
			async () => await ask({ page_size: pageSize, page_token: pageToken }, carried),
		);
		if (outcome.error !== undefined) {
			const { error } = outcome;
			const capped = error instanceof TikTokShopError && error.kind === 'searchCap';
			if (!capped || items.length === 0) throw error;
			return { items, notice: capNotice(items.length, total) };
		}
		const data = outcome.value;
		const page = Array.isArray(data[property]) ? (data[property] as IDataObject[]) : [];
		for (const entry of page) items.push(entry);
		if (carry !== undefined && data[carry] !== undefined) carried[carry] = data[carry];
		total = Number(data.total_count ?? total) || total;
		emptyPages = page.length === 0 ? emptyPages + 1 : 0;
		token = typeof data.next_page_token === 'string' ? data.next_page_token : '';
		if (token === '' || seenTokens.has(token) || emptyPages >= MOST_EMPTY_PAGES) break;
		seenTokens.add(token);
	}
	if (items.length > limit) items.length = limit;
	const cut = items.length < limit && items.length >= SEARCH_CAP && total > items.length;
	return { items, notice: cut ? capNotice(items.length, total) : undefined };
}

function capNotice(got: number, total: number): string {
	const of = total > got ? ` of ${total}` : '';
	return `TikTok Shop ends a search after ${SEARCH_CAP.toLocaleString('en')} results: ${got}${of} were returned. Narrow the search with filters, for instance shorter time spans, to get the rest.`;
}
