import { startSandbox } from '../sandbox';
import { soakArrivals, type ArrivalReport } from './arrivals';
import { soakFaults, type FaultReport } from './faults';
import { leftOpen, openHandles, soakMemory, type MemoryReport } from './resources';
import type { LoadPackage } from './stage';
import { LeakWatch, listenToLogs } from './watch';

export interface SoakOptions {
	seed: number;
	orders: number;
	short: boolean;
}

export interface SoakReport extends SoakOptions {
	ok: boolean;
	package: string;
	seconds: number;
	arrivals?: ArrivalReport;
	faults?: FaultReport;
	memory?: MemoryReport;
	/** Everything that is wrong, each with the step it was found in. */
	failures: string[];
	leaked: string[];
}

/** The secret of the app, which is the same in every sandbox. */
async function appSecret(): Promise<string> {
	const sandbox = await startSandbox({ markets: ['GB'], orders: 0, products: 0, returns: 0 });
	await sandbox.stop();
	return sandbox.app.appSecret;
}

/** Runs all parts, one after the other; what goes wrong becomes part of the report. */
export async function soak(
	load: LoadPackage,
	options: SoakOptions,
	onStep: (text: string) => void,
): Promise<SoakReport> {
	const { seed, orders, short } = options;
	const startedAt = Date.now();
	const failures: string[] = [];
	const handles = openHandles();
	const watch = new LeakWatch(await appSecret());
	const stopListening = listenToLogs((text) => watch.search('The log', text));
	let step = '';
	const follow = (text: string) => {
		step = text;
		onStep(text);
	};
	const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
		try {
			return await work();
		} catch (error) {
			failures.push(`${step}: ${(error as Error).message}`);
			return undefined;
		}
	};
	const arrivals = await attempt(async () => await soakArrivals(load, seed, orders, follow));
	const faults = await attempt(
		async () =>
			await soakFaults(
				load,
				{ seed, repetitions: short ? 1 : 4, long: !short, sideBySide: short ? 6 : 8 },
				follow,
			),
	);
	follow('memory');
	const memory = await attempt(async () => await soakMemory(load, seed));
	stopListening();
	for (const part of [arrivals, faults]) {
		if (part !== undefined) failures.push(...part.lost, ...part.duplicated);
	}
	failures.push(...(arrivals?.failed ?? []), ...(faults?.wrong ?? []), ...(faults?.hung ?? []));
	const leaked = [
		...watch.leaks,
		...[arrivals, faults, memory].flatMap((part) => part?.leaks ?? []),
		...(await leftOpen(handles)),
	];
	return {
		ok: failures.length === 0 && leaked.length === 0,
		...options,
		package: load().origin,
		seconds: Math.round((Date.now() - startedAt) / 1000),
		arrivals,
		faults,
		memory,
		failures,
		leaked,
	};
}
