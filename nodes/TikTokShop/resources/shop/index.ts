import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany';

export const shop: Resource = {
	name: 'Shop',
	value: 'shop',
	description: 'The shops of this connection',
	operations: { getMany },
};
