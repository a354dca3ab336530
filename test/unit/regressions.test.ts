import { advance, cursorAt, type Cursor } from '../../nodes/TikTokShopPollingTrigger/cursor';
import { readNotification } from '../../nodes/TikTokShopTrigger/notification';
import { InputError } from '../../nodes/shared/errors';
import { convert, type Field } from '../../nodes/shared/fields';
import { connectionErrorFrom, parseJson, readAnswer, tryJson } from '../../nodes/shared/http';
import { findCode, obtainTokens } from '../../nodes/shared/oauth';
import { gatherPages } from '../../nodes/shared/pagination';
import { isWebhookGenuine } from '../../nodes/shared/signing';
import { webhookSignature } from '../sandbox';
import { connection, failureOf, fakeHttp, form, nowSeconds } from './helpers';

const field = (as: Field['as']): Field => ({
	displayName: 'My Field',
	name: 'myField',
	type: 'string',
	default: '',
	as,
});

describe('fields', () => {
	it('refuse a list’s number that has lost digits instead of sending a wrong ID', () => {
		expect(() => convert(field('ids'), 576461413038785752)).toThrow(InputError);
		expect(() => convert(field('ids'), [576461413038785752])).toThrow('lost digits');
	});

	it('name the field whose JSON is broken, and keep long IDs in JSON', () => {
		expect(() => convert(field('json'), '{oops')).toThrow('My Field is not valid JSON');
		expect(convert(field('json'), '{"sku_id":1729592969712207008}')).toEqual({
			sku_id: '1729592969712207008',
		});
	});
});

describe('parseJson', () => {
	it('leaves a long fraction beside a long ID alone', () => {
		expect(parseJson('{"id":1234567890123456789,"r":0.30000000000000004}')).toEqual({
			id: '1234567890123456789',
			r: 0.30000000000000004,
		});
	});

	it('copes with a very long text beside a long ID', () => {
		const text = 'a'.repeat(20_000_000);
		expect(parseJson(`{"id":1234567890123456789,"text":"${text}"}`)).toEqual({
			id: '1234567890123456789',
			text,
		});
	});
});

describe('a text with a long ID', () => {
	it('that is cut off in a string full of quotes is given up soon', () => {
		expect(tryJson(`{"id":1234567890123456789,"html":"${'\\"'.repeat(1_000_000)}`)).toBeUndefined();
	});
});

describe('an envelope', () => {
	it.each(['""', '[]', '{"toString":1,"valueOf":1}', 'true', '1.5'])(
		'with the code %s is none',
		(code) => {
			const answer = readAnswer({
				statusCode: 200,
				headers: {},
				body: `{"code":${code},"data":{}}`,
			});
			expect(answer.envelope).toBeUndefined();
		},
	);
});

describe('connectionErrorFrom', () => {
	it.each([
		'CERT_HAS_EXPIRED',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'HPE_INVALID_CONSTANT',
		'UND_ERR_SOCKET',
	])('knows %s', (code) => {
		expect(connectionErrorFrom(Object.assign(new Error('x'), { code }))?.kind).toBe('network');
	});

	it('does not take a mistake in a program for one', () => {
		const error = Object.assign(new TypeError('x'), { code: 'ERR_INVALID_ARG_TYPE' });
		expect(connectionErrorFrom(error)).toBeUndefined();
	});

	it('ends on causes that go in a circle', () => {
		const a = new Error('a');
		a.cause = a;
		expect(connectionErrorFrom(a)).toBeUndefined();
	});
});

describe('the cursor', () => {
	it('remembers no more than the overlap holds under steady traffic', async () => {
		let cursor: Cursor = cursorAt(1_774_965_600);
		let now = 1_774_965_600;
		const rows: Array<{ key: string; atSeconds: number; record: number }> = [];
		for (let poll = 0; poll < 200; poll++) {
			for (let made = 0; made < 3; made++) {
				rows.push({ key: `${poll}-${made}`, atSeconds: now + made * 10, record: made });
			}
			now += 30;
			const read = async ({ fromSeconds }: { fromSeconds: number }) =>
				await Promise.resolve({
					entries: rows.filter(({ atSeconds }) => atSeconds >= fromSeconds),
					nextToken: '',
				});
			const { fresh, cursor: next } = await advance(cursor, read, { most: 100, restless: false });
			expect(fresh).toHaveLength(3);
			cursor = next;
		}
		expect(Object.keys(cursor.seen).length).toBeLessThanOrEqual(7);
	});
});

