import { createHash, createHmac } from 'crypto';
import { DateTime } from 'luxon';
import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { explain, InputError, kindOf, TikTokShopError } from './errors';
import type { Failure, FailureKind } from './explanations';
import { AS_TEXT, connectionErrorFrom, inTime, isObject, readAnswer, withoutRequest } from './http';
import { endpointsOf, type Endpoints } from './markets';
import { outcomeOf } from './outcome';
import { isSame, signedQuery } from './signing';

/** What the person fills in, and what the handshake stores beside it. */
export interface TikTokShopCredentials extends Partial<Endpoints> {
	appKey: string;
	appSecret: string;
	serviceId: string;
	market: string;
	/** A bare code or the whole redirected URL, as pasted. */
	authorizationCode: string;
	customEndpoints?: boolean;
	accessToken: string;
	refreshToken?: string;
	/** Unix seconds. */
	accessTokenIssuedAt?: number;
	/** Unix seconds. */
	accessTokenExpiresAt?: number;
	/** Unix seconds; 0 where TikTok did not say. */
	refreshTokenExpiresAt?: number;
	openId?: string;
	sellerName?: string;
	sellerRegion?: string;
	/** Scope keys joined by commas. */
	grantedScopes?: string;
	/** Fingerprints of the codes that were exchanged last, joined by commas, so that none is sent again. */
	usedCodes?: string;
	/** Only for one exchange: the account that the code has to belong to. */
	onlyOpenId?: string;
	/** Only for one exchange: tells it from every other one, so that it is not given the answer of an earlier one. */
	exchangeId?: string;
	/** The app the tokens belong to: after a change of App Key they are worth nothing. */
	connectedAppKey?: string;
}

/** What a handshake gives n8n to store. */
export type StoredTokens = Required<
	Pick<
		TikTokShopCredentials,
		| 'accessToken'
		| 'refreshToken'
		| 'accessTokenIssuedAt'
		| 'accessTokenExpiresAt'
		| 'refreshTokenExpiresAt'
		| 'openId'
		| 'sellerName'
		| 'sellerRegion'
		| 'grantedScopes'
		| 'usedCodes'
		| 'connectedAppKey'
	>
>;

export type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

const TOKEN_TIMEOUT_MS = 30_000;

const LONGEST_TOKEN_ANSWER_MS = 60_000;

const MOST_ATTEMPTS = 4;

const LONGEST_WAIT_SECONDS = 60;

/** Renew this long before expiry, so that no request starts with a token that dies on the way. */
const AHEAD_SECONDS = 600;

/** The life of an access token where TikTok does not say (doc page authorization-overview-202407). */
const USUAL_LIFE_SECONDS = 7 * 24 * 3600;

/** How long an answer of the auth host is remembered for executions that still hold the tokens from before it. */
const REMEMBERED_MS = 30 * 60 * 1000;

const SELLER_USER_TYPE = 0;

const nowSeconds = () => Math.floor(DateTime.now().toSeconds());

const fingerprint = (...parts: string[]) =>
	createHash('sha256').update(parts.join('\n')).digest('hex');

/**
 * The `state` that the authorize address carries. It proves to whoever reads the redirect that the authorization was
 * started from this credential, since only it knows the app secret.
 */
export function stateOf({ appKey, appSecret, serviceId }: TikTokShopCredentials): string {
	return createHmac('sha256', appSecret).update(`authorize ${appKey} ${serviceId}`).digest('hex');
}

/**
 * The address the shop owner opens to authorize the app.
 *
 * @param credentials - market and Service ID decide it
 * @param state - returned untouched by TikTok in the redirect
 * @see doc page authorization-overview-202407
 */
export function authorizeAddress(
	credentials: TikTokShopCredentials,
	state = stateOf(credentials),
): string {
	const { authorizeUrl } = endpointsOf(credentials);
	return `${authorizeUrl}/open/authorize?service_id=${encodeURIComponent(credentials.serviceId.trim())}&state=${state}`;
}

/**
 * Refuses a form that cannot work before any request leaves.
 *
 * @throws InputError naming the field
 */
