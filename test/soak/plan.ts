/** More than a request is ever repeated. */
export const FOR_EVER = 99;

/** Chance that can be replayed: the same seed gives the same numbers. */
export interface Chance {
	/** A whole number, both ends included. */
	from(least: number, most: number): number;
	oneOf<T>(list: readonly [T, ...T[]]): T;
	/** True once in `times`. */
	onceIn(times: number): boolean;
	shuffled<T>(list: readonly T[]): T[];
}

/** The generator known as mulberry32: small, and good enough to mix up a plan. */
export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const from = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	return {
		from,
		oneOf: (list) => list[from(0, list.length - 1)] ?? list[0],
		onceIn: (times) => from(1, times) === 1,
		shuffled: (list) => {
			const mixed = [...list];
			for (let last = mixed.length - 1; last > 0; last--) {
				const other = from(0, last);
				[mixed[last], mixed[other]] = [mixed[other] as (typeof mixed)[0], mixed[last] as never];
			}
			return mixed;
		},
	};
}

/** An order to come, in seconds since the start of the soak. */
export interface PlannedOrder {
	/** When it is placed; many share a second. */
	atSecond: number;
	/** How much earlier than that its own time is: a search can show an order after its time. */
	lateBy: number;
}

/** What happens next to the shop and to n8n. */
export type ArrivalStep =
	| { does: 'place'; orders: number; whilePolling: boolean }
	| { does: 'poll' }
	| { does: 'deliver'; notifications: number }
	/** n8n is killed while notifications come in. */
	| { does: 'restart'; notifications: number }
	/** n8n is down while orders are placed; some notifications find nobody. */
	| { does: 'absence'; orders: number; notifications: number }
	/** n8n is killed between fetch and run: nothing of the poll is left. */
	| { does: 'killBeforeRun'; orders: number }
	/** n8n is killed between run and save: the workflow ran, but nobody knows any more. */
	| { does: 'killBeforeSave'; orders: number }
	/** TikTok's answers to a poll are spoilt. */
	| { does: 'spoil'; orders: number; which: number; times: number };

export interface ArrivalPlan {
	orders: PlannedOrder[];
	steps: ArrivalStep[];
	/** The numbers of the orders in the sequence of their notifications, each of them twice. */
	notifications: number[];
}

/** TikTok's clock may run this far before an order shows; polls look back 60 seconds. */
const LATEST_SECONDS = 40;

/** How far a notification may fall behind; the trigger remembers the last 1000. */
const DISORDER = 200;

/**
 * @param spoilers - how many ways there are to spoil an answer; each of them is tried
 */
export function planArrivals(seed: number, count: number, spoilers: number): ArrivalPlan {
	const chance = chanceFrom(seed);
	const steps: ArrivalStep[] = [];
	const perSpoiler = count >= 4 * spoilers ? 2 : 0;
	const most = count - perSpoiler * spoilers;
	let left = most;
	const some = (most: number) => {
		const orders = Math.min(left, chance.from(1, most));
		left -= orders;
		return orders;
	};
	const batch = Math.max(5, Math.min(60, Math.floor(most / 20)));
	// One absence so long that a single poll cannot bring all of it.
	const longAt = chance.from(Math.floor(most / 4), Math.floor(most / 3));
	let longIsOver = false;
	const due = chance.shuffled(TROUBLES);
	while (left > 0) {
		if (!longIsOver && most - left >= longAt) {
			const orders = Math.min(left, Math.ceil(most * 0.52));
			left -= orders;
			longIsOver = true;
			steps.push({ does: 'absence', orders, notifications: chance.from(0, batch) });
		}
		steps.push({ does: 'place', orders: some(batch), whilePolling: chance.onceIn(3) });
		steps.push({ does: 'deliver', notifications: chance.from(0, 4 * batch) });
		if (chance.onceIn(2)) steps.push({ does: 'poll' });
		if (chance.onceIn(5)) {
			const does = due.pop() ?? chance.oneOf(TROUBLES);
			steps.push(troubleOf(does, chance, some, batch));
		}
	}
	// Whatever the seed: each trouble at least once, somewhere in the middle.
	for (const each of due) {
		steps.splice(
			chance.from(2, steps.length),
			0,
			troubleOf(each, chance, () => 0, batch),
		);
	}
	for (let which = 0; which < spoilers; which++) {
		const times = chance.onceIn(6) ? FOR_EVER : chance.from(1, 2);
		const step = { does: 'spoil', orders: perSpoiler, which, times } as const;
		steps.splice(chance.from(2, steps.length), 0, step);
	}
	return { orders: planOrders(chance, count), steps, notifications: twice(chance, count) };
}

