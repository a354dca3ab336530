import { pause, until } from '../command';
import type { Workflow } from '../rest';
import type { Service } from '../service';
import { made } from '../steps/scene';
import { shipWaitingOrders, type CredentialRef } from '../workflows';
import type { QueueStage } from './stage';

/** How a part of queue mode went away and came back. */
export interface Restart {
	what: string;
	seconds: number;
}

/** What was sent, what n8n made of it, and what arrived at TikTok. */
export interface LoadReport {
	placed: number;
	/** Requests to the webhook processor, and how many of them it answered with 200. */
	notifications: number;
	answered: number;
	/** Executions by the status that n8n stored. */
	executions: Record<string, number>;
	/** Executions that each worker began. */
	byWorker: number[];
	/** Orders that TikTok shipped once, as n8n asked it to. */
	once: number;
	/** Orders that TikTok shipped several times. */
	twice: string[];
	/** Orders that n8n asked TikTok to ship again, since it was killed before it had stored that it knows them. */
	again: string[];
	/** Orders that n8n asked TikTok to ship again for no such reason. */
	needless: string[];
	/** Orders that waited for the second look, since the killed worker took their executions along. */
	leftBehind: number;
	/** Orders that were never shipped. */
	lost: string[];
	refreshes: number;
	refusedRefreshes: number;
	restarts: Restart[];
	/** Until the queue was empty. */
	seconds: number;
}

/** Orders at the same moment; each has two notifications under way, and two more when it is shipped. */
export const AT_ONCE = 10;

/** Each notification is sent twice, in no certain order. */
const REPEATS = { times: 2, withinMs: 400 };

const ROUNDS = 20;

/** As long as that a killed worker's executions go unnoticed, with the settings of this run. */
const UNNOTICED_SECONDS = 25;

/** Has buyers order while parts of n8n's queue mode go away and come back. */
export class Load {
	private readonly placed: string[] = [];

	private readonly restarts: Restart[] = [];

	/** The notifications that the killed webhook processor had stored as handled. */
	private stored = '';

	constructor(
		private readonly stage: QueueStage,
		private readonly credential: CredentialRef,
		private readonly workflow: Workflow,
	) {}

	async run(orders: number): Promise<LoadReport> {
		const { queue, sandbox } = this.stage;
		const { control } = sandbox;
		const begin = new Date();
		const before = await control.tokenStats();
		await control.clearRequests();
		await control.setRepeats(REPEATS);
		await this.buy(orders * 0.3);
		await control.expireAccessTokens();
		await this.buy(orders * 0.2);
		await this.without('a worker, killed', made(queue.workers[1]), 'kill', orders * 0.1);
		await this.without('the webhook processor, killed', queue.webhooks, 'kill', orders * 0.05);
		await this.buy(orders * 0.1);
		await this.without('Redis, stopped', queue.redis.service, 'stop', orders * 0.05);
		await this.buy(orders - this.placed.length);
		await this.repeatUnanswered();
		await this.queueIsEmpty();
		const seconds = (Date.now() - begin.getTime()) / 1000;
		const leftBehind = (await this.waiting()).length;
		const executions = await this.executions();
		await this.lookAgain(begin);
		const after = await control.tokenStats();
		const attempts = (await control.deliveries()).flatMap((delivery) => delivery.attempts);
		const shipments = await this.shipments();
		const several = this.placed.filter((id) => (shipments.get(id)?.length ?? 0) > 1);
		const accepted = (id: string) => shipments.get(id)?.filter((code) => code === 0).length ?? 0;
		const stored = await this.storedWhenKilled();
		return {
			placed: this.placed.length,
			notifications: attempts.length,
			answered: attempts.filter(({ status }) => status === 200).length,
			executions,
			byWorker: queue.workers.map(({ begun }) => begun.size),
			once: this.placed.filter((id) => accepted(id) === 1).length,
			twice: this.placed.filter((id) => accepted(id) > 1),
			again: several.filter((id) => !stored.has(id)),
			needless: several.filter((id) => stored.has(id)),
			leftBehind,
			lost: await this.waiting(),
			refreshes: after.refreshes - before.refreshes,
			refusedRefreshes: after.refused - before.refused,
			restarts: this.restarts,
			seconds,
		};
	}

	/** Goes on as fast as n8n answers. */
	private async buy(count: number): Promise<void> {
		const { control } = this.stage.sandbox;
		for (let left = Math.round(count); left > 0; left -= AT_ONCE) {
			const buyers = Array.from({ length: Math.min(AT_ONCE, left) });
			const place = async () => await control.placeOrder(undefined, { shipping_type: 'SELLER' });
			const orders = await Promise.all(buyers.map(place));
			this.placed.push(...orders.map(({ id }) => id));
			await control.webhooksSettled();
		}
	}

