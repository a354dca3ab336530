import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { deleteGlobalProduct } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { publish } from './publish';
import { replace } from './replace';
import { update } from './update';
import { updateInventory } from './updateInventory';

export const globalProduct: Resource = {
	name: 'Global Product',
	value: 'globalProduct',
	description: 'What is sold in several countries, and made into a local product in each',
	operations: {
		create,
		delete: deleteGlobalProduct,
		get,
		getMany,
		publish,
		replace,
		update,
		updateInventory,
	},
};
