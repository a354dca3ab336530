import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany';

export const sizeChart: Resource = {
	name: 'Size Chart',
	value: 'sizeChart',
	description: 'Size tables that products refer to',
	operations: { getMany },
};
