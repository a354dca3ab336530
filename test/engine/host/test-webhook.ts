import type { IDataObject, IWebhookData } from 'n8n-workflow';
import { OperationalError } from 'n8n-workflow';

import type { ActiveWorkflowParts } from './active-workflow';
import type { Execution } from './runner';
import { callWebhookMethod, createWebhookIfNotExists, deliver, webhooksOf } from './webhooks';

/** A workflow waiting for one test event, as after "Listen for test event" in the editor. */
export class TestWebhook {
	/** The manual run the first event starts. */
	readonly execution: Promise<Execution>;

	private resolve: (execution: Execution) => void = () => undefined;

	private registered: IWebhookData[] = [];

	private readonly routed: IWebhookData[] = [];

	/** Test runs have static data of their own, which is never stored. */
	private staticData: IDataObject = {};

	constructor(private readonly parts: ActiveWorkflowParts) {
		this.execution = new Promise((resolve) => {
			this.resolve = resolve;
		});
	}

	/** Registers the test addresses (`/webhook-test/…`). */
	async start(): Promise<void> {
		const { workflows, record, runner } = this.parts;
		const workflow = workflows.load(record.json, workflows.staticData(record.json.id));
		const webhooks = webhooksOf(workflow, runner.additionalData());
		if (webhooks.length === 0) throw new OperationalError('The workflow has no webhook');
		try {
			for (const webhook of webhooks) {
				webhook.isTest = true;
				this.route(webhook);
				await createWebhookIfNotExists(workflow, webhook, 'manual', 'manual');
			}
		} catch (error) {
			this.unroute();
			throw error;
		}
		this.staticData = workflow.staticData;
		this.registered = webhooks;
	}

	/** Stops listening and removes the test webhooks from the other side. */
	async stop(): Promise<void> {
		const { workflows, record } = this.parts;
		const webhooks = this.registered;
		this.unroute();
		const workflow = workflows.load(record.json);
		workflow.setTestStaticData(this.staticData);
		for (const webhook of webhooks) {
			await callWebhookMethod('delete', workflow, webhook, 'internal', 'update');
		}
	}

	/** Stops serving without a word to the other side. */
	unroute(): void {
		for (const webhook of this.routed.splice(0)) {
			this.parts.routes.remove(webhook.httpMethod, `webhook-test/${webhook.path}`);
		}
		this.registered = [];
	}

	private route(webhook: IWebhookData): void {
		const { routes, workflows, record, runner } = this.parts;
		const path = `webhook-test/${webhook.path}`;
		routes.add(webhook.httpMethod, path, async (_path, request, response) => {
			const workflow = workflows.load(record.json, workflows.staticData(record.json.id));
			workflow.setTestStaticData(this.staticData);
			const started = await deliver(
				{
					runner,
					json: record.json,
					workflow,
					webhook,
					mode: 'manual',
					saveStaticData: () => undefined,
				},
				request,
				response,
			);
			if (!started) return;
			await this.stop();
			this.resolve(await started.execution);
		});
		this.routed.push(webhook);
	}
}
