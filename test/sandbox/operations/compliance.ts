import { refusal } from '../errors';
import { isObject, type JsonObject } from '../json';
import { kept } from '../world/kept';
import type { World } from '../world/world';
import { pageAnswer, searchPage } from './searching';
import type { Call, Handlers } from './types';

const EU_LOCALES = ['de-DE', 'en-IE', 'es-ES', 'fr-FR', 'it-IT'];
const EU_COUNTRIES =
	'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE';
const EU_CODES = /^\+(353|30|31|32|33|34|35\d|36|37\d|38[56]|39|40|42[01]|43|45|46|48|49)$/;

type Kind = 'manufacturer' | 'person';

interface Contact {
	id: string;
	number: number;
	/** What is told of the contact in each language. */
	profiles: Map<string, Record<string, unknown>>;
}

interface Books {
	manufacturer: Contact[];
	person: Contact[];
}

const idOf = (kind: Kind, number: number) =>
	`66d3cbe4d9c8b09d${kind === 'person' ? 'a' : 'b'}${number.toString(16).padStart(7, '0')}`;

function add(book: Contact[], kind: Kind, details: Record<string, unknown>): Contact {
	const number = book.length;
	const contact = {
		id: idOf(kind, number),
		number,
		profiles: new Map(EU_LOCALES.map((locale) => [locale, { ...details }])),
	};
	book.push(contact);
	return contact;
}

const phone = { country_code: '+353', local_number: '81234567' };

const booksOf = kept<World, Books>(() => {
	const books: Books = { manufacturer: [], person: [] };
	add(books.manufacturer, 'manufacturer', {
		name: 'Candle Works',
		registered_trade_name: 'Candle Works Ltd',
		email: 'works@example.com',
		phone_number: { availability: 'AVAILABLE', ...phone },
		address: '10 Earlsfort Terrace, Dublin, Ireland',
	});
	add(books.person, 'person', {
		name: 'Aoife Byrne',
		email: 'aoife@example.com',
		phone_number: phone,
		address: {
			street_address_line1: '63 Cardiff Lane, Dublin',
			postal_code: 'D02 HD23',
			country: 'IE',
		},
	});
	return books;
});

export const knowsContact = (world: World, kind: Kind, id: string) =>
	booksOf(world)[kind].some((each) => each.id === id);

function checkPhone(value: unknown, kind: Kind): void {
	if (!isObject(value) || value.availability === 'UNAVAILABLE') return;
	const code = String(value.country_code ?? '');
	if (kind === 'person' && !EU_CODES.test(code)) {
		throw refusal(38023028, 'Invalid EU phone country code');
	}
	if (!/^\+\d{1,4}$/.test(code)) throw refusal(38023046, 'Invalid phone country code format');
	const most = kind === 'person' ? 11 : 20;
	if (!new RegExp(`^\\d{7,${most}}$`).test(String(value.local_number ?? ''))) {
		throw refusal(38023041, 'Invalid phone number length');
	}
}

function check({ body }: Call, kind: Kind): void {
	const { email, phone_number, address } = body;
	if (email !== undefined && !/^\S+@\S+\.\S+$/.test(String(email))) {
		throw refusal(38023042, 'Invalid email format');
	}
	checkPhone(phone_number, kind);
	if (isObject(address) && !EU_COUNTRIES.split(' ').includes(String(address.country))) {
		throw refusal(38023026, 'Invalid EU country');
	}
}

/** The older parts of an address are merged into its first line (create-responsible-person-202409). */
function merged(details: Record<string, unknown>): Record<string, unknown> {
	const { address } = details;
	if (!isObject(address)) return details;
	const { street_address_line1, street_address_line2, district, city, province, ...rest } = address;
	const line = [street_address_line1, street_address_line2, district, city, province]
		.filter((part) => part !== undefined && part !== '')
		.map(String)
		.join(', ');
	return { ...details, address: { street_address_line1: line, ...rest } };
}

