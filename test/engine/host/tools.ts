import type { INodeProperties, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

/** What n8n adds, so that the model learns what the tool is for. */
const descriptionFields = (description: string): INodeProperties[] => [
	{
		displayName: 'Tool Description',
		name: 'descriptionType',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Set Automatically', value: 'auto' },
			{ name: 'Set Manually', value: 'manual' },
		],
		default: 'auto',
	},
	{
		displayName: 'Description',
		name: 'toolDescription',
		type: 'string',
		default: description,
		required: true,
		displayOptions: { show: { descriptionType: ['manual'] } },
	},
];

/** The second type that n8n makes of a node with `usableAsTool`: the same work, for an AI agent. */
export function asTool(node: INodeType): INodeType {
	const { description } = node;
	const tool = Object.create(node) as INodeType;
	tool.description = {
		...description,
		name: `${description.name}Tool`,
		displayName: `${description.displayName} Tool`,
		inputs: [],
		outputs: [NodeConnectionTypes.AiTool],
		usableAsTool: undefined,
		properties: [...descriptionFields(description.description), ...description.properties],
	};
	return tool;
}
