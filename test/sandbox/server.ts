import { setTimeout as wait } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { deliver, deliverFault, failure, success, type Answer } from './answer';
import { check, routeOf, type ApiRequest } from './checks';
import { controlMethods } from './control';
import { distort, isDistortion } from './distortions';
import { documentFile } from './document';
import { errors } from './errors';
import { spoilsAnswerOnly, type Fault } from './faults';
import type { JsonObject } from './json';
import { authorize, tokenRequest } from './oauth';
import { play } from './operations';
import { keptHeaders, maskedQuery, type LoggedRequest } from './requestLog';
import type { SandboxState } from './state';

const LIMIT = 20 * 1024 * 1024;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Fastify reads no body of a GET, but two operations have one. */
async function bodyOf(request: FastifyRequest): Promise<Buffer> {
	if (Buffer.isBuffer(request.body)) return request.body;
	if (request.method !== 'GET') return Buffer.alloc(0);
	const chunks: Buffer[] = [];
	for await (const chunk of request.raw) chunks.push(Buffer.from(chunk as Uint8Array));
	return Buffer.concat(chunks);
}

async function readRequest(request: FastifyRequest): Promise<ApiRequest> {
	const raw = request.raw.url ?? '/';
	const mark = raw.indexOf('?');
	return {
		method: request.method,
		path: mark < 0 ? raw : raw.slice(0, mark),
		query: new URLSearchParams(mark < 0 ? '' : raw.slice(mark + 1)),
		headers: request.headers,
		body: await bodyOf(request),
		ip: request.ip,
	};
}

/** The data of an operation, done once for each idempotency key where it takes one. */
async function perform(
	state: SandboxState,
	request: ApiRequest,
	log: LoggedRequest,
): Promise<JsonObject> {
	const route = routeOf(request);
	log.operation = route.operation.id;
	const call = await check(state, request, route);
	const key = call.query.idempotency_key ?? call.body.idempotency_key;
	if (!route.operation.idempotencyKey || typeof key !== 'string' || key === '') return play(call);
	if (key.length > 255) throw errors.idempotency();
	const { operation, home } = call;
	return await state.idempotency.once(
		`${operation.id} ${home.shop.id} ${key}`,
		JSON.stringify([request.path, call.body]),
		() => play(call),
	);
}

function textOf({ body }: Answer, fault: Fault | undefined, request: ApiRequest): string {
	if (fault === undefined || !isDistortion(fault.kind)) return JSON.stringify(body);
	return distort(body, { kind: fault.kind, field: fault.field }, tokenIn(request));
}

/** Some searches have their page token in the body. */
function tokenIn({ query, body }: ApiRequest): string | undefined {
	const inBody = /"page_token":"([^"]+)"/.exec(body.toString())?.[1];
	return query.get('page_token') ?? inBody;
}

type Work = (request: ApiRequest, log: LoggedRequest) => Promise<JsonObject> | JsonObject;

/** Runs an API or auth request: latency, faults, the work, the log. */
async function serve(
	state: SandboxState,
	raw: FastifyRequest,
	reply: FastifyReply,
	work: Work,
): Promise<void> {
	const request = await readRequest(raw);
	const log: LoggedRequest = {
		at: state.clock.milliseconds(),
		method: request.method,
		path: request.path,
		query: maskedQuery(request.query),
		headers: keptHeaders(request.headers),
		body: request.body.toString(),
		status: 0,
	};
	state.requests.push(log);
	if (state.latencyMs > 0) await wait(state.latencyMs);
	const fault = state.faults.strike(request.method, request.path);
	log.fault = fault?.kind;
	if (fault && !spoilsAnswerOnly(fault)) {
		Object.assign(log, await deliverFault(reply, fault, log.at));
		return;
	}
	let answer: Answer;
	try {
		answer = success(await work(request, log), log.at);
	} catch (error) {
		answer = failure(error instanceof URIError ? errors.path() : error, log.at);
	}
	log.code = Number(answer.body.code);
	if (fault?.afterEffect) {
		log.status = (await deliverFault(reply, fault, log.at)).status;
		return;
	}
	if (fault?.kind === 'slow') await wait(fault.ms ?? 5_000, undefined, { ref: false });
	log.status = await deliver(reply, answer, fault, textOf(answer, fault, request));
}

function addAuthorizePage(server: FastifyInstance, state: SandboxState): void {
	server.route({
		method: ['GET', 'POST'],
		url: '/open/authorize',
		handler: async (raw, reply) => {
			const request = await readRequest(raw);
			const form =
				request.method === 'POST' ? new URLSearchParams(request.body.toString()) : undefined;
			const result = authorize(state, request.query, form);
			if ('location' in result) return await reply.redirect(result.location, 302);
			return await reply
				.status(result.status)
				.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
				.type('text/html; charset=utf-8')
				.send(result.html);
		},
	});
}

function addTokenEndpoints(server: FastifyInstance, state: SandboxState): void {
	for (const kind of ['get', 'refresh'] as const) {
		server.route({
			method: [...METHODS],
			url: `/api/v2/token/${kind}`,
			handler: async (raw, reply) =>
				await serve(state, raw, reply, (request) => {
					if (request.method !== 'GET') throw errors.method();
					return tokenRequest(state, kind, request.query);
				}),
		});
	}
}

function addControl(server: FastifyInstance, state: SandboxState): void {
	const methods = controlMethods(state);
	server.post<{ Params: { name: string } }>('/_control/:name', async (raw, reply) => {
		const { name } = raw.params;
		if (!Object.hasOwn(methods, name)) {
			const known = Object.keys(methods).join(', ');
			return await reply.status(404).send({ error: `No control ${name}; there is ${known}` });
		}
		try {
			const text = (await bodyOf(raw)).toString();
			const parsed: unknown = text ? JSON.parse(text) : [];
			const method = methods[name as keyof typeof methods] as (
				this: void,
				...args: unknown[]
			) => unknown;
			const result = await method(...(Array.isArray(parsed) ? (parsed as unknown[]) : [parsed]));
			return await reply.send({ result: result ?? null });
		} catch (error) {
			return await reply.status(400).send({ error: (error as Error).message });
		}
	});
	server.get('/_control', (_request, reply) => reply.send({ methods: Object.keys(methods) }));
}

/** The three hosts of TikTok Shop and the control API on one origin. */
export function buildServer(state: SandboxState): FastifyInstance {
	const server = fastify({
		logger: state.settings.log ? { level: 'info' } : false,
		bodyLimit: LIMIT,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 500 },
	});
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
		done(null, body);
	});
	addAuthorizePage(server, state);
	addTokenEndpoints(server, state);
	addControl(server, state);
	server.get<{ Params: { file: string } }>('/_documents/:file', async (raw, reply) => {
		const { type, data } = documentFile(raw.params.file);
		return await reply.type(type).send(data);
	});
	server.route({
		method: [...METHODS],
		url: '*',
		handler: async (raw, reply) =>
			await serve(state, raw, reply, async (request, log) => await perform(state, request, log)),
	});
	return server;
}
