import type { Operation } from '../../../shared/operation';
import { packageLocator } from '../../commonFields';
import { simplifyPackage } from './simplify';

export const get: Operation = {
	name: 'Get',
	action: 'Get a package',
	description: 'Retrieve a package with its orders, carrier, tracking number and addresses',
	doc: 'get-package-detail-202309',
	scopes: ['seller.fulfillment.basic'],
	fields: [packageLocator],
	request: { method: 'GET', path: '/fulfillment/202309/packages/{package_id}', shop: 'optional' },
	simplify: simplifyPackage,
};
