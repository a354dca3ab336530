import { createHmac } from 'node:crypto';

import * as fc from 'fast-check';

import {
	isWebhookGenuine,
	signedQuery,
	signRequest,
	toQuery,
	type Query,
	type QueryValue,
} from '../../nodes/shared/signing';
import { webhookSignature } from '../sandbox/signature';
import { reference } from './helpers';

interface RequestVector {
	app_secret: string;
	path: string;
	query: Record<string, QueryValue>;
	content_type?: string;
	body: string | null;
	sign: string;
}

interface WebhookVector {
	app_key: string;
	app_secret: string;
	raw_body: string;
	authorization: string;
}

const vectors = reference<{
	official: RequestVector;
	request: RequestVector[];
	webhook: WebhookVector[];
}>('signing-vectors');

function signatureOf({ app_secret, path, query, content_type, body }: RequestVector): string {
	const signsBody = body !== null && content_type !== 'multipart/form-data';
	return signRequest({
		appSecret: app_secret,
		path,
		query: toQuery(query),
		...(signsBody ? { body } : {}),
	});
}

describe('signRequest', () => {
	const base = { appSecret: 'secret', path: '/order/202309/orders', query: { a: '1', b: '2' } };

	it('gives the sum of the worked example in the documentation', () => {
		expect(signatureOf(vectors.official)).toBe(
			'b596b73e0cc6de07ac26f036364178ab16b0a907af13d43f0a0cd2345f582dc8',
		);
	});

	it('has all vectors at hand', () => {
		expect(vectors.request).toHaveLength(40);
		expect(vectors.webhook).toHaveLength(10);
	});

	it.each(vectors.request.map((vector, index) => [index, vector] as const))(
		'agrees with request vector %i of the official SDK',
		(_index, vector) => {
			expect(signatureOf(vector)).toBe(vector.sign);
		},
	);

	it('sorts upper case before lower case and a1 before a10', () => {
		const query = { a2: '5', B: '2', a10: '4', A: '1', a1: '3' };
		const message = `secret${base.path}A1B2a13a104a25secret`;
		expect(signRequest({ ...base, query })).toBe(
			createHmac('sha256', 'secret').update(message).digest('hex'),
		);
	});

	it('passes over sign and access_token only', () => {
		const signed = signRequest(base);
		const query = { ...base.query, sign: 'x', access_token: 'y' };
		expect(signRequest({ ...base, query })).toBe(signed);
		expect(signRequest({ ...base, query: { ...base.query, signature: 'x' } })).not.toBe(signed);
	});

	it('reads no body and an empty one alike', () => {
		expect(signRequest({ ...base, body: '' })).toBe(signRequest(base));
		expect(signRequest({ ...base, body: '{}' })).not.toBe(signRequest(base));
	});

	it('does not depend on the order of the parameters', () => {
		const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), {
			selector: ([key]) => key,
			maxLength: 8,
		});
		const shuffled = entries.chain((list) =>
			fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
		);
		fc.assert(
			fc.property(shuffled, ([list, other]) => {
				expect(signRequest({ ...base, query: Object.fromEntries(other) })).toBe(
					signRequest({ ...base, query: Object.fromEntries(list) }),
				);
			}),
		);
	});

	it('changes with every part of the request', () => {
		const change = fc.string({ minLength: 1, unit: 'grapheme' });
		const query = fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.string(), {
			minKeys: 1,
			noNullPrototype: true,
		});
		const where = fc.constantFrom('appSecret', 'path', 'query', 'body');
		fc.assert(
			fc.property(query, fc.string(), where, change, (parameters, body, part, more) => {
				const last = Object.keys(parameters)
					.filter((key) => key !== 'sign')
					.sort()
					.pop();
				fc.pre(last !== undefined);
				const honest = { appSecret: 'secret', path: '/p', query: parameters, body };
				const changed = {
					...honest,
					...(part === 'appSecret' && { appSecret: honest.appSecret + more }),
					...(part === 'path' && { path: honest.path + more }),
					...(part === 'query' && {
						query: { ...parameters, [last ?? '']: `${parameters[last ?? '']}${more}` },
					}),
					...(part === 'body' && { body: body + more }),
				};
				expect(signRequest(changed)).not.toBe(signRequest(honest));
			}),
		);
	});

	it('is 64 lower case hex digits', () => {
		expect(signRequest(base)).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('toQuery', () => {
	it('makes text of every kind of value', () => {
		expect(
			toQuery({
				text: 'é 日本 +&=',
				number: 20,
				zero: 0,
				float: 1.5,
				yes: true,
				no: false,
				list: ['5760', 5761, true],
				nested: [['a', 'b'], 'c'],
				hole: ['a', null, 'b'],
				none: [],
				object: { a: [1] },
				empty: '',
				absent: undefined,
				nothing: null,
			}),
		).toEqual({
			text: 'é 日本 +&=',
			number: '20',
			zero: '0',
			float: '1.5',
			yes: 'true',
			no: 'false',
			list: '5760,5761,true',
			nested: 'a,b,c',
			hole: 'a,,b',
			none: '',
			object: '{"a":[1]}',
			empty: '',
		});
	});
});

describe('signedQuery', () => {
	const request = {
		appKey: '29a39d',
		appSecret: 'e59af819cc',
		path: '/authorization/202309/shops',
		atSeconds: 1623812664,
	};

	it('adds App Key, time and signature', () => {
		expect(signedQuery(request)).toEqual({
			app_key: '29a39d',
			timestamp: '1623812664',
			sign: vectors.official.sign,
		});
	});

	it('gives the same for what it signed already', () => {
		const body = '{"a":1}';
		const once = signedQuery({ ...request, parameters: { ids: ['1', '2'] }, body });
		const again: Query = signedQuery({ ...request, parameters: once, body });
		expect(again).toEqual(once);
	});

	it('forgives blanks around App Key and App Secret', () => {
		expect(signedQuery({ ...request, appKey: ' 29a39d\n', appSecret: '\te59af819cc ' })).toEqual(
			signedQuery(request),
		);
	});

	it('lets no parameter replace App Key or time', () => {
		const query = signedQuery({ ...request, parameters: { app_key: 'other', timestamp: 1 } });
		expect(query).toEqual(signedQuery(request));
	});
});

describe('isWebhookGenuine', () => {
	const app = { appKey: 'key', appSecret: 'secret' };
	const rawBody = Buffer.from('{"type":1,"data":{"order_id":"576461413038785752"}}');
	const signature = webhookSignature(app.appKey, app.appSecret, rawBody.toString());
	const judge = (given: string | undefined, body = rawBody) =>
		isWebhookGenuine({ ...app, rawBody: body, signature: given });

	it.each(vectors.webhook.map((vector, index) => [index, vector] as const))(
		'accepts webhook vector %i, and not with another body',
		(_index, { app_key, app_secret, raw_body, authorization }) => {
			const webhook = { appKey: app_key, appSecret: app_secret, signature: authorization };
			expect(isWebhookGenuine({ ...webhook, rawBody: Buffer.from(raw_body) })).toBe(true);
			expect(isWebhookGenuine({ ...webhook, rawBody: Buffer.from(`${raw_body} `) })).toBe(false);
		},
	);

	it('accepts upper case digits', () => {
		expect(judge(signature.toUpperCase())).toBe(true);
	});

	it.each([
		['none', undefined],
		['empty', ''],
		['cut in the middle', signature.slice(0, 32)],
		['without its last digit', signature.slice(0, -1)],
		['without its last byte', signature.slice(0, -2)],
		['with a byte more', `${signature}00`],
		['with one digit changed', (signature.startsWith('0') ? '1' : '0') + signature.slice(1)],
		['no hex at all', 'z'.repeat(64)],
		['with a scheme before it', `Bearer ${signature}`],
	])('refuses a signature that is %s', (_name, given) => {
		expect(judge(given)).toBe(false);
	});

	it('refuses the signature of another app', () => {
		expect(judge(webhookSignature('other', app.appSecret, rawBody.toString()))).toBe(false);
		expect(judge(webhookSignature(app.appKey, 'other', rawBody.toString()))).toBe(false);
	});

	it('judges bytes, not text', () => {
		// Both are U+FFFD once decoded.
		const genuine = Buffer.from([0x7b, 0xff, 0x7d]);
		const other = Buffer.from([0x7b, 0xfe, 0x7d]);
		expect(genuine.toString()).toBe(other.toString());
		const sum = webhookSignature(app.appKey, app.appSecret, genuine.toString());
		expect(judge(sum, other)).toBe(false);
		expect(judge(sum, genuine)).toBe(false);
		expect(judge(sum, Buffer.from(genuine.toString()))).toBe(true);
	});

	it('refuses whatever else comes', () => {
		fc.assert(
			fc.property(fc.string(), fc.uint8Array(), (given, bytes) => {
				expect(judge(given, Buffer.from(bytes))).toBe(false);
			}),
		);
	});
});
