import type { IDataObject } from 'n8n-workflow';

import type { Execution } from '../engine/host';
import { SoakClock } from './clock';
import { FAULT_KINDS, PAGES, TITLES, type FaultKind } from './faultKinds';
import {
	FOR_EVER,
	planArrivals,
	type ArrivalPlan,
	type ArrivalStep,
	type PlannedOrder,
} from './plan';
import { chain, RECEIVER, Stage, type LoadPackage } from './stage';
import { LeakWatch, within } from './watch';

const POLLING = 'soak-polling';
const WEBHOOK = 'soak-webhook';

/** How many notifications TikTok sends at the same moment. */
const AT_ONCE = 8;

/**
 * n8n stores what the trigger remembers for each notification by itself, so that those of the same moment overwrite each
 * other; the next one puts that right, but a crash can come first, also to those that come again after the last crash.
 */
const MOST_FORGOTTEN = 2 * AT_ONCE;

/** What passes at most while n8n polls: a request whose clock jumps would be refused. */
const MOMENT_SECONDS = 5;

export interface ArrivalReport {
	placed: number;
	reportedByPolling: number;
	reportedByWebhook: number;
	lost: string[];
	duplicated: string[];
	/** How often each fault struck a poll. */
	injected: Record<string, number>;
	/** Failed polls by the title that explained them. */
	explained: Record<string, number>;
	/** Reported again after a crash between run and save. */
	repeatedAfterCrash: number;
	notificationsSent: number;
	steps: Record<string, number>;
	/** The size of what the triggers left with n8n for their next start, in bytes. */
	storedBytes: number;
	failed: string[];
	leaks: string[];
}

/** Orders come in while n8n is killed and restarted; every one has to be reported once by each trigger. */
export async function soakArrivals(
	load: LoadPackage,
	seed: number,
	count: number,
	onStep: (text: string) => void,
	spoilers = SPOILERS,
): Promise<ArrivalReport> {
	const plan = planArrivals(seed, count, spoilers.length);
	const soak = await Arrivals.begin(load, plan, spoilers, seed);
	try {
		return await soak.run(onStep);
	} finally {
		await soak.stop();
	}
}

/** Every way to spoil an answer that a poll can wait for. */
const SPOILERS = FAULT_KINDS.filter(({ strikes, long }) => strikes !== undefined && !long);

/** The IDs of a minute, and the latest 1000 notifications and orders. */
const MOST_STORED_BYTES = 100_000;

/** The times each order was reported. */
class Tally {
	private readonly counts = new Map<string, number>();

	add(id: string, times = 1): void {
		this.counts.set(id, this.of(id) + times);
	}

	of(id: string): number {
		return this.counts.get(id) ?? 0;
	}

	get ids(): string[] {
		return [...this.counts.keys()];
	}

	get size(): number {
		return this.counts.size;
	}
}

class Arrivals {
	private readonly placed: string[] = [];

	private readonly byPolling = new Tally();

	private readonly byWebhook = new Tally();

	/** What workflows were given that ran and were forgotten: each may be reported once more. */
	private readonly forgotten = { polling: new Tally(), webhook: new Tally() };

	/** The orders reported by webhook since n8n was started. */
	private sinceStart: string[] = [];

	private kills = 0;

	private readonly read = new Map<string, number>();

	private readonly failed: string[] = [];

	private readonly steps: Record<string, number> = {};

	private readonly watch: LeakWatch;

	/** What a poll may fail with while answers are spoilt. */
	private excused: RegExp[] = [];

	private readonly injected: Record<string, number> = {};

	private readonly explained: Record<string, number> = {};

	private notified = 0;

	private readonly startSecond: number;

	private constructor(
		private readonly stage: Stage,
		private readonly plan: ArrivalPlan,
		private readonly spoilers: FaultKind[],
		private readonly clock: SoakClock,
	) {
		this.startSecond = Math.ceil(clock.now() / 1000);
		this.watch = new LeakWatch(stage.sandbox.app.appSecret);
	}

	static async begin(
		load: LoadPackage,
		plan: ArrivalPlan,
		spoilers: FaultKind[],
		seed: number,
	): Promise<Arrivals> {
		const clock = new SoakClock();
		const stage = await Stage.set(load, {
			now: clock.now,
			seed,
			markets: ['GB'],
			orders: 0,
			products: 20,
			returns: 0,
			rateLimit: 1_000_000,
			retryScale: 0.0001,
		});
		const poll = stage.node('tikTokShopPollingTrigger', 'Trigger', {
			event: 'newOrder',
			simplify: false,
		});
		// The address of the whole app: then every notification comes when the plan wants it.
		const webhook = stage.node('tikTokShopTrigger', 'Trigger', {
			registration: 'app',
			events: ['newOrder'],
		});
		const next = { name: 'Next', type: 'n8n-nodes-base.noOp' };
		await stage.host.activate(chain(POLLING, poll, next));
		await stage.host.activate(chain(WEBHOOK, webhook, next));
		return new Arrivals(stage, plan, spoilers, clock);
	}

