import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { getMany } from './getMany';

export const order: Resource = {
	name: 'Order',
	value: 'order',
	description: 'What buyers ordered: lines, payment, recipient and status',
	operations: { get, getMany },
};
