import * as fc from 'fast-check';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { InputError, TikTokShopError } from '../../nodes/shared/errors';
import { DEFAULT_ENDPOINTS, endpointsOf, MARKETS } from '../../nodes/shared/markets';
import {
	authorizeAddress,
	checkForm,
	findCode,
	hasUnusedCode,
	needsRenewal,
	obtainTokens,
	stateOf,
	type StoredTokens,
	type TikTokShopCredentials,
} from '../../nodes/shared/oauth';
import { requestSignature } from '../sandbox/signature';
import {
	connection,
	failureOf,
	fakeHttp,
	form,
	networkError,
	nowSeconds,
	reference,
} from './helpers';

const AUTH = 'https://auth.tiktok-shops.com';

/** Answers of the auth host are remembered by what was asked, so every test asks for something else. */
let counter = 0;
const unique = (what: string) => `TTP_${what}_${++counter}`;

const tokenData = (changes: Record<string, unknown> = {}) => ({
	access_token: 'TTP_new_access',
	access_token_expire_in: 1_900_000_000,
	refresh_token: 'TTP_new_refresh',
	refresh_token_expire_in: 2_000_000_000,
	open_id: 'open-1',
	seller_name: 'Shop of Ann',
	seller_base_region: 'GB',
	user_type: 0,
	granted_scopes: ['seller.order.info', 'seller.product.basic'],
	...changes,
});

const success = (changes: Record<string, unknown> = {}) => ({
	body: { code: 0, message: 'success', request_id: 'r', data: tokenData(changes) },
});

const refused = (code: number, message: string, status = 200) => ({
	status,
	body: { code, message, request_id: 'req-9', data: null },
});

const withCode = (changes: Partial<TikTokShopCredentials> = {}) =>
	form({ authorizationCode: unique('code'), ...changes });

/** A connection whose access token has to be renewed. */
const expired = (changes: Partial<TikTokShopCredentials> = {}) =>
	connection({
		refreshToken: unique('refresh'),
		accessTokenIssuedAt: nowSeconds() - 700_000,
		accessTokenExpiresAt: nowSeconds() - 1,
		...changes,
	});

async function refusalOf(work: () => unknown): Promise<TikTokShopError> {
	const error = await failureOf(work);
	if (error instanceof TikTokShopError) return error;
	throw new Error(`Not explained: ${error.message}`);
}

/** Waits without real time. */
async function patiently<T>(work: Promise<T>): Promise<T> {
	// Keeps a rejection from counting as unhandled while the timers run.
	work.catch(() => undefined);
	await jest.runAllTimersAsync();
	return await work;
}

