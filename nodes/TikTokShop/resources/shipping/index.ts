import type { Resource } from '../../../shared/operation';
import { createFirstMileBundle } from './createFirstMileBundle';
import { createFirstMileBundleOfShops } from './createFirstMileBundleOfShops';
import { getServices } from './getServices';
import { getTemplates } from './getTemplates';
import { validateTracking } from './validateTracking';

export const shipping: Resource = {
	name: 'Shipping',
	value: 'shipping',
	description: 'With what orders can be shipped: services, templates and bundles',
	operations: {
		createFirstMileBundle,
		createFirstMileBundleOfShops,
		getServices,
		getTemplates,
		validateTracking,
	},
};
