import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IHttpRequestOptions, INode } from 'n8n-workflow';

import type { TikTokShopCredentials } from '../../nodes/shared/oauth';

export const nowSeconds = () => Math.floor(Date.now() / 1000);

/** What the person filled in, before any handshake. */
export function form(changes: Partial<TikTokShopCredentials> = {}): TikTokShopCredentials {
	return {
		appKey: '6abcdefghij',
		appSecret: 'very-secret-app-secret',
		serviceId: '7172610000000000000',
		market: 'GB',
		authorizationCode: '',
		accessToken: '',
		...changes,
	};
}

/** A connection that works for another week. */
export function connection(changes: Partial<TikTokShopCredentials> = {}): TikTokShopCredentials {
	return form({
		accessToken: 'TTP_access',
		refreshToken: 'TTP_refresh',
		accessTokenIssuedAt: nowSeconds(),
		accessTokenExpiresAt: nowSeconds() + 7 * 24 * 3600,
		refreshTokenExpiresAt: nowSeconds() + 365 * 24 * 3600,
		connectedAppKey: '6abcdefghij',
		...changes,
	});
}

export const node: INode = {
	id: 'node',
	name: 'TikTok Shop',
	type: 'tikTokShop',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

export function reference<T>(name: string): T {
	return JSON.parse(
		readFileSync(join(__dirname, '../sandbox/reference', `${name}.json`), 'utf8'),
	) as T;
}

interface Reply {
	status?: number;
	headers?: Record<string, string>;
	body: unknown;
}

/** A server that gives its replies one after the other, the last one again and again; an Error is thrown. */
export function fakeHttp(...replies: Array<Reply | Error>) {
	const requests: IHttpRequestOptions[] = [];
	const http = async (options: IHttpRequestOptions): Promise<unknown> => {
		const reply = replies[Math.min(requests.length, replies.length - 1)];
		requests.push(options);
		await Promise.resolve();
		if (reply === undefined) throw new Error('There is no reply');
		if (reply instanceof Error) throw reply;
		const { status = 200, headers = {}, body } = reply;
		return {
			statusCode: status,
			headers,
			body: typeof body === 'string' ? body : JSON.stringify(body),
		};
	};
	return { http, requests };
}

/** The error that the work ends with. */
export async function failureOf(work: () => unknown): Promise<Error> {
	try {
		await work();
	} catch (error) {
		if (error instanceof Error) return error;
		throw new Error('What was thrown is no Error', { cause: error });
	}
	throw new Error('Nothing was thrown');
}

export function networkError(code: string, message = 'connection failed'): Error {
	return Object.assign(new Error(message), { code });
}
