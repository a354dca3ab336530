import type { Operation } from '../../../shared/operation';
import { BY_ZONE } from '../../commonFields';
import { filters, goodsIds, warehouseIds } from './fields';

export const searchInventoryRecords: Operation = {
	name: 'Get Inventory Records',
	action: 'Get FBT inventory records',
	description:
		'Retrieve what changed the inventory: inbound and customer orders, returns, disposals',
	doc: 'search-fbt-inventory-record-202410',
	scopes: ['seller.fbt.info'],
	fields: [
		filters(
			{
				displayName: 'Created After',
				name: 'createdAfter',
				type: 'dateTime',
				default: '',
				description: `Only records of this time or later${BY_ZONE}`,
				send: 'body.create_time_ge',
				as: 'seconds',
			},
			{
				displayName: 'Created Until',
				name: 'createdUntil',
				type: 'dateTime',
				default: '',
				description: `Only records of this time or earlier${BY_ZONE}; left out, until now`,
				send: 'body.create_time_le',
				as: 'seconds',
			},
			warehouseIds,
			goodsIds,
		),
	],
	request: { method: 'POST', path: '/fbt/202410/inventory_records/search', shop: 'optional' },
	pages: { items: 'inventory_records', size: 100 },
};
