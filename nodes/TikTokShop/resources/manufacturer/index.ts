import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { getMany } from './getMany';
import { update } from './update';

export const manufacturer: Resource = {
	name: 'Manufacturer',
	value: 'manufacturer',
	description: 'Who makes the products, as the EU requires',
	operations: { create, getMany, update },
};
