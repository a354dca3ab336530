import { outcomeOf } from '../../../nodes/shared/outcome';
import type { Fault } from '../../sandbox';
import type { ActiveWorkflow } from '../host/active-workflow';
import { chain, nodeOf, startConnected, type World } from '../support';

// The pauses between attempts and the pace of requests are not what is tested here.
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => await new Promise((resolve) => setImmediate(resolve)),
}));
jest.mock('../../../nodes/shared/rateLimit', () => ({
	inPlace: async (_: string, send: () => Promise<unknown>) => await send(),
}));

const SEARCHES = '/search$';

const EVERY_TIME = 99;

/** The long past, so that everything in the shop is news. */
const startDate = '2000-01-01T00:00:00Z';

const FAULTS: Array<[string, Fault]> = [
	['with a page token that repeats', { kind: 'repeatToken' }],
	['without a page token', { kind: 'missingField', field: 'token' }],
	['without data', { kind: 'missingField', field: 'data' }],
	['without the list', { kind: 'missingField', field: 'list' }],
	['without a count', { kind: 'missingField', field: 'total' }],
	['with a record without ID', { kind: 'missingField', field: 'id' }],
	['with every field twice', { kind: 'doubleFields' }],
	['with IDs beyond 2^53 as numbers', { kind: 'longNumbers' }],
	['with numbers as texts', { kind: 'numbersAsText' }],
	['with texts as numbers', { kind: 'textAsNumbers' }],
	['cut short', { kind: 'truncate' }],
	['that is an HTML page', { kind: 'html', status: 200 }],
	['that breaks off', { kind: 'resetMidBody' }],
	['of too many requests', { kind: 'rateLimit', retryAfter: 1 }],
	['of an internal error', { kind: 'status', status: 500 }],
];

/** The feeds page by token, by time and by spans of time. */
const EVENTS = ['newOrder', 'updatedOrder', 'newProduct'];

let world: World;

/** How far the tests have moved the sandbox's clock, in milliseconds. */
let ahead = 0;

beforeAll(async () => {
	world = await startConnected({
		markets: ['GB'],
		orders: 230,
		products: 230,
		returns: 0,
		rateLimit: 100_000,
		now: () => Date.now() + ahead,
	});
});

afterEach(async () => {
	await world.sandbox.control.clearFaults();
	await world.sandbox.control.clearRequests();
});

afterAll(async () => await world.stop());

let workflows = 0;

/** Each workflow has a memory of its own. */
async function activate(event: string): Promise<ActiveWorkflow> {
	const node = nodeOf(
		world,
		'tikTokShopPollingTrigger',
		{ event, simplify: false, options: { startDate } },
		{ name: 'Poll' },
	);
	const next = { name: 'Next', type: 'n8n-nodes-base.noOp' };
	return await world.host.activate({ id: `poll-${++workflows}`, ...chain(node, next) });
}

const inject = async (fault: Fault, times: number) =>
	await world.sandbox.control.inject({ match: { path: SEARCHES, nth: 2 }, fault, times });

/** What a workflow was given until nothing more came. */
async function reported(active: ActiveWorkflow): Promise<string[]> {
	await active.settled();
	while ((await active.poll('Poll')) !== null);
	return active.executions
		.flatMap((execution) => execution.json('Next'))
		.map(({ id }) => String(id))
		.sort();
}

async function everyId(event: string): Promise<string[]> {
	const { control } = world.sandbox;
	const all = event === 'newProduct' ? await control.products() : await control.orders();
	return all.map(({ id }) => id).sort();
}

describe.each(EVENTS)('%s', (event) => {
	it.each(FAULTS)('reports each record once over an answer %s', async (_, fault) => {
		await inject(fault, 1);
		const active = await activate(event);
		expect(await reported(active)).toEqual(await everyId(event));
		expect(active.executions.map(({ error }) => error)).toEqual([undefined]);
		const struck = (await world.sandbox.control.requests()).filter((request) => request.fault);
		expect(struck).toHaveLength(1);
	});

	it.each(FAULTS)('loses nothing where all answers are those %s', async (_, fault) => {
		await inject(fault, EVERY_TIME);
		const tried = await outcomeOf(async () => await activate(event));
		await world.sandbox.control.clearFaults();
		// As a person does who reads why the workflow could not be activated.
		if (tried.error !== undefined) expect(tried.error.message).toContain('"TikTok Shop ');
		const active = tried.error === undefined ? tried.value : await activate(event);
		expect(await reported(active)).toEqual(await everyId(event));
	});
});

it('says what is missing, and begins again from the same place', async () => {
	const active = await activate('newOrder');
	const before = await reported(active);
	const { id } = await world.sandbox.control.placeOrder();
	ahead += 2000;
	await world.sandbox.control.inject({
		match: { path: SEARCHES },
		fault: { kind: 'missingField', field: 'list' },
		times: EVERY_TIME,
	});
	const failed = await active.poll('Poll');
	expect(failed?.error?.message).toBe('TikTok Shop sent an incomplete answer');
	expect(failed?.error?.description).toContain('The answer has no list of orders');
	await world.sandbox.control.clearFaults();
	expect(await reported(active)).toEqual([...before, id].sort());
});
