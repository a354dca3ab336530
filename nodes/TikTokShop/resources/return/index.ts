import type { Resource } from '../../../shared/operation';
import { approve } from './approve';
import { create } from './create';
import { get } from './get';
import { getMany } from './getMany';
import { getRecords } from './getRecords';
import { getRejectReasons } from './getRejectReasons';
import { reject } from './reject';

export const returnResource: Resource = {
	name: 'Return',
	value: 'return',
	description: 'What buyers want back: returns, refunds and replacements',
	operations: { approve, create, get, getMany, getRecords, getRejectReasons, reject },
};
