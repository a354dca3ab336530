import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { explain, InputError, kindOf, TikTokShopError } from './errors';
import { incompleteError, type FindGap } from './gaps';
import { AS_TEXT, ConnectionError, inTime, readAnswer, withoutRequest, type Answer } from './http';
import { endpointsOf } from './markets';
import {
	authorizeAddress,
	failureFor,
	needsRenewal,
	type TikTokShopCredentials,
	usedCodesWithPasted,
} from './oauth';
import { outcomeOf } from './outcome';
import { inPlace } from './rateLimit';
import { InDoubt, mayBeDone, mayRepeat, waitBefore } from './repeat';
import type { ScopeKey } from './scopes';
import type { QueryValue } from './signing';
import { asText } from './text';

export const CREDENTIAL = 'tikTokShopApi';

/** Every kind of n8n context that can send requests. */
export type Context =
	IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions;

/** One request to the Open API. */
export interface ApiRequest {
	method: IHttpRequestMethods;
	/** The path with its placeholders, for instance /product/202309/products/{product_id}: it names the endpoint. */
	path: string;
	pathParameters?: Record<string, string>;
	query?: Record<string, QueryValue>;
	body?: IDataObject;
	/** A multipart body and its content type, sent instead of `body` and not signed. */
	upload?: { body: Buffer; contentType: string };
	shopCipher?: string;
	/** Whether the answer may be a file instead of TikTok's envelope. */
	wantsFile?: boolean;
	/** The action as n8n shows it, for error messages. */
	action: string;
	scopes: readonly ScopeKey[];
	/** Whether sending it twice does what sending it once does: reads, writes with an idempotency key, absolute values. */
	repeatable: boolean;
	/** For a write: what to do where nobody knows whether it was carried out. Only a read is sure to be answered with data. */
	inDoubt?: string;
	/** An answer of a read with a gap is asked for again. */
	findGap?: FindGap;
}

/** What came back: TikTok's `data` and the request_id to quote to TikTok's support. */
export interface ApiAnswer {
	data: IDataObject;
	requestId?: string;
	/** The bytes that came instead of an envelope, where a file was wanted. */
	file?: { data: Buffer; mimeType: string };
}

/** The connection of one node run: one credential, its requests and its renewals. */
export interface Client {
	/** Sends a request and returns what stands in TikTok's `data`.
	 * @throws TikTokShopError, explained
	 */
	send(request: ApiRequest): Promise<ApiAnswer>;
	/** The credential as it stands now. */
	credentials(): Promise<TikTokShopCredentials>;
	/**
	 * Has new tokens obtained and stored, whatever the state of the present ones.
	 *
	 * @param changes - what the handshake is to find in the credential, a fresh code for instance
	 */
	obtain(changes: Partial<TikTokShopCredentials>): Promise<TikTokShopCredentials>;
}

const TIMEOUT_MS = 60_000;

/** With its repetitions and TikTok's Retry-After. */
const LONGEST_HANDSHAKE_MS = 900_000;

/** Opens the connection that the node's credential describes. */
export function createClient(context: Context): Client {
	let current: Promise<TikTokShopCredentials> | undefined;
	let renewal: Promise<TikTokShopCredentials> | undefined;

	const load = async () => await context.getCredentials<TikTokShopCredentials>(CREDENTIAL);

	const credentials = async () => await (current ??= load());

	/** One renewal for all requests of this run that find the same token dead. */
	async function renew(refused: TikTokShopCredentials): Promise<TikTokShopCredentials> {
		renewal ??= renewed(context, load, refused).finally(() => (renewal = undefined));
		const shared = renewal;
		current = shared;
		const outcome = await outcomeOf(async () => await shared);
		if (outcome.error === undefined) return outcome.value;
		current = undefined;
		throw outcome.error;
	}

	async function send(request: ApiRequest): Promise<ApiAnswer> {
		let used = await credentials();
		if (needsRenewal(used)) used = await renew(used);
		let renewedOnce = false;
		let isInDoubt = false;
		for (let attempt = 1; ; attempt++) {
			const outcome = await attemptOnce(context, used, request);
			if (!(outcome instanceof TikTokShopError)) return outcome;
			if (['accessTokenExpired', 'token'].includes(outcome.kind) && !renewedOnce) {
				renewedOnce = true;
				const latest = await credentials();
				used = latest.accessToken === used.accessToken ? await renew(used) : latest;
				continue;
			}
			isInDoubt ||= mayBeDone(outcome);
			if (!mayRepeat(outcome, attempt, request.repeatable)) {
				const { inDoubt } = request;
				throw isInDoubt && inDoubt !== undefined ? new InDoubt(outcome, inDoubt) : outcome;
			}
			await sleep(waitBefore(attempt, outcome));
		}
	}

	async function obtain(changes: Partial<TikTokShopCredentials>): Promise<TikTokShopCredentials> {
		const stored = await load();
		const usedCodes = usedCodesWithPasted(stored);
		const obtained = await obtainThroughN8n(context, { ...stored, usedCodes, ...changes });
		current = Promise.resolve(obtained);
		return obtained;
	}

	return { send, credentials, obtain };
}

async function renewed(
	context: Context,
	load: () => Promise<TikTokShopCredentials>,
	refused: TikTokShopCredentials,
): Promise<TikTokShopCredentials> {
	// Another execution, or the person in the dialog, may have connected anew since this run loaded the credential.
	const stored = await load();
	if (stored.accessToken !== refused.accessToken && !needsRenewal(stored)) return stored;
	const outcome = await outcomeOf(async () => await obtainThroughN8n(context, stored));
	if (outcome.error === undefined) return outcome.value;
	// Refused perhaps because another process renewed a moment earlier: then its tokens are stored by now.
	const latest = await load();
	if (latest.refreshToken !== stored.refreshToken && !needsRenewal(latest)) return latest;
	throw outcome.error;
}