describe('stateOf', () => {
	it('is the same for one form and differs by app, secret and service', () => {
		const states = [
			form(),
			form({ appKey: 'other' }),
			form({ appSecret: 'other' }),
			form({ serviceId: '7172610000000000001' }),
		].map(stateOf);
		expect(new Set(states).size).toBe(4);
		expect(stateOf(form({ market: 'US', accessToken: 'x' }))).toBe(states[0]);
		expect(states[0]).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('authorizeAddress', () => {
	const regions = reference<Array<{ code: string; authorize: 'US' | 'restOfWorld' }>>('regions');
	const { authorize } = reference<{ authorize: Record<'US' | 'restOfWorld', string> }>('auth');

	it.each(regions.map(({ code, authorize: host }) => [code, host] as const))(
		'sends the shop owner of %s to the page of %s',
		(market, host) => {
			expect(authorizeAddress(form({ market }), 'abc')).toBe(
				authorize[host].replace('{serviceId}', '7172610000000000000').replace('{state}', 'abc'),
			);
		},
	);

	it('offers exactly the markets of the reference', () => {
		expect(MARKETS.map(({ value }) => value).sort()).toEqual(
			regions.map(({ code }) => code).sort(),
		);
	});

	it('carries the state of the credential and no secret', () => {
		const address = authorizeAddress(form());
		expect(new URL(address).searchParams.get('state')).toBe(stateOf(form()));
		expect(address).not.toContain('secret');
	});

	it('follows Custom Endpoints, and only where they are on', () => {
		const custom = { authorizeUrl: 'http://localhost:4010/', customEndpoints: true };
		expect(authorizeAddress(form({ market: 'US', ...custom }), 's')).toBe(
			'http://localhost:4010/open/authorize?service_id=7172610000000000000&state=s',
		);
		expect(authorizeAddress(form({ ...custom, customEndpoints: false }))).toContain(
			DEFAULT_ENDPOINTS.authorizeUrl,
		);
	});

	it('falls back to TikTok’s own hosts for endpoints left empty', () => {
		const empty = { customEndpoints: true, authorizeUrl: '', authUrl: '', apiUrl: '' };
		expect(endpointsOf({ market: 'US', ...empty })).toEqual(endpointsOf({ market: 'US' }));
	});
});

describe('checkForm', () => {
	it.each<[string, Partial<TikTokShopCredentials>, string]>([
		['an empty App Key', { appKey: ' ' }, 'App Key is empty'],
		['an empty App Secret', { appSecret: '' }, 'App Secret is empty'],
		['the App Key as Service ID', { serviceId: ' 6abcdefghij ' }, 'Service ID holds the App Key'],
		['an empty Service ID', { serviceId: '' }, 'Service ID is not a long number'],
		['a name as Service ID', { serviceId: 'My App' }, 'Service ID is not a long number'],
		['a short number', { serviceId: '123456789' }, 'Service ID is not a long number'],
	])('refuses %s', async (_name, changes, words) => {
		const error = await failureOf(() => checkForm(form(changes)));
		expect(error).toBeInstanceOf(InputError);
		expect(error.message).toContain(words);
	});

	it('takes a form that is filled in, blanks around it included', () => {
		expect(checkForm(form({ serviceId: ' 7172610000000000000\n' }))).toBeUndefined();
	});
});

describe('findCode', () => {
	const state = stateOf(form());
	const find = (authorizationCode: string) => findCode(form({ authorizationCode }));

	it.each([
		['nothing', '', ''],
		['blanks', ' \n', ''],
		['a bare code', ' TTP_abc-123_X \n', 'TTP_abc-123_X'],
		['an address', `https://n8n.example/cb?code=TTP_abc&state=${state}`, 'TTP_abc'],
		['an address with a hash', `https://n8n.example/cb?code=TTP_abc&state=${state}#top`, 'TTP_abc'],
		['a hash route', `https://n8n.example/#/cb?code=TTP_abc&state=${state}`, 'TTP_abc'],
		['more parameters', `https://x.example/?app_key=k&code=a%2Fb&locale=en&state=${state}`, 'a/b'],
		['only the query', `?state=${state}&code=TTP_abc`, 'TTP_abc'],
		['the query without its mark', `code=TTP_abc&state=${state}`, 'TTP_abc'],
	])('finds it in %s', (_name, pasted, code) => {
		expect(find(pasted)).toBe(code);
	});

	it.each([
		'null',
		'https://n8n.example/cb?code=null&error=auth_denied',
		'https://n8n.example/cb?error=auth_denied',
		`https://n8n.example/cb?code=null&state=${state}`,
	])('knows a declined authorization: %s', async (pasted) => {
		expect(await refusalOf(() => find(pasted))).toMatchObject({ kind: 'authorizationDenied' });
	});

	it.each([
		['without a code', `https://n8n.example/cb?state=${state}`, 'an address without a code'],
		['with an empty code', `https://n8n.example/cb?code=&state=${state}`, 'without a code'],
		['without a query', 'https://n8n.example/cb', 'an address without a code'],
		['without a state', 'https://n8n.example/cb?code=TTP_abc', 'has no state'],
		['with an empty state', 'https://n8n.example/cb?code=TTP_abc&state=', 'has no state'],
		['with another state', 'https://n8n.example/cb?code=TTP_abc&state=0', 'another credential'],
	])('refuses an address %s and names the one to open', async (_name, pasted, words) => {
		const error = await failureOf(() => find(pasted));
		expect(error).toBeInstanceOf(InputError);
		expect(error.message).toContain(words);
		expect(error.message).toContain(authorizeAddress(form()));
	});

	it('takes an address only with the state of this very credential', () => {
		fc.assert(
			fc.property(fc.string(), (other) => {
				fc.pre(other !== state);
				const pasted = `https://x.example/?code=a&state=${encodeURIComponent(other)}`;
				expect(() => find(pasted)).toThrow(InputError);
			}),
		);
	});

	it('never fails but in words, whatever is pasted', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (pasted) => {
				let outcome: unknown;
				try {
					outcome = find(pasted);
				} catch (error) {
					outcome = error;
				}
				const fine =
					typeof outcome === 'string' ||
					outcome instanceof InputError ||
					outcome instanceof TikTokShopError;
				expect(fine).toBe(true);
			}),
		);
	});
});

describe('needsRenewal', () => {
	const at = 1_800_000_000;
	const living = (issued: number, expires: number, changes: Partial<TikTokShopCredentials> = {}) =>
		connection({ accessTokenIssuedAt: issued, accessTokenExpiresAt: expires, ...changes });

	it.each([
		[601, false],
		[600, true],
		[0, true],
		[-1, true],
	])('of a token with a long life that ends in %i seconds: %s', (left, expected) => {
		expect(needsRenewal(living(at - 500_000, at + left), at)).toBe(expected);
	});

	it.each([
		[7, false],
		[6, true],
	])('of a token with a minute of life that ends in %i seconds: %s', (left, expected) => {
		expect(needsRenewal(living(at + left - 60, at + left), at)).toBe(expected);
	});

	it('goes by the clock where no time is given', () => {
		expect(needsRenewal(connection())).toBe(false);
		expect(needsRenewal(expired())).toBe(true);
	});

	it.each<[string, Partial<TikTokShopCredentials>]>([
		['there is no token', { accessToken: '' }],
		['the App Key was changed', { appKey: 'other' }],
		['a code waits', { authorizationCode: 'TTP_waiting' }],
		['no time of expiry is known', { accessTokenExpiresAt: undefined }],
	])('when %s', (_name, changes) => {
		expect(needsRenewal(connection(changes))).toBe(true);
	});

	it('not for a code that was used', async () => {
		const { http } = fakeHttp(success());
		const before = withCode();
		expect(hasUnusedCode(before)).toBe(true);
		const after = { ...before, ...(await obtainTokens(http, before)) };
		expect(hasUnusedCode(after)).toBe(false);
		expect(needsRenewal(after, 1_800_000_000)).toBe(false);
		// The same code for another app was never used there.
		expect(hasUnusedCode({ ...after, appKey: 'other' })).toBe(true);
	});
});

describe('the exchange of a code', () => {
	it('asks exactly what TikTok documents', async () => {
		const { http, requests } = fakeHttp(success());
		const credentials = withCode({ appKey: ' 6abcdefghij ' });
		await obtainTokens(http, credentials);
		expect(requests).toHaveLength(1);
		expect(requests[0]).toEqual({
			method: 'GET',
			url: `${AUTH}/api/v2/token/get`,
			qs: {
				app_key: '6abcdefghij',
				app_secret: 'very-secret-app-secret',
				auth_code: credentials.authorizationCode,
				grant_type: 'authorized_code',
			},
			timeout: expect.any(Number) as number,
			disableFollowRedirect: true,
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		});
	});

	it('gives n8n everything to store', async () => {
		const { http } = fakeHttp(success());
		const credentials = withCode();
		const before = nowSeconds();
		const stored = await obtainTokens(http, credentials);
		expect(stored).toEqual<StoredTokens>({
			accessToken: 'TTP_new_access',
			refreshToken: 'TTP_new_refresh',
			accessTokenIssuedAt: stored.accessTokenIssuedAt,
			accessTokenExpiresAt: 1_900_000_000,
			refreshTokenExpiresAt: 2_000_000_000,
			openId: 'open-1',
			sellerName: 'Shop of Ann',
			sellerRegion: 'GB',
			grantedScopes: 'seller.order.info,seller.product.basic',
			usedCodes: stored.usedCodes,
			connectedAppKey: credentials.appKey,
		});
		expect(stored.accessTokenIssuedAt).toBeGreaterThanOrEqual(before);
		expect(stored.usedCodes).toMatch(/^[0-9a-f]{16}$/);
		expect(JSON.stringify(stored)).not.toContain(credentials.authorizationCode);
	});

	it('takes the code out of the address', async () => {
		const { http, requests } = fakeHttp(success());
		const code = unique('code');
		const authorizationCode = `https://x.example/?code=${code}&state=${stateOf(form())}`;
		await obtainTokens(http, form({ authorizationCode }));
		expect(requests[0]?.qs).toMatchObject({ auth_code: code });
	});

	it('comes before any renewal', async () => {
		const { http, requests } = fakeHttp(success());
		await obtainTokens(http, expired({ authorizationCode: unique('code') }));
		expect(requests.map(({ url }) => url)).toEqual([`${AUTH}/api/v2/token/get`]);
	});

	it('uses the auth host of Custom Endpoints', async () => {
		const { http, requests } = fakeHttp(success());
		await obtainTokens(
			http,
			withCode({ customEndpoints: true, authUrl: 'http://localhost:4010/' }),
		);
		expect(requests[0]?.url).toBe('http://localhost:4010/api/v2/token/get');
	});

	it.each([
		[1, 'creator'],
		['1', 'creator'],
		[3, 'partner'],
	])('refuses user_type %j', async (user_type, words) => {
		const { http } = fakeHttp(success({ user_type }));
		const error = await refusalOf(async () => await obtainTokens(http, withCode()));
		expect(error.kind).toBe('wrongUser');
		expect(error.message).toContain(words);
		expect(error.description).toContain(authorizeAddress(form()));
	});

	it.each([[0], ['0'], [undefined], [null]])('accepts user_type %j', async (user_type) => {
		const { http } = fakeHttp(success({ user_type }));
		expect(await obtainTokens(http, withCode())).toMatchObject({ accessToken: 'TTP_new_access' });
	});

	it('takes a week where TikTok names no expiry', async () => {
		const { http } = fakeHttp(
			success({ access_token_expire_in: undefined, refresh_token_expire_in: undefined }),
		);
		const before = nowSeconds();
		const stored = await obtainTokens(http, withCode());
		expect(stored.accessTokenExpiresAt - before).toBeGreaterThanOrEqual(7 * 24 * 3600);
		expect(stored.accessTokenExpiresAt - before).toBeLessThan(7 * 24 * 3600 + 60);
		expect(stored.refreshTokenExpiresAt).toBe(0);
	});

	it('explains a refused code and never sends it again', async () => {
		const credentials = withCode();
		const { http, requests } = fakeHttp(refused(36004004, 'code is expired'), success());
		const error = await refusalOf(async () => await obtainTokens(http, credentials));
		expect(error).toMatchObject({ kind: 'codeRefused', tikTokCode: 36004004, requestId: 'req-9' });
		expect(error.description).toContain('code is expired');
		const again = await refusalOf(async () => await obtainTokens(http, credentials));
		expect(again).toBe(error);
		expect(requests).toHaveLength(1);
	});

	it('sends a code again once the App Secret was put right', async () => {
		const credentials = withCode({ appSecret: 'wrong' });
		const { http, requests } = fakeHttp(refused(36004003, 'invalid app_secret'), success());
		const error = await refusalOf(async () => await obtainTokens(http, credentials));
		expect(error.kind).toBe('appKey');
		await obtainTokens(http, { ...credentials, appSecret: 'right' });
		expect(requests.map(({ qs }) => qs?.app_secret)).toEqual(['wrong', 'right']);
	});

	it.each<[string, number, string]>([
		['internal', 36009003, 'internal error'],
		['timeout', 36009007, 'request timeout'],
		['ipAllowList', 36009033, 'ip not allowed'],
		['clock', 36009004, 'invalid timestamp'],
		['appKey', 36009004, 'invalid app_key'],
	])('does not blame the code for %s', async (kind, code, message) => {
		const credentials = withCode();
		const { http, requests } = fakeHttp(refused(code, message), success());
		const error = await refusalOf(async () => await obtainTokens(http, credentials));
		expect(error.kind).toBe(kind);
		await obtainTokens(http, credentials);
		expect(requests).toHaveLength(2);
	});

	it.each([
		[200, '<html>Sign in to the proxy</html>', 'answerUnreadable'],
		[200, '', 'answerUnreadable'],
		[404, '<html>', 'answerUnreadable'],
		[502, '<html>Bad Gateway</html>', 'unavailable'],
	])('explains a page instead of an answer: %i %s', async (status, body, kind) => {
		const credentials = withCode();
		const { http, requests } = fakeHttp({ status, body }, success());
		const error = await refusalOf(async () => await obtainTokens(http, credentials));
		expect(error).toMatchObject({ kind, httpStatus: status });
		// Nobody refused the code, so it is worth another try.
		await obtainTokens(http, credentials);
		expect(requests).toHaveLength(2);
	});

	it('does not take success without a token for one', async () => {
		const { http } = fakeHttp({ body: { code: 0, message: 'success', data: {} } });
		await refusalOf(async () => await obtainTokens(http, withCode()));
		const text = fakeHttp({ body: { code: 0, message: '', data: { access_token: 5 } } });
		await refusalOf(async () => await obtainTokens(text.http, withCode()));
	});
});

describe('the renewal', () => {
	it('asks exactly what TikTok documents', async () => {
		const { http, requests } = fakeHttp(success());
		const credentials = expired();
		await obtainTokens(http, credentials);
		expect(requests).toHaveLength(1);
		expect(requests[0]).toMatchObject({ method: 'GET', url: `${AUTH}/api/v2/token/refresh` });
		expect(requests[0]?.qs).toEqual({
			app_key: '6abcdefghij',
			app_secret: 'very-secret-app-secret',
			refresh_token: credentials.refreshToken,
			grant_type: 'refresh_token',
		});
	});

	it('keeps what the answer does not repeat', async () => {
		const { http } = fakeHttp({
			body: { code: 0, message: '', data: { access_token: 'TTP_a' } },
		});
		const credentials = expired({
			openId: 'open-0',
			sellerName: 'Old name',
			sellerRegion: 'DE',
			grantedScopes: 'seller.order.info',
			usedCodes: 'fingerprint',
		});
		expect(await obtainTokens(http, credentials)).toMatchObject({
			accessToken: 'TTP_a',
			refreshToken: credentials.refreshToken,
			openId: 'open-0',
			sellerName: 'Old name',
			sellerRegion: 'DE',
			grantedScopes: 'seller.order.info',
			usedCodes: 'fingerprint',
		});
	});

	it('takes over that no scope is left', async () => {
		const { http } = fakeHttp(success({ granted_scopes: [] }));
		const stored = await obtainTokens(http, expired({ grantedScopes: 'seller.order.info' }));
		expect(stored.grantedScopes).toBe('');
	});

	it('happens in any case for an empty access token', async () => {
		const { http, requests } = fakeHttp(success());
		await obtainTokens(http, connection({ accessToken: '', refreshToken: unique('refresh') }));
		expect(requests.map(({ url }) => url)).toEqual([`${AUTH}/api/v2/token/refresh`]);
	});

	it.each<[string, Partial<TikTokShopCredentials>]>([
		['there never was a connection', { refreshToken: '', accessToken: '' }],
		['the App Key was changed', { appKey: 'other' }],
	])('is not tried where %s', async (_name, changes) => {
		const { http, requests } = fakeHttp(success());
		const credentials = expired(changes);
		const error = await refusalOf(async () => await obtainTokens(http, credentials));
		expect(error.kind).toBe('notConnected');
		expect(error.message).toContain(authorizeAddress(credentials));
		expect(requests).toHaveLength(0);
	});

	it('is not tried with a refresh token that ran out', async () => {
		const { http, requests } = fakeHttp(success());
		const credentials = expired({ refreshTokenExpiresAt: nowSeconds() - 1 });
		const error = await refusalOf(async () => await obtainTokens(http, credentials));
		expect(error.kind).toBe('authorizationExpired');
		expect(requests).toHaveLength(0);
	});

	it('explains a refused refresh token', async () => {
		const { http } = fakeHttp(refused(105001, 'refresh token invalid'));
		const error = await refusalOf(async () => await obtainTokens(http, expired()));
		expect(error).toMatchObject({ kind: 'authorizationExpired', tikTokCode: 105001 });
		expect(error.description).toContain(authorizeAddress(form()));
	});

	it('refuses a broken form before any request', async () => {
		const { http, requests } = fakeHttp(success());
		const error = await failureOf(
			async () => await obtainTokens(http, expired({ serviceId: 'name' })),
		);
		expect(error).toBeInstanceOf(InputError);
		expect(requests).toHaveLength(0);
	});
});

describe('after a 401 with a token that should live', () => {
	const living = () => connection({ refreshToken: unique('refresh'), openId: 'open-1' });
	const PROBE = `${DEFAULT_ENDPOINTS.apiUrl}/authorization/202309/shops`;

	it('asks TikTok, signed, whether the token works, and keeps it', async () => {
		const { http, requests } = fakeHttp({ body: { code: 0, message: '', data: {} } });
		const credentials = living();
		const stored = await obtainTokens(http, credentials);
		expect(stored).toMatchObject({
			accessToken: credentials.accessToken,
			refreshToken: credentials.refreshToken,
			openId: 'open-1',
		});
		expect(requests.map(({ url }) => url)).toEqual([PROBE]);
		const [probe] = requests as [IHttpRequestOptions];
		const query = Object.entries(probe.qs as Record<string, string>);
		expect(probe.qs?.sign).toBe(
			requestSignature(credentials.appSecret, { path: new URL(PROBE).pathname, query }),
		);
		expect(probe.headers).toMatchObject({ 'x-tts-access-token': credentials.accessToken });
	});

	it.each([
		[105002, 'expired credentials'],
		[105001, 'invalid'],
		[36009004, 'x-tts-access-token header invalid'],
	])('renews where it is dead: %i', async (code, message) => {
		const { http, requests } = fakeHttp(refused(code, message, 401), success());
		expect(await obtainTokens(http, living())).toMatchObject({ accessToken: 'TTP_new_access' });
		expect(requests.map(({ url }) => url)).toEqual([PROBE, `${AUTH}/api/v2/token/refresh`]);
	});

	it.each<[string, number, string]>([
		['signature', 106001, 'sign invalid'],
		['clock', 36009004, 'timestamp invalid'],
		['appKey', 36009004, 'app_key invalid'],
		['ipAllowList', 36009033, 'ip'],
	])('says so where the cause is the %s, and burns no refresh token', async (kind, code, words) => {
		const { http, requests } = fakeHttp(refused(code, words, 401));
		const error = await refusalOf(async () => await obtainTokens(http, living()));
		expect(error.kind).toBe(kind);
		expect(requests).toHaveLength(1);
	});

	it.each([
		['a missing scope', refused(105005, 'access denied')],
		['an HTML page', { status: 502, body: '<html>' }],
	])('keeps the token for %s, which says nothing about it', async (_name, reply) => {
		const { http, requests } = fakeHttp(reply);
		const credentials = living();
		const stored = await obtainTokens(http, credentials);
		expect(stored.accessToken).toBe(credentials.accessToken);
		expect(requests).toHaveLength(1);
	});
});

describe('single flight', () => {
	it('sends one request for ten that renew at once', async () => {
		const { http, requests } = fakeHttp(success());
		const credentials = expired();
		const stored = await Promise.all(
			Array.from({ length: 10 }, async () => await obtainTokens(http, { ...credentials })),
		);
		expect(requests).toHaveLength(1);
		expect(new Set(stored.map(({ accessToken }) => accessToken)).size).toBe(1);
	});

	it('sends one request for ten that exchange at once, and fails all of them alike', async () => {
		const { http, requests } = fakeHttp(refused(1, 'invalid code'));
		const credentials = withCode();
		const errors = await Promise.all(
			Array.from(
				{ length: 10 },
				async () => await refusalOf(async () => await obtainTokens(http, { ...credentials })),
			),
		);
		expect(requests).toHaveLength(1);
		expect(new Set(errors).size).toBe(1);
	});

	it('does not mix different credentials', async () => {
		const { http, requests } = fakeHttp(success());
		await Promise.all([obtainTokens(http, expired()), obtainTokens(http, expired())]);
		const other = expired({ appKey: 'other', connectedAppKey: 'other' });
		await obtainTokens(http, other);
		await obtainTokens(http, { ...other, customEndpoints: true, authUrl: 'http://localhost:1' });
		expect(requests).toHaveLength(4);
	});

	it.each<[string, Partial<TikTokShopCredentials>]>([
		['App Key', { appKey: 'other', connectedAppKey: 'other' }],
		['App Secret', { appSecret: 'other' }],
		['Auth URL', { customEndpoints: true, authUrl: 'https://auth.example.com' }],
		['API URL', { customEndpoints: true, apiUrl: 'https://api.example.com' }],
	])('hands no answer in memory to a credential with another %s', async (_, changes) => {
		const { http, requests } = fakeHttp(success());
		const renewed = expired();
		const exchanged = withCode();
		for (const credentials of [renewed, exchanged]) {
			await obtainTokens(http, credentials);
			await obtainTokens(http, { ...credentials, ...changes });
			await obtainTokens(http, { ...credentials });
		}
		expect(requests).toHaveLength(4);
	});

	it.each<[string, Partial<TikTokShopCredentials>]>([
		['was connected before', { refreshToken: 'of another authorization' }],
		['used other codes', { usedCodes: '0123456789abcdef' }],
		['is held to one seller', { onlyOpenId: 'OPENID' }],
		['exchanges on its own', { exchangeId: '1' }],
	])('hands no answer to a code to a credential that %s', async (_, changes) => {
		const { http, requests } = fakeHttp(success({ open_id: 'OPENID' }));
		const credentials = withCode();
		await obtainTokens(http, credentials);
		await obtainTokens(http, { ...credentials, ...changes });
		await obtainTokens(http, { ...credentials });
		expect(requests).toHaveLength(2);
	});

	it('remembers an answer for those who ask later with the old refresh token', async () => {
		jest.useFakeTimers();
		try {
			const { http, requests } = fakeHttp(success());
			const credentials = expired();
			await obtainTokens(http, credentials);
			jest.advanceTimersByTime(29 * 60 * 1000);
			expect(await obtainTokens(http, credentials)).toMatchObject({
				refreshToken: 'TTP_new_refresh',
			});
			expect(requests).toHaveLength(1);
			jest.advanceTimersByTime(2 * 60 * 1000);
			await obtainTokens(http, credentials);
			expect(requests).toHaveLength(2);
		} finally {
			jest.useRealTimers();
		}
	});
});

describe('patience', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it.each([429, 503])('waits as long as a %i asks for', async (status) => {
		const { http, requests } = fakeHttp(
			{ status, headers: { 'retry-after': '7' }, body: '' },
			success(),
		);
		const start = Date.now();
		const stored = await patiently(obtainTokens(http, withCode()));
		expect(stored.accessToken).toBe('TTP_new_access');
		expect(requests).toHaveLength(2);
		expect(Date.now() - start).toBe(7000);
	});

	it('waits by itself where no time is named, and gives up after four attempts', async () => {
		const { http, requests } = fakeHttp({ status: 503, body: '' });
		const start = Date.now();
		const error = await refusalOf(async () => await patiently(obtainTokens(http, withCode())));
		expect(error.kind).toBe('unavailable');
		expect(requests).toHaveLength(4);
		expect(Date.now() - start).toBeGreaterThanOrEqual(3000);
	});

	it('explains that TikTok stays busy', async () => {
		const { http } = fakeHttp(refused(36009002, 'too many requests', 429));
		const error = await refusalOf(async () => await patiently(obtainTokens(http, expired())));
		expect(error.kind).toBe('rateLimit');
	});

	it('repeats a request that never left', async () => {
		const { http, requests } = fakeHttp(networkError('ECONNREFUSED'), success());
		await patiently(obtainTokens(http, withCode()));
		expect(requests).toHaveLength(2);
	});

	it('does not repeat one that may have arrived: a code works once', async () => {
		const credentials = withCode();
		const { http, requests } = fakeHttp(networkError('ECONNRESET'), success());
		const error = await refusalOf(async () => await patiently(obtainTokens(http, credentials)));
		expect(error.kind).toBe('network');
		expect(requests).toHaveLength(1);
		// Whoever asks again later is served.
		await patiently(obtainTokens(http, credentials));
		expect(requests).toHaveLength(2);
	});

	it('gives up on a host that stays away', async () => {
		const { http, requests } = fakeHttp(networkError('ENOTFOUND'));
		const error = await refusalOf(async () => await patiently(obtainTokens(http, expired())));
		expect(error).toMatchObject({ kind: 'network', message: 'TikTok Shop cannot be reached' });
		expect(requests).toHaveLength(4);
	});

	it('hands on only the words of what is not about a connection', async () => {
		const odd = new Error('odd');
		const { http, requests } = fakeHttp(odd);
		const failure = await failureOf(async () => await obtainTokens(http, withCode()));
		expect(failure.message).toBe('odd');
		expect(failure).not.toBe(odd);
		expect(requests).toHaveLength(1);
	});

	it('sends each attempt as a request of its own', async () => {
		const { http, requests } = fakeHttp({ status: 503, body: '' }, success());
		await patiently(obtainTokens(http, withCode()));
		expect(requests[0]).not.toBe(requests[1]);
		expect(requests[0]).toEqual(requests[1]);
	});
});

it('lets no secret into any failure', async () => {
	const code = unique('code');
	const secrets = ['very-secret-app-secret', 'TTP_access', code];
	const replies = [
		refused(1, 'invalid'),
		refused(105005, 'denied'),
		refused(36009004, 'app_key invalid'),
		{ status: 500, body: '<html>' },
		Object.assign(networkError('ECONNRESET'), { config: { params: { app_secret: secrets[0] } } }),
	];
	for (const [index, reply] of replies.entries()) {
		const { http } = fakeHttp(reply);
		const credentials = connection({ authorizationCode: `${code}_${index}` });
		const error = await refusalOf(async () => await obtainTokens(http, credentials));
		const shown = [error.message, error.description, error.stack, JSON.stringify(error)].join();
		for (const secret of secrets) expect(shown).not.toContain(secret);
		expect(error.cause).toBeUndefined();
	}
});
