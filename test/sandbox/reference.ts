import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corrections } from './corrections';

export interface Field {
	type: string;
	required?: boolean;
	enum?: string[];
	min?: number;
	max?: number;
	maxCount?: number;
	maxLength?: number;
	default?: string;
	fields?: Record<string, Field>;
}

export type Fields = Record<string, Field>;

export interface Operation {
	id: string;
	method: string;
	path: string;
	version: string;
	doc: string;
	shopCipher: 'required' | 'optional' | 'none';
	categoryAssetCipher?: 'required' | 'optional' | 'none';
	multipart?: boolean;
	scopes: string[];
	query?: Fields;
	pathParams?: Fields;
	body?: Fields;
	response?: Fields;
	idempotencyKey?: boolean;
	errorCodes: string[];
}

export interface Scope {
	id: number;
	key: string;
	name: string;
	access: 'public' | 'custom';
}

export interface Topic {
	type: number;
	event: string | null;
	slug: string;
}

const folder = join(__dirname, 'reference');

export function readReference<T>(file: string): T {
	return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
}

const NOT_OPERATIONS = new Set(['index.json', 'scopes.json', 'webhooks.json']);

/** Known from the official Node SDK; the documentation mirror has no page for it. */
const deauthorize: Operation = {
	id: 'authorization.deauthorize',
	method: 'DELETE',
	path: '/authorization/202403/shops',
	version: '202403',
	doc: 'auth.json',
	shopCipher: 'required',
	scopes: ['seller.authorization.info'],
	errorCodes: [],
};

function readOperations(): Operation[] {
	const documented = readdirSync(join(folder, 'api'))
		.filter((file) => file.endsWith('.json') && !NOT_OPERATIONS.has(file))
		.sort()
		.flatMap((file) => readReference<Operation[]>(`api/${file}`));
	for (const operation of documented) corrections[operation.id]?.(operation);
	return [...documented, deauthorize];
}

export const operations = readOperations();
export const scopes = readReference<Scope[]>('api/scopes.json');
const webhooks = readReference<{ subscribableEvents: string[]; topics: Topic[] }>(
	'api/webhooks.json',
);
export const topics = webhooks.topics;

/** The type number of a subscribable event name, 0 when the name is unknown. */
export function typeOfEvent(event: string): number {
	return topics.find((topic) => topic.event === event)?.type ?? 0;
}

export interface Route {
	operation: Operation;
	path: Record<string, string>;
}

interface Pattern {
	segments: string[];
	operation: Operation;
}

const isVariable = (segment: string) => segment.startsWith('{');

const patterns: Pattern[] = operations
	.map((operation) => ({ segments: operation.path.split('/'), operation }))
	.sort((a, b) => a.segments.filter(isVariable).length - b.segments.filter(isVariable).length);

function match(pattern: Pattern, segments: string[]): Record<string, string> | undefined {
	if (pattern.segments.length !== segments.length) return undefined;
	const values: Record<string, string> = {};
	for (const [index, expected] of pattern.segments.entries()) {
		const actual = segments[index] ?? '';
		if (isVariable(expected)) {
			if (actual === '') return undefined;
			values[expected.slice(1, -1)] = decodeURIComponent(actual);
		} else if (expected !== actual) {
			return undefined;
		}
	}
	return values;
}

/** Fixed segments win over variable ones, so `/orders/search` is never an order id. */
export function findRoute(method: string, path: string): { route?: Route; pathKnown: boolean } {
	const segments = path.split('/');
	let pathKnown = false;
	for (const pattern of patterns) {
		const values = match(pattern, segments);
		if (!values) continue;
		pathKnown = true;
		if (pattern.operation.method === method) {
			return { route: { operation: pattern.operation, path: values }, pathKnown };
		}
	}
	return { pathKnown };
}
