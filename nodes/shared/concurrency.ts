/** Requests of one node run under way at once; with TikTok's usual answer times this stays below its rate limit. */
const AT_ONCE = 10;

/**
 * Runs tasks side by side, in the order of the list, and stops starting new ones when one of them asks for it.
 * Tasks with the same lane run one after the other: two writes to one product must keep their order.
 *
 * @param laneOf - undefined for a task that needs no order
 * @param run - returns false to stop
 */
export async function runAll<T>(
	tasks: T[],
	laneOf: (task: T) => string | undefined,
	run: (task: T) => Promise<boolean>,
): Promise<void> {
	const lanes = new Map<string, T[]>();
	const queue: T[][] = [];
	for (const task of tasks) {
		const lane = laneOf(task);
		const waiting = lane === undefined ? undefined : lanes.get(lane);
		if (waiting !== undefined) {
			waiting.push(task);
			continue;
		}
		const started = [task];
		if (lane !== undefined) lanes.set(lane, started);
		queue.push(started);
	}
	let next = 0;
	let stopped = false;
	const worker = async () => {
		while (!stopped) {
			const lane = queue[next++];
			if (lane === undefined) return;
			for (const task of lane) {
				if (stopped) return;
				if (!(await run(task))) stopped = true;
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(AT_ONCE, queue.length) }, worker));
}
