import { isObject } from './json';
import type { Field, Fields } from './reference';

/** Says what is wrong with a parameter. */
export class BadParameter extends Error {}

export type QueryValue = string | number | boolean | string[];

const ID_NAME = /(^|_)ids?$/;
/** Ids that are not numbers, or that the caller makes up. */
const FREE_IDS = new Set([
	'external_order_id',
	'uri_id',
	'image_id',
	'translation_task_ids',
	'manufacturer_id',
	'responsible_person_id',
	'creator_user_id',
]);

function fail(where: string, why: string): never {
	throw new BadParameter(`${where} ${why}`);
}

function checkRange(where: string, field: Field, value: number): void {
	if (field.min !== undefined && value < field.min) fail(where, `must be at least ${field.min}`);
	if (field.max !== undefined && value > field.max) fail(where, `must be at most ${field.max}`);
}

function checkEnum(where: string, field: Field, value: string): void {
	if (field.enum && !field.enum.includes(value)) {
		fail(where, `must be one of ${field.enum.join(', ')}`);
	}
}

function checkText(where: string, field: Field, value: string): void {
	checkEnum(where, field, value);
	if (field.maxLength !== undefined && [...value].length > field.maxLength) {
		fail(where, `must have at most ${field.maxLength} characters`);
	}
	if (field.min !== undefined || field.max !== undefined) {
		if (!/^\d+(\.\d+)?$/.test(value)) fail(where, 'must be a number');
		checkRange(where, field, Number(value));
	}
}

function checkCount(where: string, field: Field, count: number): void {
	if (field.required && count === 0) fail(where, 'must not be empty');
	if (field.maxCount !== undefined && count > field.maxCount) {
		fail(where, `must have at most ${field.maxCount} entries`);
	}
}

function readQueryValue(name: string, field: Field, text: string): QueryValue {
	switch (field.type) {
		case 'int': {
			if (!/^-?\d{1,16}$/.test(text)) fail(name, 'must be an integer');
			checkEnum(name, field, text);
			checkRange(name, field, Number(text));
			return Number(text);
		}
		case 'bool':
			if (text !== 'true' && text !== 'false') fail(name, 'must be true or false');
			return text === 'true';
		case '[]string': {
			const entries = text.split(',');
			if (/^\s*\[/.test(text)) fail(name, 'must be joined by commas');
			checkCount(name, field, entries.length);
			for (const entry of entries) {
				checkText(name, field, entry);
				if (ID_NAME.test(name) && !FREE_IDS.has(name) && !/^\d+$/.test(entry)) {
					fail(name, 'must hold ids only');
				}
			}
			return entries;
		}
		default:
			if (field.required && text === '') fail(name, 'is required');
			checkText(name, field, text);
			if (ID_NAME.test(name) && !FREE_IDS.has(name) && !/^\d+$/.test(text)) {
				fail(name, 'must be an id');
			}
			return text;
	}
}

/** Query values by their types; the common parameters are not among them. */
export function readQuery(
	fields: Fields | undefined,
	query: Array<[string, string]>,
): Record<string, QueryValue> {
	const values: Record<string, QueryValue> = {};
	for (const [name, text] of query) {
		const field = fields?.[name];
		if (!field) fail(name, 'is not a query parameter of this endpoint');
		if (name in values) fail(name, 'was sent twice');
		values[name] = readQueryValue(name, field, text);
	}
	for (const [name, field] of Object.entries(fields ?? {})) {
		if (field.required && !(name in values)) fail(name, 'is required');
	}
	return values;
}

export function checkPath(path: Record<string, string>): void {
	for (const [name, value] of Object.entries(path)) {
		if (ID_NAME.test(name) && !FREE_IDS.has(name) && !/^\d+$/.test(value)) {
			fail(name, 'must be an id');
		}
	}
}

function checkScalar(where: string, field: Field, type: string, value: unknown): void {
	switch (type) {
		case 'string':
			if (typeof value !== 'string') fail(where, 'must be a string');
			if (field.required && value === '') fail(where, 'must not be empty');
			checkText(where, field, value);
			return;
		case 'int':
			if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
				fail(where, 'must be an integer');
			}
			checkRange(where, field, value);
			return;
		case 'bool':
			if (typeof value !== 'boolean') fail(where, 'must be true or false');
			return;
		case 'object':
			if (!isObject(value)) fail(where, 'must be an object');
			checkObject(where, field.fields, value);
			return;
		default:
			fail(where, `has the type ${type}, which only multipart carries`);
	}
}

function checkValue(where: string, field: Field, value: unknown): void {
	if (!field.type.startsWith('[]')) {
		checkScalar(where, field, field.type, value);
		return;
	}
	if (!Array.isArray(value)) fail(where, 'must be an array');
	checkCount(where, field, value.length);
	const entry: Field = { ...field, required: false };
	for (const [index, each] of value.entries()) {
		checkScalar(`${where}[${index}]`, entry, field.type.slice(2), each);
	}
}

function checkObject(
	where: string,
	fields: Fields | undefined,
	value: Record<string, unknown>,
): void {
	const label = (name: string) => (where ? `${where}.${name}` : name);
	for (const [name, each] of Object.entries(value)) {
		const field = fields?.[name];
		// A tree without children is one the reference could not read: nothing to hold it against.
		if (!field && fields === undefined && where) return;
		if (!field) fail(label(name), 'is not a parameter of this endpoint');
		checkValue(label(name), field, each);
	}
	for (const [name, field] of Object.entries(fields ?? {})) {
		if (field.required && !(name in value)) fail(label(name), 'is required');
	}
}

export function checkBody(fields: Fields | undefined, body: Record<string, unknown>): void {
	checkObject('', fields, body);
}
