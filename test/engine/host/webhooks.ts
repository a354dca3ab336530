import { HookContext, WebhookContext } from 'n8n-core';
import type {
	INode,
	IHttpRequestMethods,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Node, NodeHelpers, OperationalError } from 'n8n-workflow';

import type { RequestHandler, WebhookRequest, WebhookResponse } from './http-server';
import { HttpError, sendError } from './http-server';
import type { Execution, Runner } from './runner';
import type { WorkflowJson } from './workflow';

type WebhookMethod = 'checkExists' | 'create' | 'delete';

/** The addresses in use, as n8n's table of webhooks. */
export class WebhookRoutes {
	private readonly routes = new Map<string, RequestHandler>();

	add(method: string, path: string, handler: RequestHandler): void {
		const key = `${method} ${path}`;
		if (this.routes.has(key)) {
			throw new OperationalError(`There is a conflict with one of the webhooks: ${key}`);
		}
		this.routes.set(key, handler);
	}

	remove(method: string, path: string): void {
		this.routes.delete(`${method} ${path}`);
	}

	readonly serve: RequestHandler = async (path, request, response) => {
		const method = request.method ?? 'GET';
		const handler = this.routes.get(`${method} ${path}`);
		if (!handler) {
			const name = path.replace(/^webhook(-test)?\//, '');
			throw new HttpError(404, `The requested webhook "${method} ${name}" is not registered.`);
		}
		await handler(path, request, response);
	};
}

/** All webhooks of a workflow's enabled nodes, with their paths resolved. */
export function webhooksOf(
	workflow: Workflow,
	additionalData: IWorkflowExecuteAdditionalData,
): IWebhookData[] {
	return Object.values(workflow.nodes).flatMap((node) =>
		node.disabled ? [] : webhooksOfNode(workflow, node, additionalData),
	);
}

function webhooksOfNode(
	workflow: Workflow,
	node: INode,
	additionalData: IWorkflowExecuteAdditionalData,
): IWebhookData[] {
	const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	return (description.webhooks ?? []).flatMap((webhook) => {
		const evaluate = (value: string | boolean | undefined, fallback?: string | boolean) =>
			workflow.expression.getSimpleParameterValue(node, value, 'internal', {}, undefined, fallback);
		const path = evaluate(webhook.path);
		if (path === undefined || webhook.restartWebhook === true) return [];
		const methods = evaluate(webhook.httpMethod, 'GET');
		return (Array.isArray(methods) ? methods : [methods]).map((method) => ({
			httpMethod: String(method) as IHttpRequestMethods,
			node: node.name,
			path: trimSlashes(
				NodeHelpers.getNodeWebhookPath(
					workflow.id,
					node,
					trimSlashes(String(path)),
					evaluate(webhook.isFullPath, false) === true,
				),
			),
			webhookDescription: webhook,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: additionalData,
		}));
	});
}

function trimSlashes(path: string): string {
	return path.replace(/^\/|\/$/g, '');
}

/** Calls a node's own webhook method, if it has it. */
export async function callWebhookMethod(
	method: WebhookMethod,
	workflow: Workflow,
	webhook: IWebhookData,
	mode: WorkflowExecuteMode,
	activation: WorkflowActivateMode,
): Promise<boolean | undefined> {
	const node = nodeOf(workflow, webhook);
	const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const context = new HookContext(
		workflow,
		node,
		webhook.workflowExecuteAdditionalData,
		mode,
		activation,
		webhook,
	);
	return await nodeType.webhookMethods?.[webhook.webhookDescription.name]?.[method]?.call(context);
}

/** Registers one webhook with the other side, unless the node says that it is there. */
export async function createWebhookIfNotExists(
	workflow: Workflow,
	webhook: IWebhookData,
	mode: WorkflowExecuteMode,
	activation: WorkflowActivateMode,
): Promise<void> {
	const exists = await callWebhookMethod('checkExists', workflow, webhook, mode, activation);
	if (exists !== true) await callWebhookMethod('create', workflow, webhook, mode, activation);
}

/** What a delivered request belongs to. */
export interface Delivery {
	runner: Runner;
	json: WorkflowJson;
	workflow: Workflow;
	webhook: IWebhookData;
	mode: 'webhook' | 'manual';
	/** Called after the node's `webhook` function, before anything runs. */
	saveStaticData: () => void;
}

/**
 * Gives a request to the node and answers it as n8n does for "respond immediately".
 *
 * @returns the run it started, if it started one
 */
export async function deliver(
	{ runner, json, workflow, webhook, mode, saveStaticData }: Delivery,
	request: WebhookRequest,
	response: WebhookResponse,
): Promise<{ execution: Promise<Execution> } | undefined> {
	const node = nodeOf(workflow, webhook);
	const option = (name: 'responseCode' | 'responseData' | 'responseMode') =>
		workflow.expression.getSimpleParameterValue(node, webhook.webhookDescription[name], mode, {});
	const responseMode = option('responseMode') ?? 'onReceived';
	if (responseMode !== 'onReceived') {
		throw new OperationalError(
			`This host does not know the response mode '${String(responseMode)}'`,
		);
	}
	const additionalData = {
		...runner.additionalData(),
		httpRequest: request as unknown,
		httpResponse: response as unknown,
	} as IWorkflowExecuteAdditionalData;
	const start = (data: IWebhookResponseData['workflowData'], error?: Error) => ({
		execution: runner.run({
			json,
			mode,
			startNode: node.name,
			data,
			error,
			pinData: mode === 'manual' ? json.pinData : undefined,
			staticData: workflow.staticData,
		}),
	});

	let result: IWebhookResponseData;
	try {
		result = await callWebhook(workflow, node, webhook, additionalData, mode);
	} catch (error) {
		sendError(response, new Error('Workflow Webhook Error: Workflow could not be started!'));
		saveStaticData();
		return start([[{ json: {} }]], error as Error);
	}
	if (result.noWebhookResponse === true) saveStaticData();
	if (result.workflowData !== undefined) {
		try {
			await runner.store(json, workflow.staticData);
		} catch {
			sendError(response, new Error('There was a problem executing the workflow'));
			return undefined;
		}
	}
	saveStaticData();

	const code = Number(option('responseCode') ?? 200);
	const answered = result.noWebhookResponse === true || response.headersSent;
	if (result.workflowData === undefined) {
		if (!answered) {
			answer(response, code, result.webhookResponse ?? { message: 'Webhook call received' });
		}
		return undefined;
	}
	const started = start(result.workflowData);
	if (!answered) {
		const responseData = option('responseData');
		answer(
			response,
			code,
			responseData === 'noData'
				? undefined
				: (responseData ?? result.webhookResponse ?? { message: 'Workflow was started' }),
		);
	}
	return started;
}

async function callWebhook(
	workflow: Workflow,
	node: INode,
	webhook: IWebhookData,
	additionalData: IWorkflowExecuteAdditionalData,
	mode: WorkflowExecuteMode,
): Promise<IWebhookResponseData> {
	const nodeType = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	if (!nodeType.webhook) throw new OperationalError(`"${node.name}" has no webhook function`);
	const context = new WebhookContext(workflow, node, additionalData, mode, webhook, [], null);
	return nodeType instanceof Node
		? await nodeType.webhook(context)
		: await nodeType.webhook.call(context);
}

function answer(response: WebhookResponse, code: number, data: unknown): void {
	response.status(code);
	if (typeof data === 'string') response.send(data);
	else response.json(data);
}

function nodeOf(workflow: Workflow, webhook: IWebhookData): INode {
	const node = workflow.getNode(webhook.node);
	if (!node) throw new OperationalError(`No node named "${webhook.node}" in the workflow`);
	return node;
}
