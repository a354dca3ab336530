import { isObject, type Json, type JsonObject } from './json';

/** How an answer that is right can come out wrong and still be JSON. */
export const DISTORTIONS = [
	'repeatToken',
	'missingField',
	'doubleFields',
	'longNumbers',
	'numbersAsText',
	'textAsNumbers',
] as const;

export type Distortion = (typeof DISTORTIONS)[number];

/** What `missingField` takes away: all data, the list in it, the page token, the count, or the id of the first entry. */
export type MissingField = 'data' | 'id' | 'list' | 'token' | 'total';

export const isDistortion = (kind: string): kind is Distortion =>
	DISTORTIONS.includes(kind as Distortion);

/** An answer as text, distorted. The sandbox itself did what it was asked. */
export function distort(
	answer: JsonObject,
	how: { kind: Distortion; field?: MissingField },
	askedToken: string | undefined,
): string {
	switch (how.kind) {
		case 'repeatToken':
			return JSON.stringify(withToken(answer, askedToken));
		case 'missingField':
			return JSON.stringify(without(answer, how.field ?? 'data'));
		case 'doubleFields':
			return doubled(answer);
		case 'longNumbers':
			return rewritten(answer, (token) => (/^"\d{16,}"$/.test(token) ? unquoted(token) : token));
		case 'numbersAsText':
			return rewritten(answer, (token) => (token.startsWith('"') ? token : `"${token}"`));
		case 'textAsNumbers':
			return rewritten(answer, (token) => (NUMBER_AS_TEXT.test(token) ? unquoted(token) : token));
	}
}

const NUMBER_AS_TEXT = /^"-?(0|[1-9]\d*)(\.\d+)?"$/;

const unquoted = (token: string) => token.slice(1, -1);

/** The page leads to itself again. A first page, asked for without a token, has nothing to repeat. */
function withToken(answer: JsonObject, token: string | undefined): JsonObject {
	if (token === undefined || !isObject(answer.data)) return answer;
	return { ...answer, data: { ...answer.data, next_page_token: token } };
}

function without(answer: JsonObject, field: MissingField): JsonObject {
	const { data, ...rest } = answer;
	if (field === 'data' || !isObject(data)) return rest;
	const kept = Object.entries(data).filter(([name, value]) => !isGone(field, name, value));
	if (field !== 'id') return { ...rest, data: Object.fromEntries(kept) };
	const nameless = kept.map(([name, value]) => [name, withoutFirstId(value)] as const);
	return { ...rest, data: Object.fromEntries(nameless) };
}

function isGone(field: MissingField, name: string, value: unknown): boolean {
	if (field === 'list') return Array.isArray(value);
	return name === { token: 'next_page_token', total: 'total_count', data: '', id: '' }[field];
}

function withoutFirstId(list: Json | undefined): Json | undefined {
	if (!Array.isArray(list) || !isObject(list[0])) return list;
	const [first, ...others] = list;
	const named = Object.entries(first).filter(([name]) => !/^(id|\w+_id|cipher)$/.test(name));
	return [Object.fromEntries(named), ...others];
}

/** Each key twice, empty at first: the last one counts, as in every JSON reader. */
function doubled(value: Json | undefined): string {
	if (Array.isArray(value)) return `[${value.map(doubled).join()}]`;
	if (!isObject(value)) return JSON.stringify(value ?? null);
	const members = Object.entries(value)
		.filter(([, member]) => member !== undefined)
		.map(([name, member]) => {
			const key = JSON.stringify(name);
			return `${key}:null,${key}:${doubled(member)}`;
		});
	return `{${members.join()}}`;
}

const KEY_OR_SCALAR = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Lets a text or number be written another way; keys stay. */
function rewritten(answer: JsonObject, write: (token: string) => string): string {
	return JSON.stringify(answer).replace(KEY_OR_SCALAR, (token, _text, colon: string | undefined) =>
		colon === undefined ? write(token) : token,
	);
}
