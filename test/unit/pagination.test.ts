import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { explain, TikTokShopError } from '../../nodes/shared/errors';
import { gatherPages } from '../../nodes/shared/pagination';
import { failureOf } from './helpers';

interface Asked {
	page_size: number;
	page_token?: string;
}

/** A search over numbered records; the token is the place of the next one. */
function search(count: number, data: (place: number) => IDataObject = () => ({})) {
	const asked: Asked[] = [];
	const ask = async (query: Asked): Promise<IDataObject> => {
		asked.push(query);
		const place = Number(query.page_token ?? 0);
		const end = Math.min(count, place + query.page_size);
		const records = Array.from({ length: end - place }, (_, index) => ({ id: place + index }));
		return await Promise.resolve({
			orders: records,
			next_page_token: end < count ? String(end) : '',
			total_count: count,
			...data(place),
		});
	};
	return { ask, asked };
}

const paging = { items: 'orders', size: 100 };

const refuse = (code: number) => explain({ code, message: 'no' });

describe('gatherPages', () => {
	it('gathers exactly what is wanted, in order, with one page size', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat(60),
				fc.integer({ min: 1, max: 20 }),
				fc.oneof(fc.integer({ min: 1, max: 80 }), fc.constant(Infinity)),
				async (count, size, limit) => {
					const { ask, asked } = search(count);
					const { items, notice } = await gatherPages({ items: 'orders', size }, limit, ask);
					const wanted = Math.min(count, limit);
					expect(items).toEqual(Array.from({ length: wanted }, (_, id) => ({ id })));
					expect(notice).toBeUndefined();
					const pageSize = Math.min(size, limit);
					expect(asked.every(({ page_size }) => page_size === pageSize)).toBe(true);
					expect(asked).toHaveLength(Math.max(1, Math.ceil(wanted / pageSize)));
				},
			),
		);
	});

	it('asks for no fewer than TikTok gives at least', async () => {
		const { ask, asked } = search(30);
		const { items } = await gatherPages({ items: 'orders', size: 50, least: 10 }, 3, ask);
		expect(items).toHaveLength(3);
		expect(asked).toEqual([{ page_size: 10, page_token: undefined }]);
	});

	it('asks for nothing where nothing is wanted', async () => {
		const { ask, asked } = search(30);
		expect(await gatherPages(paging, 0, ask)).toEqual({ items: [], notice: undefined });
		expect(asked).toHaveLength(0);
	});

	it.each([
		['at once', ['a', 'a']],
		['in a circle', ['a', 'b', 'c', 'a']],
	])('gives out nothing where page tokens come %s again before the end', async (_, tokens) => {
		let calls = 0;
		const error = await failureOf(
			async () =>
				await gatherPages({ items: 'orders', size: 1 }, Infinity, async () =>
					Promise.resolve({
						orders: [{ id: calls }],
						next_page_token: tokens[calls++ % tokens.length],
						total_count: 10,
					}),
				),
		);
		expect(calls).toBe(tokens.length);
		expect(error).toMatchObject({
			message: 'TikTok Shop sent an incomplete answer',
			description: expect.stringContaining(
				`After ${tokens.length} of 10 results TikTok Shop sent a page token once more.`,
			),
		});
	});

	it.each([
		['all that is counted is there', { total_count: 4 }, 2],
		['nothing is counted and a page is short', {}, 3],
	])('ends at a page token that comes again where %s', async (_, total, size) => {
		const { items } = await gatherPages({ items: 'orders', size }, Infinity, async () =>
			Promise.resolve({ orders: [{}, {}], next_page_token: 'same', ...total }),
		);
		expect(items).toHaveLength(4);
	});

	it.each([
		['the page token', { next_page_token: undefined }, 'After 100 of 250 results'],
		['the list', { orders: undefined }, 'no list of orders'],
		['a list that is null', { orders: null }, 'no list of orders'],
	])('gives out nothing where an answer lacks %s', async (_, change, told) => {
		const { ask, asked } = search(250, () => change);
		const error = await failureOf(async () => await gatherPages(paging, Infinity, ask));
		expect(error).toMatchObject({ description: expect.stringContaining(told) });
		expect(asked).toHaveLength(1);
	});

	it('leaves out what comes again on a later page', async () => {
		const { ask } = search(250, (place) =>
			place === 100
				? { orders: Array.from({ length: 100 }, (_, index) => ({ id: 95 + index })) }
				: {},
		);
		const { items } = await gatherPages({ ...paging, id: 'id' }, Infinity, ask);
		expect(items).toHaveLength(245);
		expect(new Set(items.map(({ id }) => id)).size).toBe(245);
	});

	it('gives out nothing where an entry cannot be told from others', async () => {
		const { ask } = search(3, () => ({ orders: [{ id: 1 }, { status: 'UNPAID' }] }));
		const error = await failureOf(
			async () => await gatherPages({ ...paging, id: 'id' }, Infinity, ask),
		);
		expect(error).toMatchObject({ description: expect.stringContaining('orders has no id') });
	});

	it('does without a count, and without a token on the last page', async () => {
		const { ask } = search(250, (place) => ({
			total_count: undefined,
			...(place === 200 ? { next_page_token: undefined } : {}),
		}));
		expect((await gatherPages(paging, Infinity, ask)).items).toHaveLength(250);
	});

	it('does not care how page tokens and counts are written', async () => {
		const { ask } = search(250, (place) => ({
			next_page_token: place < 200 ? place + 100 : '',
			total_count: '250',
		}));
		const { items } = await gatherPages(paging, Infinity, async (query) =>
			ask({ ...query, page_token: query.page_token?.toString() }),
		);
		expect(items).toHaveLength(250);
	});

	it('lets the asker ask again while there is a gap', async () => {
		const { ask } = search(250);
		let spoilt = 2;
		const { items } = await gatherPages(paging, Infinity, async (query, _, findGap) => {
			const answer = await ask(query);
			while (spoilt-- > 0) expect(findGap({ ...answer, orders: undefined })).toBeDefined();
			expect(findGap(answer)).toBeUndefined();
			return answer;
		});
		expect(items).toHaveLength(250);
	});

	it('goes on behind an empty page, but not for ever', async () => {
		let calls = 0;
		const gap = await gatherPages(paging, Infinity, async () => {
			calls += 1;
			const records = calls === 5 ? [{ id: 5 }] : [];
			return Promise.resolve({ orders: records, next_page_token: calls === 5 ? '' : `t${calls}` });
		});
		expect(gap.items).toEqual([{ id: 5 }]);

		let endless = 0;
		const empty = await gatherPages(paging, Infinity, async () =>
			Promise.resolve({ orders: [], next_page_token: `t${++endless}` }),
		);
		expect(empty.items).toEqual([]);
		expect(endless).toBe(5);

		const error = await failureOf(
			async () =>
				await gatherPages(paging, Infinity, async () =>
					Promise.resolve({ orders: [], next_page_token: `t${++endless}`, total_count: 3 }),
				),
		);
		expect(error).toMatchObject({ description: expect.stringContaining('After 0 of 3 results') });
	});

	it.each([[{}], [{ orders: null }], [{ total_count: 0 }], [{ next_page_token: '' }]])(
		'takes %j for the end',
		async (data) => {
			const { items } = await gatherPages(paging, Infinity, async () =>
				Promise.resolve(data as IDataObject),
			);
			expect(items).toEqual([]);
		},
	);

	it('takes pages that are too many for one call', async () => {
		const huge = Array.from({ length: 200_000 }, (_, id) => ({ id }));
		const { items } = await gatherPages({ items: 'orders', size: 200_000 }, Infinity, async () =>
			Promise.resolve({ orders: huge }),
		);
		expect(items).toHaveLength(200_000);
	});

	it('throws what went wrong', async () => {
		const { ask } = search(300);
		const failure = refuse(105005);
		const error = await failureOf(
			async () =>
				await gatherPages(paging, Infinity, async (query) => {
					if (query.page_token === '200') throw failure;
					return await ask(query);
				}),
		);
		expect(error).toBe(failure);
	});
});

