import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';
import { addressField, availabilityField, tradeNameField } from './create';
import {
	checkContact,
	emailField,
	languageOption,
	nameField,
	phoneFields,
	updateFields,
	wholeField,
} from './fields';

export const update: Operation = {
	name: 'Update',
	action: 'Update a manufacturer',
	description: 'Change details of a manufacturer in one language; what is left out stays',
	doc: 'partial-edit-manufacturer-202409',
	scopes: ['seller.product.basic'],
	fields: [
		locator({
			displayName: 'Manufacturer',
			name: 'manufacturerId',
			description: 'The manufacturer to change',
			searchListMethod: 'searchManufacturers',
			placeholder: '66d3cbe4d9c8b09ddca932a7',
			send: 'path.manufacturer_id',
		}),
		updateFields([
			addressField,
			emailField,
			languageOption,
			nameField('manufacturer', 255),
			wholeField('Phone', 'phone', 'body.phone_number', [availabilityField, ...phoneFields()]),
			tradeNameField,
		]),
	],
	request: {
		method: 'POST',
		path: '/product/202409/compliance/manufacturers/{manufacturer_id}/partial_edit',
		shop: 'none',
	},
	repeatable: true,
	prepare: checkContact([7, 20]),
};
