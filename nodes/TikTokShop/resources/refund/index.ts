import type { Resource } from '../../../shared/operation';
import { calculate } from './calculate';
import { getEligibility } from './getEligibility';

export const refund: Resource = {
	name: 'Refund',
	value: 'refund',
	description: 'What could be cancelled, returned or refunded, and how much',
	operations: { calculate, getEligibility },
};
