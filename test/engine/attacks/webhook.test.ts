import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http';

import type { IDataObject } from 'n8n-workflow';

import { webhookSignature } from '../../sandbox';
import type { ActiveWorkflow } from '../host';
import { chain, nodeOf, startConnected, type World } from '../support';
import { expectUnpolluted, POLLUTING } from './hostile';

let world: World;
let active: ActiveWorkflow;

beforeAll(async () => {
	world = await startConnected({ markets: ['GB'], orders: 1, products: 1, returns: 0 });
	active = await world.host.activate({
		id: 'wf-attacked',
		...chain(
			nodeOf(
				world,
				'tikTokShopTrigger',
				{ registration: 'app', events: ['ORDER_STATUS_CHANGE'] },
				{ name: 'Trigger' },
			),
			{ name: 'Next', type: 'n8n-nodes-base.noOp' },
		),
	});
});

afterAll(async () => await world.stop());

let counter = 0;

/** A notification that TikTok could send; each one with an id of its own. */
const notification = (changes: object = {}) => ({
	type: 1,
	tts_notification_id: `73271123930573${String(++counter).padStart(5, '0')}`,
	shop_id: '7494049642642441621',
	timestamp: Math.floor(Date.now() / 1000),
	data: { order_id: '576486316948490001', order_status: 'UNPAID' },
	...changes,
});

const signatureOf = (body: string) =>
	webhookSignature(world.sandbox.app.appKey, world.sandbox.app.appSecret, body);

interface Answer {
	status?: number;
	body: string;
}

/** Posts bytes as they are; headers can be lists, which go out as several lines. */
async function post(body: Buffer | string, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
	const address = `${world.host.url}/webhook/${world.webhookId}/webhook`;
	return await new Promise((resolve, reject) => {
		const request = httpRequest(address, { method: 'POST', headers }, (response) => {
			let text = '';
			response.on('data', (chunk) => (text += String(chunk)));
			response.on('end', () => resolve({ status: response.statusCode, body: text }));
		});
		request.on('error', reject);
		request.end(body);
	});
}

type Signature = string | string[] | undefined;

const postJson = async (body: Buffer | string, signature: Signature) =>
	await post(body, {
		'content-type': 'application/json',
		...(signature === undefined ? {} : { authorization: signature as string }),
	});

/** What a request started, and whether it left a trace in what n8n stores. */
async function startedBy(send: () => Promise<Answer>) {
	const before = active.executions.length;
	const stored = JSON.stringify(world.host.staticData('wf-attacked'));
	const answer = await send();
	await world.host.settled();
	return {
		answer,
		runs: active.executions.slice(before),
		changed: JSON.stringify(world.host.staticData('wf-attacked')) !== stored,
	};
}

async function expectRefusal(status: number, send: () => Promise<Answer>): Promise<void> {
	const { answer, runs, changed } = await startedBy(send);
	expect(answer).toEqual({ status, body: '' });
	expect(runs).toEqual([]);
	expect(changed).toBe(false);
}

async function expectRun(send: () => Promise<Answer>): Promise<IDataObject> {
	const { answer, runs } = await startedBy(send);
	expect(answer).toEqual({ status: 200, body: '' });
	expect(runs.map(({ status }) => status)).toEqual(['success']);
	return runs[0]?.json('Next')[0] ?? {};
}

const genuine = (changes: object = {}) => {
	const body = JSON.stringify(notification(changes));
	return { body, signature: signatureOf(body) };
};

describe('a signature', () => {
	it('opens the door when it is TikTok’s, in either case of its digits', async () => {
		for (const change of [(text: string) => text, (text: string) => text.toUpperCase()]) {
			const { body, signature } = genuine();
			await expectRun(async () => await postJson(body, change(signature)));
		}
	});

	it.each<[string, (signature: string, body: string) => Signature]>([
		['is missing', () => undefined],
		['is empty', () => ''],
		['is that of another body', () => signatureOf('{}')],
		['is made with another secret', (_, body) => webhookSignature('6sandboxk3y1', 'wrong', body)],
		['is made with an empty secret', (_, body) => webhookSignature('6sandboxk3y1', '', body)],
		[
			'is made with another App Key',
			(_, body) => webhookSignature('', world.sandbox.app.appSecret, body),
		],
		['has a scheme before it', (signature) => `Bearer ${signature}`],
		['is shorter', (signature) => signature.slice(0, -2)],
		['is longer', (signature) => `${signature}00`],
		['is very long', (signature) => signature.repeat(100)],
		['has something after it', (signature) => `${signature};v=1`],
		['is written with other signs', (signature) => signature.replace(/./, 'é')],
		['is base64 of the same sum', (signature) => Buffer.from(signature, 'hex').toString('base64')],
		// Node.js keeps the first of several lines of this header.
		['stands second', (signature) => ['0'.repeat(64), signature]],
		['is given twice in one line', (signature) => `${signature}, ${signature}`],
	])('that %s is refused', async (_, change) => {
		const { body, signature } = genuine();
		await expectRefusal(401, async () => await postJson(body, change(signature, body)));
	});

	it('does not count in another header or in the address', async () => {
		const { body, signature } = genuine();
		const headers = { 'content-type': 'application/json', 'x-tts-signature': signature, signature };
		await expectRefusal(401, async () => await post(body, headers));
	});

	it.each([
		['one byte changed', (body: string) => body.replace('UNPAID', 'UNPAIE')],
		['cut short', (body: string) => body.slice(0, -1)],
		['something appended', (body: string) => `${body} `],
		['a key added', (body: string) => body.replace('{', '{"a":1,')],
		['other blanks', (body: string) => JSON.stringify(JSON.parse(body), null, 1)],
		['other escapes', (body: string) => body.replace('UNPAID', '\\u0055NPAID')],
	])('does not fit a body with %s', async (_, change) => {
		const { body, signature } = genuine();
		// Without a type, since n8n itself refuses what calls itself JSON and is not.
		await expectRefusal(401, async () => await post(change(body), { authorization: signature }));
	});

	it('counts for nothing where the credential has no App Secret', async () => {
		const { appKey, appSecret } = world.sandbox.app;
		await world.host.credentials.update(world.credential.id, { appSecret: ' ' });
		const body = JSON.stringify(notification());
		const forged = webhookSignature(appKey, '', body);
		try {
			await expectRefusal(401, async () => await postJson(body, forged));
		} finally {
			await world.host.credentials.update(world.credential.id, { appSecret });
		}
	});
});

