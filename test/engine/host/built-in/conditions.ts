import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { actionNode, describeNode, parameter } from './describe';

const { Main } = NodeConnectionTypes;

const filterOptions: INodeProperties['typeOptions'] = {
	filter: {
		caseSensitive: '={{!$parameter.options?.ignoreCase}}',
		typeValidation: '={{$parameter.options?.looseTypeValidation ? "loose" : "strict"}}',
		version: 2,
	},
};

const conditions = [
	parameter('conditions', 'filter', {}, { typeOptions: filterOptions }),
	parameter('options', 'collection', {}),
];

/** The items that meet the conditions, and the others. */
function sorted(context: IExecuteFunctions): INodeExecutionData[][] {
	const whenTrue: INodeExecutionData[] = [];
	const whenFalse: INodeExecutionData[] = [];
	context.getInputData().forEach((item, index) => {
		const passes = context.getNodeParameter('conditions', index, false, { extractValue: true });
		(passes ? whenTrue : whenFalse).push({ ...item, pairedItem: { item: index } });
	});
	return [whenTrue, whenFalse];
}

export const ifNode = actionNode(
	describeNode('if', [2, 2.1, 2.2], {
		outputs: [Main, Main],
		outputNames: ['true', 'false'],
		properties: conditions,
	}),
	async function () {
		return sorted(this);
	},
);

export const filterNode = actionNode(
	describeNode('filter', [2, 2.1, 2.2], { properties: conditions }),
	async function () {
		const [kept = []] = sorted(this);
		return [kept];
	},
);

export const switchNode = actionNode(
	describeNode('switch', [3, 3.1, 3.2, 3.3], {
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
