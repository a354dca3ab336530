import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { filters, goodsIds, skuIds, warehouseIds } from './fields';

export const searchInventory: Operation = {
	name: 'Get Inventory',
	action: 'Get the FBT inventory',
	description:
		'Retrieve per goods and warehouse what is available, reserved, unfulfillable or coming',
	doc: 'search-fbt-inventory-202408',
	scopes: ['seller.fbt.info'],
	fields: [filters(warehouseIds, goodsIds, skuIds)],
	request: { method: 'POST', path: '/fbt/202408/inventory/search', shop: 'required' },
	pages: { items: 'inventory', size: 100 },
	prepare: ({ body }) => {
		if (body.goods_ids !== undefined && body.sku_ids !== undefined) {
			throw new InputError('Goods IDs and SKU IDs exclude each other: give one of them');
		}
	},
};
