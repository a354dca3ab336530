import { UnrecognizedNodeTypeError } from 'n8n-core';
import type {
	IDataObject,
	INodeProperties,
	INodeType,
	INodeTypes,
	IVersionedNodeType,
} from 'n8n-workflow';
import { NodeHelpers, cronNodeOptions } from 'n8n-workflow';

import { builtInNodes } from './built-in';
import { asTool } from './tools';

/** The class of a node, as a package exports it. */
export type NodeClass = new () => INodeType | IVersionedNodeType;

/** Nodes as classes, named by their package, or ready-made under their full names. */
export type NodeSource = NodeClass[] | Record<string, INodeType | IVersionedNodeType>;

/** n8n adds this parameter to every polling node when it loads a package. */
const pollTimes: INodeProperties = {
	displayName: 'Poll Times',
	name: 'pollTimes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Poll Time' },
	default: { item: [{ mode: 'everyMinute' }] },
	options: cronNodeOptions,
};

/** The node types a host knows: those given to it, the tools among them, and the built-in stand-ins. */
export class HostNodeTypes implements INodeTypes {
	private readonly types: Record<string, INodeType | IVersionedNodeType>;

	constructor(nodes: NodeSource, packageName: string, others: Record<string, INodeType> = {}) {
		const own = Array.isArray(nodes)
			? Object.fromEntries(
					nodes.map((NodeType) => {
						const node = new NodeType();
						return [`${packageName}.${node.description.name}`, node];
					}),
				)
			: nodes;
		for (const node of Object.values(own)) addPollTimes(node);
		this.types = { ...builtInNodes, ...others, ...own, ...toolsOf(own) };
	}

	getByName(type: string): INodeType | IVersionedNodeType {
		const node = this.types[type];
		if (!node) {
			const [packageName, ...name] = type.split('.');
			throw new UnrecognizedNodeTypeError(packageName ?? '', name.join('.'));
		}
		return node;
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(type), version);
	}

	getKnownTypes(): IDataObject {
		return Object.fromEntries(Object.keys(this.types).map((name) => [name, {}]));
	}

	/** Every version of every node. */
	all(): INodeType[] {
		return Object.values(this.types).flatMap(versionsOf);
	}
}

function toolsOf(nodes: Record<string, INodeType | IVersionedNodeType>): Record<string, INodeType> {
	const usable = Object.entries(nodes).flatMap(([name, node]) =>
		'execute' in node && node.description.usableAsTool ? [[`${name}Tool`, asTool(node)]] : [],
	);
	return Object.fromEntries(usable) as Record<string, INodeType>;
}

function versionsOf(node: INodeType | IVersionedNodeType): INodeType[] {
	return 'nodeVersions' in node ? Object.values(node.nodeVersions) : [node];
}

function addPollTimes(node: INodeType | IVersionedNodeType): void {
	for (const { description } of versionsOf(node)) {
		if (!description.polling) continue;
		if (description.properties.some(({ name }) => name === pollTimes.name)) continue;
		// A node made twice may share its list of properties: replace it rather than add to it.
		description.properties = [pollTimes, ...description.properties];
	}
}
