import type { Resource } from '../../../shared/operation';
import { getInboundOrder } from './getInboundOrder';
import { getRegions } from './getRegions';
import { getWarehouses } from './getWarehouses';
import { searchGoods } from './searchGoods';
import { searchInventory } from './searchInventory';
import { searchInventoryRecords } from './searchInventoryRecords';

export const fbt: Resource = {
	name: 'Fulfilled by TikTok',
	value: 'fbt',
	description: 'Goods in warehouses of TikTok: inventory, records and inbound orders',
	operations: {
		searchInventory,
		searchInventoryRecords,
		searchGoods,
		getWarehouses,
		getInboundOrder,
		getRegions,
	},
};
