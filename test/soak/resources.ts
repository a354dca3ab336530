import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { median } from '../bench/statistics';
import { chanceFrom } from './plan';
import { Stage, type LoadPackage } from './stage';
import { prepare, run } from './work';

/** Sockets, timers and the like that keep a process alive, by their type. */
export type Handles = Map<string, number>;

export function openHandles(): Handles {
	const handles: Handles = new Map();
	for (const type of process.getActiveResourcesInfo()) {
		handles.set(type, (handles.get(type) ?? 0) + 1);
	}
	return handles;
}

const PATIENCE_MS = 10_000;

/**
 * What is open that was not before; things that are just being closed are waited for.
 *
 * @returns one entry for each type
 */
export async function leftOpen(before: Handles, patienceMs = PATIENCE_MS): Promise<string[]> {
	const until = Date.now() + patienceMs;
	for (;;) {
		const more = [...openHandles()]
			.map(([type, now]) => [type, now - (before.get(type) ?? 0)] as const)
			.filter(([, count]) => count > 0);
		if (more.length === 0) return [];
		if (Date.now() > until) return more.map(([type, count]) => `${count} ${type} still open`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** More than this for each run is a leak: one answer with its orders takes ten times as much. */
const MOST_KEPT_BYTES = 50_000;

const WARM_UP = 10;

const ROUNDS = 5;

const RUNS_PER_ROUND = 8;

export interface MemoryReport {
	runs: number;
	/** What stays in memory after each run, in bytes; the median of the rounds. */
	keptPerRun: number;
	leaks: string[];
}

/**
 * Runs the same work again and again; what it keeps in memory has to stay the same. In rounds, because what this process
 * did before may be given up in the middle of it, a hundred times as much as a leak.
 */
export async function soakMemory(load: LoadPackage, seed: number): Promise<MemoryReport> {
	const stage = await Stage.set(load, {
		seed,
		markets: ['GB'],
		orders: 100,
		products: 10,
		returns: 0,
		rateLimit: 1_000_000,
	});
	try {
		const work = await prepare('getMany', stage, chanceFrom(seed));
		const repeat = async (times: number) => {
			for (let time = 0; time < times; time++) {
				const { error } = await run(work, stage, false);
				if (error !== undefined) throw error;
				await stage.sandbox.control.clearRequests();
			}
			return heapAfterCollection();
		};
		let before = await repeat(WARM_UP);
		const growth: number[] = [];
		while (growth.length < ROUNDS) {
			const after = await repeat(RUNS_PER_ROUND);
			growth.push((after - before) / RUNS_PER_ROUND);
			before = after;
		}
		const keptPerRun = Math.max(0, Math.round(median(growth)));
		const leaks =
			keptPerRun > MOST_KEPT_BYTES ? [`${keptPerRun} bytes stay in memory after each run`] : [];
		return { runs: WARM_UP + ROUNDS * RUNS_PER_ROUND, keptPerRun, leaks };
	} finally {
		await stage.stop();
	}
}

function heapAfterCollection(): number {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
	return process.memoryUsage().heapUsed;
}
