import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
	IRequestOptions,
	ITriggerFunctions,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, NodeConnectionTypes, jsonParse } from 'n8n-workflow';
import type { Readable } from 'node:stream';

const { Main } = NodeConnectionTypes;

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

function describe(
	name: string,
	version: number | number[],
	more: Partial<INodeTypeDescription> = {},
): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version,
		description: `Stand-in for the node ${name} of n8n`,
		defaults: { name },
		inputs: [Main],
		outputs: [Main],
		properties: [],
		...more,
	};
}

function parameter(
	name: string,
	type: INodeProperties['type'],
	defaultValue: INodeProperties['default'],
	more: Partial<INodeProperties> = {},
): INodeProperties {
	// The engine reads the options of every collection that a workflow has a value for.
	const none = type === 'collection' ? { options: [] } : {};
	return { displayName: name, name, type, default: defaultValue, ...none, ...more };
}

function actionNode(description: INodeTypeDescription, execute: Execute): INodeType {
	return { description, execute };
}

/** A trigger that, run by hand, starts with one item. */
function manualStart(
	name: string,
	version: number | number[],
	properties: INodeProperties[],
): INodeType {
	return {
		description: describe(name, version, { group: ['trigger'], inputs: [], properties }),
		async trigger(this: ITriggerFunctions) {
			return {
				manualTriggerFunction: async () => this.emit([this.helpers.returnJsonArray([{}])]),
			};
		},
	};
}

function setByPath(target: IDataObject, path: string, value: IDataObject[string]): void {
	const keys = path.split('.');
	const last = keys.pop() ?? path;
	let place = target;
	for (const key of keys) {
		const next = place[key];
		const isObject = typeof next === 'object' && next !== null && !Array.isArray(next);
		// A copy, since the item it comes from belongs to the node before.
		const child: IDataObject = isObject ? { ...(next as IDataObject) } : {};
		place[key] = child;
		place = child;
	}
	place[last] = value;
}

interface Assignment {
	name: string;
	value: IDataObject[string];
	type?: string;
}

function typed({ value, type }: Assignment): IDataObject[string] {
	if (type === 'string' && typeof value !== 'string') return JSON.stringify(value);
	if (type === 'number') return Number(value);
	if (type === 'boolean') return value === true || value === 'true';
	if ((type === 'object' || type === 'array') && typeof value === 'string') return jsonParse(value);
	return value;
}

const setNode = actionNode(
	describe('set', [3, 3.1, 3.2, 3.3, 3.4], {
		properties: [
			parameter('mode', 'options', 'manual', {
				options: [
					{ name: 'Manual Mapping', value: 'manual' },
					{ name: 'JSON', value: 'raw' },
				],
			}),
			parameter('jsonOutput', 'json', '{}', { displayOptions: { show: { mode: ['raw'] } } }),
			parameter(
				'assignments',
				'assignmentCollection',
				{},
				{
					displayOptions: { show: { mode: ['manual'] } },
				},
			),
			parameter('includeOtherFields', 'boolean', false),
			parameter('options', 'collection', {}),
		],
	}),
	async function () {
		return [
			this.getInputData().map((item, index) => {
				const json: IDataObject = this.getNodeParameter('includeOtherFields', index, false)
					? { ...item.json }
					: {};
				if (this.getNodeParameter('mode', index) === 'raw') {
					const output = this.getNodeParameter('jsonOutput', index) as string | IDataObject;
					Object.assign(json, typeof output === 'string' ? jsonParse(output) : output);
				} else {
					const fields = this.getNodeParameter('assignments.assignments', index, []);
					for (const field of fields as Assignment[]) setByPath(json, field.name, typed(field));
				}
				return { json, binary: item.binary, pairedItem: { item: index } };
			}),
		];
	},
);

const filterOptions: INodeProperties['typeOptions'] = {
	filter: {
		caseSensitive: '={{!$parameter.options?.ignoreCase}}',
		typeValidation: '={{$parameter.options?.looseTypeValidation ? "loose" : "strict"}}',
		version: 2,
	},
};

const ifNode = actionNode(
	describe('if', [2, 2.1, 2.2], {
		outputs: [Main, Main],
		outputNames: ['true', 'false'],
		properties: [
			parameter('conditions', 'filter', {}, { typeOptions: filterOptions }),
			parameter('options', 'collection', {}),
		],
	}),
	async function () {
		const whenTrue: INodeExecutionData[] = [];
		const whenFalse: INodeExecutionData[] = [];
		this.getInputData().forEach((item, index) => {
			const passes = this.getNodeParameter('conditions', index, false, { extractValue: true });
			(passes ? whenTrue : whenFalse).push({ ...item, pairedItem: { item: index } });
		});
		return [whenTrue, whenFalse];
	},
);

