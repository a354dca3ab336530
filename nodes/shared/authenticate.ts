import { DateTime } from 'luxon';
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { isObjectEmpty } from 'n8n-workflow';

import { InputError } from './errors';
import { isObject } from './http';
import { endpointsOf } from './markets';
import { checkForm, needsRenewal, type TikTokShopCredentials } from './oauth';
import { signedQuery } from './signing';

/** A request as n8n hands it over: the legacy helper of the HTTP Request node names some things otherwise. */
export type RequestOptions = IHttpRequestOptions & {
	uri?: string;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
};

/** Looks like a 401 to n8n, which then runs preAuthentication and comes back, before a request was wasted. */
export class TokensNeeded extends Error {
	readonly response = { status: 401 };
}

/** What an earlier signing left behind: n8n sends a request again after a 401 with these still in it. */
const SIGNED_BEFORE = ['sign', 'timestamp', 'app_key', 'access_token'];

/**
 * Signs a request of n8n's, for the nodes of this package, the HTTP Request node and the credential test alike. What is
 * signed is what goes on the wire: the query becomes strings, the body is serialised once.
 *
 * @param options - the request, perhaps one that was signed before
 * @returns the signed request, as a new object
 * @throws InputError for an address outside of the credential's API host: it must not receive the token
 * @throws TokensNeeded where the access token is missing or about to expire
 */
export function authenticate(
	credentials: TikTokShopCredentials,
	options: RequestOptions,
): IHttpRequestOptions {
	checkForm(credentials);
	if (needsRenewal(credentials)) throw new TokensNeeded('The access token has to be renewed');
	const { url, parameters } = address(credentials, options);
	const { body, contentType } = serialiseBody(options);
	const query = signedQuery({
		appKey: credentials.appKey,
		appSecret: credentials.appSecret,
		path: url.pathname,
		parameters,
		body: typeof body === 'string' && !isMultipart(contentType) ? body : undefined,
		atSeconds: Math.floor(DateTime.now().toSeconds()),
	});
	const signed: RequestOptions = {
		...options,
		url: url.origin + url.pathname,
		qs: query,
		headers: {
			...withoutOwnHeaders(options.headers),
			'x-tts-access-token': credentials.accessToken,
			...(contentType === undefined ? {} : { 'content-type': contentType }),
		},
		// n8n would send the token on to wherever a redirect points.
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
	};
	delete signed.baseURL;
	delete signed.uri;
	delete signed.body;
	if (body !== undefined) signed.body = body;
	return signed;
}

function address(credentials: TikTokShopCredentials, { baseURL, url, uri, qs }: RequestOptions) {
	const { apiUrl } = endpointsOf(credentials);
	const asked = url ?? uri ?? '';
	const absolute = /^[a-z][a-z\d+.-]*:/i.test(asked) ? asked : (baseURL ?? apiUrl) + asked;
	if (!URL.canParse(absolute))
		throw new InputError(`"${absolute}" is not a valid address`, undefined, 'foreignAddress');
	const target = new URL(absolute);
	const home = new URL(apiUrl);
	if (target.origin !== home.origin) {
		throw new InputError(
			`This credential only signs requests to ${home.origin}, not to ${target.origin}`,
			'A TikTok Shop access token must not reach another server. For a proxy or a sandbox set the API URL under Custom Endpoints of the credential.',
			'foreignAddress',
		);
	}
	const parameters: IDataObject = { ...qs };
	for (const name of target.searchParams.keys()) {
		// Own ones only: a parameter may be called "constructor".
		const given = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
		parameters[name] = given ?? target.searchParams.getAll(name).join(',');
	}
	for (const key of SIGNED_BEFORE) delete parameters[key];
	return { url: target, parameters };
}

function serialiseBody(options: RequestOptions): {
	body?: IHttpRequestOptions['body'];
	contentType?: string;
} {
	const { body } = options;
	const given = headerOf(options.headers, 'content-type');
	// TikTok's own SDK signs nothing for an empty object, so nothing is sent for it either.
	const empty =
		body === undefined || body === null || body === '' || (isPlain(body) && isObjectEmpty(body));
	if (empty) return { contentType: 'application/json' };
	// axios trims a JSON text before it sends it.
	if (typeof body === 'string')
		return { body: body.trim(), contentType: given ?? 'application/json' };
	if (isPlain(body) || Array.isArray(body)) {
		return { body: JSON.stringify(body), contentType: 'application/json' };
	}
	return { body, contentType: given };
}

const isMultipart = (contentType: string | undefined) =>
	contentType?.toLowerCase().startsWith('multipart/') ?? false;

// Buffers, streams and form data are objects too, but not plain ones.
function isPlain(body: unknown): body is IDataObject {
	if (!isObject(body)) return false;
	const prototype: unknown = Object.getPrototypeOf(body);
	return prototype === Object.prototype || prototype === null;
}

function headerOf(headers: IDataObject | undefined, name: string): string | undefined {
	const entry = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
	return typeof entry?.[1] === 'string' ? entry[1] : undefined;
}

function withoutOwnHeaders(headers: IDataObject | undefined): IDataObject {
	return Object.fromEntries(
		Object.entries(headers ?? {}).filter(
			([key]) => !['x-tts-access-token', 'content-type'].includes(key.toLowerCase()),
		),
	);
}
