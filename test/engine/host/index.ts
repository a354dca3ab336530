import './engine';

import { LoadOptionsContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INodeCredentialTestResult,
	INodeCredentials,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
	IPinData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { OperationalError, jsonParse } from 'n8n-workflow';

import { ActiveWorkflow } from './active-workflow';
import { testCredential } from './credential-test';
import type { CredentialRecord, StoringRule } from './credentials';
import { HostCredentialsHelper } from './credentials';
import { HttpServer } from './http-server';
import type { NodeSource } from './node-types';
import { HostNodeTypes } from './node-types';
import { letOut, letOutOf } from './outlets';
import type { Execution } from './runner';
import { Runner } from './runner';
import { TestWebhook } from './test-webhook';
import { WebhookRoutes } from './webhooks';
import type { WorkflowJson, WorkflowRecord } from './workflow';
import { WorkflowStore } from './workflow';

export type { ActiveWorkflow } from './active-workflow';
export type { StoringRule } from './credentials';
export type { WebhookRequest, WebhookResponse } from './http-server';
export type { NodeClass, NodeSource } from './node-types';
export type { Execution } from './runner';
export type { TestWebhook } from './test-webhook';
export type { WorkflowJson, WorkflowNode } from './workflow';

/** What a host is made of. */
export interface HostOptions {
	nodes: NodeSource;
	credentialTypes: ICredentialType[];
	/** Nodes of other packages by their full names, beside the built-in stand-ins. */
	otherNodes?: Record<string, INodeType>;
	/** Prefix of the type names of nodes given as classes. */
	packageName?: string;
	/** What nodes are told their webhook addresses begin with (n8n's WEBHOOK_URL). */
	publicUrl?: string;
	/** Port to serve webhooks on; a free one if not given. */
	port?: number;
	/** What is stored after `preAuthentication`: as n8n 2 ('returned') or as n8n 1 ('form'). */
	storing?: StoringRule;
	/** State of an earlier host, from `host.snapshot()`. */
	snapshot?: HostSnapshot;
}

/** What survives a restart: the contents of n8n's database. Plain JSON. */
export interface HostSnapshot {
	credentials: CredentialRecord[];
	workflows: WorkflowRecord[];
}

/** A credential as nodes refer to it. */
export interface CredentialReference {
	id: string;
	name: string;
}

/** Settings of a single run. */
export interface RunOptions {
	/** Items for the start node. */
	input?: INodeExecutionData[];
	startNode?: string;
	destinationNode?: string;
	pinData?: IPinData;
	mode?: WorkflowExecuteMode;
}

/** What the editor knows when it fills a list of a node. */
export interface EditorRequest {
	parameters?: INodeParameters;
	credentials?: INodeCredentials;
	typeVersion?: number;
	/** Path of the field being filled. */
	path?: string;
}

/** Starts a small n8n in this process. Stop it with `stop()`. */
export async function createHost(options: HostOptions): Promise<Host> {
	const host = new Host(options);
	try {
		await host.start();
		return host;
	} catch (error) {
		await host.stop();
		throw error;
	}
}

/** A small n8n: n8n-core's engine, with storage, webhooks and polling around it. */
export class Host {
	/** Credentials as the user and the database see them. */
	readonly credentials: HostCredentials;

	private readonly nodeTypes: HostNodeTypes;

	private readonly helper: HostCredentialsHelper;

	private readonly workflows: WorkflowStore;

	private readonly runner: Runner;

	private readonly routes = new WebhookRoutes();

	private readonly server = new HttpServer(this.routes.serve);

	private readonly activeWorkflows = new Map<string, ActiveWorkflow>();

	private readonly testWebhooks: TestWebhook[] = [];

	/** Use `createHost`, which also starts it. */
	constructor(private readonly options: HostOptions) {
		const { nodes, credentialTypes, snapshot } = options;
		const packageName = options.packageName ?? 'n8n-nodes-tiktok-shop';
		this.nodeTypes = new HostNodeTypes(nodes, packageName, options.otherNodes);
		this.helper = new HostCredentialsHelper(
			credentialTypes,
			this.nodeTypes,
			options.storing ?? 'returned',
			snapshot?.credentials,
		);
		this.workflows = new WorkflowStore(this.nodeTypes, snapshot?.workflows);
		this.runner = new Runner(
			this.nodeTypes,
			this.workflows,
			this.helper,
			() => options.publicUrl?.replace(/\/$/, '') ?? this.url,
		);
		this.credentials = new HostCredentials(this.helper, this.nodeTypes, this.runner);
	}

	/** Where webhooks are really served. */
	get url(): string {
		return this.server.url;
	}

	/** Listens, and switches on again what the snapshot holds as active. */
	async start(): Promise<void> {
		await this.server.listen(this.options.port);
		for (const record of this.workflows.all()) {
			if (record.active) await this.startWorkflow(record, 'init');
		}
	}

	/** Runs a workflow once, by hand unless another mode is given. */
	async run(json: WorkflowJson, options: RunOptions = {}): Promise<Execution> {
		const { input, startNode, destinationNode, mode = 'manual' } = options;
		return await this.runner.run({
			json,
			mode,
			startNode,
			destinationNode,
			data: input && [input],
			pinData: options.pinData ?? (mode === 'manual' ? json.pinData : undefined),
			staticData: json.id === undefined ? undefined : this.workflows.staticData(json.id),
		});
	}

	/** "Fetch test event": polls a node by hand and runs only it. */
	async pollOnce(json: WorkflowJson, nodeName: string): Promise<Execution> {
		return await this.run(json, { startNode: nodeName, destinationNode: nodeName });
	}

	/** Switches a workflow on; rejects with the node's error if its webhooks cannot be made. */
	async activate(json: WorkflowJson): Promise<ActiveWorkflow> {
		const record = this.workflows.save(json);
		if (this.activeWorkflows.has(record.json.id)) {
			throw new OperationalError(`Workflow ${record.json.id} is already active`);
		}
		return await this.startWorkflow(record, 'activate');
	}

	/** An active workflow, for instance after a restart. */
	active(id: string): ActiveWorkflow {
		const active = this.activeWorkflows.get(id);
		if (!active) throw new OperationalError(`Workflow ${id} is not active`);
		return active;
	}

	/** "Listen for test event": serves the workflow's test addresses until one event came. */
	async listenForTestEvent(json: WorkflowJson): Promise<TestWebhook> {
		const record = this.workflows.save(json);
		const test = new TestWebhook(this.parts(record));
		await letOutOf('a test webhook', async () => await test.start());
		this.testWebhooks.push(test);
		return test;
	}

	/** Says how n8n's database or queue takes an execution that a webhook starts: late, or not at all. */
	storeExecutionsBy(storing: () => Promise<void>): void {
		this.runner.storing = storing;
	}

	/** The static data stored for a workflow. */
	staticData(workflowId: string): Record<string, unknown> {
		return this.workflows.staticData(workflowId) ?? {};
	}

	/** Fills a drop-down through `methods.loadOptions`. */
	async loadOptions(
		nodeType: string,
		method: string,
		request: EditorRequest = {},
	): Promise<INodePropertyOptions[]> {
		const { loadOptions } = this.methods(nodeType, request);
		if (!loadOptions?.[method]) throw new OperationalError(`No method loadOptions.${method}`);
		const load = loadOptions[method];
		return await letOutOf('a list', async () => {
			return await load.call(this.editorContext(nodeType, request));
		});
	}

	/** Searches a list through `methods.listSearch`. */
	async listSearch(
		nodeType: string,
		method: string,
		request: EditorRequest & { filter?: string; paginationToken?: string } = {},
	): Promise<INodeListSearchResult> {
		const { listSearch } = this.methods(nodeType, request);
		if (!listSearch?.[method]) throw new OperationalError(`No method listSearch.${method}`);
		const search = listSearch[method];
		const context = this.editorContext(nodeType, request);
		return await letOutOf('a list', async () => {
			return await search.call(context, request.filter, request.paginationToken);
		});
	}

	/** Waits until every request and every execution so far has ended. */
	async settled(): Promise<void> {
		await this.server.settled();
		for (const active of this.activeWorkflows.values()) await active.settled();
	}

	/** The state that survives a restart. */
	snapshot(): HostSnapshot {
		return jsonParse(
			JSON.stringify({ credentials: this.helper.all(), workflows: this.workflows.all() }),
		);
	}

	/**
	 * Ends this host and starts another one from its snapshot, on the same port. Active workflows
	 * are activated again, as n8n does at start; `active(id)` of the new host finds them.
	 */
	async restart(options: Partial<HostOptions> = {}): Promise<Host> {
		const { port } = this.server;
		await this.stop();
		return await createHost({ ...this.options, port, ...options, snapshot: this.snapshot() });
	}

	/** Ends the host. Webhooks at the other side stay, as when n8n is stopped. */
	async stop(): Promise<void> {
		await this.settled();
		for (const active of this.activeWorkflows.values()) active.unroute();
		for (const test of this.testWebhooks) test.unroute();
		await this.server.close();
	}

	private async startWorkflow(
		record: WorkflowRecord,
		activation: 'init' | 'activate',
	): Promise<ActiveWorkflow> {
		const active = new ActiveWorkflow(this.parts(record), () => {
			this.activeWorkflows.delete(record.json.id);
		});
		try {
			await active.start(activation);
		} catch (error) {
			throw letOut('a failed activation', error);
		}
		this.activeWorkflows.set(record.json.id, active);
		return active;
	}

	private parts(record: WorkflowRecord) {
		return { runner: this.runner, routes: this.routes, workflows: this.workflows, record };
	}

	private methods(nodeType: string, { typeVersion }: EditorRequest) {
		return this.nodeTypes.getByNameAndVersion(nodeType, typeVersion).methods ?? {};
	}

	private editorContext(nodeType: string, request: EditorRequest): LoadOptionsContext {
		const { version } = this.nodeTypes.getByNameAndVersion(
			nodeType,
			request.typeVersion,
		).description;
		const newest = Array.isArray(version) ? Math.max(...version) : version;
		const workflow = this.workflows.load({
			nodes: [
				{
					name: 'Temp-Node',
					type: nodeType,
					typeVersion: request.typeVersion ?? newest,
					parameters: request.parameters ?? {},
					credentials: request.credentials,
				},
			],
		});
		const node = workflow.getNode('Temp-Node');
		if (!node) throw new OperationalError('The node of the editor is missing');
		return new LoadOptionsContext(
			workflow,
			node,
			{ ...this.runner.additionalData(), currentNodeParameters: node.parameters },
			request.path ?? '',
		);
	}
}

/** The credentials of a host. */
export class HostCredentials {
	constructor(
		private readonly helper: HostCredentialsHelper,
		private readonly nodeTypes: HostNodeTypes,
		private readonly runner: Runner,
	) {}

	/** Saves a new credential, without testing it. */
	create(name: string, type: string, data: ICredentialDataDecryptedObject): CredentialReference {
		const { id } = this.helper.create(name, type, data);
		return { id, name };
	}

	/** The stored data, decrypted, without the defaults of the form. */
	async get(id: string): Promise<ICredentialDataDecryptedObject> {
		const { name, type } = this.helper.record(id);
		return (await this.helper.getCredentials({ id, name }, type)).getData();
	}

	/** Changes single values of the stored data, as the user does in the dialog. */
	async update(id: string, changes: ICredentialDataDecryptedObject): Promise<void> {
		this.helper.update(id, { ...(await this.get(id)), ...changes });
	}

	/** How often n8n stored the credential by itself, after an exchange or a refresh. */
	timesStored(id: string): number {
		return this.helper.timesStored(id);
	}

	/** Tests a stored credential as the dialog does on saving. */
	async test(id: string): Promise<INodeCredentialTestResult> {
		const { name, type } = this.helper.record(id);
		const credential = { id, name, type, data: await this.get(id) };
		const additionalData = this.runner.additionalData();
		return await letOutOf('a credential test', async () => {
			return await testCredential(credential, this.helper, this.nodeTypes, additionalData);
		});
	}
}
