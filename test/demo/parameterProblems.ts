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

/** The node as n8n has it after the import: what it does not know or show is dropped, defaults are filled in. */
function kept(node: WorkflowNode, description: INodeTypeDescription): INode {
	const { parameters = {} } = node;
	const whole = { disabled: false, ...node, parameters } as INode;
	const values = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		whole,
		description,
	) as INodeParameters;
	return { ...whole, parameters: values };
}

/** What n8n would drop of a node's parameters at the import, and what it would complain about in the editor. */
export function parameterProblems(node: WorkflowNode, description: INodeTypeDescription): string[] {
	const shown = kept(node, description);
	const known = leaves(shown.parameters);
	const dropped = leaves(node.parameters ?? {}).filter(
		(leaf) => !known.some((other) => isDeepStrictEqual(leaf, other)),
	);
	const issues = NodeHelpers.getNodeParametersIssues(description.properties, shown, description);
	return [
		...dropped.map(([path]) => `${node.name}: no parameter ${path}`),
		...Object.values(issues?.parameters ?? {})
			.flat()
			.map((issue) => `${node.name}: ${issue}`),
	];
}

/** Whether a credential is to be chosen in the node, with the parameters it has. */
export function wantsCredential(node: WorkflowNode, description: INodeTypeDescription): boolean {
	const whole = kept(node, description);
	return (description.credentials ?? []).some((credential) =>
		NodeHelpers.displayParameter(whole.parameters, credential, whole, description),
	);
}
