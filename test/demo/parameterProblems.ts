import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { isDeepStrictEqual } from 'node:util';

import type { WorkflowNode } from '../engine/host';

/** Every value in an object by its path. */
function leaves(value: unknown, path = ''): Array<[string, unknown]> {
	if (typeof value !== 'object' || value === null) return [[path, value]];
	return Object.entries(value).flatMap(([key, inner]) =>
		leaves(inner, path === '' ? key : `${path}.${key}`),
	);
}

/** What n8n would drop of a node's parameters at the import, and what it would complain about in the editor. */
export function parameterProblems(node: WorkflowNode, description: INodeTypeDescription): string[] {
	const { properties } = description;
	const { parameters = {} } = node;
	const whole = { disabled: false, ...node, parameters } as INode;
	const kept = NodeHelpers.getNodeParameters(
		properties,
		parameters,
		true,
		false,
		whole,
		description,
	) as INodeParameters;
	const known = leaves(kept);
	const dropped = leaves(parameters).filter(
		(leaf) => !known.some((other) => isDeepStrictEqual(leaf, other)),
	);
	const shown = { ...whole, parameters: kept };
	const issues = NodeHelpers.getNodeParametersIssues(properties, shown, description);
	return [
		...dropped.map(([path]) => `${node.name}: no parameter ${path}`),
		...Object.values(issues?.parameters ?? {})
			.flat()
			.map((issue) => `${node.name}: ${issue}`),
	];
}
