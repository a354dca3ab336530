import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request exactly as it came: nothing decoded, no header left out. */
export interface Kept {
	method: string;
	/** Path and query as they stood in the request line. */
	target: string;
	/** Names in lower case, repeated ones included. */
	headers: Array<[name: string, value: string]>;
	body: Buffer;
}

export interface Reply {
	status: number;
	headers?: Record<string, string>;
	body?: Buffer | string;
}

export interface KeepingServer {
	url: string;
	requests: Kept[];
	stop(): Promise<void>;
}

async function keep(request: IncomingMessage): Promise<Kept> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { rawHeaders } = request;
	const headers = rawHeaders.flatMap((name, index): Kept['headers'] =>
		index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? '']] : [],
	);
	return {
		method: request.method ?? '',
		target: request.url ?? '',
		headers,
		body: Buffer.concat(chunks),
	};
}

/** Starts a server on this machine that keeps what it is sent and answers as told. */
export async function startServer(
	answer: (request: Kept) => Promise<Reply> | Reply,
): Promise<KeepingServer> {
	const requests: Kept[] = [];
	const server = createServer((request, response) => {
		void keep(request).then(async (kept) => {
			requests.push(kept);
			const { status, headers, body } = await answer(kept);
			response.writeHead(status, headers).end(body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		stop: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
	};
}

/** Sends a request on as it is, and returns the answer. */
export async function forward(origin: string, kept: Kept): Promise<Reply> {
	const { method, target, headers, body } = kept;
	return await new Promise((resolve, reject) => {
		const request = httpRequest(
			origin,
			{ method, path: target, headers: Object.fromEntries(headers) },
			(response) => {
				void keep(response).then(({ body: answered }) => {
					const type = String(response.headers['content-type']);
					resolve({
						status: response.statusCode ?? 0,
						headers: { 'content-type': type },
						body: answered,
					});
				});
			},
		);
		request.on('error', reject);
		request.end(body);
	});
}

/** An answer in TikTok's envelope, as text: JSON.stringify would not write every name there is. */
export const envelope = (data: string): Reply => ({
	status: 200,
	headers: { 'content-type': 'application/json' },
	body: `{"code":0,"message":"Success","request_id":"1","data":${data}}`,
});
