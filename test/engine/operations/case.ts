import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { SandboxOptions } from '../../sandbox';
import type { Execution } from '../host';
import { apiRequests, operate, startConnected, type World } from '../support';

/** One run of an operation and what has to come of it. */
export interface Good {
	/** Without resource and operation, which the case's name gives. */
	parameters: IDataObject;
	input?: INodeExecutionData[];
	/** Looks at the output, at the sandbox's state and at its request log (cleared before the run). */
	check: (execution: Execution, world: World) => Promise<void> | void;
}

/**
 * Input that is refused with words before any request leaves, or, for an operation without input, its scope withdrawn or
 * another change of circumstances.
 */
export type Bad =
	| { parameters: IDataObject; message: RegExp | string }
	| { withoutScope: string }
	| { spoil: (world: World) => Promise<void>; message: RegExp | string };

/** What every operation is tested with. */
export interface Case {
	good: (world: World) => Good | Promise<Good>;
	bad: Bad;
}

/** Cases by "resource.operation". */
export type Cases = Record<string, Case>;

export const NODE = 'TikTok Shop';

const split = (name: string) => {
	const [resource = '', operation = ''] = name.split('.');
	return { resource, operation };
};

/** Runs each case's good and bad input through the engine against a sandbox of its own. */
export function runCases(cases: Cases, options: SandboxOptions = {}): void {
	let world: World;

	beforeAll(async () => {
		world = await startConnected({ markets: ['GB'], ...options });
	});

	afterAll(async () => await world.stop());

	describe.each(Object.entries(cases))('%s', (name, { good, bad }) => {
		it('does what it says', async () => {
			const { parameters, input, check } = await good(world);
			await world.sandbox.control.clearRequests();
			const execution = await operate(world, { ...split(name), ...parameters }, input);
			expect(execution.error).toBeUndefined();
			expect(execution.status).toBe('success');
			await check(execution, world);
			const refused = (await apiRequests(world)).filter(({ code }) => code !== 0);
			expect(refused).toEqual([]);
		});

		it('explains what is wrong', async () => {
			const { control } = world.sandbox;
			if ('spoil' in bad) {
				await bad.spoil(world);
				const execution = await operate(world, { ...split(name) });
				expect(execution.error?.message).toMatch(bad.message);
				await world.stop();
				world = await startConnected({ markets: ['GB'], ...options });
				return;
			}
			if ('withoutScope' in bad) {
				await control.withdrawScope(bad.withoutScope);
				const execution = await operate(world, { ...split(name) });
				expect(execution.error?.message).toContain('is missing');
				expect(execution.error?.description).toContain(bad.withoutScope);
				await world.stop();
				world = await startConnected({ markets: ['GB'], ...options });
				return;
			}
			await control.clearRequests();
			const execution = await operate(world, { ...split(name), ...bad.parameters });
			expect(execution.error?.message).toMatch(bad.message);
			expect(await apiRequests(world)).toEqual([]);
		});
	});
}
