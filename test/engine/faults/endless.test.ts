import type { Fault } from '../../sandbox';
import { byId, operate, startConnected, type World } from '../support';

// The pauses between attempts are not what is tested here.
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => await new Promise((resolve) => setImmediate(resolve)),
}));

/** Answers that never end, whatever timeout n8n's HTTP helper has. */
const ENDLESS: Fault[] = [
	{ kind: 'trickle', ms: 60 },
	{ kind: 'stall' },
	{ kind: 'brokenGzip' },
	{ kind: 'slow', ms: 3_600_000 },
];

let world: World;

let deadlines: AbortController[] = [];

beforeAll(async () => {
	world = await startConnected({ markets: ['GB'], orders: 5, products: 5, returns: 0 });
	jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
		const deadline = new AbortController();
		deadlines.push(deadline);
		return deadline.signal;
	});
});

beforeEach(async () => {
	deadlines = [];
	await world.sandbox.control.clearRequests();
});

afterEach(async () => await world.sandbox.control.clearFaults());

afterAll(async () => {
	jest.restoreAllMocks();
	await world.stop();
});

const inject = async (path: string, fault: Fault) =>
	await world.sandbox.control.inject({ match: { path }, fault });

/** The time of all requests so far is over as soon as the fault has struck. */
async function letTimePass(): Promise<void> {
	const { control } = world.sandbox;
	while (!(await control.requests()).some(({ fault }) => fault !== undefined));
	for (const deadline of deadlines) deadline.abort();
}

it.each(ENDLESS)('a read is given up in time and asked for again: $kind', async (fault) => {
	await inject('/orders/search$', fault);
	const running = operate(world, { resource: 'order', operation: 'getMany', returnAll: true });
	await letTimePass();
	const execution = await running;
	expect(execution.error).toBeUndefined();
	expect(execution.json('TikTok Shop')).toHaveLength(5);
});

it.each(ENDLESS)('a write is given up in time, and nobody claims to know: $kind', async (fault) => {
	await inject('/messages$', fault);
	const running = operate(world, {
		resource: 'conversation',
		operation: 'sendMessage',
		conversationId: byId('7494560109732334261'),
		type: 'TEXT',
		text: 'Hello',
	});
	await letTimePass();
	const { error } = await running;
	expect(error?.description).toContain('(ETIMEDOUT), so nobody knows');
	const sent = (await world.sandbox.control.requests()).filter(({ fault: struck }) => struck);
	expect(sent).toHaveLength(1);
});

it.each(ENDLESS)('a renewal is given up in time: $kind', async (fault) => {
	await world.sandbox.control.expireAccessTokens();
	await inject('^/api/v2/token/refresh$', fault);
	const running = operate(world, { resource: 'order', operation: 'getMany', limit: 1 });
	await letTimePass();
	expect((await running).error?.message).toBe('TikTok Shop cannot be reached');
});
