/** What reading orders cost the process that did it. */
export interface Costs {
	count: number;
	ms: number;
	cpuMs: number;
	/** Resident memory before the work. */
	idleMb: number;
	/** The most resident memory so far. */
	peakMb: number;
}

const MEGABYTE = 1024 * 1024;

export async function costsOf(work: () => Promise<unknown[]>): Promise<Costs> {
	globalThis.gc?.();
	const idleMb = process.memoryUsage().rss / MEGABYTE;
	const startedAt = performance.now();
	const cpu = process.cpuUsage();
	const { length } = await work();
	const { user, system } = process.cpuUsage(cpu);
	return {
		count: length,
		ms: performance.now() - startedAt,
		cpuMs: (user + system) / 1000,
		idleMb,
		peakMb: process.resourceUsage().maxRSS / 1024,
	};
}
