import { downloadField, uploadFields } from '../../../shared/binary';
import type { Field } from '../../../shared/fields';
import { amountFields, shopLocator, showWhen } from '../../../shared/operation';

/** Names and values, each as a text. */
function pairs(field: { displayName: string; name: string; description: string }): Field {
	return {
		...field,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Parameter' },
		placeholder: 'Add Parameter',
		default: {},
		options: [
			{
				displayName: 'Parameter',
				name: 'parameter',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'page_size',
						description: 'Name of the parameter, as in TikTok’s documentation',
						send: 'name',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: '20',
						description: 'Value of the parameter; several are separated by commas',
						send: 'value',
					},
				],
			},
		],
	};
}

export const queryPairs = pairs({
	displayName: 'Query Parameters',
	name: 'queryParameters',
	description: 'What stands after the path; App Key, time, signature and shop are added for you',
});

export const queryJson: Field = {
	displayName: 'Query JSON',
	name: 'queryJson',
	type: 'json',
	default: '{}',
	description: 'The query parameters as one JSON object; lists become text with commas',
	as: 'json',
};

export const bodyJson: Field = {
	displayName: 'Body JSON',
	name: 'bodyJson',
	type: 'json',
	typeOptions: { rows: 10 },
	default: '{}',
	description: 'What to send, as in TikTok’s documentation of the endpoint',
	as: 'json',
};

export const textParts = pairs({
	displayName: 'Text Parts',
	name: 'textParts',
	description: 'What is sent beside the file, for instance use_case',
});

export const pageSize: Field = {
	displayName: 'Page Size',
	name: 'pageSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100 },
	default: 50,
	required: true,
	description:
		'How many results to ask for at once; TikTok’s documentation says how many are possible',
	as: 'integer',
};

const paging: Field[] = [
	{
		displayName: 'Items Property',
		name: 'itemsProperty',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'orders',
		description:
			'What the list is called in the data of the answer; each of its entries becomes an item',
	},
	pageSize,
	{
		displayName: 'Page Size and Token In',
		name: 'pagingIn',
		type: 'options',
		options: [
			{ name: 'Body', value: 'body' },
			{ name: 'Query', value: 'query', description: 'Nearly always' },
		],
		default: 'query',
		description: 'Where TikTok’s documentation lists page_size and page_token',
	},
	...amountFields,
];

const answerFile: Field[] = [
	{
		displayName: 'File From',
		name: 'fileFrom',
		type: 'options',
		options: [
			{ name: 'Address in the Answer', value: 'address', description: 'As for shipping labels' },
			{ name: 'The Answer Itself', value: 'answer', description: 'The answer is the file' },
		],
		default: 'address',
		description: 'Where the file is',
	},
	{
		displayName: 'Address Property',
		name: 'addressProperty',
		type: 'string',
		default: 'doc_url',
		required: true,
		displayOptions: { show: { fileFrom: ['address'] } },
		description: 'What the address of the file is called in the data of the answer',
	},
	downloadField,
];

const filePart: Field = {
	displayName: 'File Part Name',
	name: 'filePart',
	type: 'string',
	default: 'data',
	required: true,
	description: 'What TikTok’s documentation calls the file',
};

const each = (fields: Field[], name: string, values: Array<boolean | string>): Field[] =>
	fields.map((field) => showWhen(field, name, values));

export const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'];

export const customFields: Field[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: METHODS.map((name) => ({ name, value: name })),
		default: 'GET',
		required: true,
		description: 'The HTTP method of the endpoint',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		default: '',
		required: true,
		placeholder: '/order/202309/orders/search',
		description:
			'The path from TikTok’s documentation, with its version and IDs and without the host',
	},
	{
		displayName: 'Shop Cipher',
		name: 'shopCipher',
		type: 'options',
		options: [
			{ name: 'Leave Out', value: 'none', description: 'For endpoints of the whole account' },
			{ name: 'Send', value: 'send', description: 'For endpoints that work on one shop' },
		],
		default: 'send',
		description:
			'Whether TikTok’s documentation of the endpoint lists shop_cipher; it names the shop',
	},
	showWhen(shopLocator, 'shopCipher', ['send']),
	{
		displayName: 'Query',
		name: 'queryMode',
		type: 'options',
		options: [
			{ name: 'Fields', value: 'fields' },
			{ name: 'JSON', value: 'json' },
		],
		default: 'fields',
		description: 'How to enter the query parameters',
	},
	showWhen(queryPairs, 'queryMode', ['fields']),
	showWhen(queryJson, 'queryMode', ['json']),
	{
		displayName: 'Body',
		name: 'bodyType',
		type: 'options',
		options: [
			{ name: 'File', value: 'file', description: 'A file and text parts (multipart/form-data)' },
			{ name: 'JSON', value: 'json' },
			{ name: 'None', value: 'none' },
		],
		default: 'none',
		displayOptions: { show: { method: ['DELETE', 'PATCH', 'POST', 'PUT'] } },
		description: 'What is sent in the body',
	},
	...each([showWhen(bodyJson, 'bodyType', ['json'])], 'method', ['DELETE', 'PATCH', 'POST', 'PUT']),
	...each(each([filePart, ...uploadFields, textParts], 'bodyType', ['file']), 'method', [
		'DELETE',
		'PATCH',
		'POST',
		'PUT',
	]),
	{
		displayName: 'Paging',
		name: 'paging',
		type: 'boolean',
		default: false,
		description: 'Whether to go on with the next pages of a list',
	},
	...each(paging, 'paging', [true]),
	{
		displayName: 'Response',
		name: 'response',
		type: 'options',
		options: [
			{ name: 'File', value: 'file', description: 'Put a file into a binary field' },
			{ name: 'JSON', value: 'json' },
		],
		default: 'json',
		displayOptions: { show: { paging: [false] } },
		description: 'What to make of the answer',
	},
	...each(each(answerFile, 'response', ['file']), 'paging', [false]),
];
