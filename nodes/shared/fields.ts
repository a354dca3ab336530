import { DateTime } from 'luxon';
import type {
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

import { InputError } from './errors';
import { isObject, tryJson } from './http';
import type { QueryValue } from './signing';

/**
 * How a value is checked and brought into TikTok's form.
 * - `id`: an ID, kept as text; also from a resource locator
 * - `ids`: many of them, from a list or a text with commas, blanks or new lines
 * - `texts`: many texts without commas (addresses, image URIs, codes), from a list or a text with commas or new lines
 * - `seconds`: a date and time, sent as Unix seconds
 * - `milliseconds`: the same in milliseconds
 * - `amount`: money (or a measure) as text, for instance "12.50", within minValue and maxValue
 * - `day`: a date, sent as for instance 2026-03-31
 * - `integer`: a whole number within minValue and maxValue
 * - `percent`: a percentage within minValue and maxValue, sent in hundredths of a percent as TikTok counts commissions
 * - `json`: an object or its text
 */
export type Conversion =
	| 'amount'
	| 'day'
	| 'id'
	| 'ids'
	| 'integer'
	| 'json'
	| 'milliseconds'
	| 'percent'
	| 'seconds'
	| 'texts';

/** A field of an operation: what n8n shows, and where its value goes in the request. */
export interface Field extends Omit<INodeProperties, 'options'> {
	/** `path.order_id`, `query.ids`, `body.price.amount`; inside a fixed collection that is sent itself, relative to its entry. */
	send?: string;
	as?: Conversion;
	/** The most entries TikTok takes. */
	maxCount?: number;
	/** The most characters TikTok takes. */
	maxLength?: number;
	/** Sends each entry of a list as an object with the value under this name. */
	entryKey?: string;
	options?: Array<Field | FieldGroup | INodePropertyOptions>;
}

/** A group of a fixed collection. */
export interface FieldGroup extends Omit<INodePropertyCollection, 'values'> {
	values: Field[];
}

/** The parts of a request that come from fields. */
export interface Parts {
	path: Record<string, string>;
	query: Record<string, QueryValue>;
	body: IDataObject;
}

/** Reads a node parameter by name; undefined where it is not shown. */
export type ReadParameter = (name: string) => unknown;

/** What n8n needs to know of a field, without the keys that are ours. */
export function toProperty(field: Field): INodeProperties {
	const { send, as, maxCount, maxLength, entryKey, options, ...property } = field;
	void [send, as, maxCount, maxLength, entryKey];
	if (options === undefined) return property;
	return { ...property, options: options.map(toOption) };
}

function toOption(option: Field | FieldGroup | INodePropertyOptions) {
	if (isGroup(option)) return { ...option, values: option.values.map(toProperty) };
	return isField(option) ? toProperty(option) : option;
}

const isGroup = (option: object): option is FieldGroup => 'values' in option;

const isField = (option: object): option is Field => 'type' in option;

/**
 * Reads all fields and puts their values where they belong.
 *
 * @param zone - the workflow's time zone, for dates that name none
 * @throws InputError naming the field that cannot be sent
 */
export function collect(fields: Field[], read: ReadParameter, zone?: string): Parts {
	const parts: Parts = { path: {}, query: {}, body: {} };
	for (const field of fields) if (isShown(field, read)) put(parts, field, read(field.name), zone);
	return parts;
}

/** A field counts only where the user can see it, as n8n decides it from displayOptions. */
function isShown({ displayOptions }: Field, read: ReadParameter): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(
		([name, values]) => Array.isArray(values) && values.some((value) => value === read(name)),
	);
}

function put(target: object, field: Field, raw: unknown, zone?: string): void {
	if (field.send === undefined) {
		if (field.type !== 'collection' && field.type !== 'fixedCollection') return;
		for (const [inner, value] of entriesOf(field, raw)) put(target, inner, value, zone);
		return;
	}
	const value =
		field.type === 'fixedCollection' ? toObjects(field, raw, zone) : convert(field, raw, zone);
	if (value === undefined || (Array.isArray(value) && value.length === 0)) {
		if (field.required) throw new InputError(`${field.displayName} is empty`);
		return;
	}
	set(target as IDataObject, field.send.split('.'), value);
}

function* entriesOf(field: Field, raw: unknown): Generator<[Field, unknown]> {
	if (!isObject(raw)) return;
	for (const option of field.options ?? []) {
		if (isGroup(option)) {
			const group = raw[option.name];
			for (const inner of option.values) if (isObject(group)) yield [inner, group[inner.name]];
		} else if (isField(option) && option.name in raw) {
			yield [option, raw[option.name]];
		}
	}
}

