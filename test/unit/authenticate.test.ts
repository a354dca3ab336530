import * as fc from 'fast-check';
import FormData from 'form-data';
import type { IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';

import { authenticate, TokensNeeded, type RequestOptions } from '../../nodes/shared/authenticate';
import { InputError } from '../../nodes/shared/errors';
import { DEFAULT_ENDPOINTS } from '../../nodes/shared/markets';
import { requestSignature } from '../sandbox/signature';
import { connection, failureOf, form, nowSeconds } from './helpers';

const HOST = DEFAULT_ENDPOINTS.apiUrl;
const PATH = '/product/202309/products/1729592969712207008';
const credentials = connection();

const sign = (options: Partial<RequestOptions>) =>
	authenticate(credentials, { method: 'POST', url: HOST + PATH, ...options });

/** What a server reads out of the address line. */
function wire({ url, qs }: IHttpRequestOptions) {
	const line = new URLSearchParams(qs as Record<string, string>).toString();
	const address = new URL(`${url}?${line}`);
	return { path: address.pathname, query: [...address.searchParams] };
}

function expectAccepted(signed: IHttpRequestOptions, body?: string): void {
	const { path, query } = wire(signed);
	const expected = requestSignature(credentials.appSecret, { path, query, body });
	expect(signed.qs?.sign).toBe(expected);
}

describe('what is signed is what goes out', () => {
	it('sends the query as text, and nothing that is absent', () => {
		const signed = sign({
			qs: { ids: ['1', '2'], page_size: 20, flag: false, none: null, gone: undefined },
		});
		expect(signed.qs).toEqual({
			ids: '1,2',
			page_size: '20',
			flag: 'false',
			app_key: credentials.appKey,
			timestamp: expect.stringMatching(/^\d{10}$/) as string,
			sign: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
		});
		expectAccepted(signed);
	});

	it('serialises an object or a list once and signs that text', () => {
		for (const body of [{ a: { b: ['é', 1.5, true] } }, ['x', 'y']]) {
			const signed = sign({ body });
			expect(signed.body).toBe(JSON.stringify(body));
			expect(signed.headers).toMatchObject({ 'content-type': 'application/json' });
			expectAccepted(signed, JSON.stringify(body));
		}
	});

	it('sends a JSON text as it is, but for blanks around it', () => {
		const signed = sign({ body: ' {"b" : 1, "a":2}\n' });
		expect(signed.body).toBe('{"b" : 1, "a":2}');
		expectAccepted(signed, '{"b" : 1, "a":2}');
	});

	it.each([
		['an absent body', undefined],
		['an empty object', {}],
		['an empty text', ''],
	])('sends no body for %s', (_name, body) => {
		const signed = sign({ body });
		expect('body' in signed).toBe(false);
		expectAccepted(signed);
	});

	it('signs an empty list, since it is sent', () => {
		const signed = sign({ body: [] });
		expect(signed.body).toBe('[]');
		expectAccepted(signed, '[]');
	});

	it('leaves files alone and does not sign them', () => {
		const buffer = Buffer.from('--x\r\n\r\nfile\r\n--x--');
		const multipart = 'multipart/form-data; boundary=x';
		const signed = sign({ body: buffer, headers: { 'Content-Type': multipart } });
		expect(signed.body).toBe(buffer);
		expect(signed.headers).toMatchObject({ 'content-type': multipart });
		expectAccepted(signed);

		const data = new FormData();
		data.append('data', 'x');
		const signedForm = sign({ body: data });
		expect(signedForm.body).toBe(data);
		// The HTTP client adds the boundary itself where none is given.
		expect(signedForm.headers).not.toHaveProperty('content-type');
		expectAccepted(signedForm);
	});

	it('keeps everything else of the request', () => {
		const options = { timeout: 5, returnFullResponse: true, headers: { 'X-Mine': 'yes' } };
		const signed = sign(options);
		expect(signed).toMatchObject({ method: 'POST', timeout: 5, returnFullResponse: true });
		expect(signed.headers).toMatchObject({ 'X-Mine': 'yes' });
	});

	it('changes nothing of what it was given', () => {
		const options: RequestOptions = {
			method: 'POST',
			url: `${HOST}${PATH}?a=1`,
			qs: { ids: ['1'] },
			body: { a: 1 },
			headers: { 'Content-Type': 'text/plain' },
		};
		const before = structuredClone(options);
		authenticate(credentials, options);
		expect(options).toEqual(before);
	});
});

describe('headers', () => {
	it('replaces a token that is there already, in whatever case', () => {
		const { headers } = sign({
			headers: { 'X-TTS-Access-Token': 'old', 'x-Tts-access-Token': 'older' },
		});
		expect(headers).toEqual({
			'x-tts-access-token': credentials.accessToken,
			'content-type': 'application/json',
		});
	});

	it('has one content type, in whatever case it was given', () => {
		const { headers } = sign({ body: '{}', headers: { 'CONTENT-TYPE': 'application/x-own' } });
		expect(headers).toEqual({
			'x-tts-access-token': credentials.accessToken,
			'content-type': 'application/x-own',
		});
	});
});

describe('addresses', () => {
	it('puts the query of the address and qs together; qs wins', () => {
		const signed = sign({ url: `${HOST}${PATH}?a=1&b=x%20y%2B`, qs: { a: '2' } });
		expect(signed.url).toBe(HOST + PATH);
		expect(signed.qs).toMatchObject({ a: '2', b: 'x y+' });
		expectAccepted(signed);
	});

	it.each<[string, Partial<RequestOptions>]>([
		['a base and a relative address', { baseURL: HOST, url: PATH }],
		['a relative address alone', { url: PATH }],
		['the legacy name', { url: undefined, uri: HOST + PATH }],
		[
			'an absolute address beside a base',
			{ baseURL: 'https://elsewhere.example', url: HOST + PATH },
		],
	])('understands %s', (_name, options) => {
		const signed: RequestOptions = sign(options);
		expect(signed.url).toBe(HOST + PATH);
		expect(signed).not.toHaveProperty('baseURL');
		expect(signed).not.toHaveProperty('uri');
		expectAccepted(signed);
	});

	it('signs the path as it is sent, percent signs included', () => {
		const signed = sign({ url: `${HOST}/a b/é` });
		expect(signed.url).toBe(`${HOST}/a%20b/%C3%A9`);
		expectAccepted(signed);
	});

	it('follows Custom Endpoints, with or without a slash at the end', () => {
		for (const apiUrl of ['http://localhost:4010', 'http://localhost:4010/']) {
			const custom = { ...credentials, customEndpoints: true, apiUrl };
			const { url } = authenticate(custom, { url: '/order/202309/orders' });
			expect(url).toBe('http://localhost:4010/order/202309/orders');
		}
	});

	it.each([
		'https://elsewhere.example/order',
		'http://open-api.tiktokglobalshop.com/order',
		'https://open-api.tiktokglobalshop.com:8443/order',
		'https://open-api.tiktokglobalshop.com.evil.example/order',
		'https://open-api.tiktokglobalshop.com@evil.example/order',
		'HTTPS://evil.example/order',
	])('refuses to give the token to %s', async (url) => {
		const failure = await failureOf(() => sign({ url }));
		expect(failure).toBeInstanceOf(InputError);
		expect(failure.message).toContain('only signs requests to');
		expect(failure.message).not.toContain(credentials.accessToken);
	});

	it.each(['@evil.example/x', '.evil.example/x', ':8443/x'])(
		'refuses the relative address %s, which would change the host',
		(url) => {
			expect(() => sign({ url })).toThrow(InputError);
		},
	);

	it('refuses what is no address', () => {
		expect(() => sign({ baseURL: 'nonsense', url: '/x' })).toThrow('is not a valid address');
	});
});

describe('a request that was signed before', () => {
	it('is signed anew, without what the first signing left', () => {
		jest.useFakeTimers();
		try {
			const first = sign({ qs: { ids: ['1', '2'] }, body: { a: 1 } });
			jest.advanceTimersByTime(7000);
			const renewed = { ...connection(), accessToken: 'TTP_new' };
			const second = authenticate(renewed, {
				...first,
				qs: { ...first.qs, access_token: 'leaked', app_key: 'other' },
			});
			expect(Number(second.qs?.timestamp)).toBe(Number(first.qs?.timestamp) + 7);
			expect(second.qs).toMatchObject({ ids: '1,2', app_key: credentials.appKey });
			expect(second.qs).not.toHaveProperty('access_token');
			expect(second.qs?.sign).not.toBe(first.qs?.sign);
			expect(second.headers).toMatchObject({ 'x-tts-access-token': 'TTP_new' });
			expectAccepted(second, '{"a":1}');
		} finally {
			jest.useRealTimers();
		}
	});
});

describe('tokens', () => {
	const dying = {
		accessTokenIssuedAt: nowSeconds() - 7 * 24 * 3600,
		accessTokenExpiresAt: nowSeconds() + 60,
	};
	it.each([
		['missing', form()],
		['about to expire', connection(dying)],
		['of another app', connection({ connectedAppKey: 'other' })],
		['older than the code that was pasted', connection({ authorizationCode: 'unused' })],
	])('asks for new ones where they are %s, as a 401 would', async (_name, given) => {
		const failure = await failureOf(() => authenticate(given, { url: HOST + PATH }));
		expect(failure).toBeInstanceOf(TokensNeeded);
		expect((failure as TokensNeeded).response).toEqual({ status: 401 });
	});

	it('refuses a form that cannot work before asking for tokens', () => {
		expect(() => authenticate(form({ serviceId: 'My App' }), { url: HOST + PATH })).toThrow(
			InputError,
		);
	});
});

it('is accepted by an independent verification, for whatever is asked', () => {
	const value = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.integer(),
		fc.boolean(),
		fc.constant(null),
		fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 4 }),
	);
	// The reserved names are the signer's own.
	const name = fc
		.string({ minLength: 1 })
		.filter((key) => !['sign', 'timestamp', 'app_key', 'access_token', '__proto__'].includes(key));
	const body = fc.option(fc.jsonValue(), { nil: undefined }).filter((entry) => {
		return entry === undefined || (typeof entry === 'object' && entry !== null);
	});
	const segment = fc.webSegment().filter((text) => !['.', '..'].includes(decodeURIComponent(text)));
	const method = fc.constantFrom<IHttpRequestMethods>('GET', 'POST', 'PUT', 'DELETE');
	fc.assert(
		fc.property(
			method,
			segment,
			fc.dictionary(name, value, { noNullPrototype: true }),
			body,
			(verb, path, qs, given) => {
				const signed = sign({
					method: verb,
					url: `${HOST}/${path}`,
					qs,
					body: given,
				});
				expect(Object.values(signed.qs ?? {}).every((text) => typeof text === 'string')).toBe(true);
				const sent = signed.body as string | undefined;
				expect(['string', 'undefined']).toContain(typeof sent);
				if (sent !== undefined) expect(JSON.parse(sent)).toEqual(JSON.parse(JSON.stringify(given)));
				expectAccepted(signed, sent);
			},
		),
		{ numRuns: 300 },
	);
});
