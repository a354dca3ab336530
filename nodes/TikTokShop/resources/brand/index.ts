import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { getMany } from './getMany';

export const brand: Resource = {
	name: 'Brand',
	value: 'brand',
	description: 'The brands products can have',
	operations: { create, getMany },
};
