import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedRequest {
	/** The path exactly as it stood in the request line. */
	path: string;
	/** Decoded name and value pairs. */
	query: Iterable<readonly [string, string]>;
	/** The raw bytes; left out for multipart requests. */
	body?: Uint8Array | string;
}

const UNSIGNED = new Set(['sign', 'access_token']);

function byBytes(a: readonly [string, string], b: readonly [string, string]): number {
	return Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]));
}

/** The hexadecimal sum a request must carry in `sign` (sign-your-api-request). */
export function requestSignature(appSecret: string, request: SignedRequest): string {
	const sum = createHmac('sha256', appSecret);
	sum.update(appSecret).update(request.path);
	const pairs = [...request.query].filter(([name]) => !UNSIGNED.has(name)).sort(byBytes);
	for (const [name, value] of pairs) sum.update(name).update(value);
	if (request.body !== undefined) sum.update(request.body);
	return sum.update(appSecret).digest('hex');
}

/** The Authorization header of a webhook: nothing but app key and body is covered by it. */
export function webhookSignature(appKey: string, appSecret: string, rawBody: string): string {
	return createHmac('sha256', appSecret).update(appKey).update(rawBody).digest('hex');
}

export function sameSignature(expected: string, actual: string): boolean {
	const a = Buffer.from(expected);
	const b = Buffer.from(actual);
	return a.length === b.length && timingSafeEqual(a, b);
}
