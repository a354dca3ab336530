import { PollContext } from 'n8n-core';
import type {
	INodeExecutionData,
	IWebhookData,
	Workflow,
	WorkflowActivateMode,
} from 'n8n-workflow';
import { OperationalError, WorkflowActivationError } from 'n8n-workflow';

import type { Execution, Runner } from './runner';
import type { WebhookRoutes } from './webhooks';
import { callWebhookMethod, createWebhookIfNotExists, deliver, webhooksOf } from './webhooks';
import type { WorkflowRecord, WorkflowStore } from './workflow';

/** Parts of the host an active workflow works with. */
export interface ActiveWorkflowParts {
	runner: Runner;
	routes: WebhookRoutes;
	workflows: WorkflowStore;
	record: WorkflowRecord;
}

/** A workflow that is switched on: its webhooks are served, its polling nodes can be polled. */
export class ActiveWorkflow {
	/** Every finished execution, oldest first. */
	readonly executions: Execution[] = [];

	private readonly unread: Execution[] = [];

	private readonly waiting: Array<(execution: Execution) => void> = [];

	private readonly running = new Set<Promise<unknown>>();

	/** One for as long as the workflow is active: what a poll remembers lives here in between. */
	private readonly workflow: Workflow;

	private readonly routed: IWebhookData[] = [];

	constructor(
		private readonly parts: ActiveWorkflowParts,
		private readonly deactivated: () => void,
	) {
		const { workflows, record } = parts;
		this.workflow = workflows.load(record.json, workflows.staticData(record.json.id));
	}

	get id(): string {
		return this.parts.record.json.id;
	}

	/** Registers webhooks and polls once, so that a mistake shows at activation. */
	async start(activation: WorkflowActivateMode): Promise<void> {
		const { runner, workflows, record } = this.parts;
		try {
			for (const webhook of webhooksOf(this.workflow, runner.additionalData())) {
				this.route(webhook);
				await createWebhookIfNotExists(this.workflow, webhook, 'trigger', activation);
			}
		} catch (error) {
			// The first error counts: that a half-made webhook cannot be removed adds nothing to it.
			await this.removeWebhooks().catch(() => undefined);
			throw error;
		}
		workflows.saveStaticDataOf(this.workflow);
		for (const node of this.workflow.getPollNodes()) {
			try {
				const started = await this.pollNode(node.name, activation);
				if (started) this.track(started.execution);
			} catch (error) {
				this.unroute();
				throw new WorkflowActivationError(
					`There was a problem activating the workflow: "${(error as Error).message}"`,
					{ cause: error as Error, node },
				);
			}
		}
		workflows.saveStaticDataOf(this.workflow);
		record.active = true;
	}

	/**
	 * Polls a node as n8n's schedule does.
	 *
	 * @returns the execution, or null when there was nothing new; a failing poll is an execution
	 * with the error
	 */
	async poll(nodeName: string): Promise<Execution | null> {
		try {
			const started = await this.pollNode(nodeName, 'activate');
			return started ? this.finished(await started.execution) : null;
		} catch (error) {
			return this.finished(this.parts.runner.failed('trigger', error, nodeName));
		}
	}

	/** Starts the workflow at a trigger as if it had fired with these items. */
	async fire(nodeName: string, items: INodeExecutionData[] = [{ json: {} }]): Promise<Execution> {
		return this.finished(await this.run(nodeName, [items]));
	}

	/** The oldest execution started by a webhook or by activation that was not asked for before. */
	async nextExecution(): Promise<Execution> {
		const execution = this.unread.shift();
		return execution ?? (await new Promise((resolve) => this.waiting.push(resolve)));
	}

	/** Waits until everything that was started has ended. */
	async settled(): Promise<void> {
		while (this.running.size > 0) await Promise.all(this.running);
	}

	/** Switches the workflow off and removes its webhooks from the other side. */
	async deactivate(): Promise<void> {
		await this.settled();
		await this.removeWebhooks();
		this.parts.record.active = false;
		this.deactivated();
	}

	/** Stops serving without a word to the other side, as when n8n is killed. */
	unroute(): void {
		for (const webhook of this.routed.splice(0)) {
			this.parts.routes.remove(webhook.httpMethod, `webhook/${webhook.path}`);
		}
	}

	private async removeWebhooks(): Promise<void> {
		const { workflows, record, runner } = this.parts;
		this.unroute();
		const workflow = workflows.load(record.json, workflows.staticData(record.json.id));
		for (const webhook of webhooksOf(workflow, runner.additionalData())) {
			await callWebhookMethod('delete', workflow, webhook, 'internal', 'update');
		}
		workflows.saveStaticDataOf(workflow);
	}

	private route(webhook: IWebhookData): void {
		const { routes, workflows, record, runner } = this.parts;
		routes.add(webhook.httpMethod, `webhook/${webhook.path}`, async (_path, request, response) => {
			// Each request loads the workflow anew, with the static data stored by the last one.
			const workflow = workflows.load(record.json, workflows.staticData(record.json.id));
			const started = await deliver(
				{
					runner,
					json: record.json,
					workflow,
					webhook,
					mode: 'webhook',
					saveStaticData: () => workflows.saveStaticDataOf(workflow),
				},
				request,
				response,
			);
			if (started) this.track(started.execution);
		});
		this.routed.push(webhook);
	}

	private async pollNode(
		nodeName: string,
		activation: WorkflowActivateMode,
	): Promise<{ execution: Promise<Execution> } | undefined> {
		const node = this.workflow.getNode(nodeName);
		const poll =
			node && this.workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion).poll;
		if (!node || !poll) throw new OperationalError(`"${nodeName}" is not a polling node`);
		const { runner, workflows } = this.parts;
		const context = new PollContext(
			this.workflow,
			node,
			runner.additionalData(),
			'trigger',
			activation,
		);
		const data = await poll.call(context);
		if (data === null) return undefined;
		workflows.saveStaticDataOf(this.workflow);
		return { execution: this.run(nodeName, data) };
	}

	private async run(startNode: string, data: INodeExecutionData[][]): Promise<Execution> {
		const { runner, workflows, record } = this.parts;
		const staticData = workflows.staticData(record.json.id);
		return await runner.run({ json: record.json, mode: 'trigger', startNode, data, staticData });
	}

	/** Follows an execution nobody waits for. */
	private track(execution: Promise<Execution>): void {
		const done = execution
			.then((result) => {
				this.finished(result);
				const reader = this.waiting.shift();
				if (reader) reader(result);
				else this.unread.push(result);
			})
			.finally(() => this.running.delete(done));
		this.running.add(done);
	}

	private finished(execution: Execution): Execution {
		this.executions.push(execution);
		return execution;
	}
}
