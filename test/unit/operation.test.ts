import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeTypeDescription,
} from 'n8n-workflow';

import type { Field } from '../../nodes/shared/fields';
import { toProperties, type Operation } from '../../nodes/shared/operation';

const operationWith = (...values: Field[]): Operation => ({
	name: 'Test',
	action: 'Test',
	description: 'Test',
	doc: 'test',
	scopes: [],
	fields: [
		{
			displayName: 'Entries',
			name: 'entries',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			options: [{ displayName: 'Entry', name: 'entry', values }],
		},
	],
	request: { method: 'POST', path: '/test', shop: 'none' },
});

const text = (name: string, more: Partial<Field> = {}): Field => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...more,
});

const properties = toProperties([
	{
		name: 'Resource',
		value: 'resource',
		description: '',
		operations: {
			first: operationWith(text('code', { required: true }), text('note')),
			second: operationWith(text('note')),
		},
	},
]);

/** What n8n finds wrong with a node before it runs it. */
function issuesOf(operation: string, entry: INodeParameters) {
	const given = { resource: 'resource', operation, entries: { entry: [entry] } };
	const description = { properties, version: 1 } as unknown as INodeTypeDescription;
	const node: INode = {
		id: '1',
		name: 'Test',
		type: 'test',
		typeVersion: 1,
		position: [0, 0],
		parameters: given,
	};
	const parameters = NodeHelpers.getNodeParameters(
		properties,
		given,
		true,
		false,
		node,
		description,
	);
	const complete = { ...node, parameters: parameters ?? {} };
	return NodeHelpers.getNodeParametersIssues(properties, complete, description)?.parameters;
}

describe('collections of the same name in several operations', () => {
	it('demand the required values of their own operation', () => {
		expect(issuesOf('first', { note: 'only this' })).toHaveProperty('code');
	});

	it('do not demand those of another one', () => {
		expect(issuesOf('second', { note: 'all there is' })).toBeUndefined();
		expect(issuesOf('first', { code: 'A' })).toBeUndefined();
	});
});
