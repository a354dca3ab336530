import type { Resource } from '../../../shared/operation';
import { approve } from './approve';
import { create } from './create';
import { getMany } from './getMany';
import { getRejectReasons } from './getRejectReasons';
import { reject } from './reject';

export const cancellation: Resource = {
	name: 'Cancellation',
	value: 'cancellation',
	description: 'Orders that are cancelled, by the buyer or by you',
	operations: { approve, create, getMany, getRejectReasons, reject },
};