describe('a body that is signed', () => {
	it.each([
		['an empty one', ''],
		['null', 'null'],
		['a list', '[]'],
		['a list of notifications', JSON.stringify([{ type: 1, tts_notification_id: '1' }])],
		['a text', '"x"'],
		['a number', '5'],
		['an id that is an empty text', '{"type":1,"tts_notification_id":""}'],
		['a type that is an object', '{"type":{"valueOf":1},"tts_notification_id":"1"}'],
		['nested very deeply', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
	])('and malformed, %s, starts nothing', async (_, body) => {
		await expectRefusal(400, async () => await postJson(body, signatureOf(body)));
	});

	it('and no JSON starts nothing, whatever type it claims', async () => {
		for (const type of ['text/plain', 'application/octet-stream']) {
			const body = '{"type":1,"tts_notification_id":"1"';
			const headers = { 'content-type': type, authorization: signatureOf(body) };
			await expectRefusal(400, async () => await post(body, headers));
		}
	});

	it('keeps data that is nested deeply, and unknown keys, out of the way', async () => {
		const deep = '{"a":'.repeat(500) + '1' + '}'.repeat(500);
		const body = JSON.stringify(notification({ data: 0, extra: 'x' })).replace(
			'"data":0',
			`"data":{"order_id":"1","order_status":"UNPAID","deep":${deep}}`,
		);
		const item = await expectRun(async () => await postJson(body, signatureOf(body)));
		expect(Object.keys(item).sort()).toEqual(
			['data', 'event', 'eventName', 'notificationId', 'shopId', 'time'].sort(),
		);
	});

	it.each(POLLUTING.slice(0, 3))('gets nothing into other objects by %s', async (json) => {
		const inner = json.slice(1, -1);
		const [head = ''] = JSON.stringify(notification({ data: 0 })).split('"data":0');
		const body = `${head}${inner},"data":{"order_id":"1","order_status":"UNPAID",${inner}}}`;
		const item = await expectRun(async () => await postJson(body, signatureOf(body)));
		expect(item).toMatchObject({ event: 'ORDER_STATUS_CHANGE', data: { order_id: '1' } });
		expect(Object.keys(item)).not.toContain('polluted');
		expectUnpolluted();
	});

	it('starts nothing a second time, not even ten times at once', async () => {
		const { body, signature } = genuine();
		await expectRun(async () => await postJson(body, signature));
		const before = active.executions.length;
		const again = Array.from({ length: 10 }, async () => await postJson(body, signature));
		for (const answer of await Promise.all(again)) expect(answer.status).toBe(200);
		await world.host.settled();
		expect(active.executions).toHaveLength(before);
	});

	it('starts nothing under the id of another one, whatever else it says', async () => {
		const first = notification();
		const body = JSON.stringify(first);
		await expectRun(async () => await postJson(body, signatureOf(body)));
		const other = JSON.stringify({ ...first, timestamp: first.timestamp + 1 });
		const { runs } = await startedBy(async () => await postJson(other, signatureOf(other)));
		expect(runs).toEqual([]);
	});

	// TikTok repeats a delivery for about 16 hours and documents no limit (tts-webhooks-overview).
	it('counts also when it is late', async () => {
		const { body, signature } = genuine({ timestamp: Math.floor(Date.now() / 1000) - 86_400 });
		await expectRun(async () => await postJson(body, signature));
	});
});

describe('a body of 10 MB', () => {
	const TEN_MEGABYTES = 10 * 1024 * 1024;
	const large = () => JSON.stringify(notification({ data: { x: 'x'.repeat(TEN_MEGABYTES) } }));

	it.each([
		['forged', () => '0'.repeat(64)],
		['signed', (body: string) => signatureOf(body)],
		['without a signature', () => undefined],
	])('%s is refused and leaves nothing behind', async (_, sign) => {
		const body = large();
		await expectRefusal(413, async () => await postJson(body, sign(body)));
	});

	it('does not keep others waiting, however many come', async () => {
		const body = large();
		const flood = Array.from({ length: 8 }, async () => await postJson(body, 'x'));
		const { body: honest, signature } = genuine();
		await expectRun(async () => await postJson(honest, signature));
		for (const answer of await Promise.all(flood)) expect(answer.status).toBe(413);
	});

	it('above what n8n takes is refused by n8n itself', async () => {
		const { answer, runs } = await startedBy(
			async () => await postJson(Buffer.alloc(2 * TEN_MEGABYTES, 'x'), 'x'),
		);
		expect(answer.status).toBe(413);
		expect(runs).toEqual([]);
	});
});

it('only a POST is heard', async () => {
	const address = `${world.host.url}/webhook/${world.webhookId}/webhook`;
	for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
		const { status } = await fetch(address, { method });
		expect(status).toBe(404);
	}
	await world.host.settled();
});
