import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany';

export const shippingProvider: Resource = {
	name: 'Shipping Provider',
	value: 'shippingProvider',
	description: 'Carriers, with the IDs that shipments refer to',
	operations: { getMany },
};
