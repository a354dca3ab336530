import { isObject, type Json, type JsonObject } from './json';
import type { Fields } from './reference';

function projectValue(fields: Fields | undefined, value: unknown): Json {
	if (Array.isArray(value)) return value.map((each) => projectValue(fields, each));
	if (isObject(value)) return fields ? project(fields, value) : (value as JsonObject);
	return value as Json;
}

/** Only the fields the reference's response tree names, in its order. */
export function project(fields: Fields | undefined, value: object): JsonObject {
	const kept: JsonObject = {};
	for (const [name, field] of Object.entries(fields ?? {})) {
		const own: unknown = Reflect.get(value, name);
		if (own !== undefined) kept[name] = projectValue(field.fields, own);
	}
	return kept;
}
