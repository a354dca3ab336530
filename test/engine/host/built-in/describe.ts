import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

const { Main } = NodeConnectionTypes;

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** The description of a stand-in; one input and one output unless told. */
export function describeNode(
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

/** A parameter of a stand-in. */
export function parameter(
	name: string,
	type: INodeProperties['type'],
	defaultValue: INodeProperties['default'],
	more: Partial<INodeProperties> = {},
): INodeProperties {
	// The engine reads the options of every collection that a workflow has a value for.
	const none = type === 'collection' ? { options: [] } : {};
	return { displayName: name, name, type, default: defaultValue, ...none, ...more };
}

/** Of all that n8n's node offers, the choices that a stand-in knows. */
export const choicesOf = (...values: string[]): Pick<INodeProperties, 'options'> => ({
	options: values.map((value) => ({ name: value, value })),
});

export function actionNode(description: INodeTypeDescription, execute: Execute): INodeType {
	return { description, execute };
}

/** Places the value behind a path with dots in an item, as n8n's nodes name fields. */
export function setByPath(target: IDataObject, path: string, value: IDataObject[string]): void {
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

/** The value behind a path with dots. */
export function getByPath(source: IDataObject, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(place, key) =>
				typeof place === 'object' && place !== null ? (place as IDataObject)[key] : undefined,
			source,
		);
}