const PROBE = '/authorization/202309/shops';

/**
 * An empty access token makes n8n run preAuthentication before the request, and store what it returns; there is no other
 * way for a node to have tokens stored. The request itself has to be something harmless.
 */
async function obtainThroughN8n(
	context: Context,
	stored: TikTokShopCredentials,
): Promise<TikTokShopCredentials> {
	const data = { ...stored, accessToken: '' };
	const { apiUrl } = endpointsOf(stored);
	const { error } = await outcomeOf(
		async () =>
			await inTime(
				n8nRequest(context, data, {
					method: 'GET',
					url: apiUrl + PROBE,
					timeout: TIMEOUT_MS,
					...AS_TEXT,
				}),
				LONGEST_HANDSHAKE_MS,
			),
	);
	// The tokens count, not the answer of the probe.
	if (data.accessToken === '')
		throw failureFor(data) ?? withoutRequest(error ?? new Error('n8n stored no access token'));
	return data;
}

async function n8nRequest(
	context: Context,
	data: TikTokShopCredentials,
	options: IHttpRequestOptions,
): Promise<unknown> {
	const { id = '', name = '' } = context.getNode().credentials?.[CREDENTIAL] ?? {};
	return await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL, options, {
		credentialsDecrypted: {
			id: id ?? '',
			name,
			type: CREDENTIAL,
			data: data as unknown as ICredentialDataDecryptedObject,
		},
	});
}

async function attemptOnce(
	context: Context,
	credentials: TikTokShopCredentials,
	request: ApiRequest,
): Promise<ApiAnswer | TikTokShopError> {
	const { appKey } = credentials;
	const endpoint = `${appKey} ${request.shopCipher ?? ''} ${request.method} ${request.path}`;
	const options = toOptions(endpointsOf(credentials).apiUrl, request);
	const outcome = await outcomeOf(
		async () =>
			await inPlace(endpoint, async () => await inTime(n8nRequest(context, credentials, options))),
	);
	if (outcome.error !== undefined) {
		const known = withoutRequest(outcome.error);
		if (known instanceof ConnectionError) return known;
		throw known;
	}
	const response = outcome.value as IN8nHttpFullResponse;
	const file = request.wantsFile ? fileIn(response) : undefined;
	if (file !== undefined) return { data: {}, file };
	return judge(readAnswer(response), request, credentials);
}

/** The file that came; a refusal comes as text or JSON even then, which is put back for reading. */
function fileIn(response: IN8nHttpFullResponse): ApiAnswer['file'] {
	const data = Buffer.from(response.body as ArrayBuffer);
	const mimeType = asText(response.headers['content-type']).split(';')[0]?.trim() ?? '';
	if (response.statusCode < 400 && data.length > 0 && !/json|html/.test(mimeType)) {
		return { data, mimeType };
	}
	response.body = data.toString();
	return undefined;
}

function judge(
	{ envelope, httpStatus, retryAfterSeconds }: Answer,
	{ action, scopes, inDoubt, findGap }: ApiRequest,
	credentials: TikTokShopCredentials,
): ApiAnswer | TikTokShopError {
	if (envelope?.code === 0 && httpStatus < 400) {
		const { data, requestId } = envelope;
		if (inDoubt !== undefined) return { data: data ?? {}, requestId };
		const gap = data === undefined ? 'The answer has no data.' : findGap?.(data);
		return gap === undefined ? { data: data ?? {}, requestId } : incompleteError(gap, requestId);
	}
	const failure = {
		code: envelope?.code,
		message: envelope?.message ?? '',
		requestId: envelope?.requestId,
		httpStatus,
		action,
		scopes,
		grantedScopes: credentials.grantedScopes,
		authorizeUrl: authorizeAddress(credentials),
	};
	const kind = kindOf(failure);
	const unreadable = envelope === undefined && httpStatus < 429 && kind === 'refused';
	const error = explain(failure, unreadable ? 'answerUnreadable' : kind);
	return Object.assign(error, { retryAfterSeconds });
}

function toOptions(apiUrl: string, request: ApiRequest): IHttpRequestOptions {
	const { method, path, pathParameters = {}, query, body, upload, shopCipher } = request;
	const options: IHttpRequestOptions = {
		method,
		url: apiUrl + fillPath(path, pathParameters),
		qs: {
			...query,
			...(shopCipher === undefined ? {} : { shop_cipher: shopCipher }),
		},
		timeout: TIMEOUT_MS,
		...AS_TEXT,
		...(request.wantsFile ? { encoding: 'arraybuffer' as const } : {}),
	};
	if (upload !== undefined) {
		options.body = upload.body;
		options.headers = { 'content-type': upload.contentType };
	} else if (body !== undefined) {
		options.body = body;
	}
	return options;
}

/**
 * Puts ids into a path.
 *
 * @throws InputError where a value could lead to another endpoint: anything but letters, digits, dash and underscore
 */
export function fillPath(path: string, parameters: Record<string, string>): string {
	return path.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = parameters[name] ?? '';
		if (/^[\w-]{1,128}$/.test(value)) return value;
		throw new InputError(
			value === '' ? `The ${inWords(name)} is empty` : `"${value}" is not a valid ${inWords(name)}`,
			'An ID has only digits (sometimes letters) and no blanks or other signs. Choose from the list, or copy the ID from Seller Center.',
		);
	});
}

const inWords = (name: string) => name.replace(/_id$/, ' ID').replace(/_/g, ' ');
