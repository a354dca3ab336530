import * as fc from 'fast-check';

import { readNotification } from '../../nodes/TikTokShopTrigger/notification';
import { remember } from '../../nodes/shared/remember';
import { webhookSignature } from '../sandbox/signature';

const app = { appKey: '6abcdefghij', appSecret: 'very-secret-app-secret' };

const body = {
	type: 1,
	tts_notification_id: '7327112393057371910',
	shop_id: '7494049642642441621',
	timestamp: 1644412885,
	data: { order_id: '576486316948490001', order_status: 'UNPAID' },
};

const signed = (text: string) => ({
	rawBody: Buffer.from(text),
	signature: webhookSignature(app.appKey, app.appSecret, text),
});

const readText = (text: string) => readNotification(app, signed(text));

const read = (changes: Record<string, unknown>) =>
	readText(JSON.stringify({ ...body, ...changes }));

describe('readNotification', () => {
	it('reads what TikTok sent', () => {
		expect(read({})).toEqual({
			id: '7327112393057371910',
			type: 1,
			shopId: '7494049642642441621',
			atSeconds: 1644412885,
			data: { order_id: '576486316948490001', order_status: 'UNPAID' },
		});
	});

	it('keeps IDs that came as long numbers', () => {
		const text = JSON.stringify({ ...body, data: 0 })
			.replace('"7327112393057371910"', '7327112393057371910')
			.replace('"7494049642642441621"', '7494049642642441621')
			.replace('"data":0', '"data":{"order_id":576486316948490001}');
		expect(readText(text)).toMatchObject({
			id: '7327112393057371910',
			shopId: '7494049642642441621',
			data: { order_id: '576486316948490001' },
		});
	});

	it('forgives blanks around App Key and App Secret, as the signing of requests does', () => {
		const sloppy = { appKey: ` ${app.appKey}`, appSecret: `${app.appSecret}\n` };
		expect(readNotification(sloppy, signed(JSON.stringify(body)))).toMatchObject({ type: 1 });
	});

	it.each([
		['none', undefined],
		['an empty one', ''],
		['nonsense', 'signature'],
		['zeros', '0'.repeat(64)],
		['that of another body', signed('{}').signature],
		['that of another app', webhookSignature('other', app.appSecret, JSON.stringify(body))],
	])('calls a request forged whose signature is %s', (_name, signature) => {
		const rawBody = Buffer.from(JSON.stringify(body));
		expect(readNotification(app, { rawBody, signature })).toBe('forged');
	});

	it('judges before it parses', () => {
		expect(readNotification(app, { rawBody: Buffer.from('{'), signature: '' })).toBe('forged');
	});

	it('reads up to a megabyte and nothing above', () => {
		const frame = JSON.stringify({ ...body, data: { x: '' } }).length;
		const fitting = 'x'.repeat(1024 * 1024 - frame);
		expect(read({ data: { x: fitting } })).toMatchObject({ data: { x: fitting } });
		expect(read({ data: { x: `${fitting}x` } })).toBe('tooLarge');
	});

	it.each([
		'',
		'{',
		'null',
		'[]',
		'"x"',
		'5',
		'type=1',
		'{"type":1}',
		'{"tts_notification_id":"1"}',
	])('calls it malformed: %s', (text) => {
		expect(readText(text)).toBe('malformed');
	});

	it.each<[string, Record<string, unknown>]>([
		['no id', { tts_notification_id: undefined }],
		['an id that is null', { tts_notification_id: null }],
		['an empty id', { tts_notification_id: '' }],
		['no type', { type: undefined }],
		['a type that is no number', { type: 'ORDER' }],
		['a type that is an object', { type: {} }],
	])('calls a notification with %s malformed', (_name, changes) => {
		expect(read(changes)).toBe('malformed');
	});

	it.each([[undefined], [null], ['x'], [['x']], [5]])('takes data %j for none', (data) => {
		expect(read({ data })).toMatchObject({ data: {} });
	});

	it('does without shop and time', () => {
		expect(read({ shop_id: undefined, timestamp: undefined })).toMatchObject({
			id: body.tts_notification_id,
			shopId: '',
			atSeconds: NaN,
		});
	});

	it('never throws, whatever bytes come and whoever signed them', () => {
		const bytes = fc.oneof(
			fc.uint8Array({ maxLength: 200 }).map((list) => Buffer.from(list)),
			fc.json().map((text) => Buffer.from(text)),
			fc
				.record(
					{ type: fc.jsonValue(), tts_notification_id: fc.jsonValue(), data: fc.jsonValue() },
					{ requiredKeys: [] },
				)
				.map((value) => Buffer.from(JSON.stringify(value))),
		);
		const latin = (rawBody: Buffer) => rawBody.toString('utf8');
		fc.assert(
			fc.property(bytes, fc.boolean(), fc.string(), (rawBody, honest, nonsense) => {
				const signature = honest
					? webhookSignature(app.appKey, app.appSecret, latin(rawBody))
					: nonsense;
				const result = readNotification(app, { rawBody, signature });
				if (!honest) expect(result).toBe('forged');
				else if (typeof result === 'object') {
					expect(result.id).not.toBe('');
					expect(result.type).not.toBeNaN();
				} else expect(['forged', 'malformed']).toContain(result);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('remember', () => {
	let counter = 0;
	const receiver = () => `https://n8n.example/webhook/${++counter}`;
	type State = { seen?: string };
	const judgeBy =
		(remembering: typeof remember) =>
		(place: string, id: string, state: State): boolean => {
			const seen = remembering(place, id, state.seen);
			if (typeof seen === 'object') state.seen = seen.stored;
			return typeof seen === 'object';
		};
	const isFirstTime = judgeBy(remember);
	const restart = async () => {
		jest.resetModules();
		return judgeBy((await import('../../nodes/shared/remember')).remember);
	};

	it('is true once for each id', () => {
		const [address, state] = [receiver(), {}];
		expect(isFirstTime(address, 'a', state)).toBe(true);
		expect(isFirstTime(address, 'a', state)).toBe(false);
		expect(isFirstTime(address, 'b', state)).toBe(true);
		expect(state).toEqual({ seen: 'a b' });
	});

	it('counts for each receiver', () => {
		expect(isFirstTime(receiver(), 'a', {})).toBe(true);
		expect(isFirstTime(receiver(), 'a', {})).toBe(true);
	});

	it('knows a delivery before the state of the first one was stored', () => {
		const address = receiver();
		expect(isFirstTime(address, 'a', {})).toBe(true);
		expect(isFirstTime(address, 'a', {})).toBe(false);
	});

	it('survives a restart by the stored state', async () => {
		const [address, state] = [receiver(), {}];
		isFirstTime(address, 'a', state);
		const stored = JSON.parse(JSON.stringify(state)) as { seen?: string };
		const afterRestart = await restart();
		expect(afterRestart(address, 'a', stored)).toBe(false);
		expect(afterRestart(address, 'b', stored)).toBe(true);
		expect(afterRestart(address, 'a', {})).toBe(true);
	});

	it('counts what failed as never seen, and waits for what is open', () => {
		const address = receiver();
		let outcome: boolean | undefined;
		const judge = (id: string) => remember(address, id, '', () => outcome);
		expect(judge('a')).toEqual({ stored: 'a' });
		expect(judge('a')).toBe('underWay');
		// What may fail is not stored with another one.
		expect(judge('b')).toEqual({ stored: 'b' });
		outcome = false;
		expect(judge('a')).toEqual({ stored: 'a' });
		outcome = true;
		expect(judge('a')).toBe('done');
		expect(judge('c')).toEqual({ stored: 'a c' });
	});

	it('remembers a thousand, in the state and in memory, the newest ones', async () => {
		const address = receiver();
		const state: { seen?: string } = {};
		for (let id = 0; id < 1500; id++) expect(isFirstTime(address, `${id}`, state)).toBe(true);
		const stored = state.seen?.split(' ');
		expect(stored).toHaveLength(1000);
		expect(stored?.[0]).toBe('500');
		for (const id of ['500', '1499']) {
			expect(isFirstTime(address, id, {})).toBe(false);
			expect((await restart())(address, id, state)).toBe(false);
		}
		expect(isFirstTime(address, '499', { ...state })).toBe(true);
	});

	it('reports each id once through restarts and deliveries that come again', async () => {
		const step = fc.oneof(
			{ weight: 9, arbitrary: fc.nat(20).map((id) => `${id}`) },
			{ weight: 1, arbitrary: fc.constant('restart') },
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
				const address = receiver();
				let judge = isFirstTime;
				let state: { seen?: string } = {};
				const reported: string[] = [];
				for (const id of steps) {
					if (id === 'restart') {
						judge = await restart();
						state = JSON.parse(JSON.stringify(state)) as typeof state;
					} else if (judge(address, id, state)) reported.push(id);
				}
				const ids = steps.filter((id) => id !== 'restart');
				expect(reported).toEqual([...new Set(ids)]);
			}),
			{ numRuns: 30 },
		);
	});
});
