import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Page, ReadPage } from './cursor';
import { entryOf, toPage, type Source } from './records';

type ProductTime = 'create_time' | 'update_time';

/** More than this is read in several spans of time: TikTok ends a search after 10,000 results. */
const MOST_IN_SPAN = 2000;

/** TikTok's clock can be a little ahead of ours. */
const AHEAD_SECONDS = 60;

/**
 * Reads products from a moment on. TikTok cannot sort them, so a span of time is read as a whole and put in order here;
 * a span with too many products is halved. The token names the second the next span begins at.
 */
export function productReader(time: ProductTime): (source: Source) => ReadPage<IDataObject> {
	return (source) =>
		async ({ fromSeconds, token }) => {
			const from = token === undefined ? fromSeconds : Number(token);
			const now = Math.floor(DateTime.now().toSeconds()) + AHEAD_SECONDS;
			let until: number | undefined;
			for (;;) {
				const span: IDataObject = { [`${time}_ge`]: from };
				if (until !== undefined) span[`${time}_le`] = until;
				const { data, page } = await search(source, time, span);
				const end: number = until ?? now;
				if (Number(data.total_count) <= MOST_IN_SPAN || end <= from) {
					const entries = [...page.entries, ...(await restOf(source, time, span, page.nextToken))];
					entries.sort((a, b) => a.atSeconds - b.atSeconds);
					return { entries, nextToken: until === undefined ? '' : String(until + 1) };
				}
				until = Math.floor((from + end) / 2);
			}
		};
}

/** The newest products of the first page. */
export function productSample(time: ProductTime) {
	return async (source: Source, count: number): Promise<IDataObject[]> => {
		const { page } = await search(source, time, {});
		return page.entries
			.sort((a, b) => b.atSeconds - a.atSeconds)
			.slice(0, count)
			.map(({ record }) => record);
	};
}

async function restOf(source: Source, time: ProductTime, span: IDataObject, firstToken: string) {
	const entries: Page<IDataObject>['entries'] = [];
	const tokens = new Set<string>();
	let token = firstToken;
	while (token !== '' && !tokens.has(token)) {
		tokens.add(token);
		const { page } = await search(source, time, span, token);
		entries.push(...page.entries);
		token = page.nextToken;
	}
	return entries;
}

/** @see doc page search-products-202502 */
async function search(source: Source, time: ProductTime, span: IDataObject, pageToken?: string) {
	const { data } = await source.client.send({
		method: 'POST',
		path: '/product/202502/products/search',
		query: { page_size: 100, page_token: pageToken },
		body: span,
		shopCipher: source.shopCipher,
		action: 'Get many products',
		scopes: ['seller.product.basic'],
		repeatable: true,
	});
	const shape = { id: 'id', time, changes: time === 'update_time' };
	return { data, page: toPage(data, 'products', (record) => entryOf(record, shape)) };
}
