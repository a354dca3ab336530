import type { IDataObject } from 'n8n-workflow';

import type { Field, FieldGroup } from '../../../nodes/shared/fields';

/** Values that would lead a careless program elsewhere. */
const HOSTILE = [
	'../..',
	'a/b?x=1#y',
	'%2e%2e%2fx',
	'x\r\nX-Injected: 1\r\n\r\nx',
	'a\u0000b',
	'\u2028\u2029\u0085',
	'\ud800',
	'1&sign=x&access_token=x',
	'","x":{"y":"',
	'__proto__',
];

/** The same in fewer, for what is only text in a body. */
const HOSTILE_TEXTS = [
	'../../a/b?x=1&sign=x&access_token=x#y%2e%2e%2f',
	'x\r\nX-Injected: 1\r\n\r\na\u0000b\u2028\u2029\u0085',
	'","x":{"y":"\ud800',
	'__proto__',
];

/** What to try in a field: where it is checked or becomes a part of the address, each value by itself. */
export const hostileFor = ({ as, send }: Field) =>
	as === undefined && send?.startsWith('body.') ? HOSTILE_TEXTS : HOSTILE;

/** JSON that a careless program merges into the prototype of all objects. */
export const POLLUTING = [
	'{"__proto__":{"polluted":true},"a":1}',
	'{"constructor":{"prototype":{"polluted":true}}}',
	'{"a":{"__proto__":{"polluted":true}},"b":[{"__proto__":{"polluted":true}}]}',
	'[{"__proto__":{"polluted":true}}]',
];

/** Fails if the prototype of all objects got a new property. */
export function expectUnpolluted(): void {
	expect(Object.keys(Object.prototype)).toEqual([]);
	expect('polluted' in {}).toBe(false);
}

/** A megabyte of text. */
export const HUGE = 'x'.repeat(1024 * 1024);

/** Takes the value from the item, as a workflow does with what somebody else wrote. */
const FROM_ITEM = '={{ $json.hostile }}';

/** One place of an operation's parameters that takes something from outside. */
export interface Place {
	/** For instance "filters.createdAfter". */
	name: string;
	field: Field;
	/** The parameters with the item's value in this place. */
	put: (parameters: IDataObject) => IDataObject;
}

const isGroup = (option: object): option is FieldGroup => 'values' in option;

const isField = (option: object): option is Field => 'type' in option;

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** All places of an operation where text can come in, those in collections and lists included. */
export function placesOf(fields: Field[]): Place[] {
	return fields.flatMap((field): Place[] =>
		placesIn(field).map((place) => ({
			...place,
			put: (parameters) => place.put(shown(fields, field, parameters)),
		})),
	);
}

/** The parameters with which n8n shows a field. */
function shown(fields: Field[], { displayOptions }: Field, parameters: IDataObject): IDataObject {
	let enough = parameters;
	for (const [name, values] of Object.entries(displayOptions?.show ?? {})) {
		const wanted: unknown[] = values ?? [];
		const other = fields.find((field) => field.name === name);
		if (other === undefined) continue;
		if (wanted.includes(enough[name] ?? other.default)) continue;
		enough = shown(fields, other, { ...enough, [name]: wanted[0] as string });
	}
	return enough;
}

function placesIn(field: Field): Place[] {
	const { name, type, options = [] } = field;
	const inside = (parameters: IDataObject) => (isObject(parameters[name]) ? parameters[name] : {});
	switch (type) {
		case 'boolean':
		case 'notice':
			return [];
		case 'collection':
			return options.filter(isField).flatMap((option) =>
				placesIn(option).map((place) => ({
					...place,
					name: `${name}.${place.name}`,
					put: (parameters) => ({ ...parameters, [name]: place.put(inside(parameters)) }),
				})),
			);
		case 'fixedCollection':
			return options.filter(isGroup).flatMap(({ name: group, values }) =>
				values.flatMap(placesIn).map((place) => ({
					...place,
					name: `${name}.${group}.${place.name}`,
					put: (parameters) => {
						const given = inside(parameters)[group];
						const entries = [given ?? {}].flat().filter(isObject);
						const [first = {}, ...others] = entries;
						const entry = place.put(first);
						const multiple = field.typeOptions?.multipleValues === true;
						return { ...parameters, [name]: { [group]: multiple ? [entry, ...others] : entry } };
					},
				})),
			);
		default:
			return [
				{
					name,
					field,
					put: (parameters) => ({ ...parameters, [name]: valueFor(field) }),
				},
			];
	}
}

function valueFor({ type }: Field): IDataObject[string] {
	if (type === 'resourceLocator') return { __rl: true, mode: 'id', value: FROM_ITEM };
	return type === 'multiOptions' ? [FROM_ITEM] : FROM_ITEM;
}
