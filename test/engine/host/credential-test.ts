import { CredentialTestContext, ExecuteContext, RoutingNode } from 'n8n-core';
import type {
	ICredentialTestFunction,
	ICredentialTestRequest,
	ICredentialsDecrypted,
	IDataObject,
	INode,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { Workflow, createRunExecutionData } from 'n8n-workflow';

import type { HostCredentialsHelper } from './credentials';
import type { HostNodeTypes } from './node-types';

type Test = ICredentialTestFunction | { request: ICredentialTestRequest; nodeType: INodeType };

/** Tests a credential as the credential dialog of n8n does on saving. */
export async function testCredential(
	credential: ICredentialsDecrypted,
	helper: HostCredentialsHelper,
	nodeTypes: HostNodeTypes,
	additionalData: IWorkflowExecuteAdditionalData,
): Promise<INodeCredentialTestResult> {
	const test = findTest(credential.type, helper, nodeTypes);
	if (!test) return { status: 'Error', message: 'No testing function found for this credential.' };
	try {
		const data = helper.resolve(additionalData, credential.data ?? {}, credential.type, 'internal');
		const resolved = { ...credential, data };
		return typeof test === 'function'
			? await test.call(new CredentialTestContext(), resolved)
			: await testByRequest(test, resolved, additionalData);
	} catch (error) {
		return { status: 'Error', message: (error as Error).message };
	}
}

function findTest(
	type: string,
	helper: HostCredentialsHelper,
	nodeTypes: HostNodeTypes,
): Test | undefined {
	const { test } = helper.type(type);
	if (test)
		return { request: test, nodeType: nodeTypes.getByNameAndVersion('n8n-nodes-base.noOp') };
	for (const nodeType of nodeTypes.all()) {
		const testedBy = nodeType.description.credentials?.find(({ name }) => name === type)?.testedBy;
		if (typeof testedBy === 'string') return nodeType.methods?.credentialTest?.[testedBy];
		if (testedBy) return { request: testedBy, nodeType };
	}
	return undefined;
}

/** n8n makes the request as the routing of a node whose only parameter is called "temp". */
async function testByRequest(
	{ request, nodeType }: Exclude<Test, ICredentialTestFunction>,
	credential: ICredentialsDecrypted,
	additionalData: IWorkflowExecuteAdditionalData,
): Promise<INodeCredentialTestResult> {
	const { version, name } = nodeType.description;
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: name,
		typeVersion: (Array.isArray(version) ? version.at(-1) : version) ?? 1,
		position: [0, 0],
		parameters: {},
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	};
	const routed: INodeType = {
		description: {
			...nodeType.description,
			credentials: [{ name: credential.type, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					default: '',
					routing: { request: request.request },
				},
			],
		},
	};
	const onlyRouted: INodeTypes = {
		getByName: () => routed,
		getByNameAndVersion: () => routed,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: onlyRouted,
	});
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	try {
		const output = await new RoutingNode(context, routed, credential).runNode();
		return judgeAnswer(request, output?.[0]?.[0]);
	} catch (error) {
		return { status: 'Error', message: messageFor(request, error) };
	}
}

function judgeAnswer(
	{ rules = [] }: ICredentialTestRequest,
	item: INodeExecutionData | undefined,
): INodeCredentialTestResult {
	for (const rule of rules) {
		if (rule.type !== 'responseSuccessBody') continue;
		if (valueAt(item?.json, rule.properties.key) === rule.properties.value) {
			return { status: 'Error', message: rule.properties.message };
		}
	}
	return { status: 'OK', message: 'Connection successful!' };
}

interface RequestFailure {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

function messageFor({ rules = [] }: ICredentialTestRequest, error: unknown): string {
	const { message, cause } = error as RequestFailure;
	const response = cause?.response;
	if (!response) return cause?.code ?? message;
	for (const rule of rules) {
		if (rule.type === 'responseCode' && rule.properties.value === response.status) {
			return rule.properties.message;
		}
	}
	return response.statusText || `Received HTTP status code: ${response.status}`;
}

function valueAt(json: IDataObject | undefined, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, key) => (value as IDataObject | undefined)?.[key], json);
}
