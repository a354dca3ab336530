import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Operation } from '../../../nodes/shared/operation';
import { nodeOperations } from '../../docs/shape';
import type { LoggedRequest, SandboxOptions } from '../../sandbox';
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

const operations = new Map(nodeOperations().map(({ name, operation }) => [name, operation]));

function operationOf(name: string): Operation {
	const operation = operations.get(name);
	if (operation === undefined) throw new Error(`There is no operation ${name}`);
	return operation;
}

const pagedOnly = (cases: Cases) =>
	Object.entries(cases).filter(([name]) => operationOf(name).pages !== undefined);

/** Runs each case's good and bad input through the engine against a sandbox of its own. */
export function runCases(cases: Cases, options: SandboxOptions = {}): void {
	let world: World;

	beforeAll(async () => {
		world = await startConnected({ markets: ['GB'], ...options });
	});

	afterAll(async () => await world.stop());

	/** The requests that reached the operation's own endpoint. */
	const sentTo = async (name: string) => {
		const { method, path } = operationOf(name).request;
		const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
		return (await apiRequests(world)).filter(
			(request) => request.method === method && pattern.test(request.path),
		);
	};

	/** What an operation of its kind must show in the request log and in the items. */
	async function expectHallmarks(
		name: string,
		execution: Execution,
		input: INodeExecutionData[] = [{ json: {} }],
	): Promise<void> {
		const { batch, upload, download, idempotencyKey } = operationOf(name);
		const sent = await sentTo(name);
		if (batch !== undefined) {
			expect(sent.length).toBeLessThanOrEqual(Math.ceil(input.length / batch.max));
		}
		if (idempotencyKey !== undefined) {
			const keyed = ({ query, body }: LoggedRequest) =>
				query.idempotency_key ?? (JSON.parse(body) as IDataObject).idempotency_key;
			for (const request of sent) expect(keyed(request)).toMatch(/\S/);
		}
		if (upload !== undefined) {
			for (const { headers } of sent) {
				expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
			}
		}
		if (download !== undefined) {
			for (const { binary } of execution.items(NODE))
				expect(Object.keys(binary ?? {})).toHaveLength(1);
		}
	}

	for (const [name, { good }] of pagedOnly(cases)) {
		it(`${name} walks its pages, and stops at the limit`, async () => {
			const { control } = world.sandbox;
			const { parameters, input } = await good(world);
			const run = async (more: IDataObject) => {
				await control.clearRequests();
				await control.setMostRows(1);
				const execution = await operate(world, { ...split(name), ...parameters, ...more }, input);
				await control.setMostRows(null);
				expect(execution.error).toBeUndefined();
				return { items: execution.json(NODE), sent: await sentTo(name) };
			};
			const all = await run({ returnAll: true });
			// One row for each page: as many requests as rows, each but the first with the token before.
			expect(all.sent).toHaveLength(Math.max(1, all.items.length));
			const one = await run({ returnAll: false, limit: 1 });
			expect(one.items).toHaveLength(Math.min(1, all.items.length));
			expect(one.sent).toHaveLength(1);
		});
	}

	describe.each(Object.entries(cases))('%s', (name, { good, bad }) => {
		it('does what it says', async () => {
			const { parameters, input, check } = await good(world);
			await world.sandbox.control.clearRequests();
			const execution = await operate(world, { ...split(name), ...parameters }, input);
			expect(execution.error).toBeUndefined();
			expect(execution.status).toBe('success');
			await check(execution, world);
			await expectHallmarks(name, execution, input);
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
