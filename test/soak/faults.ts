import type { Execution } from '../engine/host';
import type { LoggedRequest } from '../sandbox';
import { ADVICE, API, FAULT_KINDS, PAGES, TITLES, type FaultKind, type Title } from './faultKinds';
import { chanceFrom, FOR_EVER, planRounds, type Round } from './plan';
import { Stage, type LoadPackage } from './stage';
import { Hung, LeakWatch, within } from './watch';
import { ORDERS, plainText, prepare, run, wrongEndings, wrongKeys, type Work } from './work';

export interface FaultReport {
	rounds: number;
	/** How often each fault struck. */
	injected: Record<string, number>;
	/** How often each operation was run, and how often it ended with all of its data. */
	operations: Record<string, { run: number; complete: number }>;
	/** Failed runs and failed items by the title that explained them. */
	explained: Record<string, number>;
	itemsOut: number;
	lost: string[];
	duplicated: string[];
	wrong: string[];
	leaks: string[];
	hung: string[];
	searched: number;
}

export interface FaultOptions {
	seed: number;
	repetitions: number;
	/** With faults that take minutes. */
	long: boolean;
	/** Rounds at the same time: they wait more than they work. */
	sideBySide: number;
	/** All kinds unless told. */
	kinds?: FaultKind[];
}

/** Operations run while the shop misbehaves; each has to end complete or with an explanation. */
export async function soakFaults(
	load: LoadPackage,
	{ seed, repetitions, long, sideBySide, kinds = FAULT_KINDS }: FaultOptions,
	onRound: (text: string) => void,
): Promise<FaultReport> {
	const rounded = kinds
		.filter((kind) => long || !kind.long)
		.flatMap((fault) => [
			{
				fault,
				stubborn: false,
				midway: fault.happens !== undefined || fault.strikes?.path === PAGES,
				long: fault.long === true,
			},
			...(fault.stubborn ? [{ fault, stubborn: true, midway: false, long: false }] : []),
		]);
	const rounds = planRounds(seed, rounded, repetitions);
	const report: FaultReport = {
		rounds: rounds.length,
		injected: {},
		operations: {},
		explained: {},
		itemsOut: 0,
		lost: [],
		duplicated: [],
		wrong: [],
		leaks: [],
		hung: [],
		searched: 0,
	};
	// What takes longest begins first.
	const waiting = [...rounds].sort((a, b) => Number(b.fault.long ?? 0) - Number(a.fault.long ?? 0));
	const worker = async () => {
		for (let round = waiting.shift(); round !== undefined; round = waiting.shift()) {
			onRound(nameOf(round));
			await playRound(load, round, report);
		}
	};
	await Promise.all(Array.from({ length: sideBySide }, worker));
	return report;
}

const nameOf = ({ number, fault, times, operations }: Round<FaultKind>) =>
	`faults, round ${number} (${fault.name}${times === FOR_EVER ? ' that stays' : ''}; ${operations.map(({ name }) => name).join(', ')})`;

async function playRound(
	load: LoadPackage,
	round: Round<FaultKind>,
	report: FaultReport,
): Promise<void> {
	const name = nameOf(round);
	try {
		const stage = await Stage.set(load, {
			seed: round.seed,
			markets: ['GB', 'US'],
			orders: ORDERS,
			products: 30,
			returns: 5,
		});
		try {
			await within(name, new Player(stage, round, report).play());
		} finally {
			await stage.stop();
		}
	} catch (error) {
		const list = error instanceof Hung ? report.hung : report.wrong;
		list.push(`${name}: ${(error as Error).message}`);
	}
}

class Player {
	private readonly watch: LeakWatch;

	private readonly name: string;

	/** The latest explanation, for whoever mends. */
	private told = '';

	constructor(
		private readonly stage: Stage,
		private readonly round: Round<FaultKind>,
		private readonly report: FaultReport,
	) {
		this.watch = new LeakWatch(stage.sandbox.app.appSecret);
		this.name = nameOf(round);
	}

	async play(): Promise<void> {
		const { operations, seed } = this.round;
		const chance = chanceFrom(seed);
		const works: Work[] = [];
		for (const { name } of operations) works.push(await prepare(name, this.stage, chance));
		const { control } = this.stage.sandbox;
		await control.clearRequests();
		await this.arm();
		const executions = Promise.all(
			works.map(
				async (work, index) =>
					await run(work, this.stage, operations[index]?.continueOnFail === true),
			),
		);
		await this.letHappen(executions);
		const ended = await executions;
		const requests = await control.requests();
		this.countStrikes(requests);
		for (const [index, execution] of ended.entries()) {
			const work = works[index];
			if (work) await this.judge(work, execution, requests);
		}
		this.report.wrong.push(...wrongKeys(requests).map((text) => `${this.name}: ${text}`));
		await this.mend();
		this.report.leaks.push(...this.watch.leaks);
		this.report.searched += this.watch.searched;
	}

