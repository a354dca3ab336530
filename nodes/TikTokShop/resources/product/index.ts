import type { Resource } from '../../../shared/operation';
import { activate } from './activate';
import { deleteProduct } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { updateInventory } from './updateInventory';
import { updatePrice } from './updatePrice';

export const product: Resource = {
	name: 'Product',
	value: 'product',
	description: 'What the shop sells: SKUs, prices and stock',
	operations: { activate, delete: deleteProduct, get, getMany, updateInventory, updatePrice },
};
