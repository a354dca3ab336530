import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { findKnown, TikTokShopError } from './errors';
import { causesOf } from './outcome';
import { asText } from './text';

/** TikTok's envelope around every answer. */
export interface Envelope {
	code: number;
	message: string;
	requestId?: string;
	/** Undefined where there was no object. */
	data?: IDataObject;
}

/** An answer as it came: HTTP status, headers and, where the body was readable, the envelope. */
export interface Answer {
	httpStatus: number;
	retryAfterSeconds?: number;
	envelope?: Envelope;
}

/**
 * Options every request shares: the body comes as text and every status as an answer, so that we read both ourselves. A
 * redirect is an answer too: followed, it would take token or app secret to another host.
 */
export const AS_TEXT: Pick<
	IHttpRequestOptions,
	'disableFollowRedirect' | 'encoding' | 'returnFullResponse' | 'ignoreHttpStatusErrors'
> = {
	disableFollowRedirect: true,
	encoding: 'text',
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
};

// A string that never ends counts as one: else every quote in it would be tried as a beginning.
const STRING_OR_LONG_INTEGER = /"[^"\\]*(?:\\.[^"\\]*)*"?|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

const HAS_LONG_INTEGER = /[:,[]\s*-?\d{16}/;

/**
 * Parses JSON, keeping integers of 16 digits and more as strings: TikTok's ids are longer than a JavaScript number is exact.
 *
 * @throws SyntaxError if the text is no JSON
 */
export function parseJson(text: string): unknown {
	if (!HAS_LONG_INTEGER.test(text)) return JSON.parse(text);
	return JSON.parse(
		text.replace(STRING_OR_LONG_INTEGER, (found) => (found.startsWith('"') ? found : `"${found}"`)),
	);
}

/** As parseJson, but undefined for a text that is no JSON. */
export function tryJson(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}

/** Reads an HTTP answer into status, Retry-After and envelope. */
export function readAnswer(response: IN8nHttpFullResponse): Answer {
	return {
		httpStatus: response.statusCode,
		retryAfterSeconds: readRetryAfter(response.headers['retry-after']),
		envelope: readEnvelope(response.body),
	};
}

function readRetryAfter(header: unknown): number | undefined {
	if (typeof header !== 'string' || header.trim() === '') return undefined;
	const seconds = Number(header);
	const wait = Number.isNaN(seconds) ? (Date.parse(header) - Date.now()) / 1000 : seconds;
	return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function readEnvelope(body: unknown): Envelope | undefined {
	if (typeof body !== 'string') return undefined;
	const parsed = tryJson(body);
	if (!isObject(parsed) || !/^-?\d+$/.test(asText(parsed.code))) return undefined;
	return {
		code: Number(parsed.code),
		message: asText(parsed.message),
		requestId: asText(parsed.request_id) || undefined,
		data: isObject(parsed.data) ? parsed.data : undefined,
	};
}

/** Whether a value is an object that is neither null nor an array. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The codes of connections that were refused before a request could leave, so that even a write may be repeated. */
const NEVER_SENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ENETUNREACH',
	'EHOSTUNREACH',
]);

/** Codes of certificates that were refused before a request could leave. */
const BAD_CERTIFICATE = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/** A connection that failed; `sent` tells whether TikTok may have received the request. */
export class ConnectionError extends TikTokShopError {
	constructor(
		readonly code: string,
		readonly sent: boolean,
	) {
		super(
			'network',
			'TikTok Shop cannot be reached',
			`The connection failed (${code}). Check the network, proxy and firewall of the n8n server, then try again.`,
		);
	}
}

/** Codes of Node.js, zlib and axios for connections that failed, not for mistakes in a program. */
const CONNECTION_CODE =
	/^(E(?!RR_)[A-Z_]+|ERR_(NETWORK|BAD_RESPONSE|TLS_[A-Z_]+|SSL_[A-Z_]+)|CERT_[A-Z_]+|DEPTH_ZERO[A-Z_]*|SELF_SIGNED[A-Z_]*|UNABLE_TO_[A-Z_]+|Z_[A-Z_]+|HPE_[A-Z_]+|UND_ERR_[A-Z_]+)$/;

/**
 * Turns what n8n's HTTP helper throws into a failure of ours, leaving the request (and the secrets in it) behind.
 *
 * @returns undefined where the error is not about a connection
 */
export function connectionErrorFrom(error: unknown): ConnectionError | undefined {
	for (const current of causesOf(error)) {
		// Some versions of n8n drop the cause and keep only its code, as httpCode.
		const { code, httpCode } = current as { code?: unknown; httpCode?: unknown };
		const reason = [code, httpCode].find(
			(given) => typeof given === 'string' && CONNECTION_CODE.test(given),
		);
		if (typeof reason !== 'string') continue;
		return new ConnectionError(reason, !NEVER_SENT.has(reason) && !BAD_CERTIFICATE.test(reason));
	}
	return undefined;
}

/** How long an answer may take in all, files left out. */
const LONGEST_ANSWER_MS = 120_000;

/**
 * Waits for an answer, but not for ever. The timeout of n8n's HTTP helper ends silence, not an answer that comes a few
 * bytes at a time, and a compressed answer that is broken is never heard of again.
 *
 * @throws ConnectionError when the time is over
 */
export async function inTime<T>(answer: Promise<T>, mostMs = LONGEST_ANSWER_MS): Promise<T> {
	const deadline = AbortSignal.timeout(mostMs);
	return await new Promise((resolve, reject) => {
		const giveUp = () => reject(new ConnectionError('ETIMEDOUT', true));
		deadline.addEventListener('abort', giveUp, { once: true });
		answer.then(resolve, reject).finally(() => deadline.removeEventListener('abort', giveUp));
	});
}

/** What of an error from n8n's HTTP helper may be shown: an explained one, or its words without the request it carries. */
export function withoutRequest(error: Error): Error {
	return findKnown(error) ?? connectionErrorFrom(error) ?? new Error(error.message);
}
