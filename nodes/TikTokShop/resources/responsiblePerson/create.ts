import type { Operation } from '../../../shared/operation';
import {
	checkContact,
	emailField,
	languageOption,
	nameField,
	phoneFields,
	required,
} from '../manufacturer/fields';
import { addressFields, olderAddressFields } from './fields';

export const create: Operation = {
	name: 'Create',
	action: 'Create a responsible person',
	description:
		'Add the person in the EU who answers for the safety of products. TikTok translates the details into all EU languages.',
	doc: 'create-responsible-person-202409',
	scopes: ['seller.product.basic'],
	fields: [
		required(nameField('responsible person', 200)),
		required(emailField),
		...phoneFields('body.phone_number.').map(required),
		...addressFields('body.address.'),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [languageOption, ...olderAddressFields('body.address.')],
		},
	],
	request: { method: 'POST', path: '/product/202409/compliance/responsible_persons', shop: 'none' },
	prepare: checkContact([7, 11]),
};