	async run(onStep: (text: string) => void): Promise<ArrivalReport> {
		const { steps } = this.plan;
		for (const [index, step] of steps.entries()) {
			const name = `arrivals, step ${index + 1} of ${steps.length} (${step.does})`;
			onStep(name);
			await within(name, this.take(step)).catch((error: unknown) => {
				throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
			});
			this.steps[step.does] = (this.steps[step.does] ?? 0) + 1;
		}
		onStep('arrivals, what is still waiting');
		await within('arrivals, the end', this.finish());
		return this.report();
	}

	async stop(): Promise<void> {
		this.clock.stop();
		await this.stage.stop();
	}

	private async take(step: ArrivalStep): Promise<void> {
		switch (step.does) {
			case 'place':
				await Promise.all([
					this.place(step.orders, step.whilePolling ? MOMENT_SECONDS : Infinity),
					step.whilePolling && this.poll(),
				]);
				break;
			case 'poll':
				await this.poll();
				break;
			case 'deliver':
				await this.deliver(step.notifications);
				break;
			case 'restart': {
				const delivering = this.deliver(step.notifications);
				await this.kill();
				await this.stage.revive();
				await delivering;
				await this.allDelivered();
				break;
			}
			case 'absence':
				await this.kill();
				await this.place(step.orders);
				await this.deliver(step.notifications);
				await this.stage.revive();
				await this.allDelivered();
				break;
			case 'killBeforeRun':
				await this.killAroundPoll(step.orders, false);
				break;
			case 'killBeforeSave':
				await this.killAroundPoll(step.orders, true);
				break;
			case 'spoil':
				await this.spoil(step.orders, this.spoilers[step.which], step.times);
				break;
		}
		await this.harvest();
	}

	/** Orders of the same second are placed side by side. */
	private async place(count: number, longestSeconds = Infinity): Promise<void> {
		const { control } = this.stage.sandbox;
		const end = this.placed.length + count;
		const latest = this.clock.now() / 1000 + longestSeconds;
		while (this.placed.length < end) {
			const due = this.due(end, latest);
			const orders = await Promise.all(
				due.map(async ({ lateBy }) => {
					const create_time = Math.floor(this.clock.now() / 1000) - lateBy;
					return await control.placeOrder(undefined, { create_time, update_time: create_time });
				}),
			);
			this.placed.push(...orders.map(({ id }) => id));
		}
	}

	/** The next orders that share a second; the clock goes on to it. */
	private due(end: number, latest: number): PlannedOrder[] {
		const rest = this.plan.orders.slice(this.placed.length, end).slice(0, AT_ONCE);
		const atSecond = rest[0]?.atSecond ?? 0;
		this.clock.moveTo(Math.min(latest, this.startSecond + atSecond));
		return rest.filter((order) => order.atSecond === atSecond);
	}

	private async poll(): Promise<Execution | null> {
		return await this.stage.host.active(POLLING).poll('Trigger');
	}

	/** Sends what is due of the notifications, as far as their orders are placed. */
	private async deliver(count: number): Promise<void> {
		const { notifications } = this.plan;
		let due = notifications.slice(this.notified, this.notified + count);
		const early = due.findIndex((order) => order >= this.placed.length);
		if (early >= 0) due = due.slice(0, early);
		this.notified += due.length;
		const { control } = this.stage.sandbox;
		for (let sent = 0; sent < due.length; sent += AT_ONCE) {
			const orders = due.slice(sent, sent + AT_ONCE);
			await Promise.all(
				orders.map(async (order) => {
					const order_id = this.placed[order] ?? '';
					return await control.sendWebhook({
						type: 1,
						notificationId: String(7_300_000_000_000_000_000n + BigInt(order)),
						address: RECEIVER,
						data: { order_id, order_status: 'AWAITING_SHIPMENT' },
					});
				}),
			);
		}
	}

