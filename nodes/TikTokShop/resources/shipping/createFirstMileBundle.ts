import type { Operation } from '../../../shared/operation';
import { bundleFields, checkPhone } from './firstMileBundle';

export const createFirstMileBundle: Operation = {
	name: 'Create First Mile Bundle',
	action: 'Create a first mile bundle',
	description:
		'Announce that the packages of several orders of a shop go to TikTok’s warehouse together; not for the US and UK',
	doc: 'create-first-mile-bundle-v2-202510',
	scopes: ['seller.fulfillment.basic'],
	fields: bundleFields,
	request: { method: 'POST', path: '/fulfillment/202510/first_mile_bundle', shop: 'required' },
	prepare: checkPhone,
};
