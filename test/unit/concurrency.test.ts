import * as fc from 'fast-check';

import { runAll } from '../../nodes/shared/concurrency';

const AT_ONCE = 10;

/** Lets others go on for a number of turns, without any time passing. */
async function turns(count: number): Promise<void> {
	for (let turn = 0; turn < count; turn++) await Promise.resolve();
}

const noLane = () => undefined;

describe('runAll', () => {
	it('runs every task once, starts them in order and never too many at once', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 60 }), async (durations) => {
				const started: number[] = [];
				let running = 0;
				let most = 0;
				const tasks = durations.map((_, index) => index);
				await runAll(tasks, noLane, async (task) => {
					started.push(task);
					running += 1;
					most = Math.max(most, running);
					await turns(durations[task] ?? 0);
					running -= 1;
					return true;
				});
				expect(started).toEqual(tasks);
				expect(running).toBe(0);
				expect(most).toBeLessThanOrEqual(AT_ONCE);
			}),
		);
	});

	it('does run side by side', async () => {
		let release: () => void = () => undefined;
		const gate = new Promise<void>((resolve) => (release = resolve));
		let running = 0;
		const work = runAll(Array.from({ length: 25 }), noLane, async () => {
			running += 1;
			// The tenth task lets all go on: with fewer at once this would never end.
			if (running === AT_ONCE) release();
			await gate;
			return true;
		});
		await work;
		expect(running).toBe(25);
	});

	it('keeps the order within a lane and never runs two of one lane at once', async () => {
		const task = fc.record({ lane: fc.option(fc.constantFrom('a', 'b', 'c')), turns: fc.nat(6) });
		await fc.assert(
			fc.asyncProperty(fc.array(task, { maxLength: 40 }), async (tasks) => {
				const numbered = tasks.map((entry, index) => ({ ...entry, index }));
				const busy = new Set<string>();
				const done = new Map<string, number[]>();
				await runAll(
					numbered,
					({ lane }) => lane ?? undefined,
					async ({ lane, index, turns: count }) => {
						if (lane !== null) {
							expect(busy.has(lane)).toBe(false);
							busy.add(lane);
						}
						await turns(count);
						if (lane !== null) busy.delete(lane);
						const key = lane ?? 'none';
						done.set(key, [...(done.get(key) ?? []), index]);
						return true;
					},
				);
				for (const lane of ['a', 'b', 'c']) {
					const expected = numbered.filter((entry) => entry.lane === lane);
					expect(done.get(lane) ?? []).toEqual(expected.map(({ index }) => index));
				}
				expect([...done.values()].flat()).toHaveLength(tasks.length);
			}),
		);
	});

	it('starts nothing after a task asked to stop, but lets the others end', async () => {
		const started: number[] = [];
		const ended: number[] = [];
		const tasks = Array.from({ length: 40 }, (_, index) => index);
		await runAll(tasks, noLane, async (task) => {
			started.push(task);
			await turns(task === 3 ? 1 : 5);
			ended.push(task);
			return task !== 3;
		});
		expect(started).toEqual(tasks.slice(0, AT_ONCE));
		expect(ended.sort((a, b) => a - b)).toEqual(started);
	});

	it('stops within a lane', async () => {
		const started: number[] = [];
		await runAll(
			[1, 2, 3],
			() => 'lane',
			async (task) => {
				started.push(task);
				return await Promise.resolve(task !== 2);
			},
		);
		expect(started).toEqual([1, 2]);
	});

	it('ends at once without tasks', async () => {
		const run = jest.fn();
		await runAll([], noLane, run);
		expect(run).not.toHaveBeenCalled();
	});

	it('hands on what a task throws', async () => {
		await expect(
			runAll([1], noLane, async () => await Promise.reject(new Error('odd'))),
		).rejects.toThrow('odd');
	});
});
