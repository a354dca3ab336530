import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	INodeProperties,
	NodeParameterValue,
} from 'n8n-workflow';

import { downloadField, uploadFields, type Download, type Upload } from './binary';
import { toProperty, type Field, type Parts } from './fields';
import { notice } from './notice';
import type { Paging } from './pagination';
import type { Client } from './request';
import { SCOPES, type ScopeKey } from './scopes';
import { ONLY_SHOP, ONLY_SHOP_NAME, type Shop } from './shops';

/** One thing a user can do, as data: what n8n shows and what is asked of TikTok. The runner does the rest. */
export interface Operation {
	/** As in the list of operations, for instance "Get Many". */
	name: string;
	/** As in n8n's list of actions, for instance "Get many orders". */
	action: string;
	description: string;
	/** The documentation page the facts are from. */
	doc: string;
	/** Any one of these opens the operation. */
	scopes: readonly ScopeKey[];
	fields: Field[];
	request: {
		method: IHttpRequestMethods;
		path: string;
		/** Whether TikTok wants, takes or refuses the shop's cipher. */
		shop: 'required' | 'optional' | 'none';
	};
	/** Adds Return All and Limit, and walks the pages. */
	pages?: Paging;
	/** Answers many input items with one request. */
	batch?: Batch;
	/** The property of TikTok's `data` that holds the result; an array in it becomes one item each. */
	output?: string;
	/** A shorter view of one result. Adds Simplify, on by default. */
	simplify?: (result: IDataObject) => IDataObject;
	/** Sends a file. Adds the fields that choose it. */
	upload?: Upload;
	/** Gives out the file that TikTok's answer points to. Adds the field that names where. */
	download?: Download;
	/** Adds a choice between the fields and one JSON for the whole body, for those who map whole objects. */
	jsonBody?: boolean;
	/** Whether TikTok takes an idempotency_key, so that a retry cannot do the thing twice; in the query unless told. */
	idempotencyKey?: true | 'body';
	/** Only looks, though it is a POST without pages. */
	reads?: boolean;
	/** A write that may be repeated without a key, since it sets absolute values. */
	repeatable?: boolean;
	/** Refuses (or puts right) input that no field can judge by itself, before anything is asked of TikTok. */
	check?: (parts: Parts) => void;
	/** What this operation needs and no other has: checks or completes the request before it leaves. */
	prepare?: (parts: Parts, given: Given) => Promise<void> | void;
	/** What each result becomes, where that takes more requests; results of a batch go on side by side. */
	expand?: (result: IDataObject, given: Given) => Promise<Result[]>;
	/** Items of one lane stay in order; without it writes to the same path do, and `perform` runs side by side. */
	lane?: (read: Given['read']) => string | undefined;
	/** Instead of a request of its own: what the operation does. */
	perform?: (given: Given) => Promise<Result[]>;
}

/** What becomes an item. */
export interface Result {
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/** What a plain function of an operation can work with. */
export interface Given {
	context: IExecuteFunctions;
	/** The input item. */
	index: number;
	client: Client;
	shop?: Shop;
	read: (name: string) => unknown;
}

/** How input items are put together: up to `max` values of the field `key` go into one request. */
export interface Batch {
	max: number;
	/** Name of the field that tells the items apart. */
	key: string;
	/** Where the list goes: `query.ids` or `body.packages`. */
	into: string;
	/** Makes each entry of the list an object, the item's own body, with the key under this name; else it is the key alone. */
	entryKey?: string;
	/** The property of TikTok's `data` with the results; without it an item that is not among the errors is done. */
	from?: string;
	/** The property of a result that equals the key. */
	matchBy: string;
	/** The path in an entry of `data.errors` that equals the key, for instance `detail.product_id`. */
	errorKey?: string;
	/** The property of TikTok's `data` that lists the keys it did not do, where it gives no reasons. */
	failedIn?: string;
	/** For messages, for instance "order". */
	what: string;
}

/** A group of operations as the user sees it. */
export interface Resource {
	name: string;
	value: string;
	description: string;
	/** By the value n8n stores, in the order of the list. */
	operations: Record<string, Operation>;
}

/** Whether an operation only looks. */
export function isRead({ request, pages, reads = false }: Operation): boolean {
	return reads || request.method === 'GET' || pages !== undefined;
}

/** A read, or a write that can be sent again without doing anything twice. */
export function isRepeatable(operation: Operation): boolean {
	return isRead(operation) || Boolean(operation.idempotencyKey ?? operation.repeatable);
}

/** The field in which the user chooses the shop. */
export const shopLocator: Field = {
	displayName: 'Shop',
	name: 'shop',
	type: 'resourceLocator',
	default: { mode: 'list', value: ONLY_SHOP, cachedResultName: ONLY_SHOP_NAME },
	description: 'The shop to work on. Leave it as it is if the connection has just one.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchShops', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: '7494049642642441621',
			validation: [
				{
					type: 'regex',
					properties: { regex: '^\\s*[\\w-]+\\s*$', errorMessage: 'A shop ID has only digits' },
				},
			],
		},
	],
};

const returnAll: Field = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

const limit: Field = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	displayOptions: { show: { returnAll: [false] } },
	description: 'Max number of results to return',
};

/** How much of a paged result is wanted. */
export const amountFields: Field[] = [returnAll, limit];

const searchCapNotice = showWhen(
	notice(
		'searchCapNotice',
		'TikTok Shop ends a search after 10,000 results. To get more, run it once for each part, with filters such as a month at a time.',
	),
	returnAll.name,
	[true],
);

