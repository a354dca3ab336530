import type { Operation } from '../../../shared/operation';
import { packageLocator } from '../../commonFields';
import { readPickupSlot, shipmentFields } from './fields';

export const ship: Operation = {
	name: 'Ship',
	action: 'Ship a package',
	description:
		'Arrange the handover of a package to TikTok’s carrier, or give carrier and tracking number of your own shipment',
	doc: 'ship-package-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [packageLocator, ...shipmentFields],
	request: {
		method: 'POST',
		path: '/fulfillment/202309/packages/{package_id}/ship',
		shop: 'required',
	},
	prepare: readPickupSlot,
};
