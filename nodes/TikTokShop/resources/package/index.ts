import type { Resource } from '../../../shared/operation';
import { getDocument } from './getDocument';

export const packageResource: Resource = {
	name: 'Package',
	value: 'package',
	description: 'What is shipped: parcels, labels and tracking',
	operations: { getDocument },
};
