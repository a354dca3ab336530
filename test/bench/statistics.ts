/** The middle value. */
export function median(values: number[]): number {
	return percentile(values, 0.5);
}

/** The smallest value that the given share of the values does not exceed. */
export function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const index = Math.max(0, Math.ceil(sorted.length * share) - 1);
	const value = sorted[index];
	if (value === undefined) throw new Error('There is nothing to take a percentile of');
	return value;
}

/** The most moments, in milliseconds, that fall into one second, wherever that second begins. */
export function mostInOneSecond(moments: number[]): number {
	const sorted = [...moments].sort((a, b) => a - b);
	let most = 0;
	let first = 0;
	sorted.forEach((moment, index) => {
		while (moment - (sorted[first] ?? moment) >= 1000) first += 1;
		most = Math.max(most, index - first + 1);
	});
	return most;
}

/** Milliseconds that a piece of work took, and what came of it. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
	const startedAt = performance.now();
	const value = await work();
	return { ms: performance.now() - startedAt, value };
}
