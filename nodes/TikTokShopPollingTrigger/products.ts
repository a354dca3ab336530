import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { entriesOf, findMissingField, totalIn, type FindGap } from '../shared/gaps';
import { findPageGap, gatherPages } from '../shared/pagination';
import type { ReadPage } from './cursor';
import { entryOf, type Source } from './records';

type ProductTime = 'create_time' | 'update_time';

/** More than this is read in several spans of time: TikTok ends a search after 10,000 results. */
const MOST_IN_SPAN = 2000;

/** TikTok's clock can be a little ahead of ours. */
const AHEAD_SECONDS = 60;

const PAGES = { items: 'products', id: 'id', size: 100 };

/**
 * Reads products from a moment on. TikTok cannot sort them, so a span of time is read as a whole and put in order here;
 * a span with too many products is halved. The token names the second the next span begins at.
 */
export function productReader(time: ProductTime): (source: Source) => ReadPage<IDataObject> {
	return (source) =>
		async ({ fromSeconds, token }) => {
			const from = token === undefined ? fromSeconds : Number(token);
			let end = Math.floor(DateTime.now().toSeconds()) + AHEAD_SECONDS;
			let isLast = true;
			for (;;) {
				const until = isLast ? {} : { [`${time}_le`]: end };
				const products = await readSpan(
					source,
					time,
					{ [`${time}_ge`]: from, ...until },
					end > from,
				);
				if (products !== undefined) {
					const entries = products.map((product) => toEntry(product, time));
					entries.sort((a, b) => a.atSeconds - b.atSeconds);
					return { entries, nextToken: isLast ? '' : String(end + 1) };
				}
				end = Math.floor((from + end) / 2);
				isLast = false;
			}
		};
}

/** The newest products of the first page. */
export function productSample(time: ProductTime) {
	return async (source: Source, count: number): Promise<IDataObject[]> => {
		const products = entriesOf(await search(source, time, {}, {}), PAGES.items);
		return products
			.map((product) => toEntry(product, time))
			.sort((a, b) => b.atSeconds - a.atSeconds)
			.slice(0, count)
			.map(({ record }) => record);
	};
}

/**
 * @param mayHalve - whether the span can be made smaller
 * @returns undefined where that is needed
 */
async function readSpan(
	source: Source,
	time: ProductTime,
	span: IDataObject,
	mayHalve: boolean,
): Promise<IDataObject[] | undefined> {
	const firstPage = {
		list: PAGES.items,
		pageSize: PAGES.size,
		before: 0,
		seenTokens: new Set<string>(),
	};
	const first = await search(source, time, span, {}, (data) => findPageGap(data, firstPage));
	if (mayHalve && (totalIn(first) ?? 0) > MOST_IN_SPAN) return undefined;
	const { items, notice } = await gatherPages(PAGES, Infinity, async (page, _, findGap) =>
		page.page_token === undefined ? first : await search(source, time, span, page, findGap),
	);
	return mayHalve && notice !== undefined ? undefined : items;
}

const toEntry = (product: IDataObject, time: ProductTime) =>
	entryOf(product, { id: 'id', time, changes: time === 'update_time' });

/** @see doc page search-products-202502 */
async function search(
	source: Source,
	time: ProductTime,
	span: IDataObject,
	page: { page_token?: string },
	findGap?: FindGap,
): Promise<IDataObject> {
	const { data } = await source.client.send({
		method: 'POST',
		path: '/product/202502/products/search',
		query: { page_size: PAGES.size, ...page },
		body: span,
		shopCipher: source.shopCipher,
		action: 'Get many products',
		scopes: ['seller.product.basic'],
		repeatable: true,
		findGap: (answer) => findMissingField(answer, PAGES.items, ['id', time]) ?? findGap?.(answer),
	});
	return data;
}
