import type { Operation } from '../../../shared/operation';
import { locator } from '../../commonFields';
import {
	checkContact,
	emailField,
	languageOption,
	nameField,
	phoneFields,
	required,
	updateFields,
	wholeField,
} from '../manufacturer/fields';
import { addressFields, olderAddressFields } from './fields';

export const update: Operation = {
	name: 'Update',
	action: 'Update a responsible person',
	description: 'Change details of a responsible person in one language; what is left out stays',
	doc: 'partial-edit-responsible-person-202409',
	scopes: ['seller.product.basic'],
	fields: [
		locator({
			displayName: 'Responsible Person',
			name: 'responsiblePersonId',
			description: 'The responsible person to change',
			searchListMethod: 'searchResponsiblePersons',
			placeholder: '66d3cbe4d9c8b09ddca932a7',
			send: 'path.responsible_person_id',
		}),
		updateFields([
			wholeField('Address', 'address', 'body.address', [
				...addressFields(),
				...olderAddressFields(),
			]),
			emailField,
			languageOption,
			nameField('responsible person', 200),
			wholeField('Phone', 'phone', 'body.phone_number', phoneFields().map(required)),
		]),
	],
	request: {
		method: 'POST',
		path: '/product/202409/compliance/responsible_persons/{responsible_person_id}/partial_edit',
		shop: 'none',
	},
	repeatable: true,
	prepare: checkContact([7, 11]),
};