describe('TikTok’s end of a search', () => {
	it('is told with what is missing where TikTok just stops', async () => {
		const { ask } = search(10_000, () => ({ total_count: 12_345 }));
		const { items, notice } = await gatherPages(paging, Infinity, ask);
		expect(items).toHaveLength(10_000);
		expect(notice).toContain('10000 of 12345 were returned');
		expect(notice).toContain('Narrow the search with filters');
	});

	it('is told where TikTok refuses the next page', async () => {
		const { ask } = search(20_000);
		const { items, notice } = await gatherPages(paging, Infinity, async (query) => {
			if (query.page_token === '10000') throw refuse(12052180);
			return await ask(query);
		});
		expect(items).toHaveLength(10_000);
		expect(notice).toContain('after 10,000 results');
		expect(notice).toContain('10000 of 20000');
	});

	it('is an error where nothing was returned before', async () => {
		const error = await failureOf(
			async () =>
				await gatherPages(paging, Infinity, async () => await Promise.reject(refuse(12052180))),
		);
		expect(error).toBeInstanceOf(TikTokShopError);
		expect(error).toMatchObject({ kind: 'searchCap' });
	});

	it.each([
		['all came', 10_000, {}, Infinity],
		['no total is known', 10_000, { total_count: undefined }, Infinity],
		['no more was wanted', 10_000, { total_count: 12_345 }, 10_000],
		['the search is small', 50, { total_count: 70 }, Infinity],
	])('is not told where %s', async (_name, count, data, limit) => {
		const { ask } = search(count, () => data);
		expect((await gatherPages(paging, limit, ask)).notice).toBeUndefined();
	});

	it('asks only for sizes that the endpoint takes', async () => {
		const sizes = [20, 50, 100];
		for (const [limit, size] of [
			[1, 20],
			[21, 50],
			[100, 100],
			[Infinity, 100],
		] as const) {
			const { ask, asked } = search(5);
			await gatherPages({ ...paging, sizes }, limit, ask);
			expect(asked.map(({ page_size }) => page_size)).toEqual([size]);
		}
	});

	it('gives back what the endpoint wants to see again', async () => {
		const { ask } = search(3, (place) => ({ search_key: `key of ${place}` }));
		const carried: IDataObject[] = [];
		await gatherPages({ items: 'orders', size: 1, carry: 'search_key' }, 3, async (query, body) => {
			carried.push({ ...body });
			return await ask(query);
		});
		expect(carried).toEqual([{}, { search_key: 'key of 0' }, { search_key: 'key of 1' }]);
	});
});
