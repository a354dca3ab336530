import type { Resource } from '../../../shared/operation';
import { approve } from './approve';
import { getMany } from './getMany';
import { reject } from './reject';

export const returnResource: Resource = {
	name: 'Return',
	value: 'return',
	description: 'What buyers want back: returns, refunds and replacements',
	operations: { approve, getMany, reject },
};
