import { createHmac, timingSafeEqual } from 'crypto';

/** A value that can stand in a query: arrays are joined with commas, as TikTok's own SDK does. */
export type QueryValue = string | number | boolean | null | undefined | QueryValue[] | object;

/** A query ready for the wire: what is signed is what is sent. */
export type Query = Record<string, string>;

const NOT_SIGNED = new Set(['sign', 'access_token']);

/**
 * Turns query values into the strings that are signed and sent. Absent values (null, undefined) are left out.
 *
 * @param values - parameters by name; objects become JSON
 */
export function toQuery(values: Record<string, QueryValue>): Query {
	const query: Query = {};
	for (const [key, value] of Object.entries(values)) {
		if (value === undefined || value === null) continue;
		query[key] = toText(value);
	}
	return query;
}

function toText(value: Exclude<QueryValue, null | undefined>): string {
	if (Array.isArray(value)) return value.map((entry: QueryValue) => toText(entry ?? '')).join(',');
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * Signs a request to the TikTok Shop Open API.
 *
 * @param request.appSecret - the app secret, key of the HMAC and frame of the message
 * @param request.path - the path of the URL as sent, without host and query
 * @param request.query - the query as sent; `sign` and `access_token` are passed over
 * @param request.body - the exact body text as sent; leave it out for multipart/form-data and when no body is sent
 * @returns 64 lower case hex digits
 * @see doc page sign-your-api-request
 */
export function signRequest(request: {
	appSecret: string;
	path: string;
	query: Query;
	body?: string;
}): string {
	const { appSecret, path, query, body = '' } = request;
	// The default sort compares code units: upper before lower case, a1 before a10, as TikTok does.
	let parameters = '';
	for (const key of Object.keys(query).sort()) {
		if (!NOT_SIGNED.has(key)) parameters += key + query[key];
	}
	return createHmac('sha256', appSecret)
		.update(appSecret + path + parameters)
		.update(body)
		.update(appSecret)
		.digest('hex');
}

/**
 * The complete query of a signed request: the parameters, App Key, time and signature.
 *
 * @param request.parameters - without the three that are added here
 * @param request.body - as in signRequest
 * @param request.atSeconds - Unix seconds; TikTok accepts 5 minutes in the past to 30 seconds in the future (doc page common-parameters)
 */
export function signedQuery(request: {
	appKey: string;
	appSecret: string;
	path: string;
	parameters?: Record<string, QueryValue>;
	body?: string;
	atSeconds: number;
}): Query {
	const { appKey, appSecret, path, parameters, body, atSeconds } = request;
	const query = toQuery({ ...parameters, app_key: appKey.trim(), timestamp: atSeconds });
	return { ...query, sign: signRequest({ appSecret: appSecret.trim(), path, query, body }) };
}

/**
 * Checks the signature of a webhook in constant time.
 *
 * @param webhook.rawBody - the body's bytes as they arrived, before any parsing
 * @param webhook.signature - the Authorization header
 * @see doc page tts-webhooks-overview
 */
export function isWebhookGenuine(webhook: {
	appKey: string;
	appSecret: string;
	rawBody: Buffer;
	signature: string | undefined;
}): boolean {
	const expected = createHmac('sha256', webhook.appSecret)
		.update(webhook.appKey)
		.update(webhook.rawBody)
		.digest('hex');
	return isSame((webhook.signature ?? '').toLowerCase(), expected);
}

/** Compares in constant time: how long it takes says nothing about where two texts of the same length differ. */
export function isSame(given: string, expected: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(expected)];
	return a.length === b.length && timingSafeEqual(a, b);
}
