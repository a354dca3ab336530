import type { Operation } from '../../../shared/operation';
import { packageLocator } from '../../commonFields';
import { trackingFields } from './fields';

export const updateShippingInfo: Operation = {
	name: 'Update Shipping Info',
	action: 'Update the shipping info of a package',
	description:
		'Correct carrier and tracking number of a package you shipped yourself. TikTok allows this only for some time and a few times.',
	doc: 'update-package-shipping-info-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [packageLocator, ...trackingFields('body')],
	request: {
		method: 'POST',
		path: '/fulfillment/202309/packages/{package_id}/shipping_info/update',
		shop: 'required',
	},
};
