import type { Operation } from '../../../shared/operation';
import { bundleFields, checkPhone } from './firstMileBundle';

export const createFirstMileBundleOfShops: Operation = {
	name: 'Create First Mile Bundle of Several Shops',
	action: 'Create a first mile bundle of several shops',
	description:
		'The older form of "Create a first mile bundle", which asks for no shop: for orders of several shops of one seller',
	doc: 'create-first-mile-bundle-202407',
	scopes: ['seller.fulfillment.basic'],
	fields: bundleFields,
	request: { method: 'POST', path: '/fulfillment/202407/bundles', shop: 'none' },
	prepare: checkPhone,
};
