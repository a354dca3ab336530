import type { IDataObject } from 'n8n-workflow';

import { apiRequests, operate, type World } from '../support';
import { NODE, type Cases } from './case';

const FBT_SCOPE = { withoutScope: 'seller.fbt.info' };

const ask = async (world: World, operation: string, parameters: IDataObject = {}) =>
	(await operate(world, { resource: 'fbt', operation, returnAll: true, ...parameters })).json(NODE);

const part = (entry: IDataObject | undefined, name: string) => entry?.[name] as IDataObject;

const tooMany = Array.from({ length: 101 }, (_, index) => `71421000000000000${index}`).join(',');

export const cases: Cases = {
	'fbt.searchInventory': {
		good: async (world) => {
			const [goods] = await ask(world, 'searchGoods');
			const records = await ask(world, 'searchInventoryRecords', {
				filters: { goodsIds: goods?.id },
			});
			return {
				parameters: { returnAll: true, filters: { goodsIds: goods?.id } },
				check: (execution) => {
					const inventory = execution.json(NODE);
					expect(inventory.length).toBeGreaterThan(0);
					const onHand = inventory.reduce(
						(sum, entry) => sum + Number(part(entry, 'on_hand_detail').total_quantity),
						0,
					);
					const changed = records.reduce(
						(sum, { changed_quantity: quantity }) => sum + Number(quantity),
						0,
					);
					expect(onHand).toBe(changed);
				},
			};
		},
		bad: {
			parameters: { filters: { goodsIds: '7142104329798256386', skuIds: '1729592969712207012' } },
			message: 'Goods IDs and SKU IDs exclude each other',
		},
	},
	'fbt.searchInventoryRecords': {
		good: async (world) => {
			const [warehouse] = await ask(world, 'getWarehouses');
			const id = warehouse?.fbt_warehouse_id;
			const createdAfter = new Date(Date.now() - 7 * 86_400_000).toISOString();
			return {
				parameters: { limit: 3, filters: { fbtWarehouseIds: id, createdAfter } },
				check: async (execution) => {
					const records = execution.json(NODE);
					expect(records).toHaveLength(3);
					for (const record of records) {
						expect(record.fbt_warehouse_id).toBe(id);
						expect(part(record, 'order').type).toBe('CONSIGN_ORDER');
					}
					const sent = (await apiRequests(world)).at(-1);
					expect(sent?.query.page_size).toBe('3');
					expect(JSON.parse(sent?.body ?? '{}')).toEqual({
						fbt_warehouse_ids: [id],
						create_time_ge: Math.floor(Date.parse(createdAfter) / 1000),
					});
				},
			};
		},
		bad: {
			parameters: { filters: { createdUntil: 'now' } },
			message: 'Created Until is not a date',
		},
	},
	'fbt.searchGoods': {
		good: async (world) => {
			const all = await ask(world, 'searchGoods');
			const codes = all.slice(0, 2).map(({ reference_code }) => reference_code);
			return {
				parameters: { returnAll: true, filters: { referenceCodes: codes.join(', ') } },
				check: (execution) => {
					const found = execution.json(NODE).map(({ reference_code }) => reference_code);
					expect(all.length).toBeGreaterThan(2);
					expect(found.sort()).toEqual([...codes].sort());
				},
			};
		},
		bad: {
			parameters: { filters: { goodsIds: tooMany } },
			message: 'Goods IDs: TikTok takes 100 at once',
		},
	},
	'fbt.getWarehouses': {
		good: () => ({
			parameters: {},
			check: (execution) => {
				expect(execution.json(NODE)[0]).toMatchObject({
					fbt_warehouse_id: expect.stringMatching(/^\d{19}$/),
					type: 'PLATFORM_WAREHOUSE',
					subscribed: true,
				});
			},
		}),
		bad: FBT_SCOPE,
	},
	'fbt.getInboundOrder': {
		good: async (world) => {
			const records = await ask(world, 'searchInventoryRecords');
			const inbound = records.map((record) => part(record, 'order'));
			const ids = inbound.filter(({ type }) => type === 'INBOUND_ORDER').map(({ id }) => id);
			return {
				parameters: { inboundOrderId: '={{ $json.id }}' },
				input: ids.map((id) => ({ json: { id } })),
				check: async (execution) => {
					expect(ids.length).toBeGreaterThan(2);
					expect(execution.json(NODE).map(({ id }) => id)).toEqual(ids);
					const sent = (await apiRequests(world)).filter(({ path }) =>
						path.endsWith('/inbound_orders'),
					);
					expect(sent).toHaveLength(1);
				},
			};
		},
		bad: { parameters: { inboundOrderId: 'IBR 12/3' }, message: 'Inbound Order ID is not an ID' },
	},
	'fbt.getRegions': {
		good: () => ({
			parameters: {},
			check: (execution) => expect(execution.json(NODE)).toEqual([{ region_code: 'GB' }]),
		}),
		bad: FBT_SCOPE,
	},
};