	/** Takes a part away in the middle of its work and brings it back, while buyers go on ordering. */
	private async without(
		what: string,
		service: Service,
		how: 'kill' | 'stop',
		orders: number,
	): Promise<void> {
		const { webhooks, revive } = this.stage.queue;
		const restart = async () => {
			await pause(REPEATS.withinMs);
			await service[how]();
			if (service === webhooks) this.stored = await this.storedNotifications();
			await this.timed(what, async () => await service.start());
		};
		await Promise.all([this.buy(orders), restart()]);
		await this.timed('… what ended with it', revive);
	}

	private async timed(what: string, start: () => Promise<unknown>): Promise<void> {
		const startedAt = Date.now();
		if ((await start()) === 0) return;
		this.restarts.push({ what, seconds: (Date.now() - startedAt) / 1000 });
	}

	private async storedNotifications(): Promise<string> {
		const [row] = await this.stage.queue.database.query<{ staticData: unknown }>(
			`SELECT "staticData" FROM workflow_entity WHERE id = '${this.workflow.id}'`,
		);
		return JSON.stringify(row);
	}

	/** What TikTok would do after 2 minutes, and then again. */
	private async repeatUnanswered(): Promise<void> {
		const { control } = this.stage.sandbox;
		for (let round = 0; round < ROUNDS; round++) {
			const open = (await control.deliveries()).filter(({ state }) => state !== 'delivered');
			const ids = [...new Set(open.map(({ notificationId }) => notificationId))];
			if (ids.length === 0) return;
			for (let first = 0; first < ids.length; first += AT_ONCE) {
				const some = ids.slice(first, first + AT_ONCE);
				await Promise.all(some.map(async (id) => await control.redeliver(id)));
			}
		}
		throw new Error(`After ${ROUNDS} repetitions n8n has not answered all notifications`);
	}

	/** Waits until nothing is queued or running, but for what the killed worker took along. */
	private async queueIsEmpty(): Promise<void> {
		let last = '';
		let since = Date.now();
		await until(
			'all executions to end',
			async () => {
				const executions = await this.executions();
				if (!('new' in executions) && !('running' in executions)) return true;
				const now = JSON.stringify(executions);
				if (now !== last) since = Date.now();
				last = now;
				return Date.now() - since > UNNOTICED_SECONDS * 1000 ? true : undefined;
			},
			{ seconds: 300, everyMs: 1000 },
		);
	}

	/** Executions of the workflow by status. */
	private async executions(): Promise<Record<string, number>> {
		const rows = await this.stage.queue.database.query<{ status: string; count: number }>(
			`SELECT status, count(*) FROM execution_entity WHERE "workflowId" = '${this.workflow.id}' GROUP BY status`,
		);
		return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
	}

	/** Lets a polling trigger find the orders that wait for longer than they should. */
	private async lookAgain(since: Date): Promise<void> {
		const { rest } = this.stage.queue.main;
		const workflow = await rest.createWorkflow(shipWaitingOrders(this.credential, since));
		await rest.activate(workflow);
		await until('the second look', async () =>
			(await this.waiting()).length === 0 ? true : undefined,
		).catch(() => undefined);
		await rest.deactivate(workflow);
	}

	/** The orders that TikTok still waits for. */
	private async waiting(): Promise<string[]> {
		const orders = await this.stage.sandbox.control.orders();
		const open = new Set(
			orders.filter(({ status }) => status === 'AWAITING_SHIPMENT').map(({ id }) => id),
		);
		return this.placed.filter((id) => open.has(id));
	}

	/** The orders that the killed webhook processor had stored as known. */
	private async storedWhenKilled(): Promise<Set<string>> {
		const deliveries = await this.stage.sandbox.control.deliveries();
		const known = deliveries.filter(({ notificationId }) => this.stored.includes(notificationId));
		const bodies = known.map(({ body }) => JSON.parse(body) as { data: { order_id: string } });
		return new Set(bodies.map(({ data }) => data.order_id));
	}

	/** TikTok's answers to each shipment, by order. */
	private async shipments(): Promise<Map<string, Array<number | undefined>>> {
		const answers = new Map<string, Array<number | undefined>>();
		const requests = await this.stage.sandbox.control.requests();
		for (const { method, path, status, code } of requests) {
			const id = /\/orders\/(\d+)\/packages$/.exec(path)?.[1];
			// What came with the expired token is asked for once more.
			if (method !== 'POST' || id === undefined || status === 401) continue;
			answers.set(id, [...(answers.get(id) ?? []), code]);
		}
		return answers;
	}
}