const TROUBLES = ['restart', 'absence', 'killBeforeRun', 'killBeforeSave'] as const;

function troubleOf(
	does: (typeof TROUBLES)[number],
	chance: Chance,
	some: (most: number) => number,
	batch: number,
): ArrivalStep {
	switch (does) {
		case 'restart':
			return { does, notifications: chance.from(1, batch) };
		case 'absence':
			return { does, orders: some(batch), notifications: chance.from(1, batch) };
		default:
			return { does, orders: some(batch) };
	}
}

function planOrders(chance: Chance, count: number): PlannedOrder[] {
	let second = 1;
	return Array.from({ length: count }, () => {
		// Rushes of orders in one second, with calm in between.
		if (chance.onceIn(3)) second += chance.onceIn(20) ? chance.from(5, 600) : chance.from(1, 3);
		return { atSecond: second, lateBy: chance.onceIn(8) ? chance.from(1, LATEST_SECONDS) : 0 };
	});
}

function twice(chance: Chance, count: number): number[] {
	return Array.from({ length: count }, (_, order) => order)
		.flatMap((order) => [
			{ order, place: order + chance.from(0, DISORDER / 2) },
			{ order, place: order + chance.from(0, DISORDER) },
		])
		.sort((a, b) => a.place - b.place)
		.map(({ order }) => order);
}

/** What people do with the action node. */
export const OPERATIONS = [
	'getMany',
	'getByIds',
	'approve',
	'updateInventory',
	'sendMessages',
	'shipMany',
] as const;

export type OperationName = (typeof OPERATIONS)[number];

/** One world with one kind of fault in it. */
export interface Round<Fault> {
	number: number;
	seed: number;
	fault: Fault;
	/** Run at the same time. */
	operations: Array<{ name: OperationName; continueOnFail: boolean }>;
	/** It begins with this request to an operation. */
	nth: number;
	/** How often it strikes, where it strikes single requests. */
	times: number;
}

/**
 * Rounds with every fault at least once.
 *
 * @param faults - `midway` for those that happen while an operation pages, `long` for those that take minutes
 */
export function planRounds<Fault>(
	seed: number,
	faults: ReadonlyArray<{ fault: Fault; stubborn: boolean; midway: boolean; long: boolean }>,
	repetitions: number,
): Array<Round<Fault>> {
	const chance = chanceFrom(seed ^ 0x5eed);
	const wanted = Array.from({ length: repetitions }, () => faults).flat();
	return chance.shuffled(wanted).map(({ fault, stubborn, midway, long }, index) => {
		const mixed = chance.shuffled(OPERATIONS).slice(0, chance.from(1, 3));
		// Only paging is sure to have something still before it when something happens.
		const names = midway ? [...new Set<OperationName>(['getMany', ...mixed])] : mixed;
		return {
			number: index + 1,
			seed: chance.from(1, 1_000_000),
			fault,
			operations: names.map((name) => ({ name, continueOnFail: chance.onceIn(3) })),
			nth: chance.from(1, midway ? 2 : 3),
			times: stubborn ? FOR_EVER : long ? 1 : chance.from(1, 3),
		};
	});
}
