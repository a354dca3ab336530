import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { TikTokShopApi } from '../../../credentials/TikTokShopApi.credentials';
import { fieldsOf, toProperties, type Operation } from '../../../nodes/shared/operation';
import { TikTokShop } from '../../../nodes/TikTokShop/TikTokShop.node';
import { resources } from '../../../nodes/TikTokShop/resources';
import { nodeOperations } from '../../docs/shape';
import type { SandboxOptions } from '../../sandbox';
import { findRoute } from '../../sandbox/reference';
import { NODE, type Cases, type Good } from '../operations/case';
import { fileItem } from '../operations/placing';
import { createHost } from '../host';
import { operate, startConnected, type World } from '../support';
import { expectUnpolluted, hostileFor, HUGE, placesOf, POLLUTING, type Place } from './hostile';
import { expectPlainParts } from './multipart';
import {
	envelope,
	forward,
	startServer,
	type KeepingServer,
	type Kept,
	type Reply,
} from './server';

/** Asked by every operation that works on a shop. */
const SHOPS = '/authorization/202309/shops';

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
			`GET ${SHOPS}`,
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

/** The node with one operation only: n8n goes through all properties of a node for each run. */
function narrowed(name: string): typeof TikTokShop {
	const [value, operation = ''] = name.split('.');
	const properties = resources
		.filter((resource) => resource.value === value)
		.flatMap((resource) => {
			const definition = resource.operations[operation];
			if (definition === undefined) throw new Error(`There is no ${name}`);
			return toProperties([{ ...resource, operations: { [operation]: definition } }]);
		});
	return class extends TikTokShop {
		override description = { ...new TikTokShop().description, properties };
	};
}

/**
 * Puts hostile values into every field of every operation, all other fields being right, and looks at what leaves n8n:
 * the operation's own request, or none and words instead. Then lets TikTok answer with hostile JSON.
 */
export function attackFields(cases: Cases, options: SandboxOptions): void {
	let world: World;
	/** The same, but for what the n8n in it knows. */
	let narrow: World;
	let between: KeepingServer;
	/** Where TikTok's answers come from: the sandbox, or they are made up here. */
	let answer: (kept: Kept) => Promise<Reply> | Reply;
	/** What the sandbox answered, by endpoint: thousands of requests are made, and each is looked at here. */
	const answered = new Map<string, Reply>();

	const askSandbox = async (kept: Kept): Promise<Reply> => {
		const reply = await forward(world.sandbox.url, kept);
		answered.set(endpointOf(kept), reply);
		return reply;
	};

	const repeat = async (kept: Kept) => answered.get(endpointOf(kept)) ?? (await askSandbox(kept));

	beforeEach(() => {
		answer = askSandbox;
	});

	beforeAll(async () => {
		world = await startConnected({ markets: ['GB'], ...options, rateLimit: 1e9 });
		between = await startServer(async (kept) => await answer(kept));
		await world.host.credentials.update(world.credential.id, { apiUrl: between.url });
	});

	afterEach(async () => await narrow.host.stop());

	afterAll(async () => {
		await world.stop();
		await between.stop();
	});

	/** An n8n that knows nothing but the operation, with the credential of the world. */
	async function worldOf(name: string): Promise<World> {
		const host = await createHost({
			nodes: [narrowed(name)],
			credentialTypes: [new TikTokShopApi()],
		});
		const data = await world.host.credentials.get(world.credential.id);
		return { ...world, host, credential: host.credentials.create('Same', 'tikTokShopApi', data) };
	}

	/** The requests of one run, for one item with each of the values. */
	async function run(
		name: string,
		parameters: IDataObject,
		[item = { json: {} }]: INodeExecutionData[] = [],
		values: unknown[] = [''],
	) {
		between.requests.length = 0;
		const [resource, operation] = name.split('.');
		const { binary } = fileItem('a picture', 'image/png', 'p.png');
		const items = values.map((hostile) => ({
			binary,
			...item,
			json: { ...item.json, hostile } as IDataObject,
		}));
		const execution = await operate(narrow, { resource, operation, ...parameters }, items, {
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
			const data = `{"__proto__":{"polluted":true},"${property}":[${record},${record}],"next_page_token":""}`;
			answer = (kept) => (pathOf(kept) === SHOPS ? repeat(kept) : envelope(data));
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
			narrow = await worldOf(name);
			const { sent } = await run(name, good.parameters, good.input);
			answer = repeat;
			const own = new Own(operation, sent);
			const places = placesOf(fieldsOf(operation));
			for (const place of places) await attack(name, place, hostileFor(place.field), good, own);
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