function create(kind: Kind, answer: string) {
	return (call: Call): JsonObject => {
		check(call, kind);
		const { locale, ...details } = call.body;
		void locale;
		return { [answer]: add(booksOf(call.sandbox.world)[kind], kind, merged(details)).id };
	};
}

function edit(kind: Kind, parameter: string) {
	return (call: Call): JsonObject => {
		const id = call.path[parameter];
		const contact = booksOf(call.sandbox.world)[kind].find((each) => each.id === id);
		if (!contact) throw refusal(38023051, 'Resource not found');
		check(call, kind);
		const { locale = 'en-IE', ...details } = call.body;
		const profile = contact.profiles.get(String(locale));
		if (profile) Object.assign(profile, merged(details));
		return {};
	};
}

function search(kind: Kind, ids: string, answer: string) {
	return (call: Call): JsonObject => {
		const wanted = call.body[ids] as string[] | undefined;
		if (wanted && wanted.length > Number(call.query.page_size)) {
			throw refusal(38023049, 'The number of ids is larger than page size');
		}
		const word = String(call.body.keyword ?? '').toLowerCase();
		const matches = (contact: Contact) =>
			wanted?.length
				? wanted.includes(contact.id)
				: [...contact.profiles.values()].some((profile) =>
						[profile.name, profile.email, profile.registered_trade_name]
							.map((text) => String(text ?? '').toLowerCase())
							.some((text) => text.includes(word)),
					);
		const found = searchPage(call, booksOf(call.sandbox.world)[kind].filter(matches), {
			value: (each) => each.number,
			id: (each) => each.id,
			order: 'ASC',
			defaultSize: 20,
		});
		const locales = (call.body.locales as string[] | undefined) ?? ['en-IE'];
		return pageAnswer(call, found, answer, ({ id, profiles }) => ({
			id,
			regional_profiles: locales.map((locale) => ({ locale, ...profiles.get(locale) })),
		}));
	};
}

const CHARTS = Array.from({ length: 25 }, (_, number) => ({
	number,
	id: `73620273858902443${String(number).padStart(2, '0')}`,
	name: `${number % 2 === 0 ? 'Shirts' : 'Shoes'} ${number + 1}`,
}));

export const knowsSizeChart = (id: string) => CHARTS.some((each) => each.id === id);

function sizeCharts(call: Call): JsonObject {
	const wanted = call.body.ids as string[] | undefined;
	const word = String(call.body.keyword ?? '').toLowerCase();
	const rows = CHARTS.filter(({ id, name }) =>
		wanted?.length ? wanted.includes(id) : name.toLowerCase().includes(word),
	);
	const found = searchPage(call, rows, {
		value: (each) => each.number,
		id: (each) => each.id,
		order: 'ASC',
		defaultSize: 20,
	});
	const locales = (call.query.locales as string[] | undefined) ?? ['en-GB'];
	return pageAnswer(call, found, 'size_chart', ({ id, name }) => ({
		template_id: id,
		template_name: name,
		images: locales.map((locale) => ({
			uri: `tos-sandbox/chart-${id}-${locale}`,
			url: `https://images.example.com/chart-${id}-${locale}.png`,
			locale,
		})),
	}));
}

export const compliance: Handlers = {
	'products.search-manufacturers': search('manufacturer', 'manufacturer_ids', 'manufacturers'),
	'products.create-manufacturer': create('manufacturer', 'manufacturer_id'),
	'products.partial-edit-manufacturer': edit('manufacturer', 'manufacturer_id'),
	'products.search-responsible-persons': search(
		'person',
		'responsible_person_ids',
		'responsible_persons',
	),
	'products.create-responsible-person': create('person', 'responsible_person_id'),
	'products.partial-edit-responsible-person': edit('person', 'responsible_person_id'),
	'products.search-size-charts': sizeCharts,
};
