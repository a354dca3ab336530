import type { Field } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import {
	checkContact,
	emailField,
	languageOption,
	nameField,
	phoneFields,
	required,
} from './fields';

export const addressField: Field = {
	displayName: 'Address',
	name: 'address',
	type: 'string',
	default: '',
	placeholder: '10 Earlsfort Terrace, Dublin, Ireland',
	description: 'Postal address of the manufacturer',
	send: 'body.address',
	maxLength: 500,
};

export const tradeNameField: Field = {
	displayName: 'Registered Trade Name',
	name: 'registeredTradeName',
	type: 'string',
	default: '',
	placeholder: 'Candle Works',
	description: 'The name the manufacturer is registered under',
	send: 'body.registered_trade_name',
	maxLength: 200,
};

export const availabilityField: Field = {
	displayName: 'Phone',
	name: 'availability',
	type: 'options',
	options: [
		{ name: 'Available', value: 'AVAILABLE' },
		{ name: 'Not Available', value: 'UNAVAILABLE' },
	],
	default: 'AVAILABLE',
	description: 'Whether the manufacturer has a phone number',
	send: 'availability',
};

const inBody = 'body.phone_number.';

export const create: Operation = {
	name: 'Create',
	action: 'Create a manufacturer',
	description:
		'Add a manufacturer for products sold in the EU. TikTok translates the details into all EU languages.',
	doc: 'create-manufacturer-202409',
	scopes: ['seller.product.basic'],
	fields: [
		required(nameField('manufacturer', 255)),
		required(emailField),
		required(addressField),
		required({ ...availabilityField, send: `${inBody}availability` }),
		...phoneFields(inBody).map((field) => ({
			...required(field),
			displayOptions: { show: { availability: ['AVAILABLE'] } },
		})),
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [languageOption, tradeNameField],
		},
	],
	request: { method: 'POST', path: '/product/202409/compliance/manufacturers', shop: 'none' },
	prepare: checkContact([7, 20]),
};
