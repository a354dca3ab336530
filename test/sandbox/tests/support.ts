import axios, { type AxiosResponse } from 'axios';
import { requestSignature, startSandbox, type Sandbox, type SandboxOptions } from '../index';

export interface ApiAnswer {
	status: number;
	headers: AxiosResponse['headers'];
	code: number;
	message: string;
	request_id: string;
	data: Data;
}

/** What tests read out of answers. */
export interface Data {
	[key: string]: unknown;
}

export interface Tokens {
	access_token: string;
	access_token_expire_in: number;
	refresh_token: string;
	refresh_token_expire_in: number;
	granted_scopes: string[];
	user_type: number;
	open_id: string;
	seller_name: string;
	seller_base_region: string;
}

export interface TokenAnswer {
	status: number;
	code: number;
	message: string;
	data: Tokens;
}

export interface CallOptions {
	query?: Record<string, string>;
	body?: unknown;
	/** Sent instead of the JSON of `body`. */
	rawBody?: string;
	/** undefined leaves a header out. */
	headers?: Record<string, string | undefined>;
	sign?: (honest: string) => string | undefined;
	timestamp?: string;
}

const quiet = { validateStatus: () => true, maxRedirects: 0, proxy: false } as const;

export class Seller {
	accessToken = '';
	refreshToken = '';

	constructor(readonly sandbox: Sandbox) {}

	/** Opens the authorize address and presses a button; answers where the browser is sent. */
	async decide(decision: 'accept' | 'deny', state = 'opaque'): Promise<URL> {
		const answer = await axios.get(`${this.sandbox.url}/open/authorize`, {
			...quiet,
			params: { service_id: this.sandbox.app.serviceId, state, _auto: decision },
		});
		return new URL(String(answer.headers.location));
	}

	async token(kind: 'get' | 'refresh', params: Record<string, string>): Promise<TokenAnswer> {
		const { appKey, appSecret } = this.sandbox.app;
		const address = `${this.sandbox.url}/api/v2/token/${kind}`;
		const answer = await axios.get<Omit<TokenAnswer, 'status'>>(address, {
			...quiet,
			params: { app_key: appKey, app_secret: appSecret, ...params },
		});
		return { ...answer.data, status: answer.status };
	}

	async get(code: string) {
		return await this.token('get', { auth_code: code, grant_type: 'authorized_code' });
	}

	async refresh(token = this.refreshToken) {
		return await this.token('refresh', { refresh_token: token, grant_type: 'refresh_token' });
	}

	async connect(): Promise<Tokens> {
		const code = (await this.decide('accept')).searchParams.get('code') ?? '';
		const { data } = await this.get(code);
		this.accessToken = data.access_token;
		this.refreshToken = data.refresh_token;
		return data;
	}

	async call(method: string, path: string, options: CallOptions = {}): Promise<ApiAnswer> {
		const { url, app } = this.sandbox;
		const body =
			options.rawBody ?? (options.body === undefined ? '' : JSON.stringify(options.body));
		const query: Record<string, string> = {
			app_key: app.appKey,
			timestamp: options.timestamp ?? String(Math.floor(Date.now() / 1000)),
			...options.query,
		};
		const honest = requestSignature(app.appSecret, { path, query: Object.entries(query), body });
		const sign = options.sign ? options.sign(honest) : honest;
		if (sign !== undefined) query.sign = sign;
		const headers: Record<string, string> = {};
		const wanted = {
			'content-type': 'application/json',
			'x-tts-access-token': this.accessToken,
			...options.headers,
		};
		for (const [name, value] of Object.entries(wanted)) {
			if (value !== undefined) headers[name] = value;
		}
		const answer = await axios.request<Omit<ApiAnswer, 'status' | 'headers'>>({
			...quiet,
			method,
			url: `${url}${path}?${new URLSearchParams(query).toString()}`,
			headers,
			...(body === '' ? {} : { data: Buffer.from(body) }),
		});
		return { ...answer.data, status: answer.status, headers: answer.headers };
	}
}

export interface Connected {
	sandbox: Sandbox;
	seller: Seller;
	/** The cipher of the first shop. */
	cipher: string;
	shopId: string;
}

export async function connected(options: SandboxOptions = {}): Promise<Connected> {
	const sandbox = await startSandbox(options);
	const seller = new Seller(sandbox);
	await seller.connect();
	const [shop] = await sandbox.control.shops();
	return { sandbox, seller, cipher: shop?.cipher ?? '', shopId: shop?.id ?? '' };
}
