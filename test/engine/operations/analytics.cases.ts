import type { IDataObject } from 'n8n-workflow';

import { apiRequests, byId, operate, type World } from '../support';
import { NODE, type Cases } from './case';

const nothing = byId('={{ $json.nothing }}');

const inDays = (days: number) =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The last twenty days and today. */
const recent = () => ({ startDate: `${inDays(-20)}T15:30:00`, endDate: inDays(1) });

const backwards = { startDate: inDays(1), endDate: inDays(1) };

const ask = async (world: World, operation: string, parameters: IDataObject = {}) =>
	(await operate(world, { resource: 'analytics', operation, ...recent(), ...parameters })).json(
		NODE,
	);

const cents = (money: unknown) => Math.round(Number((money as IDataObject).amount) * 100);

const sum = (rows: IDataObject[]) => rows.reduce((total, { gmv }) => total + cents(gmv), 0);

const intervalsOf = (answer: IDataObject | undefined) =>
	(answer?.performance as IDataObject).intervals as IDataObject[];

const lastQuery = async (world: World) => (await apiRequests(world)).at(-1)?.query;

const all = { returnAll: true };

export const cases: Cases = {
	'analytics.getShop': {
		good: async ({ sandbox }) => {
			const from = Date.parse(`${inDays(-20)}T00:00:00Z`) / 1000;
			const paid = (await sandbox.control.orders()).filter(
				({ status, create_time }) => status !== 'UNPAID' && create_time >= from,
			);
			return {
				parameters: { ...recent(), options: { granularity: '1D', withComparison: true } },
				check: async (execution, world) => {
					const [answer] = execution.json(NODE);
					const days = intervalsOf(answer);
					expect(days).toHaveLength(21);
					expect(days[0]?.start_date).toBe(inDays(-20));
					const orders = days.reduce((total, day) => total + Number(day.orders), 0);
					expect(orders).toBe(paid.length);
					const before = (answer?.performance as IDataObject).comparison_intervals;
					expect(before).toHaveLength(21);
					expect(await lastQuery(world)).toMatchObject({
						start_date_ge: inDays(-20),
						end_date_lt: inDays(1),
						with_comparison: 'true',
					});
				},
			};
		},
		bad: { parameters: backwards, message: 'End Date must be after Start Date' },
	},
	'analytics.getProduct': {
		good: async (world) => {
			const [best] = await ask(world, 'getProducts', { limit: 1 });
			return {
				parameters: { productId: byId(String(best?.id)), ...recent() },
				check: (execution) => {
					expect(intervalsOf(execution.json(NODE)[0])).toMatchObject([
						{ gmv: best?.gmv, orders: best?.orders, units_sold: best?.units_sold },
					]);
				},
			};
		},
		bad: { parameters: { productId: nothing, ...recent() }, message: 'Product is empty' },
	},
	'analytics.getProducts': {
		good: async (world) => {
			const [shop] = await ask(world, 'getShop');
			return {
				parameters: { ...recent(), ...all, options: { sortField: 'gmv', sortOrder: 'ASC' } },
				check: async (execution) => {
					const products = execution.json(NODE);
					expect(sum(products)).toBe(sum(intervalsOf(shop)));
					const ranked = products.map(({ gmv }) => cents(gmv));
					expect(ranked).toEqual([...ranked].sort((a, b) => a - b));
					expect(await lastQuery(world)).toMatchObject({ page_size: '100', sort_field: 'gmv' });
				},
			};
		},
		bad: {
			parameters: { startDate: 'last month', endDate: inDays(1) },
			message: 'Start Date is not a date',
		},
	},
	'analytics.getSku': {
		good: async (world) => {
			const [best] = await ask(world, 'getSkus', { limit: 1 });
			return {
				parameters: { skuId: best?.id, ...recent(), options: { currency: 'USD' } },
				check: (execution) => {
					const [answer] = execution.json(NODE);
					expect(answer?.performance).toMatchObject({ product_id: best?.product_id });
					expect(intervalsOf(answer)).toMatchObject([
						{ sku_orders: best?.sku_orders, gmv: { currency: 'USD' } },
					]);
				},
			};
		},
		bad: { parameters: { skuId: 'red, size M', ...recent() }, message: 'SKU ID is not an ID' },
	},
	'analytics.getSkus': {
		good: async (world) => {
			const [best] = await ask(world, 'getProducts', { limit: 1 });
			return {
				parameters: { ...recent(), ...all, options: { productId: best?.id } },
				check: (execution) => {
					const skus = execution.json(NODE);
					expect(new Set(skus.map(({ product_id }) => product_id))).toEqual(new Set([best?.id]));
					expect(sum(skus)).toBe(cents(best?.gmv));
				},
			};
		},
		bad: {
			parameters: { ...recent(), options: { productId: 'a/b' } },
			message: 'Product ID is not an ID',
		},
	},
	'analytics.getVideo': {
		good: async (world) => {
			const [best] = await ask(world, 'getVideos', { limit: 1 });
			return {
				parameters: { videoId: byId(String(best?.id)), ...recent() },
				check: (execution) => {
					const [answer] = execution.json(NODE);
					expect(intervalsOf(answer)).toMatchObject([{ gmv: best?.gmv, views: best?.views }]);
					expect(answer?.engagement_data).toMatchObject({ total_views: best?.views });
				},
			};
		},
		bad: { parameters: { videoId: nothing, ...recent() }, message: 'Video is empty' },
	},
	'analytics.getVideos': {
		good: async (world) => {
			const [overview] = await ask(world, 'getVideosOverview');
			return {
				parameters: { ...recent(), ...all, options: { accountType: 'LINKED_ACCOUNTS' } },
				check: (execution) => {
					const videos = execution.json(NODE);
					expect(videos.length).toBeGreaterThan(1);
					expect(sum(videos)).toBe(sum(intervalsOf(overview)));
				},
			};
		},
		bad: { parameters: { ...backwards, ...all }, message: 'End Date must be after Start Date' },
	},
	'analytics.getVideosOverview': {
		good: () => ({
			parameters: { ...recent(), options: { accountType: 'AFFILIATES' } },
			check: (execution) => {
				const [answer] = execution.json(NODE);
				expect(intervalsOf(answer)).toMatchObject([
					{ gmv: { currency: 'GBP' }, units_sold: expect.any(Number) },
				]);
				expect(answer?.latest_available_date).toMatch(/^\d{4}-\d\d-\d\d$/);
			},
		}),
		bad: {
			parameters: { startDate: inDays(-2), endDate: '={{ "" }}' },
			message: 'End Date is empty',
		},
	},
	'analytics.getVideoProducts': {
		good: async (world) => {
			const [best] = await ask(world, 'getVideos', { limit: 1 });
			return {
				parameters: { videoId: byId(String(best?.id)), ...recent(), ...all },
				check: (execution) => {
					const products = execution.json(NODE);
					expect(products.length).toBeGreaterThan(0);
					expect(sum(products)).toBe(cents(best?.gmv));
				},
			};
		},
		bad: { parameters: { videoId: byId('a b'), ...recent() }, message: 'Video is not an ID' },
	},
	'analytics.getLives': {
		good: async (world) => {
			const [overview] = await ask(world, 'getLivesOverview');
			return {
				parameters: { ...recent(), ...all, options: { sortField: '24h_live_gmv' } },
				check: (execution) => {
					const sessions = execution.json(NODE).map(({ sales_performance: sales }) => sales);
					expect(sessions.length).toBeGreaterThan(1);
					expect(sum(sessions as IDataObject[])).toBe(sum(intervalsOf(overview)));
				},
			};
		},
		bad: { parameters: backwards, message: 'End Date must be after Start Date' },
	},
	'analytics.getLivesOverview': {
		good: () => ({
			parameters: { ...recent(), options: { accountType: 'OFFICIAL_ACCOUNTS' } },
			check: (execution) => {
				expect(intervalsOf(execution.json(NODE)[0])).toMatchObject([
					{ customers: expect.any(Number), click_to_order_rate: expect.any(String) },
				]);
			},
		}),
		bad: {
			parameters: { startDate: 20_260_101.5e9, endDate: inDays(1) },
			message: 'Start Date is',
		},
	},
};