const switchNode = actionNode(
	describe('switch', [3, 3.1, 3.2, 3.3], {
		outputs: `={{((parameters) => {
			const rules = (parameters.rules?.values ?? []).map((rule, index) =>
				({ type: 'main', displayName: rule.outputKey || String(index) }));
			return parameters.options?.fallbackOutput === 'extra'
				? [...rules, { type: 'main', displayName: 'Fallback' }]
				: rules;
		})($parameter)}}`,
		properties: [
			parameter('mode', 'options', 'rules', { options: [{ name: 'Rules', value: 'rules' }] }),
			parameter(
				'rules',
				'fixedCollection',
				{},
				{
					typeOptions: { multipleValues: true },
					options: [
						{
							name: 'values',
							displayName: 'Values',
							values: [
								parameter('conditions', 'filter', {}, { typeOptions: filterOptions }),
								parameter('renameOutput', 'boolean', false),
								parameter('outputKey', 'string', ''),
							],
						},
					],
				},
			),
			parameter(
				'options',
				'collection',
				{},
				{
					options: [
						parameter('fallbackOutput', 'options', 'none', {
							options: [
								{ name: 'None', value: 'none' },
								{ name: 'Extra Output', value: 'extra' },
							],
						}),
						parameter('allMatchingOutputs', 'boolean', false),
					],
				},
			),
		],
	}),
	async function () {
		const rules = this.getNodeParameter('rules.values', 0, []) as IDataObject[];
		const options = this.getNodeParameter('options', 0, {});
		const hasFallback = options.fallbackOutput === 'extra';
		const outputs = [...rules, ...(hasFallback ? [{}] : [])].map((): INodeExecutionData[] => []);
		this.getInputData().forEach((item, index) => {
			const matching = rules
				.map((_, rule) => rule)
				.filter((rule) =>
					this.getNodeParameter(`rules.values[${rule}].conditions`, index, false, {
						extractValue: true,
					}),
				);
			const first = matching.slice(0, options.allMatchingOutputs === true ? undefined : 1);
			const targets = first.length === 0 && hasFallback ? [rules.length] : first;
			for (const target of targets) outputs[target]?.push({ ...item, pairedItem: { item: index } });
		});
		return outputs;
	},
);

/** Without other fields, as the real node (1) does it for one field. */
const splitOutNode = actionNode(
	describe('splitOut', 1, {
		properties: [
			parameter('fieldToSplitOut', 'string', ''),
			parameter('include', 'options', 'noOtherFields', {
				options: [{ name: 'No Other Fields', value: 'noOtherFields' }],
			}),
			parameter('options', 'collection', {}),
		],
	}),
	async function () {
		return [
			this.getInputData().flatMap(({ json }, index) => {
				const name = this.getNodeParameter('fieldToSplitOut', index) as string;
				const found: unknown = json[name] ?? [];
				return (Array.isArray(found) ? (found as unknown[]) : [found]).map((element) => ({
					json:
						typeof element === 'object' && element !== null
							? { ...element }
							: ({ [name]: element } as IDataObject),
					pairedItem: { item: index },
				}));
			}),
		];
	},
);

function keyValues(list: unknown): IDataObject {
	return Object.fromEntries(
		(list as Array<{ name: string; value: string }>).map(({ name, value }) => [name, value]),
	);
}

function keyValueList(name: string): INodeProperties {
	return parameter(
		name,
		'fixedCollection',
		{ parameters: [] },
		{
			typeOptions: { multipleValues: true },
			options: [
				{
					name: 'parameters',
					displayName: 'Parameters',
					values: [parameter('name', 'string', ''), parameter('value', 'string', '')],
				},
			],
		},
	);
}