function toObjects(
	field: Field,
	raw: unknown,
	zone?: string,
): IDataObject[] | IDataObject | undefined {
	const group = (field.options ?? []).find(isGroup);
	if (group === undefined || !isObject(raw)) return undefined;
	const entries = raw[group.name];
	if (isObject(entries)) return toEntry(group.values, entries, zone);
	if (!Array.isArray(entries)) return undefined;
	checkCount(field, entries.length);
	return (entries as unknown[]).filter(isObject).map((entry) => toEntry(group.values, entry, zone));
}

function toEntry(fields: Field[], values: IDataObject, zone?: string): IDataObject {
	const entry: IDataObject = {};
	for (const field of fields) put(entry, field, values[field.name], zone);
	return entry;
}

function set(target: IDataObject, keys: string[], value: unknown): void {
	const [key = '', ...rest] = keys;
	if (rest.length === 0) {
		target[key] = value as IDataObject;
		return;
	}
	const inner = isObject(target[key]) ? target[key] : {};
	target[key] = inner;
	set(inner, rest, value);
}

/**
 * Checks a value and brings it into TikTok's form.
 *
 * @returns undefined for an empty value, which is not sent
 * @throws InputError naming the field
 */
export function convert(field: Field, raw: unknown, zone?: string): unknown {
	const given = withoutLocator(raw);
	const value = typeof given === 'string' ? given.trim() : given;
	if (value === undefined || value === null || value === '') return undefined;
	const converted = field.as === undefined ? value : CONVERSIONS[field.as](field, value, zone);
	for (const text of [converted].flat()) checkLength(field, text);
	if (!Array.isArray(converted)) return converted;
	checkCount(field, converted.length);
	const { entryKey } = field;
	return entryKey === undefined
		? converted
		: converted.map((entry: unknown) => ({ [entryKey]: entry }));
}

/** The value of a resource locator; anything else as it is. */
export function withoutLocator(value: unknown): unknown {
	return isObject(value) && '__rl' in value ? value.value : value;
}

function checkLength({ maxLength, displayName }: Field, text: unknown): void {
	if (typeof text === 'string' && maxLength !== undefined && text.length > maxLength) {
		throw new InputError(`${displayName} is too long: TikTok takes ${maxLength} characters`);
	}
}

function checkCount({ maxCount, displayName }: Field, count: number): void {
	if (maxCount !== undefined && count > maxCount) {
		throw new InputError(`${displayName}: TikTok takes ${maxCount} at once, not ${count}`);
	}
}

const CONVERSIONS: Record<Conversion, (field: Field, value: unknown, zone?: string) => unknown> = {
	id: (field, value) => toId(field.displayName, value),
	ids: (field, value) => {
		const list = typeof value === 'string' ? value.split(/[\s,;]+/) : [value].flat();
		const ids = list.filter((entry) => entry !== '').map((entry) => toId(field.displayName, entry));
		return [...new Set(ids)];
	},
	texts: (field, value) => {
		const list = typeof value === 'string' ? value.split(/[,\n]/) : [value].flat();
		const texts = list.map((entry) => String(plain(field, entry)).trim());
		return [...new Set(texts.filter((text) => text !== ''))];
	},
	seconds: (field, value, zone) => toSeconds(field.displayName, value, zone),
	amount: (field, value) => {
		const text = String(plain(field, value));
		if (/^\d+(\.\d+)?$/.test(text)) {
			checkRange(field, Number(text), text);
			return text;
		}
		throw new InputError(
			`${field.displayName} is not an amount: "${text}"`,
			'Write it with a point and without currency or thousands separators, for instance 1299.50.',
		);
	},
	milliseconds: (field, value, zone) => toSeconds(field.displayName, value, zone) * 1000,
	day: (field, value, zone) => toDay(field.displayName, value, zone),
	integer: (field, value) => {
		const { minValue = -Infinity, maxValue = Infinity } = field.typeOptions ?? {};
		const number = typeof value === 'boolean' ? NaN : Number(plain(field, value));
		if (Number.isSafeInteger(number) && number >= minValue && number <= maxValue) return number;
		const from = Number.isFinite(minValue) ? ` from ${minValue}` : '';
		const to = Number.isFinite(maxValue) ? ` ${from === '' ? 'up to' : 'to'} ${maxValue}` : '';
		throw new InputError(
			`${field.displayName} must be a whole number${from}${to}, not ${String(plain(field, value))}`,
		);
	},
	percent: (field, value) => {
		const { minValue = 0, maxValue = 100 } = field.typeOptions ?? {};
		const percent = typeof value === 'boolean' ? NaN : Number(plain(field, value));
		const hundredths = Math.round(percent * 100);
		const exact = Math.abs(percent * 100 - hundredths) < 1e-6;
		if (exact && percent >= minValue && percent <= maxValue) return hundredths;
		throw new InputError(
			`${field.displayName} must be a percentage from ${minValue} to ${maxValue} with at most two decimals, not ${String(plain(field, value))}`,
		);
	},
	json: (field, value) => {
		if (typeof value !== 'string') return value;
		const parsed = tryJson(value);
		if (parsed !== undefined) return parsed;
		throw new InputError(`${field.displayName} is not valid JSON: ${value.slice(0, 80)}`);
	},
};