	private async arm(): Promise<void> {
		const { fault, nth, times } = this.round;
		const { control } = this.stage.sandbox;
		if (fault.strikes) {
			const { path = API, nth: first = nth } = fault.strikes;
			await control.inject({ match: { path, nth: first }, fault: fault.strikes.fault, times });
		} else {
			// Holds the request long enough for the rest to happen behind its back.
			await control.inject({ match: { path: PAGES, nth }, fault: { kind: 'slow', ms: 500 } });
		}
	}

	/** Something happens at TikTok while a request is under way. */
	private async letHappen(executions: Promise<unknown>): Promise<void> {
		const { fault, nth } = this.round;
		if (fault.happens === undefined) return;
		let over = false;
		const end = executions.finally(() => (over = true));
		const { control } = this.stage.sandbox;
		const pages = async () =>
			(await control.requests()).filter(({ path }) => new RegExp(PAGES).test(path)).length;
		while (!over && (await pages()) < nth) {
			await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 10))]);
		}
		await fault.happens(this.stage);
		count(this.report.injected, fault.name);
	}

	private countStrikes(requests: LoggedRequest[]): void {
		const { fault } = this.round;
		const strikes = requests.filter((request) => request.fault === fault.strikes?.fault.kind);
		if (fault.strikes !== undefined) count(this.report.injected, fault.name, strikes.length);
	}

	private async judge(work: Work, execution: Execution, requests: LoggedRequest[]): Promise<void> {
		const { error } = execution;
		const items = execution.json('Work');
		this.watch.search(this.name, error);
		this.watch.search(this.name, JSON.stringify(execution.runData));
		const tally = (this.report.operations[work.name] ??= { run: 0, complete: 0 });
		tally.run += 1;
		const failedItems = items.filter((item) => item.error !== undefined);
		if (error === undefined && failedItems.length === 0) tally.complete += 1;
		if (error !== undefined) {
			this.explain(work, error.message, plainText(error.description));
		} else {
			this.wrong(work, work.wrongItems(items));
		}
		for (const item of failedItems) {
			this.explain(work, String(item.error), String(item.message));
		}
		const ids = items.filter((item) => item.error === undefined && item.id !== undefined);
		const twice = ids.length - new Set(ids.map(({ id }) => String(id))).size;
		if (twice > 0) this.report.duplicated.push(`${this.name}: ${twice} items of ${work.name}`);
		this.report.itemsOut += items.length - failedItems.length;
		const { lost, duplicated } = wrongEndings(work, execution, requests);
		this.report.lost.push(...lost.map((text) => `${this.name}: ${text}`));
		this.report.duplicated.push(...duplicated.map((text) => `${this.name}: ${text}`));
		const done = new Set<number>();
		if (error === undefined) {
			items.forEach((item, index) => item.error === undefined && done.add(index));
		}
		this.wrong(work, await work.wrongState(done));
	}

	/** An error has to be one that fits the fault, and to say what to do. */
	private explain(work: Work, message: string, description: string): void {
		const { fault, times } = this.round;
		const titles = Object.entries(TITLES) as Array<[Title, RegExp]>;
		const title = titles.find(([, pattern]) => pattern.test(message))?.[0];
		count(this.report.explained, title ?? `unknown: ${message}`);
		// What TikTok could do twice is not repeated, so that one lost answer is enough.
		const isInDoubt = work.carries !== undefined && description.includes('nobody knows');
		// TikTok leaves out a list that is empty, so orders asked for by ID look as if there were none.
		const isLeftOut = title === 'notFound' && description.includes('TikTok sent no list');
		const expected = fault.happens !== undefined || times > 4 || isInDoubt || isLeftOut;
		if (title === undefined || !fault.explainedBy.includes(title) || !expected) {
			this.wrong(work, [`ended with "${message}"`]);
		}
		if (!ADVICE.test(`${message} ${description}`)) {
			this.wrong(work, [`"${message}" does not say what to do`]);
		}
	}

	private wrong(work: Work, texts: string[]): void {
		for (const text of texts) {
			const list = /items?\b.*(missing|not \d)/.test(text) ? this.report.lost : this.report.wrong;
			list.push(`${this.name}: ${work.name}: ${text}`);
		}
	}

	/** The fault is over, or the person did what the error said: then all works again. */
	private async mend(): Promise<void> {
		const { fault } = this.round;
		const { control } = this.stage.sandbox;
		await control.clearFaults();
		if (fault.mend) {
			// An error about a lost answer is followed by the one that asks for a new authorization.
			await this.again();
			await this.again();
			await fault.mend(this.stage, this.told);
		}
		const execution = await this.again();
		if (execution.status !== 'success' || execution.json('Work').length !== ORDERS) {
			this.report.wrong.push(
				`${this.name}: does not work afterwards: ${execution.error?.message ?? 'too few items'}`,
			);
		}
	}

	private async again(): Promise<Execution> {
		const work = await prepare('getMany', this.stage, chanceFrom(this.round.seed));
		const execution = await run(work, this.stage, false);
		const { error } = execution;
		this.watch.search(this.name, error);
		this.told = '';
		if (error) this.told = `${error.message}\n${plainText(error.description)}`;
		return execution;
	}
}

function count(counts: Record<string, number>, name: string, times = 1): void {
	counts[name] = (counts[name] ?? 0) + times;
}
