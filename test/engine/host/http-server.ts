import { parseIncomingMessage } from 'n8n-core';
import { jsonParse } from 'n8n-workflow';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse as parseQueryString } from 'node:querystring';
import type { Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';

import { letOut } from './outlets';

/** n8n refuses larger webhook bodies unless N8N_PAYLOAD_SIZE_MAX says otherwise. */
const BODY_LIMIT_BYTES = 16 * 1024 * 1024;

/** The part of Express's request that nodes use. */
export type WebhookRequest = IncomingMessage & {
	body: unknown;
	rawBody: Buffer;
	query: Record<string, string | string[] | undefined>;
	params: Record<string, string>;
	path: string;
	originalUrl: string;
	protocol: string;
	hostname: string;
	ip: string;
	contentType?: string;
	encoding?: BufferEncoding;
	get(name: string): string | undefined;
	header(name: string): string | undefined;
};

/** The part of Express's response that nodes use. */
export type WebhookResponse = ServerResponse & {
	status(code: number): WebhookResponse;
	sendStatus(code: number): WebhookResponse;
	set(name: string | Record<string, string>, value?: string): WebhookResponse;
	header(name: string | Record<string, string>, value?: string): WebhookResponse;
	get(name: string): string | undefined;
	type(contentType: string): WebhookResponse;
	send(body?: unknown): WebhookResponse;
	json(body?: unknown): WebhookResponse;
	redirect(statusOrUrl: number | string, url?: string): void;
};

/** Serves one request. The path has no slash at either end. */
export type RequestHandler = (
	path: string,
	request: WebhookRequest,
	response: WebhookResponse,
) => Promise<void>;

/** An error answered with its own HTTP status. */
export class HttpError extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly hint?: string,
	) {
		super(message);
	}
}

/** Listens on the loopback interface and gives requests the shape n8n's Express gives them. */
export class HttpServer {
	private readonly server: Server;

	private readonly running = new Set<Promise<void>>();

	constructor(handler: RequestHandler) {
		this.server = createServer((request, response) => {
			const done = serve(handler, request, response).finally(() => this.running.delete(done));
			this.running.add(done);
		});
	}

	get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	async listen(port = 0): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(port, '127.0.0.1', resolve);
		});
	}

	/** Waits until every request so far is dealt with. */
	async settled(): Promise<void> {
		await Promise.all(this.running);
	}

	async close(): Promise<void> {
		if (!this.server.listening) return;
		const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
		this.server.closeAllConnections();
		await closed;
	}
}

async function serve(
	handler: RequestHandler,
	message: IncomingMessage,
	serverResponse: ServerResponse,
): Promise<void> {
	const response = toWebhookResponse(serverResponse);
	tellOf(response);
	try {
		const request = await toWebhookRequest(message);
		await handler(request.path.replace(/^\/+|\/+$/g, ''), request, response);
	} catch (error) {
		sendError(response, error);
	}
}

function tellOf(response: ServerResponse): void {
	const write = response.write.bind(response) as (...args: unknown[]) => boolean;
	const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
	response.write = (...args: unknown[]) => write(...letOut('an HTTP answer', args));
	response.end = (...args: unknown[]) => {
		letOut('headers of an HTTP answer', response.getHeaders());
		return end(...letOut('an HTTP answer', args));
	};
}

/** Answers with n8n's error body, unless the node has answered already. */
export function sendError(response: WebhookResponse, error: unknown): void {
	if (response.headersSent) return;
	const status = error instanceof HttpError ? error.status : 500;
	const hint = error instanceof HttpError ? error.hint : undefined;
	response.status(status).json({
		code: error instanceof HttpError ? status : 0,
		message: (error as Error).message,
		hint,
	});
}

async function toWebhookRequest(message: IncomingMessage): Promise<WebhookRequest> {
	const url = new URL(message.url ?? '/', 'http://localhost');
	const header = (name: string) => {
		const value = message.headers[name.toLowerCase()];
		return Array.isArray(value) ? value.join(', ') : value;
	};
	const request: WebhookRequest = Object.assign(message, {
		body: {},
		rawBody: await readBody(message),
		query: toQuery(url.searchParams),
		params: {},
		path: decodeURIComponent(url.pathname),
		originalUrl: message.url ?? '/',
		protocol: 'http',
		hostname: (message.headers.host ?? '').split(':')[0] ?? '',
		ip: message.socket.remoteAddress ?? '',
		get: header,
		header,
	});
	parseIncomingMessage(message);
	request.body = parseBody(request);
	return request;
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
	const decoders: Record<string, () => Readable> = {
		gzip: () => message.pipe(createGunzip()),
		deflate: () => message.pipe(createInflate()),
	};
	const stream: Readable = decoders[message.headers['content-encoding'] ?? '']?.() ?? message;
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += (chunk as Buffer).length;
		if (size <= BODY_LIMIT_BYTES) chunks.push(chunk as Buffer);
	}
	// Read to the end first: a client still sending would see a broken connection instead.
	if (size > BODY_LIMIT_BYTES) throw new HttpError(413, 'request entity too large');
	return Buffer.concat(chunks);
}

function toQuery(search: URLSearchParams): WebhookRequest['query'] {
	const query: WebhookRequest['query'] = {};
	for (const name of search.keys()) {
		const values = search.getAll(name);
		query[name] = values.length > 1 ? values : values[0];
	}
	return query;
}

function parseBody({ rawBody, contentType, encoding }: WebhookRequest): unknown {
	if (rawBody.length === 0) return {};
	const text = rawBody.toString(encoding);
	if (contentType === 'application/json') {
		try {
			return jsonParse(text);
		} catch (error) {
			throw new HttpError(422, 'Failed to parse request body', (error as Error).message);
		}
	}
	if (contentType === 'application/x-www-form-urlencoded') return parseQueryString(text);
	return contentType === 'text/plain' ? text : {};
}

function toWebhookResponse(serverResponse: ServerResponse): WebhookResponse {
	const set = (name: string | Record<string, string>, value = '') => {
		const headers = typeof name === 'string' ? { [name]: value } : name;
		for (const [key, text] of Object.entries(headers)) response.setHeader(key, text);
		return response;
	};
	const typeIfUnset = (contentType: string) => {
		if (!response.hasHeader('content-type')) response.setHeader('content-type', contentType);
	};
	const response: WebhookResponse = Object.assign(serverResponse, {
		status(code: number) {
			response.statusCode = code;
			return response;
		},
		sendStatus(code: number) {
			return response.status(code).send(String(code));
		},
		set,
		header: set,
		get(name: string) {
			return response.getHeader(name)?.toString();
		},
		type(contentType: string) {
			return set('content-type', contentTypes[contentType] ?? contentType);
		},
		send(body?: unknown) {
			if (typeof body === 'object' && body !== null && !Buffer.isBuffer(body)) {
				return response.json(body);
			}
			if (typeof body === 'string') typeIfUnset('text/html; charset=utf-8');
			else if (body !== undefined) typeIfUnset('application/octet-stream');
			response.end(body);
			return response;
		},
		json(body?: unknown) {
			typeIfUnset('application/json; charset=utf-8');
			response.end(JSON.stringify(body));
			return response;
		},
		redirect(statusOrUrl: number | string, url?: string) {
			const [status, location] =
				typeof statusOrUrl === 'number' ? [statusOrUrl, url ?? ''] : [302, statusOrUrl];
			response.status(status).set('location', location).end();
		},
	});
	return response;
}

const contentTypes: Record<string, string> = {
	html: 'text/html; charset=utf-8',
	json: 'application/json; charset=utf-8',
	text: 'text/plain; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
};
