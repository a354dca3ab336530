import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { getMany } from './getMany';
import { updateInventory } from './updateInventory';
import { updatePrice } from './updatePrice';

export const product: Resource = {
	name: 'Product',
	value: 'product',
	description: 'What the shop sells: SKUs, prices and stock',
	operations: { get, getMany, updateInventory, updatePrice },
};
