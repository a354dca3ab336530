import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import { ApiError, errors } from './errors';
import type { Fault } from './faults';
import type { JsonObject } from './json';

export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: JsonObject;
}

let counter = 0;

/** In the manner of TikTok's: a moment and something unique. */
function requestId(milliseconds: number): string {
	counter += 1;
	const moment = new Date(milliseconds).toISOString().replace(/\D/g, '').slice(0, 14);
	return `${moment}${counter.toString(16).toUpperCase().padStart(18, '0')}`;
}

export function success(data: JsonObject, milliseconds: number): Answer {
	return {
		status: 200,
		headers: {},
		body: { code: 0, data, message: 'Success', request_id: requestId(milliseconds) },
	};
}

/** Anything but an ApiError is a fault of the sandbox itself and shown as an internal error. */
export function failure(error: unknown, milliseconds: number): Answer {
	const known = error instanceof ApiError ? error : errors.internal();
	if (known !== error) process.stderr.write(`${String((error as Error).stack ?? error)}\n`);
	return {
		status: known.status,
		headers: known.headers,
		body: { code: known.code, message: known.message, request_id: requestId(milliseconds) },
	};
}

/** What a fault puts in the answer's place; undefined cuts the line. */
export function faultAnswer(fault: Fault, milliseconds: number): Answer | string | undefined {
	switch (fault.kind) {
		case 'rateLimit':
			return failure(
				errors.rate(fault.retryAfter === undefined ? {} : { 'retry-after': `${fault.retryAfter}` }),
				milliseconds,
			);
		case 'status':
		case 'code':
			return failure(
				new ApiError(
					fault.code ?? 36009003,
					fault.message ?? 'Internal error. Try again.',
					fault.status ?? (fault.kind === 'code' ? 200 : 500),
				),
				milliseconds,
			);
		case 'html':
			return '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>';
		case 'nonJson':
			return 'upstream connect error or disconnect/reset before headers';
		default:
			return undefined;
	}
}

const JSON_TYPE = 'application/json; charset=utf-8';

function cut(reply: FastifyReply, head?: string): void {
	reply.hijack();
	const { socket } = reply.raw;
	if (!socket) return;
	if (head === undefined) socket.resetAndDestroy();
	else socket.write(head, () => socket.resetAndDestroy());
}

function rawHead(status: number, length: number): string {
	return `HTTP/1.1 ${status} OK\r\ncontent-type: ${JSON_TYPE}\r\ncontent-length: ${length}\r\n\r\n`;
}

/** One character after the other until the asker is gone. */
async function trickle(reply: FastifyReply, text: string, pauseMs: number): Promise<void> {
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(200, { 'content-type': JSON_TYPE });
	for (const character of text) {
		if (raw.destroyed) return;
		raw.write(character);
		await wait(pauseMs, undefined, { ref: false });
	}
	raw.end();
}

const GZIP_HEADER_BYTES = 10;

/** Sends an answer, spoilt when a fault says so. Returns the HTTP status, 0 for a cut line. */
export async function deliver(
	reply: FastifyReply,
	answer: Answer,
	fault: Fault | undefined,
	text = JSON.stringify(answer.body),
): Promise<number> {
	const half = Math.floor(text.length / 2);
	reply.status(answer.status).headers(answer.headers).type(JSON_TYPE);
	switch (fault?.kind) {
		case 'resetMidBody':
			cut(reply, rawHead(answer.status, Buffer.byteLength(text)) + text.slice(0, half));
			return 0;
		case 'truncate':
			await reply.send(text.slice(0, half));
			break;
		case 'brokenGzip': {
			// No kind of block begins with these bits, so no reader gets past the header.
			const packed = gzipSync(text).fill(0xff, GZIP_HEADER_BYTES);
			await reply.header('content-encoding', 'gzip').send(packed);
			break;
		}
		case 'stall':
			reply.hijack();
			reply.raw.socket?.write(
				rawHead(answer.status, Buffer.byteLength(text)) + text.slice(0, half),
			);
			break;
		case 'trickle':
			await trickle(reply, text, fault.ms ?? 1000);
			break;
		case 'emptyBody':
			await reply.send('');
			break;
		case 'wrongContentType':
			await reply.type('text/plain').send(text);
			break;
		default:
			await reply.send(text);
	}
	return answer.status;
}

/** Sends what a fault puts in the answer's place. */
export async function deliverFault(
	reply: FastifyReply,
	fault: Fault,
	milliseconds: number,
): Promise<{ status: number; code?: number }> {
	const made = faultAnswer(fault, milliseconds);
	if (made === undefined) {
		cut(reply);
		return { status: 0 };
	}
	if (typeof made === 'string') {
		const status = fault.status ?? (fault.kind === 'html' ? 502 : 200);
		await reply
			.status(status)
			.type(fault.kind === 'html' ? 'text/html' : 'application/json')
			.send(made);
		return { status };
	}
	const status = await deliver(reply, made, undefined);
	return { status, code: Number(made.body.code) };
}
