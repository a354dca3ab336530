import * as fc from 'fast-check';
import type { IN8nHttpFullResponse } from 'n8n-workflow';

import {
	ConnectionError,
	connectionErrorFrom,
	isObject,
	parseJson,
	inTime,
	readAnswer,
} from '../../nodes/shared/http';
import { failureOf, networkError } from './helpers';

describe('parseJson', () => {
	it.each([
		['{"id":576461413038785752}', { id: '576461413038785752' }],
		['{"id":-576461413038785752}', { id: '-576461413038785752' }],
		['{"id": 1000000000000000 }', { id: '1000000000000000' }],
		['{"id":999999999999999}', { id: 999999999999999 }],
		['[1729592969712207008,1]', ['1729592969712207008', 1]],
		['{"a":[[1729592969712207008]]}', { a: [['1729592969712207008']] }],
		['{"a":\n\t1729592969712207008\n}', { a: '1729592969712207008' }],
	])('keeps long integers as text: %s', (text, expected) => {
		expect(parseJson(text)).toEqual(expected);
	});

	it.each([
		'{"a":"id 1729592969712207008, and 5"}',
		'{"a":":1729592969712207008"}',
		'{"a":"[1729592969712207008,1]"}',
		'{"a":"quote \\" :1729592969712207008 \\" after"}',
		'{"a":"back\\\\","b":"\\\\\\":1729592969712207008"}',
		'{":1729592969712207008":true}',
		'{"a":1234567890123456.5}',
		'{"a":-1234567890123456.5e3}',
		'{"a":1234567890123456e2}',
		'{"a":1234567890123456E+2}',
		'{"a":1.5,"b":-0.25,"c":1e-7,"d":0}',
		'""',
		'null',
		'true',
		'[]',
	])('reads as JSON.parse does: %s', (text) => {
		expect(parseJson(text)).toEqual(JSON.parse(text));
	});

	it('treats a long integer beside texts and decimals by itself', () => {
		expect(parseJson('{"t":":1234567890123456\\"","id":1234567890123456789,"n":1.5}')).toEqual({
			t: ':1234567890123456"',
			id: '1234567890123456789',
			n: 1.5,
		});
	});

	it('leaves any JSON without long integers as it is', () => {
		const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
		const shortNumbers = (_key: string, value: unknown): unknown =>
			typeof value === 'number' && /\d{16}/.test(String(value)) ? 0 : value;
		const value = fc.oneof(
			fc.jsonValue(),
			fc.array(number),
			fc.dictionary(fc.string(), fc.stringMatching(/^[:,[\d"\\ -]*$/)),
		);
		fc.assert(
			fc.property(value, (given) => {
				const text = JSON.stringify(given, shortNumbers);
				expect(parseJson(text)).toEqual(JSON.parse(text));
			}),
			{ numRuns: 500 },
		);
	});

	it('keeps every digit of any integer of 16 digits or more, among whatever texts', () => {
		const id = fc.bigInt({ min: 10n ** 15n, max: 10n ** 40n });
		fc.assert(
			fc.property(id, fc.boolean(), fc.string(), fc.string(), (digits, minus, before, after) => {
				const number = `${minus ? '-' : ''}${digits}`;
				const text = `{"a":${JSON.stringify(before)},"id":${number},"b":[${JSON.stringify(after)},${number}]}`;
				expect(parseJson(text)).toEqual({ a: before, id: number, b: [after, number] });
			}),
		);
	});

	it.each(['', '{', '<html>', '{"a":1729592969712207008', 'undefined'])(
		'throws a SyntaxError for %j',
		async (text) => {
			// By name: JSON can belong to another realm than the test.
			expect((await failureOf(() => parseJson(text))).name).toBe('SyntaxError');
		},
	);
});

describe('readAnswer', () => {
	const read = (body: unknown, headers: Record<string, unknown> = {}) =>
		readAnswer({ statusCode: 200, headers, body } as IN8nHttpFullResponse);

	it('reads status and envelope', () => {
		const body =
			'{"code":0,"message":"Success","request_id":"r1","data":{"id":576461413038785752}}';
		expect(readAnswer({ statusCode: 201, headers: {}, body })).toEqual({
			httpStatus: 201,
			retryAfterSeconds: undefined,
			envelope: {
				code: 0,
				message: 'Success',
				requestId: 'r1',
				data: { id: '576461413038785752' },
			},
		});
	});

	it.each([
		['"105002"', 105002],
		['36009004', 36009004],
	])('reads the code %s', (code, expected) => {
		expect(read(`{"code":${code}}`).envelope).toEqual({
			code: expected,
			message: '',
			requestId: undefined,
			data: undefined,
		});
	});

	it.each([
		['an HTML page', '<html><body>502 Bad Gateway</body></html>'],
		['an empty body', ''],
		['no body', undefined],
		['bytes', Buffer.from('{"code":0}')],
		['a list', '[{"code":0}]'],
		['null', 'null'],
		['a text', '"code"'],
		['an object without a code', '{"message":"x"}'],
		['a code that is null', '{"code":null}'],
		['a code that is no number', '{"code":"OK"}'],
		['JSON cut short', '{"code":0,"data":{"a'],
	])('finds no envelope in %s', (_name, body) => {
		expect(read(body).envelope).toBeUndefined();
	});

	it('takes only objects for data, and numbers for message and request_id too', () => {
		expect(read('{"code":1,"message":5,"request_id":7,"data":[1]}').envelope).toEqual({
			code: 1,
			message: '5',
			requestId: '7',
			data: undefined,
		});
	});

	describe('Retry-After', () => {
		beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-03-31T12:00:00Z') }));
		afterEach(() => jest.useRealTimers());

		it.each([
			['3', 3],
			['0', 0],
			['1.5', 1.5],
			['-5', 0],
			['Tue, 31 Mar 2026 12:00:30 GMT', 30],
			['Tue, 31 Mar 2026 11:00:00 GMT', 0],
			['nonsense', undefined],
			['', undefined],
			['  ', undefined],
			[undefined, undefined],
			[['3'], undefined],
		])('of %j means %j seconds', (header, expected) => {
			expect(read('{"code":0}', { 'retry-after': header }).retryAfterSeconds).toBe(expected);
		});
	});
});

describe('inTime', () => {
	const deadline = new AbortController();

	beforeEach(() => jest.spyOn(AbortSignal, 'timeout').mockReturnValue(deadline.signal));

	afterEach(() => jest.restoreAllMocks());

	it('passes on how the work ends', async () => {
		const failure = new Error('own');
		expect(await inTime(Promise.resolve(5))).toBe(5);
		expect(await failureOf(async () => await inTime(Promise.reject(failure)))).toBe(failure);
		expect(AbortSignal.timeout).toHaveBeenCalledWith(120_000);
	});

	it('ends where the work does not', async () => {
		const error = failureOf(async () => await inTime(new Promise(() => undefined), 5));
		expect(AbortSignal.timeout).toHaveBeenCalledWith(5);
		deadline.abort();
		expect(await error).toMatchObject({ kind: 'network', code: 'ETIMEDOUT', sent: true });
	});
});

describe('connectionErrorFrom', () => {
	it.each(['CERT_HAS_EXPIRED', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'])(
		'knows that no request left after %s',
		(code) => {
			expect(connectionErrorFrom(networkError(code))).toMatchObject({ sent: false });
		},
	);

	it('knows an answer that could not be unpacked', () => {
		expect(connectionErrorFrom(networkError('Z_DATA_ERROR'))).toMatchObject({ sent: true });
	});

	it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])(
		'knows that a request never left after %s',
		(code) => {
			expect(connectionErrorFrom(networkError(code))).toMatchObject({ sent: false });
		},
	);

	it.each(['ECONNRESET', 'ETIMEDOUT', 'ECONNABORTED', 'EPIPE', 'ERR_NETWORK'])(
		'takes a request for sent after %s',
		(code) => {
			const error = connectionErrorFrom(networkError(code));
			expect(error).toBeInstanceOf(ConnectionError);
			expect(error).toMatchObject({ sent: true, kind: 'network' });
			expect(error?.description).toContain(code);
		},
	);

	it('follows the chain of causes', () => {
		const inner = networkError('ECONNREFUSED');
		const outer = new Error('outer', { cause: new Error('middle', { cause: inner }) });
		expect(connectionErrorFrom(outer)).toMatchObject({ sent: false });
	});

	it('reads the code where n8n kept only httpCode', () => {
		const error = Object.assign(new Error('x'), { httpCode: 'ECONNREFUSED' });
		expect(connectionErrorFrom(error)).toMatchObject({ sent: false });
	});

	it.each([
		['an error without a code', new Error('x')],
		['an HTTP status', Object.assign(new Error('x'), { httpCode: '404' })],
		['a number', Object.assign(new Error('x'), { code: 404 })],
		['a cancelled request', networkError('ERR_CANCELED')],
		['no error', 'ECONNREFUSED'],
		['nothing', undefined],
	])('is silent for %s', (_name, error) => {
		expect(connectionErrorFrom(error)).toBeUndefined();
	});

	it('leaves the request and its secrets behind', () => {
		const secret = 'very-secret';
		const original = Object.assign(networkError('ECONNRESET', `GET /?app_secret=${secret}`), {
			config: { params: { app_secret: secret } },
		});
		const error = connectionErrorFrom(original);
		expect(JSON.stringify({ ...error, message: error?.message })).not.toContain(secret);
		expect(error?.stack).not.toContain(secret);
		expect(error?.cause).toBeUndefined();
	});
});

describe('isObject', () => {
	it('tells objects from everything else', () => {
		expect([{}, { a: 1 }, new Date()].every(isObject)).toBe(true);
		expect([null, undefined, [], 'a', 1, true].some(isObject)).toBe(false);
	});
});
