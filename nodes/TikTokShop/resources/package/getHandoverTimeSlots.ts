import type { Operation } from '../../../shared/operation';
import { packageLocator } from '../../commonFields';

export const getHandoverTimeSlots: Operation = {
	name: 'Get Handover Time Slots',
	action: 'Get the handover time slots of a package',
	description:
		'Retrieve whether a package can be picked up, dropped off or collected by van, and when',
	doc: 'get-package-handover-time-slots-202309',
	scopes: ['seller.fulfillment.package.write'],
	fields: [packageLocator],
	request: {
		method: 'GET',
		path: '/fulfillment/202309/packages/{package_id}/handover_time_slots',
		shop: 'required',
	},
};
