import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { fieldsOf, type Operation } from '../../../nodes/shared/operation';
import { nodeOperations } from '../../docs/shape';
import type { SandboxOptions } from '../../sandbox';
import { findRoute } from '../../sandbox/reference';
import { NODE, type Cases, type Good } from '../operations/case';
import { fileItem } from '../operations/placing';
import { operate, startConnected, type World } from '../support';
import { expectUnpolluted, HOSTILE, HUGE, placesOf, POLLUTING, type Place } from './hostile';
import { expectPlainParts } from './multipart';
import { envelope, forward, startServer, type KeepingServer, type Kept } from './server';

const HEADERS = [
	'accept',
	'accept-encoding',
	'connection',
	'content-length',
	'content-type',
	'host',
	'user-agent',
	'x-tts-access-token',
];

/** What a mistake in a program says, in place of words for the user. */
const CRASH =
	/TypeError|RangeError|is not (a function|iterable|defined)|Cannot (read|convert|set)|undefined|\bnull\b|ERR_|URI malformed|Invalid (URL|character|header)|call stack|\[object/;

const definitions = new Map(nodeOperations().map(({ name, operation }) => [name, operation]));

const pathOf = ({ target }: Kept) => target.split('?')[0] ?? '';

const queryOf = ({ target }: Kept) => new URLSearchParams(target.split('?').slice(1).join('?'));

/** The endpoint of the reference that a request reached; there is none where a user chose the method. */
const routeOf = (kept: Kept) => findRoute(kept.method, pathOf(kept)).route?.operation;

function endpointOf(kept: Kept): string {
	const route = routeOf(kept);
	return route === undefined ? pathOf(kept) : `${route.method} ${route.path}`;
}

/** What every request may have besides the endpoint's own parameters. */
const COMMON = [
	'app_key',
	'category_asset_cipher',
	'idempotency_key',
	'page_size',
	'page_token',
	'shop_cipher',
	'sign',
	'timestamp',
];

/** What an operation may ask, and with which parameters in the query. */
class Own {
	private readonly endpoints: Set<string>;

	private readonly honestNames: string[];

	/**
	 * @param honest - what it asks with honest values
	 */
	constructor({ request }: Operation, honest: Kept[]) {
		this.endpoints = new Set([
			`${request.method} ${request.path}`,
			'GET /authorization/202309/shops',
			...honest.flatMap((kept) => [endpointOf(kept), pathOf(kept)]),
		]);
		this.honestNames = honest.flatMap((kept) => [...queryOf(kept).keys()]);
	}

	/**
	 * @param place - the field with the hostile value
	 */
	expectAskedBy(kept: Kept, place: Place): void {
		expect(kept.target).toMatch(/^(\/[\w-]+)+\?[\x21-\x7e]+$/);
		expect(this.endpoints).toContain(endpointOf(kept));
		const documented = Object.keys(routeOf(kept)?.query ?? {});
		const known = [...COMMON, ...this.honestNames, ...documented];
		const names = [...queryOf(kept).keys()];
		expect(new Set(names).size).toBe(names.length);
		// In this one users name the parameters themselves.
		if (place.name === 'queryJson') known.push('a', 'b', 'constructor');
		expect(names.filter((name) => !known.includes(name))).toEqual([]);
	}
}

/** Whether a request has no headers but the usual ones, and a body of one piece. */
function expectPlain({ headers, body }: Kept): void {
	const headerNames = headers.map(([name]) => name);
	expect(headerNames.filter((name) => !HEADERS.includes(name))).toEqual([]);
	expect(new Set(headerNames).size).toBe(headerNames.length);
	expect(JSON.stringify(headers)).not.toMatch(/Injected/i);
	const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
	if (type.startsWith('multipart/form-data')) expectPlainParts(type, body);
	else if (body.length > 0) expect(typeof JSON.parse(body.toString())).toBe('object');
}

/** Every text that a request carries, as the other side reads it. */
const textsOf = (kept: Kept): string =>
	JSON.stringify([...queryOf(kept).values()]) + kept.body.toString();

/** How the text looks inside of JSON. */
const quoted = (text: string) => JSON.stringify(text).slice(1, -1);

let arrived = 0;

/** How many of the texts reached TikTok as they were written. */
export const arrivedTexts = () => arrived;

/**
 * Puts hostile values into every field of every operation, all other fields being right, and looks at what leaves n8n:
 * the operation's own request, or none and words instead. Then lets TikTok answer with hostile JSON.
 */
export function attackFields(cases: Cases, options: SandboxOptions): void {
	let world: World;
	let between: KeepingServer;
	/** What TikTok answers with instead of the sandbox's own answer. */
	let answer = '';

	beforeAll(async () => {
		world = await startConnected({ markets: ['GB'], ...options, rateLimit: 1e9 });
		between = await startServer(async (kept) => {
			const isOwn = pathOf(kept) !== '/authorization/202309/shops';
			return isOwn && answer !== '' ? envelope(answer) : await forward(world.sandbox.url, kept);
		});
		await world.host.credentials.update(world.credential.id, { apiUrl: between.url });
	});

	beforeEach(() => {
		answer = '';
	});

	afterAll(async () => {
		await world.stop();
		await between.stop();
	});

	/** The requests of one run, for one item with each of the values. */
	async function run(
		name: string,
		parameters: IDataObject,
		[item = { json: {} }]: INodeExecutionData[] = [],
		values: unknown[] = [''],
	) {
		between.requests.length = 0;
		await world.sandbox.control.clearRequests();
		const [resource, operation] = name.split('.');
		const { binary } = fileItem('a picture', 'image/png', 'p.png');
		const items = values.map((hostile) => ({
			binary,
			...item,
			json: { ...item.json, hostile } as IDataObject,
		}));
		const execution = await operate(world, { resource, operation, ...parameters }, items, {
			onError: 'continueRegularOutput',
		});
		const errors = execution.json(NODE).map(({ error, message }) => [error, message].join(' '));
		return {
			sent: [...between.requests],
			errors,
			error: execution.error,
			items: execution.items(NODE),
		};
	}

	async function attack(
		name: string,
		place: Place,
		values: unknown[],
		{ parameters, input }: Good,
		own: Own,
	): Promise<void> {
		const { sent, errors, error } = await run(name, place.put(parameters), input, values);
		expect(error?.message ?? '').not.toMatch(CRASH);
		for (const words of errors) expect(words).not.toMatch(CRASH);
		for (const kept of sent) {
			own.expectAskedBy(kept, place);
			expectPlain(kept);
		}
		expectUnpolluted();
		for (const value of values.filter((each) => typeof each === 'string')) {
			if (sent.some((kept) => textsOf(kept).includes(quoted(value)))) arrived += 1;
		}
	}

	/** Answers with what would get into the prototype of all objects if it were merged without care. */
	async function expectAnswerHarmless(
		name: string,
		{ pages, batch, output }: Operation,
		{ parameters, input }: Good,
	): Promise<void> {
		const record = `{"id":"__proto__",${POLLUTING.slice(0, 3)
			.map((json) => json.slice(1, -1))
			.join(',')}}`;
		const list = [pages?.items, batch?.from, output, 'errors', 'warnings'].filter(
			(property) => property !== undefined,
		);
		for (const property of list) {
			answer = `{"__proto__":{"polluted":true},"${property}":[${record},${record}],"next_page_token":""}`;
			const { errors, error, items } = await run(name, parameters, input);
			expect(error?.message ?? '').not.toMatch(CRASH);
			for (const words of errors) expect(words).not.toMatch(CRASH);
			for (const { json } of items) expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
			expectUnpolluted();
		}
	}

	it.each(Object.keys(cases))(
		'%s',
		async (name) => {
			const operation = definitions.get(name);
			const good = await cases[name]?.good(world);
			if (operation === undefined || good === undefined) throw new Error(`There is no ${name}`);
			const { sent } = await run(name, good.parameters, good.input);
			const own = new Own(operation, sent);
			const places = placesOf(fieldsOf(operation));
			for (const place of places) await attack(name, place, HOSTILE, good, own);
			const [text] = places.filter(
				({ field }) => field.as === undefined && field.type === 'string',
			);
			if (text !== undefined) await attack(name, text, [HUGE], good, own);
			const objects = POLLUTING.map((json) => JSON.parse(json) as unknown);
			for (const place of places.filter(({ field }) => field.type === 'json')) {
				await attack(name, place, [...POLLUTING, ...objects], good, own);
			}
			await expectAnswerHarmless(name, operation, good);
		},
		60_000,
	);
}
