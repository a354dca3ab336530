import type { Operation } from '../../../shared/operation';
import { packageInBatch, readPickupSlot, shipmentFields } from './fields';

export const shipMany: Operation = {
	name: 'Ship Many',
	action: 'Ship many packages',
	description:
		'Ship the packages of all input items with as few requests as possible; each item gets its own result',
	doc: 'batch-ship-packages-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [packageInBatch, ...shipmentFields],
	request: { method: 'POST', path: '/fulfillment/202309/packages/ship', shop: 'required' },
	// The page names no limit; a page of packages has 50.
	batch: {
		max: 50,
		key: 'packageId',
		into: 'body.packages',
		entryKey: 'id',
		matchBy: 'package_id',
		what: 'package',
	},
	prepare: readPickupSlot,
};