export function checkForm(credentials: TikTokShopCredentials): void {
	const { appKey, appSecret, serviceId } = credentials;
	if (!appKey?.trim())
		throw new InputError(
			'App Key is empty: copy it from Partner Center → App & Service → your app',
			undefined,
			'credentialFields',
		);
	if (!appSecret?.trim())
		throw new InputError(
			'App Secret is empty: copy it from Partner Center → App & Service → your app',
			undefined,
			'credentialFields',
		);
	const id = serviceId?.trim() ?? '';
	if (id === appKey.trim()) {
		throw new InputError(
			'Service ID holds the App Key: the Service ID is the long number under the app’s name in Partner Center',
			undefined,
			'credentialFields',
		);
	}
	if (!/^\d{10,25}$/.test(id)) {
		throw new InputError(
			'Service ID is not a long number: it stands under the app’s name in Partner Center, and is neither the App Key nor the app’s name',
			undefined,
			'credentialFields',
		);
	}
	if (credentials.customEndpoints) checkEndpoints(endpointsOf(credentials));
}

function checkEndpoints({ authorizeUrl, authUrl, apiUrl }: Endpoints): void {
	const named = { 'Authorize URL': authorizeUrl, 'Auth URL': authUrl, 'API URL': apiUrl };
	for (const [name, url] of Object.entries(named)) {
		if (/^https?:\/\/[^\s?#\\]+$/i.test(url) && URL.canParse(url)) continue;
		throw new InputError(
			`${name} is not a web address: it begins with https:// and has no blanks, ? or # in it`,
			undefined,
			'credentialFields',
		);
	}
}

/**
 * Finds the authorization code in what was pasted: the bare code, or the address TikTok redirected to.
 *
 * @returns '' where nothing was pasted
 * @throws TikTokShopError for a declined authorization; InputError for an address without code or state, or with another credential's state
 * @see doc page authorization-overview-202407
 */
export function findCode(credentials: TikTokShopCredentials): string {
	const pasted = (credentials.authorizationCode ?? '').trim();
	if (pasted === '') return '';
	if (/^(?!code=)[^?&/]+$/.test(pasted)) {
		if (pasted === 'null') throw explainFor(credentials, 'authorizationDenied');
		return pasted;
	}
	const parameters = parametersIn(pasted);
	const code = parameters.get('code');
	if (parameters.get('error') === 'auth_denied' || code === 'null')
		throw explainFor(credentials, 'authorizationDenied');
	const again = `Open ${authorizeAddress(credentials)} and paste the whole address you are sent to.`;
	if (!code) {
		throw new InputError(
			`Authorization Code holds an address without a code. ${again}`,
			undefined,
			'authorizationCode',
		);
	}
	// It was accepted once; a new App Secret or Service ID has changed the state since.
	if (wasUsed(credentials, code)) return code;
	const state = parameters.get('state');
	if (!state) {
		throw new InputError(
			`The pasted address has no state, so it does not come from this credential’s authorize address (TikTok’s app store sends sellers without one). ${again} If you know where it comes from, paste only its code.`,
			undefined,
			'authorizationState',
		);
	}
	if (!isSame(state, stateOf(credentials))) {
		throw new InputError(
			`The pasted address was made for another credential or app (its state differs). ${again}`,
			undefined,
			'authorizationState',
		);
	}
	return code;
}

const parametersIn = (address: string) =>
	new URLSearchParams(address.replace(/^[^?]*\?/, '').replace(/#.*$/, ''));

const explainFor = (credentials: TikTokShopCredentials, kind: FailureKind, failure?: Failure) =>
	explain({ message: '', ...failure, authorizeUrl: authorizeAddress(credentials) }, kind);

const fingerprintOfCode = ({ appKey }: TikTokShopCredentials, code: string) =>
	fingerprint(appKey, code).slice(0, 16);

/** A pasted code stays in the form when later ones come by the connect link, so several are remembered. */
const CODES_REMEMBERED = 10;

const usedBefore = ({ usedCodes }: TikTokShopCredentials) =>
	(usedCodes ?? '').split(',').filter(Boolean);

const wasUsed = (credentials: TikTokShopCredentials, code: string) =>
	usedBefore(credentials).includes(fingerprintOfCode(credentials, code));

const usedWith = (credentials: TikTokShopCredentials, code: string) =>
	[...usedBefore(credentials), fingerprintOfCode(credentials, code)]
		.slice(-CODES_REMEMBERED)
		.join(',');

/**
 * What counts as used once another authorization takes the place of the pasted one, so that the pasted one cannot undo
 * it later.
 */
export function usedCodesWithPasted(credentials: TikTokShopCredentials): string {
	const pasted = (credentials.authorizationCode ?? '').trim();
	const code = parametersIn(pasted).get('code') ?? pasted;
	return code === '' ? (credentials.usedCodes ?? '') : usedWith(credentials, code);
}

/** Whether a pasted code waits that was never exchanged. */
export function hasUnusedCode(credentials: TikTokShopCredentials): boolean {
	const code = findCode(credentials);
	return code !== '' && !wasUsed(credentials, code);
}

/**
 * Whether the stored access token must be exchanged or renewed before the next request.
 *
 * @param atSeconds - Unix seconds, by our own clock
 */
export function needsRenewal(
	credentials: TikTokShopCredentials,
	atSeconds = nowSeconds(),
): boolean {
	return !isConnected(credentials) || hasUnusedCode(credentials) || expires(credentials, atSeconds);
}

function isConnected(credentials: TikTokShopCredentials): boolean {
	return Boolean(credentials.accessToken) && credentials.connectedAppKey === credentials.appKey;
}

function expires(credentials: TikTokShopCredentials, atSeconds: number): boolean {
	const { accessTokenIssuedAt = 0, accessTokenExpiresAt = 0 } = credentials;
	// A tenth of a short life, so that a token that lives for minutes is not renewed at every request.
	const ahead = Math.min(AHEAD_SECONDS, (accessTokenExpiresAt - accessTokenIssuedAt) / 10);
	return atSeconds >= accessTokenExpiresAt - ahead;
}

/**
 * The handshake n8n runs as `preAuthentication`: exchanges an unused code, else renews the access token. n8n also
 * calls it after any 401; a token that still works is then kept, because the refusal had another cause.
 *
 * @param http - n8n's request helper
 * @param credentials - as stored; an empty access token asks for new tokens in any case
 * @returns what n8n stores in the credential
 * @throws TikTokShopError, InputError with the address to open where a person has to act
 */
export async function obtainTokens(
	http: HttpRequest,
	credentials: TikTokShopCredentials,
): Promise<StoredTokens> {
	const outcome = await outcomeOf(async () => await exchangeOrRenew(http, credentials));
	if (outcome.error === undefined) return outcome.value;
	failures.set(credentials, outcome.error);
	throw outcome.error;
}

const failures = new WeakMap<object, Error>();

/** Why tokens could not be obtained for these credentials: some versions of n8n pass on only the words of an error. */
export const failureFor = (credentials: TikTokShopCredentials) => failures.get(credentials);

async function exchangeOrRenew(
	http: HttpRequest,
	credentials: TikTokShopCredentials,
): Promise<StoredTokens> {
	checkForm(credentials);
	const code = findCode(credentials);
	if (code !== '' && !wasUsed(credentials, code)) {
		return await exchange(http, credentials, code);
	}
	if (!credentials.refreshToken || credentials.connectedAppKey !== credentials.appKey) {
		throw explainFor(credentials, 'notConnected');
	}
	const renewalAsked = credentials.accessToken === '' || expires(credentials, nowSeconds());
	if (!renewalAsked && (await stillWorks(http, credentials))) return keep(credentials);
	return await refresh(http, credentials);
}

function keep(credentials: TikTokShopCredentials): StoredTokens {
	return {
		accessToken: credentials.accessToken,
		refreshToken: credentials.refreshToken ?? '',
		accessTokenIssuedAt: credentials.accessTokenIssuedAt ?? 0,
		accessTokenExpiresAt: credentials.accessTokenExpiresAt ?? 0,
		refreshTokenExpiresAt: credentials.refreshTokenExpiresAt ?? 0,
		openId: credentials.openId ?? '',
		sellerName: credentials.sellerName ?? '',
		sellerRegion: credentials.sellerRegion ?? '',
		grantedScopes: credentials.grantedScopes ?? '',
		usedCodes: credentials.usedCodes ?? '',
		connectedAppKey: credentials.connectedAppKey ?? '',
	};
}

const remembered = new Map<string, { answer: Promise<StoredTokens>; at: number }>();

/** Names an answer in memory so that no other app, secret or server is given it. */
function keyOf(credentials: TikTokShopCredentials, ...more: string[]): string {
	const { appKey, appSecret } = credentials;
	const { authUrl, apiUrl } = endpointsOf(credentials);
	return fingerprint(authUrl, apiUrl, appKey, appSecret, ...more);
}

/**
 * Runs one request to the auth host for all who ask for the same thing, also for those who ask a little later with the
 * old tokens: codes and refresh tokens work only once, and n8n does not serialise executions.
 */
async function once(key: string, ask: () => Promise<StoredTokens>): Promise<StoredTokens> {
	const now = DateTime.now().toMillis();
	for (const [oldKey, { at }] of remembered)
		if (now - at > REMEMBERED_MS) remembered.delete(oldKey);
	const known = remembered.get(key);
	if (known !== undefined) return await known.answer;
	const answer = ask();
	remembered.set(key, { answer, at: now });
	const outcome = await outcomeOf(async () => await answer);
	if (outcome.error === undefined) return outcome.value;
	// A refusal stays true; anything else (network, TikTok down) deserves another try.
	const refused =
		outcome.error instanceof TikTokShopError &&
		['codeRefused', 'wrongUser'].includes(outcome.error.kind);
	if (!refused) remembered.delete(key);
	throw outcome.error;
}

async function exchange(
	http: HttpRequest,
	credentials: TikTokShopCredentials,
	code: string,
): Promise<StoredTokens> {
	const { refreshToken = '', usedCodes = '', onlyOpenId = '', exchangeId = '' } = credentials;
	// A code works once. Another credential of the app has another past, and is sent to TikTok to be refused.
	const past = [refreshToken, usedCodes, onlyOpenId, exchangeId];
	return await once(keyOf(credentials, 'code', code, ...past), async () => {
		const data = await askForTokens(http, credentials, 'get', {
			auth_code: code,
			grant_type: 'authorized_code',
		});
		if (Number(data.user_type ?? SELLER_USER_TYPE) !== SELLER_USER_TYPE) {
			const account = Number(data.user_type) === 1 ? 'creator' : 'partner';
			throw new TikTokShopError(
				'wrongUser',
				`A ${account} account was authorized, not a seller`,
				`This package works with the seller’s account. Sign out on TikTok’s pages, let the owner of the shop open ${authorizeAddress(credentials)} and accept.`,
			);
		}
		if (onlyOpenId !== '' && onlyOpenId !== data.open_id) {
			throw explainFor(credentials, 'otherSeller');
		}
		return toStoredTokens(credentials, data, usedWith(credentials, code));
	});
}

async function refresh(
	http: HttpRequest,
	credentials: TikTokShopCredentials,
): Promise<StoredTokens> {
	const { refreshToken = '', refreshTokenExpiresAt } = credentials;
	if (refreshTokenExpiresAt && refreshTokenExpiresAt <= nowSeconds())
		throw explainFor(credentials, 'authorizationExpired');
	const key = keyOf(credentials, 'refresh', refreshToken);
	const tokens = await once(key, async () => {
		const data = await askForTokens(http, credentials, 'refresh', {
			refresh_token: refreshToken,
			grant_type: 'refresh_token',
		});
		return toStoredTokens(credentials, data, credentials.usedCodes ?? '');
	});
	// Where the refresh token stays the same, it has to lead to a new access token the next time.
	if (tokens.refreshToken === refreshToken) remembered.delete(key);
	return tokens;
}

function toStoredTokens(
	credentials: TikTokShopCredentials,
	data: IDataObject,
	usedCodes: string,
): StoredTokens {
	const scopes = Array.isArray(data.granted_scopes)
		? data.granted_scopes.map(String).join(',')
		: undefined;
	return {
		accessToken: text(data.access_token),
		refreshToken: text(data.refresh_token) || (credentials.refreshToken ?? ''),
		accessTokenIssuedAt: nowSeconds(),
		accessTokenExpiresAt: Number(data.access_token_expire_in) || nowSeconds() + USUAL_LIFE_SECONDS,
		refreshTokenExpiresAt: Number(data.refresh_token_expire_in) || 0,
		openId: text(data.open_id) || (credentials.openId ?? ''),
		sellerName: text(data.seller_name) || (credentials.sellerName ?? ''),
		sellerRegion: text(data.seller_base_region) || (credentials.sellerRegion ?? ''),
		grantedScopes: scopes ?? credentials.grantedScopes ?? '',
		usedCodes,
		connectedAppKey: credentials.appKey,
	};
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** @see doc page authorization-overview-202407 */
async function askForTokens(
	http: HttpRequest,
	credentials: TikTokShopCredentials,
	what: 'get' | 'refresh',
	parameters: Record<string, string>,
): Promise<IDataObject> {
	const { authUrl } = endpointsOf(credentials);
	const request: IHttpRequestOptions = {
		method: 'GET',
		url: `${authUrl}/api/v2/token/${what}`,
		qs: {
			app_key: credentials.appKey.trim(),
			app_secret: credentials.appSecret.trim(),
			...parameters,
		},
		timeout: TOKEN_TIMEOUT_MS,
		...AS_TEXT,
	};
	const answer = await askPatiently(http, request);
	const { envelope } = answer;
	if (envelope?.code === 0 && isObject(envelope.data) && text(envelope.data.access_token)) {
		return envelope.data;
	}
	const failure: Failure = {
		code: envelope?.code,
		message: envelope?.message ?? '',
		requestId: envelope?.requestId,
		httpStatus: answer.httpStatus,
		authorizeUrl: authorizeAddress(credentials),
	};
	throw refusal(what, failure);
}

/** Repeats only what surely was not carried out, since a code works once and a refresh may rotate the token. */
async function askPatiently(http: HttpRequest, request: IHttpRequestOptions) {
	for (let attempt = 1; ; attempt++) {
		const outcome = await outcomeOf(
			async () => await inTime(http({ ...request }), LONGEST_TOKEN_ANSWER_MS),
		);
		if (outcome.error !== undefined) {
			const lost = connectionErrorFrom(outcome.error);
			if (lost === undefined) throw withoutRequest(outcome.error);
			if (lost.sent || attempt >= MOST_ATTEMPTS) throw lost;
			await sleep(attempt * 500);
			continue;
		}
		const answer = readAnswer(outcome.value as IN8nHttpFullResponse);
		const busy = answer.httpStatus === 429 || answer.httpStatus === 503;
		if (!busy || attempt >= MOST_ATTEMPTS) return answer;
		await sleep(Math.min(LONGEST_WAIT_SECONDS, answer.retryAfterSeconds ?? attempt) * 1000);
	}
}

// The docs list no codes for the auth host, so a refusal is told apart by words where they say enough.
function refusal(what: 'get' | 'refresh', failure: Failure): TikTokShopError {
	if (kindOf(failure) === 'redirect') return explain(failure);
	// A success without an access token is no success.
	if (failure.code === undefined || failure.code === 0) {
		return explain(failure, (failure.httpStatus ?? 0) >= 500 ? 'unavailable' : 'answerUnreadable');
	}
	if (/app[_ ]?(key|secret)/i.test(failure.message)) {
		return explain(failure, 'appKey');
	}
	const explained = explain(failure);
	if (
		['rateLimit', 'unavailable', 'internal', 'timeout', 'ipAllowList', 'clock'].includes(
			explained.kind,
		)
	)
		return explained;
	return explain(failure, what === 'refresh' ? 'authorizationExpired' : 'codeRefused');
}

/**
 * Asks TikTok whether the access token works, to tell a dead token from a refusal with another cause: refreshing for a
 * bad signature would burn a refresh token each time.
 *
 * @throws TikTokShopError where the probe shows the real cause (signature, clock, App Key, IP allow list)
 */
async function stillWorks(http: HttpRequest, credentials: TikTokShopCredentials): Promise<boolean> {
	const { apiUrl } = endpointsOf(credentials);
	const path = '/authorization/202309/shops';
	const { appKey, appSecret } = credentials;
	const request: IHttpRequestOptions = {
		method: 'GET',
		url: apiUrl + path,
		qs: signedQuery({ appKey, appSecret, path, atSeconds: nowSeconds() }),
		headers: { 'x-tts-access-token': credentials.accessToken, 'content-type': 'application/json' },
		timeout: TOKEN_TIMEOUT_MS,
		...AS_TEXT,
	};
	const { envelope, httpStatus } = await askPatiently(http, request);
	if (envelope === undefined || envelope.code === 0) return true;
	const failure = explain({ ...envelope, httpStatus, authorizeUrl: authorizeAddress(credentials) });
	if (['accessTokenExpired', 'token'].includes(failure.kind)) return false;
	if (['signature', 'clock', 'appKey', 'ipAllowList'].includes(failure.kind)) throw failure;
	return true;
}
