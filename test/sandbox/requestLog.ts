import type { FaultKind } from './faults';

export interface LoggedRequest {
	/** Unix milliseconds on the sandbox's clock. */
	at: number;
	method: string;
	path: string;
	/** Decoded values, secrets masked. */
	query: Record<string, string>;
	headers: Record<string, string>;
	body: string;
	/** HTTP status of the answer, 0 when the connection was cut. */
	status: number;
	/** `code` of the answer, undefined where it had none. */
	code?: number;
	operation?: string;
	/** The fault that struck. */
	fault?: FaultKind;
}

const SECRET = new Set(['app_secret', 'access_token', 'refresh_token', 'auth_code']);
const HEADERS = ['content-type', 'user-agent', 'x-tts-access-token', 'host', 'accept'];

function mask(value: string): string {
	return value.length <= 8 ? '…' : `${value.slice(0, 4)}…`;
}

export function maskedQuery(query: URLSearchParams): Record<string, string> {
	return Object.fromEntries(
		[...query].map(([name, value]) => [name, SECRET.has(name) ? mask(value) : value]),
	);
}

export function keptHeaders(
	headers: Record<string, string | string[] | undefined>,
): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const name of HEADERS) {
		const value = headers[name];
		if (typeof value === 'string') kept[name] = name === 'x-tts-access-token' ? mask(value) : value;
	}
	return kept;
}
