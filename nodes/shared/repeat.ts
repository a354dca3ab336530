import { TikTokShopError } from './errors';
import type { FailureKind } from './explanations';
import { ConnectionError } from './http';

const MOST_ATTEMPTS = 5;

const LONGEST_WAIT_MS = 60_000;

const FIRST_WAIT_MS = 500;

/** TikTok surely did not carry these out, so even a write may be repeated. */
const NOT_CARRIED_OUT: FailureKind[] = ['rateLimit'];

/** TikTok may have carried these out, so only what may happen twice is repeated. */
const UNCERTAIN: FailureKind[] = [
	'documentPending',
	'unavailable',
	'internal',
	'timeout',
	'network',
	'answerUnreadable',
];

const neverLeft = (error: TikTokShopError) => error instanceof ConnectionError && !error.sent;

/** Whether TikTok may have carried out the request although it failed. */
export function mayBeDone(error: TikTokShopError): boolean {
	return UNCERTAIN.includes(error.kind) && !neverLeft(error);
}

/**
 * Whether a request that failed is sent again.
 *
 * @param attempt - which one failed, counted from 1
 * @param repeatable - whether sending it twice does what sending it once does
 */
export function mayRepeat(error: TikTokShopError, attempt: number, repeatable: boolean): boolean {
	if (attempt >= MOST_ATTEMPTS) return false;
	return repeatable
		? [...NOT_CARRIED_OUT, ...UNCERTAIN].includes(error.kind)
		: NOT_CARRIED_OUT.includes(error.kind) || neverLeft(error);
}

/**
 * How long to wait before the next attempt, in milliseconds: exponential with jitter, as TikTok advises (doc page
 * rate-limits); its own Retry-After comes first.
 */
export function waitBefore(
	attempt: number,
	error: TikTokShopError & { retryAfterSeconds?: number },
): number {
	const backOff = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
	const asked = (error.retryAfterSeconds ?? 0) * 1000;
	return Math.min(LONGEST_WAIT_MS, Math.max(backOff, asked));
}

/** A write whose answer was lost, so that nobody knows whether TikTok carried it out. */
export class InDoubt extends TikTokShopError {
	/**
	 * @param advice - what to do, depending on the write
	 */
	constructor(error: TikTokShopError, advice: string) {
		const { kind, message, tikTokCode: code, requestId, httpStatus } = error;
		const reason = error instanceof ConnectionError ? ` (${error.code})` : '';
		const lost = `No clear answer came${reason}, so nobody knows whether TikTok Shop carried this out.`;
		super(kind, message, `${lost} ${advice}`, { code, message: '', requestId, httpStatus });
	}
}
