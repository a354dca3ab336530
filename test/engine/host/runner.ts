import { ExecutionLifecycleHooks, ExternalSecretsProxy, WorkflowExecute } from 'n8n-core';
import type {
	ExecutionError,
	ExecutionStatus,
	IDataObject,
	IExecuteData,
	INode,
	INodeExecutionData,
	INodeTypes,
	IPinData,
	IRun,
	IRunData,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { OperationalError, createRunExecutionData, sleep } from 'n8n-workflow';

import type { HostCredentialsHelper } from './credentials';
import { letOut } from './outlets';
import type { WorkflowJson, WorkflowStore } from './workflow';
import { toWorkflowData } from './workflow';

/** What one run of a workflow left behind. */
export interface Execution {
	id: string;
	mode: WorkflowExecuteMode;
	status: ExecutionStatus;
	/** The error as the engine keeps it: all fields of the thrown one, but no longer its class. */
	error?: ExecutionError;
	lastNodeExecuted?: string;
	runData: IRunData;
	/** All items a node gave out on one output, over all of its runs; none if it did not run. */
	items(nodeName: string, output?: number): INodeExecutionData[];
	/** The `json` of those items. */
	json(nodeName: string, output?: number): IDataObject[];
}

/** How to start a run. */
export interface RunRequest {
	json: WorkflowJson;
	mode: WorkflowExecuteMode;
	startNode?: string;
	/** What the start node receives; for a trigger that is what it gives out. */
	data?: INodeExecutionData[][];
	pinData?: IPinData;
	/** Stop after this node. */
	destinationNode?: string;
	staticData?: IDataObject;
	/** An error from before the run: the run records it as the start node's. */
	error?: Error;
}

/** Runs workflows on the engine and numbers their executions. */
export class Runner {
	private nextId = 1;

	constructor(
		private readonly nodeTypes: INodeTypes,
		private readonly workflows: WorkflowStore,
		private readonly credentials: HostCredentialsHelper,
		private readonly publicUrl: () => string,
	) {}

	/** How storing an execution goes; where it fails, the execution is not started. */
	storing: () => Promise<void> = async () => await sleep(5);

	/** The base every n8n context is made with. */
	additionalData(): IWorkflowExecuteAdditionalData {
		const url = this.publicUrl();
		return {
			credentialsHelper: this.credentials,
			externalSecretsProxy: new ExternalSecretsProxy(),
			currentNodeExecutionIndex: 0,
			instanceBaseUrl: url,
			restApiUrl: `${url}/rest`,
			webhookBaseUrl: `${url}/webhook`,
			webhookTestBaseUrl: `${url}/webhook-test`,
			webhookWaitingBaseUrl: `${url}/webhook-waiting`,
			formWaitingBaseUrl: `${url}/form-waiting`,
			variables: {},
			logAiEvent: () => undefined,
			getRunExecutionData: async () => undefined,
			executeWorkflow: async () => {
				throw new OperationalError('This host does not run sub-workflows');
			},
			startRunnerTask: async () => {
				throw new OperationalError('This host has no task runner');
			},
		};
	}

	/**
	 * Stores an execution that a webhook starts. Like n8n 2, it makes another workflow of the same static data before,
	 * whereupon they count as unchanged.
	 */
	async store(json: WorkflowJson, staticData: IDataObject): Promise<void> {
		this.workflows.load(json, staticData);
		await this.storing();
	}

	/** Runs a workflow to its end. A failing node is an execution with an error, not a rejection. */
	async run(request: RunRequest): Promise<Execution> {
		const { json, mode, destinationNode } = request;
		const id = String(this.nextId++);
		const workflow = this.workflows.load(json, request.staticData);
		const startNode = request.startNode
			? workflow.getNode(request.startNode)
			: workflow.getStartNode(destinationNode);
		if (!startNode) {
			throw new OperationalError(
				`No node to start from${request.startNode ? `: ${request.startNode}` : ''}`,
			);
		}
		const hooks = new ExecutionLifecycleHooks(mode, id, toWorkflowData(json, mode !== 'manual'));
		if (mode !== 'manual') {
			hooks.addHandler('workflowExecuteAfter', (_run, staticData) => {
				if (staticData) this.workflows.saveStaticData(workflow.id, staticData);
			});
		}
		const additionalData = { ...this.additionalData(), executionId: id, hooks };
		const data = this.runExecutionData(workflow, startNode, request);
		try {
			const engine = new WorkflowExecute(additionalData, mode, data);
			const run = letOut('an execution', await engine.processRunExecutionData(workflow));
			return toExecution(id, mode, run);
		} catch (error) {
			return toFailedExecution(id, mode, error, startNode.name);
		}
	}

	/** An execution for an error that came before any run, as n8n records it for a failing poll. */
	failed(mode: WorkflowExecuteMode, error: unknown, nodeName: string): Execution {
		return toFailedExecution(String(this.nextId++), mode, error, nodeName);
	}

	private runExecutionData(
		workflow: Workflow,
		node: INode,
		{ data, mode, pinData, destinationNode, error }: RunRequest,
	): IRunExecutionData {
		const { trigger, poll } = this.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		// By hand the engine asks such a node for items: given ones take their place, as if pinned.
		const asksNode = mode === 'manual' && (trigger ?? poll) !== undefined;
		const pinned = asksNode && data?.[0] ? { [node.name]: data[0] } : {};
		const start: IExecuteData = {
			node,
			data: { main: data ?? [[{ json: {} }]] },
			source: null,
		};
		return createRunExecutionData({
			startData: destinationNode
				? {
						destinationNode,
						runNodeFilter: [...workflow.getParentNodes(destinationNode), destinationNode],
					}
				: {},
			executionData: { nodeExecutionStack: [start] },
			resultData: {
				pinData: { ...pinned, ...pinData },
				...(error ? { lastNodeExecuted: node.name, error: plainError(error) } : {}),
			},
		});
	}
}

function plainError(error: unknown): ExecutionError {
	const { message, stack, name } = error as Error;
	return { ...(error as ExecutionError), name, message, stack };
}

function toExecution(id: string, mode: WorkflowExecuteMode, run: IRun): Execution {
	const { runData, error, lastNodeExecuted } = run.data.resultData;
	const items = (nodeName: string, output = 0) =>
		(runData[nodeName] ?? []).flatMap((task) => task.data?.main?.[output] ?? []);
	return {
		id,
		mode,
		status: run.status,
		error,
		lastNodeExecuted,
		runData,
		items,
		json: (nodeName, output) => items(nodeName, output).map((item) => item.json),
	};
}

function toFailedExecution(
	id: string,
	mode: WorkflowExecuteMode,
	error: unknown,
	lastNodeExecuted: string,
): Execution {
	letOut('a failed execution', error);
	return {
		id,
		mode,
		status: 'error',
		error: plainError(error),
		lastNodeExecuted,
		runData: {},
		items: () => [],
		json: () => [],
	};
}
