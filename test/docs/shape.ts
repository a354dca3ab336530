import type { Field, FieldGroup } from '../../nodes/shared/fields';
import type { Operation } from '../../nodes/shared/operation';
import { resources } from '../../nodes/TikTokShop/resources';
import { operations } from '../sandbox/reference';

/** A parameter as the reference describes it. */
export interface Parameter {
	type: string;
	required?: boolean;
	enum?: string[];
	min?: number | string;
	max?: number | string;
	maxCount?: number;
	fields?: Record<string, Parameter>;
}

/** An operation as the reference describes it. */
export interface ReferenceOperation {
	id: string;
	doc: string;
	version: string;
	method: string;
	path: string;
	shopCipher: 'none' | 'optional' | 'required';
	categoryAssetCipher?: string;
	scopes: string[];
	query?: Record<string, Parameter>;
	pathParams?: Record<string, Parameter>;
	body?: Record<string, Parameter>;
	response?: Record<string, Parameter>;
	pagination?: { tokenIn: string; next: string; items: string };
	multipart?: boolean;
	idempotencyKey?: boolean;
}

/** An operation of the node with its place in the node. */
export interface Placed {
	/** "resource.operation". */
	name: string;
	resource: string;
	operation: Operation;
}

/** The families of the reference that a seller works with. */
export const FAMILIES = [
	'orders',
	'fulfillment',
	'logistics',
	'supply-chain',
	'products',
	'return-and-refund',
	'finance',
	'promotion',
	'customer-service',
	'customer-engagement',
	'analytics',
	'fulfilled-by-tiktok-fbt',
	'affiliate-seller',
	'seller',
	'authorization',
	'event',
];

/** All operations of those families, as the sandbox holds callers to them. */
export function referenceOperations(): ReferenceOperation[] {
	return (operations as ReferenceOperation[]).filter(
		({ id }) => FAMILIES.includes(id.split('.')[0] ?? '') && id !== 'authorization.deauthorize',
	);
}

/** All operations of the node, in its order. */
export function nodeOperations(): Placed[] {
	return resources.flatMap((resource) =>
		Object.entries(resource.operations).map(([value, operation]) => ({
			name: `${resource.value}.${value}`,
			resource: resource.name,
			operation,
		})),
	);
}

/** What names an endpoint. */
export const endpointOf = ({ method, path }: { method: string; path: string }) =>
	`${method} ${path}`;

/** A value that a field sends: where to, from which field. */
export interface Send {
	/** For instance "body.skus.price.amount"; lists have no sign of their own. */
	to: string;
	field: Field;
}

const isGroup = (option: object): option is FieldGroup => 'values' in option;

const isField = (option: object): option is Field => 'type' in option;

/** Everything the fields of an operation send, nested entries included. */
export function sendsOf(operation: Operation): Send[] {
	return operation.fields.flatMap((field) => sendsOfField(field, ''));
}

function sendsOfField(field: Field, prefix: string): Send[] {
	const inner = (field.options ?? []).flatMap((option) => {
		if (isGroup(option)) return option.values;
		return isField(option) ? [option] : [];
	});
	if (field.send === undefined) return inner.flatMap((nested) => sendsOfField(nested, prefix));
	const to = prefix + field.send;
	if (field.type !== 'fixedCollection') {
		const { entryKey, ...entry } = field;
		if (entryKey === undefined) return [{ to, field }];
		return [
			{ to, field },
			{ to: `${to}.${entryKey}`, field: { ...entry, as: undefined } },
		];
	}
	return [{ to, field }, ...inner.flatMap((nested) => sendsOfField(nested, `${to}.`))];
}

/** The reference's parameters by the same kind of address. */
export function parametersOf(reference: ReferenceOperation): Map<string, Parameter> {
	const found = new Map<string, Parameter>();
	const add = (prefix: string, parameters: Record<string, Parameter> = {}) => {
		for (const [name, parameter] of Object.entries(parameters)) {
			const to = `${prefix}.${name}`;
			found.set(to, parameter);
			add(to, parameter.fields);
		}
	};
	if (reference.categoryAssetCipher !== undefined) {
		found.set('query.category_asset_cipher', { type: 'string' });
	}
	add('path', reference.pathParams);
	add('query', reference.query);
	add('body', reference.body);
	return found;
}