const simplify: Field = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const inputMode: Field = {
	displayName: 'Input Mode',
	name: 'inputMode',
	type: 'options',
	options: [
		{ name: 'Fields', value: 'fields', description: 'Fill in the fields below' },
		{ name: 'JSON', value: 'json', description: 'Give everything as one JSON object' },
	],
	default: 'fields',
	description: 'How to enter what is sent',
};

const jsonBody: Field = {
	displayName: 'Body',
	name: 'jsonBody',
	type: 'json',
	typeOptions: { rows: 10 },
	default: '{}',
	required: true,
	displayOptions: { show: { inputMode: ['json'] } },
};

/** Where the pages are that operations name as their `doc`. */
const DOCUMENTATION = 'https://partner.tiktokshop.com/docv2/page/';

/** The field whose JSON is the whole body, where the user chose that. */
export const JSON_BODY = { mode: inputMode.name, field: jsonBody };

/** Whether a field, or one inside of it, goes into the body. */
function isForBody({ send, options = [] }: Field): boolean {
	if (send !== undefined) return send.startsWith('body.');
	return options.some((option) => 'type' in option && isForBody(option));
}

/** The same field, shown only where another one has one of these values. */
export function showWhen(field: Field, name: string, values: NodeParameterValue[]): Field {
	const { displayOptions } = field;
	return {
		...field,
		displayOptions: { ...displayOptions, show: { ...displayOptions?.show, [name]: values } },
	};
}

function withJsonChoice({ fields, doc }: Operation): Field[] {
	const shown = (field: Field) => showWhen(field, inputMode.name, ['fields']);
	const others = fields.filter((field) => !isForBody(field));
	const body = {
		...jsonBody,
		description: `What to send, with the names in <a href="${DOCUMENTATION}${doc}">TikTok’s documentation</a>`,
	};
	return [...others, inputMode, body, ...fields.filter(isForBody).map(shown)];
}

/** All fields of an operation, with those that every operation of its kind has. */
export function fieldsOf(operation: Operation): Field[] {
	const { request, pages, upload, download } = operation;
	const fields = operation.jsonBody ? withJsonChoice(operation) : operation.fields;
	const last = fields.filter(({ type }) => type === 'collection');
	return [
		...(request.shop === 'none' ? [] : [shopLocator]),
		...(upload === undefined ? [] : uploadFields),
		...fields.filter((field) => !last.includes(field)),
		...(pages === undefined ? [] : amountFields),
		...(pages === undefined || request.method === 'GET' ? [] : [searchCapNotice]),
		...(download === undefined ? [] : [downloadField]),
		...(operation.simplify === undefined ? [] : [simplify]),
		...last,
	];
}

/** The parameters of a node that offers these resources. */
export function toProperties(resources: Resource[]): INodeProperties[] {
	const first = resources[0]?.value ?? '';
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map((resource) => ({
				name: resource.name,
				value: resource.value,
				description: aboutResource(resource),
			})),
			default: first,
		},
		...resources.map(toOperationProperty),
		...resources.flatMap(({ value: resource, operations }) =>
			Object.entries(operations).flatMap(([operation, definition]) =>
				fieldsOf(definition).map((field) => showFor(toProperty(field), resource, operation)),
			),
		),
	];
}

const operationsOf = ({ operations }: Resource) => Object.values(operations);

/** Whether TikTok has to approve a permission for the app first, which can take days. */
const isReviewed = ({ scopes }: Operation) =>
	scopes.length > 0 && scopes.every((key) => SCOPES[key].needsApproval);

const REVIEW = 'TikTok has to approve the app for this first.';

const withReview = (description: string) =>
	`${description}${description.endsWith('.') ? '' : '.'} ${REVIEW}`;

function aboutResource(resource: Resource): string {
	const all = operationsOf(resource).every(isReviewed);
	return all ? withReview(resource.description) : resource.description;
}

/** Where the whole resource waits for the review, the resource says so once. */
function aboutOperation(operation: Operation, resource: Resource): string {
	const some = isReviewed(operation) && !operationsOf(resource).every(isReviewed);
	return some ? withReview(operation.description) : operation.description;
}

function toOperationProperty(resource: Resource): INodeProperties {
	const { value, operations } = resource;
	const [first = ''] = Object.keys(operations);
	// Most lists need nothing more to be filled in, so that the first try works.
	const suggested = 'getMany' in operations ? 'getMany' : first;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: Object.entries(operations).map(([name, operation]) => ({
			name: operation.name,
			value: name,
			action: operation.action,
			description: aboutOperation(operation, resource),
		})),
		default: suggested,
	};
}

function showFor(property: INodeProperties, resource: string, operation: string): INodeProperties {
	const { displayOptions } = property;
	return {
		...guardInner(property, resource, operation),
		displayOptions: {
			...displayOptions,
			show: { resource: [resource], operation: [operation], ...displayOptions?.show },
		},
	};
}

/**
 * n8n demands the required values inside of a collection that is not shown, as soon as the operation that is shown has a
 * collection of the same name. So those values say themselves where they belong.
 */
function guardInner(
	property: INodeProperties,
	resource: string,
	operation: string,
): INodeProperties {
	if (property.options === undefined) return property;
	const guard = (inner: INodeProperties): INodeProperties => {
		const guarded = guardInner(inner, resource, operation);
		if (inner.required !== true) return guarded;
		const { displayOptions } = inner;
		const show = { '/resource': [resource], '/operation': [operation], ...displayOptions?.show };
		return { ...guarded, displayOptions: { ...displayOptions, show } };
	};
	const options = property.options.map((option) => {
		if ('values' in option) return { ...option, values: option.values.map(guard) };
		return 'type' in option ? guard(option) : option;
	});
	return { ...property, options };
}
