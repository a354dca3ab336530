import type { BareAccess } from './bare';
import { Child } from './children';
import type { Costs } from './ordersCosts';
import { multipleRow, type Row } from './row';
import { GRANTED_PER_SECOND, openShop, type Access, type Shop } from './shop';
import { median } from './statistics';

const ORDERS = 10_000;

const MANY_ORDERS = 100_000;

const ROUNDS = 3;

/** Everything is loaded and compiled by then, as in an n8n that has been running for a while. */
const WARM_UP = 300;

type Runs = Record<'ours' | 'bare' | 'polite', Costs>;

/** Get Many with Return All against a loop that signs and pages. */
export async function measureGetMany(accessOf: AccessOf): Promise<Row[]> {
	const rounds: Runs[] = [];
	const shop = await openShop({ orders: ORDERS });
	try {
		const access = await accessOf(shop);
		// The sandbox makes its orders when they are first asked for.
		await runBare(access, undefined);
		for (let round = 0; round < ROUNDS; round++) rounds.push(await runAll(access, ORDERS));
	} finally {
		await shop.stop();
	}
	const large = await manyOrders(accessOf);
	return [...comparisons(rounds), ...linearity(rounds, large)];
}

/** Connects a shop and tells how to reach it without n8n. */
export type AccessOf = (shop: Shop) => Promise<BareAccess>;

async function manyOrders(accessOf: AccessOf): Promise<Pick<Runs, 'bare' | 'ours'>> {
	const shop = await openShop({ orders: MANY_ORDERS, searchCap: MANY_ORDERS });
	try {
		const access = await accessOf(shop);
		await runBare(access, undefined);
		return checked(
			{ ours: await runOurs(access), bare: await runBare(access, undefined) },
			MANY_ORDERS,
		);
	} finally {
		await shop.stop();
	}
}

async function runAll(access: BareAccess, expected: number): Promise<Runs> {
	const ours = await runOurs(access);
	const bare = await runBare(access, undefined);
	return checked({ ours, bare, polite: await runBare(access, GRANTED_PER_SECOND) }, expected);
}

function checked<T extends Partial<Runs>>(runs: T, expected: number): T {
	for (const [name, { count }] of Object.entries(runs)) {
		if (count !== expected) throw new Error(`${name} read ${count} of ${expected} orders`);
	}
	return runs;
}

const FLAGS = ['--expose-gc', '--max-old-space-size=8192'];

async function inChild(program: string, warmUp: object, request: object): Promise<Costs> {
	const child = Child.start(program, FLAGS);
	try {
		await child.ask(warmUp);
		return await child.ask(request);
	} finally {
		await child.stop();
	}
}

const runOurs = async (access: Access) =>
	await inChild('ordersEngineProgram.ts', { access, limit: WARM_UP }, { access });

const runBare = async (access: BareAccess, perSecond: number | undefined) =>
	await inChild('ordersBareProgram.ts', { access, most: WARM_UP }, { access, perSecond });

const middle = (rounds: Runs[], who: keyof Runs, read: (costs: Costs) => number) =>
	median(rounds.map((runs) => read(runs[who])));

const grown = ({ peakMb, idleMb }: Costs) => peakMb - idleMb;

function comparisons(rounds: Runs[]): Row[] {
	const row = (
		what: string,
		unit: string,
		read: (costs: Costs) => number,
		other: { who: 'bare' | 'polite'; what: string },
		atMost?: number,
	) =>
		multipleRow({
			what,
			unit,
			ours: middle(rounds, 'ours', read),
			other: { what: other.what, value: middle(rounds, other.who, read) },
			...(atMost === undefined ? {} : { goal: { atMost } }),
		});
	const orders = ORDERS.toLocaleString('en');
	const polite = { who: 'polite', what: `axios loop at ${GRANTED_PER_SECOND} per second` } as const;
	const bare = { who: 'bare', what: 'axios loop without a limit' } as const;
	return [
		row(`${orders} orders: time`, 'ms', ({ ms }) => ms, polite, 1.3),
		row(`${orders} orders: time`, 'ms', ({ ms }) => ms, bare, 1.3),
		row(`${orders} orders: processor time`, 'ms', ({ cpuMs }) => cpuMs, bare),
		row(`${orders} orders: peak memory above idle`, 'MB', grown, bare, 1.5),
		row(`${orders} orders: peak memory with n8n`, 'MB', ({ peakMb }) => peakMb, bare, 1.5),
	];
}

function linearity(rounds: Runs[], large: Pick<Runs, 'bare' | 'ours'>): Row[] {
	const factor = MANY_ORDERS / ORDERS;
	const row = (what: string, unit: string, read: (costs: Costs) => number, who: 'bare' | 'ours') =>
		multipleRow({
			what: `${MANY_ORDERS.toLocaleString('en')} orders: ${what}`,
			unit,
			ours: read(large[who]),
			other: { what: `${factor} × that for a tenth`, value: factor * middle(rounds, who, read) },
			...(who === 'ours' ? { goal: { atMost: 1.3 } } : {}),
		});
	return [
		row('time', 'ms', ({ ms }) => ms, 'ours'),
		row('processor time', 'ms', ({ cpuMs }) => cpuMs, 'ours'),
		row('peak memory above idle', 'MB', grown, 'ours'),
		row('the axios loop’s own time', 'ms', ({ ms }) => ms, 'bare'),
	];
}
