import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { isDeepStrictEqual } from 'node:util';

import { actionNode, describeNode, getByPath, parameter } from './describe';

const { Main } = NodeConnectionTypes;

const fixed = (value: string) => ({ options: [{ name: value, value }] });

const pairs = ({ pairedItem }: INodeExecutionData) =>
	[pairedItem ?? []].flat().filter((pair): pair is IPairedItemData => typeof pair === 'object');

/** Combine by matching fields, and keep what matches: the items of both inputs merged. */
export const mergeNode = actionNode(
	describeNode('merge', [3, 3.1, 3.2], {
		inputs: [Main, Main],
		requiredInputs: 1,
		properties: [
			parameter('mode', 'options', 'append', fixed('combine')),
			parameter('combineBy', 'options', 'combineByFields', fixed('combineByFields')),
			parameter('advanced', 'boolean', false),
			parameter(
				'mergeByFields',
				'fixedCollection',
				{},
				{
					typeOptions: { multipleValues: true },
					options: [
						{
							name: 'values',
							displayName: 'Values',
							values: [parameter('field1', 'string', ''), parameter('field2', 'string', '')],
						},
					],
				},
			),
			parameter('joinMode', 'options', 'keepMatches', fixed('keepMatches')),
			parameter('outputDataFrom', 'options', 'both', fixed('both')),
			parameter(
				'options',
				'collection',
				{},
				{
					options: [
						parameter(
							'clashHandling',
							'fixedCollection',
							{},
							{
								options: [
									{
										name: 'values',
										displayName: 'Values',
										values: [parameter('resolveClash', 'options', '')],
									},
								],
							},
						),
						parameter('multipleMatches', 'options', 'all'),
					],
				},
			),
		],
	}),
	async function () {
		const [first, second] = [0, 1].map((input) => this.getInputData(input));
		const fields = this.getNodeParameter('mergeByFields.values', 0) as Array<{
			field1: string;
			field2: string;
		}>;
		const equal = (left: IDataObject, right: IDataObject) =>
			fields.every(({ field1, field2 }) => {
				const value = getByPath(left, field1);
				return value !== undefined && isDeepStrictEqual(value, getByPath(right, field2));
			});
		const prefers = this.getNodeParameter('options.clashHandling.values.resolveClash', 0, '');
		const most =
			this.getNodeParameter('options.multipleMatches', 0, 'all') === 'first' ? 1 : Infinity;
		const merged = (first ?? []).flatMap((item) =>
			(second ?? [])
				.filter(({ json }) => equal(item.json, json))
				.slice(0, most)
				.map((match): INodeExecutionData => {
					const order = prefers === 'preferInput1' ? [match, item] : [item, match];
					return {
						json: Object.assign({}, ...order.map(({ json }) => json)) as IDataObject,
						pairedItem: order.flatMap(pairs),
					};
				}),
		);
		return [merged];
	},
);