describe('the handshake', () => {
	const withCode = (code: string) => form({ authorizationCode: code });
	const tokens = (accessToken: string, refreshToken: string) => ({
		body: {
			code: 0,
			message: 'Success',
			data: {
				access_token: accessToken,
				access_token_expire_in: nowSeconds() + 1000,
				refresh_token: refreshToken,
				refresh_token_expire_in: nowSeconds() + 100_000,
				user_type: 0,
			},
		},
	});

	it('asks again where TikTok keeps the refresh token', async () => {
		const { http, requests } = fakeHttp(
			tokens('new-1', 'same-refresh'),
			tokens('new-2', 'same-refresh'),
		);
		const dead = connection({ refreshToken: 'same-refresh', accessToken: '' });
		expect((await obtainTokens(http, dead)).accessToken).toBe('new-1');
		expect((await obtainTokens(http, dead)).accessToken).toBe('new-2');
		expect(requests).toHaveLength(2);
	});

	it('sends a code of the wrong kind of account only once', async () => {
		const creator = tokens('a', 'b');
		const { http, requests } = fakeHttp({
			body: { ...creator.body, data: { ...creator.body.data, user_type: 1 } },
		});
		const credentials = withCode('code-of-a-creator');
		for (let attempt = 0; attempt < 2; attempt++) {
			const { message } = await failureOf(async () => await obtainTokens(http, credentials));
			expect(message).toContain('creator');
		}
		expect(requests).toHaveLength(1);
	});

	it('goes on with an address that was used already, after the App Secret changed', async () => {
		const pasted = connection();
		const { http } = fakeHttp(tokens('a', 'b'));
		const { usedCodes } = await obtainTokens(http, { ...pasted, authorizationCode: 'used-before' });
		const address = 'https://example.com/?code=used-before&state=of-the-old-secret';
		const now = { ...pasted, usedCodes, appSecret: 'another', authorizationCode: address };
		expect(findCode(now)).toBe('used-before');
	});

	it('takes a bare code that ends with a sign of equality', () => {
		expect(findCode(withCode('ROW_abc123=='))).toBe('ROW_abc123==');
	});
});

describe('webhooks', () => {
	const app = { appKey: 'key', appSecret: 'secret' };
	const signed = (text: string) => ({
		rawBody: Buffer.from(text),
		signature: webhookSignature(app.appKey, app.appSecret, text),
	});

	it.each(['0', 'zz', ' '])('with %p after the signature are forged', (tail) => {
		const { rawBody, signature } = signed('{}');
		expect(isWebhookGenuine({ ...app, rawBody, signature })).toBe(true);
		expect(isWebhookGenuine({ ...app, rawBody, signature: signature + tail })).toBe(false);
	});

	it.each(['{"toString":1,"valueOf":1}', 'true', 'null', '[]'])(
		'with the type %s are malformed',
		(type) => {
			expect(readNotification(app, signed(`{"type":${type},"tts_notification_id":"1"}`))).toBe(
				'malformed',
			);
		},
	);
});

describe('pages', () => {
	const ask = async () => await Promise.resolve({ things: [{ a: 1 }, { a: 2 }, { a: 3 }] });

	it('take a broken limit down to the whole number', async () => {
		const { items } = await gatherPages({ items: 'things', size: 10 }, 2.5, ask);
		expect(items).toHaveLength(2);
	});

	it('refuse a limit that is no number', async () => {
		await expect(gatherPages({ items: 'things', size: 10 }, NaN, ask)).rejects.toThrow('Limit');
	});
});