function checkRange({ displayName, typeOptions = {} }: Field, value: number, text: string): void {
	const { minValue = -Infinity, maxValue = Infinity } = typeOptions;
	if (value < minValue)
		throw new InputError(`${displayName} must be at least ${minValue}: ${text}`);
	if (value > maxValue) throw new InputError(`${displayName} must be at most ${maxValue}: ${text}`);
}

function plain(field: Field, value: unknown): string | number | boolean {
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
		return value;
	throw new InputError(`${field.displayName} must be a single value, not a list or an object`);
}

/**
 * An ID as text.
 *
 * @throws InputError for a number beyond what JavaScript keeps exactly, and for anything that is no ID
 */
export function toId(displayName: string, value: unknown): string {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) {
		throw new InputError(
			`${displayName} came in as a number and has lost digits`,
			'TikTok’s IDs are longer than a number can hold. Keep them as text in the steps before, for instance as "576461413038785752" in quotes.',
			'lostDigits',
		);
	}
	const id = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
	if (/^[\w-]{1,128}$/.test(id)) return id;
	throw new InputError(
		`${displayName} is not an ID: ${JSON.stringify(value).slice(0, 80)}`,
		'An ID has only digits (sometimes letters) and no blanks or other signs. Choose from the list, or copy it from Seller Center.',
	);
}

/**
 * A date and time as Unix seconds.
 *
 * @param value - ISO 8601 text, a Luxon DateTime, a JavaScript Date or Unix seconds
 * @param zone - the time zone of a text that names none, for instance Europe/Berlin
 * @throws InputError for anything else
 */
export function toSeconds(displayName: string, value: unknown, zone?: string): number {
	if (typeof value === 'number' && value >= 0 && value < 1e11) return Math.floor(value);
	let time: DateTime | undefined;
	if (typeof value === 'string')
		time = DateTime.fromISO(value.replace(' ', 'T').replace(/ (?=[+-])/, ''), { zone });
	else if (value instanceof Date) time = DateTime.fromJSDate(value);
	// n8n's own Luxon makes the DateTimes of expressions, so instanceof would not know them.
	else if (DateTime.isDateTime(value)) time = DateTime.fromMillis(value.toMillis());
	if (time?.isValid) return Math.floor(time.toSeconds());
	throw new InputError(
		`${displayName} is not a date and time: ${JSON.stringify(value).slice(0, 80)}`,
		'Choose it with the date picker, or give it like 2026-03-31T14:00:00.',
	);
}

/**
 * The calendar day of a date, for endpoints that count days in the shop's own time zone.
 *
 * @param value - a day as text, with or without a time, or anything `toSeconds` takes
 * @param zone - the time zone in which a moment is turned into a day
 * @throws InputError for anything else
 */
export function toDay(displayName: string, value: unknown, zone?: string): string {
	// What names no zone is the day as the user sees it, and a DateTime knows its own zone.
	const written = typeof value === 'string' && /^(\d{4}-\d\d-\d\d)([T ][\d:.]*)?$/.exec(value);
	if (written && DateTime.fromISO(value.replace(' ', 'T')).isValid) return written[1] ?? '';
	const own = DateTime.isDateTime(value) ? value.zoneName : zone;
	const seconds = toSeconds(displayName, value, zone);
	return DateTime.fromSeconds(seconds, { zone: own ?? zone }).toFormat('yyyy-MM-dd');
}
