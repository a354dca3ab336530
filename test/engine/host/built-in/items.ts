import type { IDataObject, INode } from 'n8n-workflow';
import { NodeOperationError, jsonParse, validateFieldType, type FieldType } from 'n8n-workflow';

import { actionNode, describeNode, getByPath, parameter, setByPath } from './describe';

interface Assignment {
	name: string;
	value: unknown;
	type: FieldType;
}

/** A value in the type that the user chose for it; nothing becomes null. */
function typed(node: INode, { name, value, type }: Assignment): IDataObject[string] {
	if (value === undefined || value === null) return null;
	const asText = typeof value === 'object' ? JSON.stringify(value) : String(value);
	const result = validateFieldType(name, type === 'string' ? asText : value, type);
	if (!result.valid) throw new NodeOperationError(node, result.errorMessage);
	return (result.newValue ?? null) as IDataObject[string];
}

const onlyIn = (mode: string) => ({ displayOptions: { show: { mode: [mode] } } });

export const setNode = actionNode(
	describeNode('set', [3, 3.1, 3.2, 3.3, 3.4], {
		properties: [
			parameter('mode', 'options', 'manual', {
				options: [
					{ name: 'Manual Mapping', value: 'manual' },
					{ name: 'JSON', value: 'raw' },
				],
			}),
			parameter('jsonOutput', 'json', '{}', onlyIn('raw')),
			parameter('assignments', 'assignmentCollection', {}, onlyIn('manual')),
			parameter('includeOtherFields', 'boolean', false),
			parameter('options', 'collection', {}),
		],
	}),
	async function () {
		return [
			this.getInputData().map((item, index) => {
				const whole = this.getNodeParameter('includeOtherFields', index, false) === true;
				const json: IDataObject = whole ? { ...item.json } : {};
				if (this.getNodeParameter('mode', index) === 'raw') {
					const output = this.getNodeParameter('jsonOutput', index) as string | IDataObject;
					Object.assign(json, typeof output === 'string' ? jsonParse(output) : output);
				} else {
					const fields = this.getNodeParameter('assignments.assignments', index, []);
					for (const field of fields as Assignment[]) {
						setByPath(json, field.name, typed(this.getNode(), field));
					}
				}
				return { json, ...(whole ? { binary: item.binary } : {}), pairedItem: { item: index } };
			}),
		];
	},
);

/** For one field, alone or beside chosen others. */
export const splitOutNode = actionNode(
	describeNode('splitOut', 1, {
		properties: [
			parameter('fieldToSplitOut', 'string', ''),
			parameter('include', 'options', 'noOtherFields', {
				options: [
					{ name: 'No Other Fields', value: 'noOtherFields' },
					{ name: 'Selected Other Fields', value: 'selectedOtherFields' },
				],
			}),
			parameter('fieldsToInclude', 'string', '', {
				displayOptions: { show: { include: ['selectedOtherFields'] } },
			}),
			parameter(
				'options',
				'collection',
				{},
				{ options: [parameter('destinationFieldName', 'string', '')] },
			),
		],
	}),
	async function () {
		return [
			this.getInputData().flatMap(({ json }, index) => {
				const field = this.getNodeParameter('fieldToSplitOut', index) as string;
				const alone = this.getNodeParameter('include', index) === 'noOtherFields';
				const others = (this.getNodeParameter('fieldsToInclude', index, '') as string).split(',');
				const kept = alone
					? {}
					: Object.fromEntries(others.map((name) => [name.trim(), json[name.trim()]]));
				const target = this.getNodeParameter('options.destinationFieldName', index, '') as string;
				const found = getByPath(json, field) ?? [];
				return (Array.isArray(found) ? (found as unknown[]) : [found]).map((element) => {
					const spread =
						alone && target === '' && typeof element === 'object' && element !== null
							? (element as IDataObject)
							: ({ [target || field]: element } as IDataObject);
					return { json: { ...kept, ...spread }, pairedItem: { item: index } };
				});
			}),
		];
	},
);

export const noOpNode = actionNode(describeNode('noOp', 1), async function () {
	return [this.getInputData()];
});

export const stickyNote = actionNode(
	describeNode('stickyNote', 1, {
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
);