	/** What found nobody is sent again by TikTok, and by hand where TikTok has given up. */
	private async allDelivered(): Promise<void> {
		const { control } = this.stage.sandbox;
		for (;;) {
			const open = (await control.webhooksSettled()).filter(({ state }) => state !== 'delivered');
			if (open.length === 0) break;
			const refused = open.find(({ state }) => state === 'refused');
			if (refused) throw new Error(`Notification ${refused.notificationId} was refused`);
			for (const { notificationId, state } of open) {
				if (state === 'givenUp') await control.redeliver(notificationId);
			}
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	}

	/** n8n as a process: what runs ends, then everything in memory is gone. */
	private async kill(): Promise<void> {
		await this.stage.kill();
		await this.harvest();
		for (const id of this.sinceStart) this.forgotten.webhook.add(id);
		this.sinceStart = [];
		this.kills += 1;
		this.read.clear();
	}

	private async killAroundPoll(orders: number, afterRun: boolean): Promise<void> {
		await this.harvest();
		const before = this.stage.host.snapshot();
		await this.place(orders);
		this.clock.moveBy(1);
		const execution = await this.poll();
		if (afterRun) {
			for (const id of idsOf(execution, readOrder)) this.forgotten.polling.add(id);
		} else {
			// The process died before the workflow began: nobody has seen these.
			for (const id of idsOf(execution, readOrder)) this.byPolling.add(id, -1);
		}
		await this.kill();
		await this.stage.revive(before);
	}

	/** A poll that fails is made up for by the next one. */
	private async spoil(orders: number, kind: FaultKind | undefined, times: number): Promise<void> {
		if (kind?.strikes === undefined) return;
		await this.place(orders);
		this.clock.moveBy(1);
		await this.harvest();
		const { control } = this.stage.sandbox;
		await control.clearRequests();
		const { fault, nth } = kind.strikes;
		await control.inject({ match: { path: PAGES, nth }, fault, times });
		// What does not stay has to be overcome.
		this.excused = times === FOR_EVER ? kind.explainedBy.map((title) => TITLES[title]) : [];
		await this.poll();
		await this.harvest();
		this.excused = [];
		const struck = (await control.requests()).filter((request) => request.fault !== undefined);
		this.injected[kind.name] = (this.injected[kind.name] ?? 0) + struck.length;
		await control.clearFaults();
	}

	private async finish(): Promise<void> {
		while (this.notified < this.plan.notifications.length) {
			await this.deliver(this.plan.notifications.length);
		}
		await this.allDelivered();
		// A search ends before the second that is running.
		this.clock.moveBy(2);
		let quiet = 0;
		while (quiet < 2) quiet = (await this.poll()) === null ? quiet + 1 : 0;
		await this.harvest();
	}

	/** Counts what the executions since the last call were given. */
	private async harvest(): Promise<void> {
		await this.stage.host.settled();
		this.count(POLLING, this.byPolling, readOrder);
		this.count(WEBHOOK, this.byWebhook, (json) => String((json.data as IDataObject).order_id));
	}

	private count(workflow: string, tally: Tally, idOf: (json: IDataObject) => string): void {
		const { executions } = this.stage.host.active(workflow);
		for (const execution of executions.slice(this.read.get(workflow) ?? 0)) {
			if (execution.status !== 'success') {
				this.judge(workflow, execution.error?.message ?? execution.status);
				this.watch.search(`An error of ${workflow}`, execution.error);
			}
			for (const id of idsOf(execution, idOf)) {
				tally.add(id);
				if (workflow === WEBHOOK) this.sinceStart.push(id);
			}
			this.watch.search(`An item of ${workflow}`, JSON.stringify(execution.json('Next')));
		}
		this.read.set(workflow, executions.length);
	}

	private judge(workflow: string, message: string): void {
		if (this.excused.some((title) => title.test(message))) {
			this.explained[message] = (this.explained[message] ?? 0) + 1;
		} else {
			this.failed.push(`${workflow}: ${message}`);
		}
	}

	private report(): ArrivalReport {
		const lost: string[] = [];
		const duplicated: string[] = [];
		const repeated = { polling: 0, webhook: 0 };
		const states = [POLLING, WEBHOOK].map((id) => this.stage.host.staticData(id));
		const storedBytes = JSON.stringify(states).length;
		for (const [name, tally] of [
			['polling', this.byPolling],
			['webhook', this.byWebhook],
		] as const) {
			const known = new Set(this.placed);
			const strange = tally.ids.filter((id) => tally.of(id) > 0 && !known.has(id));
			duplicated.push(...strange.map((id) => `${id} by ${name}, though never placed`));
			for (const [number, id] of this.placed.entries()) {
				const times = tally.of(id);
				const again = Math.min(times - 1, this.forgotten[name].of(id));
				if (times === 0) lost.push(`order ${number + 1} (${id}) by ${name}`);
				else repeated[name] += again;
				if (times - again > 1) duplicated.push(`order ${number + 1} (${id}) by ${name}: ${times}`);
			}
		}
		const mostRepeated = this.kills * MOST_FORGOTTEN;
		if (repeated.webhook > mostRepeated) {
			duplicated.push(`${repeated.webhook} by webhook after ${this.kills} crashes`);
		}
		return {
			placed: this.placed.length,
			reportedByPolling: this.byPolling.ids.filter((id) => this.byPolling.of(id) > 0).length,
			reportedByWebhook: this.byWebhook.size,
			lost,
			duplicated,
			injected: this.injected,
			explained: this.explained,
			repeatedAfterCrash: repeated.polling + repeated.webhook,
			notificationsSent: this.notified,
			steps: this.steps,
			storedBytes,
			failed: this.failed,
			leaks: [
				...this.watch.leaks,
				...(storedBytes > MOST_STORED_BYTES ? [`The triggers store ${storedBytes} bytes`] : []),
			],
		};
	}
}

const readOrder = (json: IDataObject) => String(json.id);

function idsOf(execution: Execution | null, idOf: (json: IDataObject) => string): string[] {
	return execution?.json('Next').map(idOf) ?? [];
}
