import { once } from 'node:events';
import { createServer } from 'node:http';

import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	IPollFunctions,
} from 'n8n-workflow';

import { sourcePackage } from '../demo/source';
import type { NodeClass } from '../engine/host';
import { soakArrivals } from './arrivals';
import { FAULT_KINDS } from './faultKinds';
import { soakFaults } from './faults';
import { textOf } from './report';
import { leftOpen, openHandles, soakMemory } from './resources';
import type { LoadPackage } from './stage';
import { within } from './watch';

type Items = INodeExecutionData[];

/** How a node would do its work wrong. */
type Mistake = (work: () => Promise<Items>) => Promise<Items>;

/** The package with a node that makes a mistake: the soak has to see it. */
function mistaken(type: string, mistake: Mistake): LoadPackage {
	const nodes = sourcePackage.nodes.map((Node) => {
		const { description } = new Node() as INodeType;
		return description.name === type ? spoil(Node, mistake) : Node;
	});
	return () => ({ ...sourcePackage, nodes });
}

function spoil(Node: NodeClass, mistake: Mistake): NodeClass {
	return class extends (Node as new () => INodeType) {
		constructor() {
			super();
			const { execute, poll } = this;
			if (execute !== undefined) {
				this.execute = async function (this: IExecuteFunctions) {
					return [await mistake(async () => ((await execute.call(this)) as Items[])[0] ?? [])];
				};
			}
			if (poll !== undefined) {
				this.poll = async function (this: IPollFunctions) {
					const items = await mistake(async () => (await poll.call(this))?.[0] ?? []);
					return items.length === 0 ? null : [items];
				};
			}
		}
	};
}

const lose: Mistake = async (work) => (await work()).slice(1);

const repeat: Mistake = async (work) => {
	const items = await work();
	return [...items, ...items.slice(0, 1)];
};

const doTwice: Mistake = async (work) => {
	await work();
	return await work();
};

const betray: Mistake = async (work) =>
	(await work()).map(({ json, ...item }) => ({
		...item,
		json: { ...json, token: `ROW_${'x'.repeat(64)}` },
	}));

describe('what stays behind', () => {
	it('is found open', async () => {
		const before = openHandles();
		// Many of them: what other tests have open may close meanwhile.
		const servers = Array.from({ length: 20 }, () => createServer().listen(0, '127.0.0.1'));
		for (const server of servers) if (!server.listening) await once(server, 'listening');
		const timers = servers.map(() => setInterval(() => undefined, 1000));
		const found = (await leftOpen(before, 0)).join();
		expect(found).toMatch(/\d+ TCPServerWrap still open/);
		expect(found).toMatch(/\d+ Timeout still open/);
		for (const server of servers) server.close();
		for (const timer of timers) clearInterval(timer);
		expect(await leftOpen(before)).toEqual([]);
	});

	it('is found in memory', async () => {
		const kept: Items[] = [];
		const load = mistaken('tikTokShop', async (work) => {
			const items = await work();
			// Enough to show beside what other tests leave to be collected.
			for (let copy = 0; copy < 10; copy++) kept.push(structuredClone(items));
			return items;
		});
		const { leaks } = await soakMemory(load, 1);
		expect(leaks.join()).toMatch(/^\d+ bytes stay in memory after each run$/);
		expect(kept.length).toBeGreaterThan(0);
	});

	it('is found not to end', async () => {
		const endless = within('The work', new Promise(() => undefined), 1);
		await expect(endless).rejects.toThrow('The work hangs');
	});
});

describe('orders that come in', () => {
	const soak = async (mistake: Mistake) =>
		await soakArrivals(mistaken('tikTokShopPollingTrigger', mistake), 3, 40, () => undefined, []);

	it('are found to be lost', async () => {
		const { lost, duplicated } = await soak(lose);
		expect(lost.join()).toMatch(/order \d+ \(\d+\) by polling/);
		expect(duplicated).toEqual([]);
	});

	it('are found to be repeated', async () => {
		const { lost, duplicated } = await soak(repeat);
		expect(duplicated.join()).toMatch(/order \d+ \(\d+\) by polling: 2/);
		expect(lost.join()).not.toContain('by polling');
	});

	it('are found to carry secrets', async () => {
		expect((await soak(betray)).leaks).toContain('An item of soak-polling holds a token');
	});
});

describe('operations among faults', () => {
	const soak = async (load: LoadPackage) =>
		await soakFaults(
			load,
			{
				seed: 5,
				repetitions: 3,
				long: false,
				sideBySide: 3,
				kinds: FAULT_KINDS.filter(({ name }) => name === 'slow answer'),
			},
			() => undefined,
		);

	it('are found to lose items', async () => {
		const report = await soak(mistaken('tikTokShop', lose));
		expect(report.lost.length).toBeGreaterThan(0);
	});

	it('are found to repeat items', async () => {
		const report = await soak(mistaken('tikTokShop', repeat));
		expect(report.duplicated.join()).toContain('items of getMany');
	});

	it('are found to write twice', async () => {
		const report = await soak(mistaken('tikTokShop', doTwice));
		expect(report.duplicated.join()).toMatch(/item 0 of \w+ was carried out 2 times/);
	});
});

it('is a failure that names the seed', () => {
	const report = { seed: 42, orders: 1, short: true, package: 'source', seconds: 1 };
	const text = textOf({ ...report, ok: false, failures: ['order 1 by polling'], leaked: [] });
	expect(text).toContain('FAILED with seed 42 (replay it with --seed 42):\n  order 1 by polling');
});
