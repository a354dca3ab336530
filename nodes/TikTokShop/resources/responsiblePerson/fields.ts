import type { Field } from '../../../shared/fields';
import { text } from '../../commonFields';

const COUNTRIES: Record<string, string> = {
	AT: 'Austria',
	BE: 'Belgium',
	BG: 'Bulgaria',
	HR: 'Croatia',
	CY: 'Cyprus',
	CZ: 'Czechia',
	DK: 'Denmark',
	EE: 'Estonia',
	FI: 'Finland',
	FR: 'France',
	DE: 'Germany',
	GR: 'Greece',
	HU: 'Hungary',
	IE: 'Ireland',
	IT: 'Italy',
	LV: 'Latvia',
	LT: 'Lithuania',
	LU: 'Luxembourg',
	MT: 'Malta',
	NL: 'Netherlands',
	PL: 'Poland',
	PT: 'Portugal',
	RO: 'Romania',
	SK: 'Slovakia',
	SI: 'Slovenia',
	ES: 'Spain',
	SE: 'Sweden',
};

const part = (
	displayName: string,
	name: string,
	send: string,
	description: string,
	placeholder: string,
): Field => text(displayName, name, send, description, { placeholder, maxLength: 500 });

/** What an address cannot be without. `target` as in phoneFields. */
export const addressFields = (target = ''): Field[] => [
	{
		...part(
			'Street Address',
			'street',
			`${target}street_address_line1`,
			'The whole address without postal code and country: number, street, district, city, province',
			'10 Earlsfort Terrace, Dublin',
		),
		required: true,
	},
	{
		...part(
			'Postal Code',
			'postalCode',
			`${target}postal_code`,
			'Postal code of the address',
			'D02 T380',
		),
		required: true,
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'options',
		options: Object.entries(COUNTRIES).map(([value, name]) => ({ name, value })),
		default: 'IE',
		required: true,
		description: 'Country of the address, in the EU',
		send: `${target}country`,
	},
];

/** TikTok merges these into the street address and will drop them. */
export const olderAddressFields = (target = ''): Field[] => [
	part('City', 'city', `${target}city`, 'TikTok adds it to the street address', 'Dublin'),
	part(
		'District',
		'district',
		`${target}district`,
		'TikTok adds it to the street address',
		'Dublin 2',
	),
	part(
		'Province',
		'province',
		`${target}province`,
		'TikTok adds it to the street address',
		'Leinster',
	),
	part(
		'Street Address Line 2',
		'street2',
		`${target}street_address_line2`,
		'TikTok adds it to the street address',
		'3rd floor',
	),
];
