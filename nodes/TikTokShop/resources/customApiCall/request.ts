import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';

import { InputError } from '../../../shared/errors';
import type { Download } from '../../../shared/binary';
import {
	collect,
	convert,
	type Field,
	type Parts,
	type ReadParameter,
} from '../../../shared/fields';
import { isObject } from '../../../shared/http';
import type { Operation } from '../../../shared/operation';
import type { Paging } from '../../../shared/pagination';
import { performRequest } from '../../../shared/run';
import { findShop } from '../../../shared/shops';
import { asText } from '../../../shared/text';
import {
	bodyJson,
	customFields,
	METHODS,
	pageSize,
	queryJson,
	queryPairs,
	textParts,
} from './fields';

const MOST_BYTES = 100 * 1024 * 1024;

/** The signing adds these; the user’s own would spoil it or carry a secret in the address. */
const RESERVED = ['access_token', 'app_key', 'app_secret', 'sign', 'timestamp'];

export const request: Operation = {
	name: 'Request',
	action: 'Make a custom API call',
	description:
		'Call any endpoint of the TikTok Shop Open API, also those this node has no operation for',
	doc: '',
	scopes: [],
	fields: customFields,
	// The parameters decide; until they are read it counts as a write.
	request: { method: 'POST', path: '', shop: 'none' },
	lane: (read) =>
		read('method') === 'GET' || read('paging') === true ? undefined : asText(read('path')),
	prepare: (_, { read }) => void made(read),
	perform: async ({ context, client, index, read }) => {
		const { operation, parts } = made(read);
		const sends = read('shopCipher') !== 'none';
		const shop = sends ? await findShop(client, asText(read('shop'))) : undefined;
		return await performRequest(context, client, operation, { index, read, parts, shop });
	},
};

/**
 * The operation that the parameters describe, so that it is carried out like every other one.
 *
 * @throws InputError naming the field that cannot be sent
 */
function made(read: ReadParameter): { operation: Operation; parts: Parts } {
	const method = methodOf(read);
	const path = pathOf(read);
	const bodyType = method === 'GET' ? 'none' : read('bodyType');
	const operation: Operation = {
		...request,
		perform: undefined,
		request: { method, path, shop: 'none' },
	};
	if (read('paging') === true) operation.pages = pagesOf(method, read);
	else if (read('response') === 'file') operation.download = downloadOf(path, read);
	if (bodyType === 'file') {
		operation.upload = { as: filled('File Part Name', read('filePart')), maxBytes: MOST_BYTES };
	}
	const body = bodyType === 'file' ? named(textParts, read) : {};
	return {
		operation,
		parts: {
			path: {},
			query: queryOf(read),
			body: bodyType === 'json' ? objectOf(bodyJson, read) : body,
		},
	};
}

const isMethod = (text: string): text is IHttpRequestMethods => METHODS.includes(text);

function methodOf(read: ReadParameter): IHttpRequestMethods {
	const method = asText(read('method'));
	if (isMethod(method)) return method;
	throw new InputError(`Method must be one of ${METHODS.join(', ')}, not ${method.slice(0, 80)}`);
}

/**
 * Lets nothing through that could lead to another host or endpoint than the path shows: no host, no query, no dots as
 * segments, no encoded signs, no line breaks.
 */
function pathOf(read: ReadParameter): string {
	const path = filled('Path', read('path'));
	const segments = path.split('/').slice(1);
	const plain = segments.every((segment) => /^[\w.-]+$/.test(segment) && !/^\.+$/.test(segment));
	if (path.startsWith('/') && plain) return path;
	throw new InputError(
		`Path is not a path of the API: ${JSON.stringify(path).slice(0, 120)}`,
		'It starts with a slash and has no host, no query and nothing but letters, digits, dashes and underscores between the slashes, for instance /product/202309/products/1729592969712207008. Query parameters have a field of their own.',
	);
}

function filled(displayName: string, value: unknown): string {
	const text = asText(value).trim();
	if (text === '') throw new InputError(`${displayName} is empty`);
	return text;
}

function pagesOf(method: IHttpRequestMethods, read: ReadParameter): Paging {
	const size = convert(pageSize, read(pageSize.name));
	if (size === undefined) throw new InputError('Page Size is empty');
	const place = read('pagingIn') === 'body' ? 'body' : 'query';
	if (method === 'GET' && place === 'body') {
		throw new InputError('Page Size and Token In: a GET request has no body, choose Query');
	}
	return {
		items: filled('Items Property', read('itemsProperty')),
		size: Number(size),
		least: Number(size),
		in: place,
	};
}

function downloadOf(path: string, read: ReadParameter): Download {
	return {
		urlFrom:
			read('fileFrom') === 'answer'
				? undefined
				: filled('Address Property', read('addressProperty')),
		fileName: () =>
			path
				.split('/')
				.pop()
				?.replace(/\.\w+$/, '') ?? '',
	};
}

function queryOf(read: ReadParameter): Parts['query'] {
	const query = read('queryMode') === 'json' ? objectOf(queryJson, read) : named(queryPairs, read);
	for (const name of Object.keys(query)) {
		if (!/^[\w-]{1,64}$/.test(name)) {
			throw new InputError(`Query Parameters: "${name}" is no name of a parameter`);
		}
		if (RESERVED.includes(name)) {
			throw new InputError(`Query Parameters: ${name} is added by the credential, leave it out`);
		}
		if (name === 'shop_cipher' && read('shopCipher') !== 'none') {
			throw new InputError(
				'Query Parameters: shop_cipher is added for the chosen shop, leave it out or set Shop Cipher to Leave Out',
			);
		}
	}
	return query;
}

function objectOf(field: Field, read: ReadParameter): IDataObject {
	const value = convert(field, read(field.name)) ?? {};
	if (isObject(value)) return value;
	throw new InputError(`${field.displayName} must be a JSON object`);
}

/** What a list of names and values says, as an object. */
function named(field: Field, read: ReadParameter): IDataObject {
	const { body } = collect([{ ...field, send: 'body.list', displayOptions: undefined }], read);
	const list = Array.isArray(body.list) ? body.list.filter(isObject) : [];
	return Object.fromEntries(list.map(({ name, value }) => [asText(name), asText(value)]));
}
