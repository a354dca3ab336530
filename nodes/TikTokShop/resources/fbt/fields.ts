import type { Field } from '../../../shared/fields';

/** A filter by up to 100 IDs. */
export function idsFilter(displayName: string, name: string, send: string, of: string): Field {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder: '1729592969712207008',
		description: `Only what concerns these ${of}: up to 100, separated by commas`,
		send,
		as: 'ids',
		maxCount: 100,
	};
}

export const goodsIds = idsFilter('Goods IDs', 'goodsIds', 'body.goods_ids', 'goods');

export const skuIds = idsFilter('SKU IDs', 'skuIds', 'body.sku_ids', 'SKUs');

/** TikTok gives no limit for warehouses. */
export const warehouseIds: Field = {
	displayName: 'FBT Warehouse IDs',
	name: 'fbtWarehouseIds',
	type: 'string',
	default: '',
	placeholder: '7068517275539719942',
	description:
		'Only these warehouses, separated by commas; left out, all that you subscribed to. "Get many FBT warehouses" lists them.',
	send: 'body.fbt_warehouse_ids',
	as: 'ids',
};

export function filters(...options: Field[]): Field {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options,
	};
}