/** Asks with the options the real node (4.2) builds for a predefined credential type. */
const httpRequestNode = actionNode(
	describe('httpRequest', [3, 4, 4.1, 4.2, 4.3], {
		properties: [
			parameter('method', 'options', 'GET', {
				options: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'].map((value) => ({
					name: value,
					value,
				})),
			}),
			parameter('url', 'string', ''),
			parameter('authentication', 'options', 'none', {
				options: [
					{ name: 'None', value: 'none' },
					{ name: 'Predefined Credential Type', value: 'predefinedCredentialType' },
				],
			}),
			parameter('nodeCredentialType', 'credentialsSelect', ''),
			parameter('sendQuery', 'boolean', false),
			parameter('specifyQuery', 'string', 'keypair'),
			keyValueList('queryParameters'),
			parameter('jsonQuery', 'json', ''),
			parameter('sendHeaders', 'boolean', false),
			parameter('specifyHeaders', 'string', 'keypair'),
			keyValueList('headerParameters'),
			parameter('jsonHeaders', 'json', ''),
			parameter('sendBody', 'boolean', false),
			parameter('contentType', 'string', 'json'),
			parameter('specifyBody', 'string', 'keypair'),
			keyValueList('bodyParameters'),
			parameter('jsonBody', 'json', ''),
			parameter('options', 'collection', {}),
		],
	}),
	async function () {
		const part = (index: number, name: string, toggle: string): IDataObject => {
			if (!this.getNodeParameter(`send${toggle}`, index, false)) return {};
			if (this.getNodeParameter(`specify${toggle}`, index) !== 'json') {
				return keyValues(this.getNodeParameter(`${name}.parameters`, index, []));
			}
			const json = this.getNodeParameter(`json${toggle === 'Headers' ? 'Headers' : toggle}`, index);
			return typeof json === 'string' ? jsonParse(json) : (json as IDataObject);
		};
		const output: INodeExecutionData[] = [];
		for (const index of this.getInputData().keys()) {
			const request: IRequestOptions = {
				method: this.getNodeParameter('method', index) as IRequestOptions['method'],
				uri: this.getNodeParameter('url', index) as string,
				headers: {
					...part(index, 'headerParameters', 'Headers'),
					accept: 'application/json,text/html,application/xhtml+xml,application/xml,text/*;q=0.9',
				},
				qs: part(index, 'queryParameters', 'Query'),
				...(this.getNodeParameter('sendBody', index)
					? { body: part(index, 'bodyParameters', 'Body') }
					: {}),
				gzip: true,
				rejectUnauthorized: true,
				followRedirect: true,
				resolveWithFullResponse: true,
				encoding: null,
				json: false,
				useStream: true,
				timeout: 300_000,
			};
			try {
				const credentialType = this.getNodeParameter('nodeCredentialType', index) as string;
				const response: unknown =
					this.getNodeParameter('authentication', index) === 'predefinedCredentialType'
						? await this.helpers.requestWithAuthentication.call(
								this,
								credentialType,
								request,
								undefined,
								index,
							)
						: await this.helpers.request(request);
				const text = await this.helpers.binaryToString((response as { body: Readable }).body);
				const body = jsonParse<IDataObject | IDataObject[] | undefined>(text, {
					fallbackValue: undefined,
				});
				for (const json of Array.isArray(body) ? body : [body ?? { data: text }]) {
					output.push({ json, pairedItem: { item: index } });
				}
			} catch (error) {
				if (!this.continueOnFail()) {
					throw error instanceof NodeApiError
						? error
						: new NodeApiError(this.getNode(), error as JsonObject, { itemIndex: index });
				}
				output.push({ json: { error: (error as Error).message }, pairedItem: { item: index } });
			}
		}
		return [output];
	},
);

const scheduleRule = parameter(
	'rule',
	'fixedCollection',
	{ interval: [{ field: 'days' }] },
	{
		typeOptions: { multipleValues: true },
		options: [
			{
				name: 'interval',
				displayName: 'Trigger Interval',
				values: [
					parameter('field', 'options', 'days', {
						options: ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months'].map((value) => ({
							name: value,
							value,
						})),
					}),
					parameter('daysInterval', 'number', 1),
					parameter('triggerAtHour', 'number', 0),
					parameter('triggerAtMinute', 'number', 0),
				],
			},
		],
	},
);

/**
 * Small stand-ins under n8n's own type names and with its parameters, so that one workflow file
 * runs here and imports into n8n. n8n's nodes themselves come with hundreds of packages.
 */
export const builtInNodes: Record<string, INodeType> = {
	'n8n-nodes-base.manualTrigger': manualStart('manualTrigger', 1, []),
	'n8n-nodes-base.scheduleTrigger': manualStart(
		'scheduleTrigger',
		[1, 1.1, 1.2, 1.3],
		[scheduleRule],
	),
	'n8n-nodes-base.stickyNote': actionNode(
		describe('stickyNote', 1, {
			inputs: [],
			outputs: [],
			properties: [
				parameter('content', 'string', ''),
				parameter('height', 'number', 160),
				parameter('width', 'number', 240),
				parameter('color', 'number', 1),
			],
		}),
		async function () {
			return [this.getInputData()];
		},
	),
	'n8n-nodes-base.noOp': actionNode(describe('noOp', 1), async function () {
		return [this.getInputData()];
	}),
	'n8n-nodes-base.set': setNode,
	'n8n-nodes-base.splitOut': splitOutNode,
	'n8n-nodes-base.if': ifNode,
	'n8n-nodes-base.switch': switchNode,
	'n8n-nodes-base.httpRequest': httpRequestNode,
};
