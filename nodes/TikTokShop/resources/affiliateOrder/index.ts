import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany';

export const affiliateOrder: Resource = {
	name: 'Affiliate Order',
	value: 'affiliateOrder',
	description: 'Orders that creators brought in, with the commission; not in the UK and EU',
	operations: { getMany },
};
