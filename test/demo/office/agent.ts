import type {
	IDataObject,
	INodeType,
	ISupplyDataFunctions,
	NodeConnectionType,
	SupplyData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { actionNode, describeNode, parameter } from '../../engine/host/built-in/describe';
import { manualStart } from '../../engine/host/built-in/triggers';

const { AiLanguageModel, AiMemory, AiTool, Main } = NodeConnectionTypes;

/** A tool as n8n hands it to an agent. */
export interface Tool {
	name: string;
	description: string;
	/** What the model fills in, by name. */
	schema: { shape: Record<string, { description?: string }> };
	invoke: (values: Record<string, string>) => Promise<string>;
}

/** What a language model decides to look up for a question. */
export type Model = (
	question: string,
	tools: Tool[],
) => Array<{ tool: Tool; values: Record<string, string> }>;

/** Gives the number in the question to every tool, as whatever the tool asks for. */
export const numberToEveryTool: Model = (question, tools) => {
	const [number = ''] = /\d{10,}/.exec(question) ?? [];
	return tools.map((tool) => ({
		tool,
		values: Object.fromEntries(Object.keys(tool.schema.shape).map((name) => [name, number])),
	}));
};

function subNode(
	name: string,
	versions: number[],
	output: NodeConnectionType,
	more: Partial<INodeType['description']>,
	response: () => unknown,
): INodeType {
	return {
		description: describeNode(name, versions, { inputs: [], outputs: [output], ...more }),
		async supplyData(this: ISupplyDataFunctions): Promise<SupplyData> {
			return { response: response() };
		},
	};
}

export const chatTrigger = manualStart(
	'chatTrigger',
	[1.1, 1.2, 1.3, 1.4],
	[parameter('options', 'collection', {})],
);

export const memoryBufferWindow = subNode(
	'memoryBufferWindow',
	[1.2, 1.3],
	AiMemory,
	{},
	() => ({}),
);

export const lmChatOpenAi = (model: () => Model): INodeType =>
	subNode(
		'lmChatOpenAi',
		[1.2],
		AiLanguageModel,
		{
			credentials: [{ name: 'openAiApi', required: true }],
			properties: [
				parameter(
					'model',
					'resourceLocator',
					{ mode: 'list', value: 'gpt-4.1-mini' },
					{ modes: [{ displayName: 'From List', name: 'list', type: 'list' }] },
				),
				parameter('options', 'collection', {}),
			],
		},
		model,
	);

/** AI Agent (2.2) without a will of its own: it asks the tools that the model names, once, and repeats what they say. */
export const agent = actionNode(
	describeNode('agent', [2.1, 2.2], {
		inputs: [
			{ type: Main },
			{ type: AiLanguageModel, displayName: 'Chat Model', required: true, maxConnections: 1 },
			{ type: AiMemory, displayName: 'Memory', maxConnections: 1 },
			{ type: AiTool, displayName: 'Tool' },
		],
		properties: [
			parameter('promptType', 'options', 'auto', { options: [{ name: 'Chat', value: 'auto' }] }),
			parameter(
				'options',
				'collection',
				{},
				{ options: [parameter('systemMessage', 'string', 'You are a helpful assistant')] },
			),
		],
	}),
	async function () {
		const output = [];
		for (const [item, { json }] of this.getInputData().entries()) {
			const model = (await this.getInputConnectionData(AiLanguageModel, item)) as Model;
			const tools = (await this.getInputConnectionData(AiTool, item)) as Tool[];
			const answers: string[] = [];
			for (const { tool, values } of model(String(json.chatInput), tools)) {
				answers.push(`${tool.name}: ${await tool.invoke(values)}`);
			}
			const answer: IDataObject = { output: answers.join('\n') };
			output.push({ json: answer, pairedItem: { item } });
		}
		return [output];
	},
);
