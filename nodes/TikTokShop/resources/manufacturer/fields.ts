import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../shared/errors';
import type { Field } from '../../../shared/fields';
import { isObject } from '../../../shared/http';
import type { Operation } from '../../../shared/operation';
import { asText } from '../../../shared/text';
import { EU_LOCALES, localeOption, localesOption } from '../../locales';

export const required = (field: Field): Field => ({ ...field, required: true });

export const emailField: Field = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	placeholder: 'name@email.com',
	default: '',
	description: 'Email address of the contact',
	send: 'body.email',
};

export const nameField = (who: string, maxLength: number): Field => ({
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'Candle Works Ltd',
	description: `Name of the ${who}`,
	send: 'body.name',
	maxLength,
});

export const languageOption = localeOption(
	EU_LOCALES,
	'body.locale',
	'Language of what is entered here; left out, the one of your business address',
	'en-IE',
);

/**
 * Country code and local number.
 *
 * @param target - where they go: `body.phone_number.` or nothing for a group that is sent itself
 */
export const phoneFields = (target = ''): [countryCode: Field, localNumber: Field] => [
	{
		displayName: 'Phone Country Code',
		name: 'countryCode',
		type: 'string',
		default: '',
		placeholder: '+353',
		description: 'Country code of the phone number, with a plus sign',
		send: `${target}country_code`,
	},
	{
		displayName: 'Phone Number',
		name: 'localNumber',
		type: 'string',
		default: '',
		placeholder: '81234567',
		description: 'Phone number without the country code, digits only',
		send: `${target}local_number`,
	},
];

/** A phone number or address in an update: TikTok replaces it as a whole. */
export function wholeField(
	displayName: string,
	name: string,
	send: string,
	values: Field[],
): Field {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		placeholder: `Add ${displayName}`,
		default: {},
		description: 'Replaces what is stored, so fill in all of it',
		send,
		options: [{ displayName, name: 'value', values }],
	};
}

/** The collection of an update, in which nothing is required. */
export const updateFields = (options: Field[]): Field => ({
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options,
});

/** Filters of a search for contacts. */
export function contactFilters(who: string, idsSend: string): Field {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'IDs',
				name: 'ids',
				type: 'string',
				default: '',
				placeholder: '66d3cbe4d9c8b09ddca932a7',
				description: `Only these ${who}, separated by commas. The keyword then does not count.`,
				send: idsSend,
				as: 'ids',
				maxCount: 100,
			},
			{
				displayName: 'Keyword',
				name: 'keyword',
				type: 'string',
				default: '',
				placeholder: 'Candle Works',
				description: `Only ${who} with this in name, phone number or email address`,
				send: 'body.keyword',
				maxLength: 200,
			},
			localesOption(
				EU_LOCALES,
				'body.locales',
				'Languages of the details; left out, the one of your business address',
			),
		],
	};
}

/** TikTok refuses more IDs than the page has room for; those beyond the limit would not come back anyway. */
export const withinLimit =
	(ids: string): Operation['prepare'] =>
	({ body }, { read }) => {
		if (read('returnAll') === true || !Array.isArray(body[ids])) return;
		body[ids] = body[ids].slice(0, Number(read('limit')));
	};

/**
 * Checks email address and phone number before TikTok does.
 *
 * @param digits - how many a local number may have
 * @see doc pages create-manufacturer-202409, create-responsible-person-202409
 */
export function checkContact(digits: [least: number, most: number]): Operation['prepare'] {
	return ({ body }) => {
		if (Object.keys(body).length === 0) {
			throw new InputError('There is nothing to change: add at least one of the Update Fields');
		}
		if (body.email !== undefined && !/^\S+@\S+\.\S+$/.test(asText(body.email))) {
			throw new InputError(`Email is not an email address: "${asText(body.email)}"`);
		}
		if (isObject(body.phone_number)) checkPhone(body.phone_number, digits);
	};
}

function checkPhone(phone: IDataObject, [least, most]: [number, number]): void {
	if (phone.availability === 'UNAVAILABLE') return;
	if (!/^\+\d{1,4}$/.test(asText(phone.country_code))) {
		throw new InputError(
			`Phone Country Code is not a plus sign and up to four digits: "${asText(phone.country_code)}"`,
		);
	}
	const number = asText(phone.local_number);
	if (!/^\d+$/.test(number) || number.length < least || number.length > most) {
		throw new InputError(`Phone Number must have ${least} to ${most} digits: "${number}"`);
	}
}
