import type { IncomingHttpHeaders } from 'node:http';
import { errors, parameterError } from './errors';
import { isObject } from './json';
import type { Call, SentFile } from './operations/types';
import { CATEGORY_ASSETS } from './operations/authorization';
import { BadParameter, checkBody, checkPath, readQuery } from './parameters';
import { findRoute, type Operation, type Route } from './reference';
import { requestSignature, sameSignature } from './signature';
import type { SandboxState } from './state';
import type { Grant } from './tokens';
import type { ShopWorld } from './world/world';

export interface ApiRequest {
	method: string;
	/** As in the request line, still encoded. */
	path: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: Buffer;
	ip: string;
}

const COMMON = new Set([
	'app_key',
	'timestamp',
	'sign',
	'shop_cipher',
	'category_asset_cipher',
	'shop_id',
	'version',
]);

/** Seconds (common-parameters). */
const WINDOW = { past: 300, future: 30 };

export function routeOf(request: ApiRequest): Route {
	const { route, pathKnown } = findRoute(request.method, request.path);
	if (!route) throw pathKnown ? errors.method() : errors.path();
	return route;
}

function checkTimestamp(text: string | null, now: number): void {
	if (text === null || text === '') throw errors.timestamp('is missing');
	if (!/^-?\d+$/.test(text)) throw errors.timestamp('must be an integer of unix seconds');
	const timestamp = Number(text);
	if (timestamp < 0) throw errors.timestamp('must not be lesser than 0');
	if (timestamp < now - WINDOW.past) throw errors.timestamp('is earlier than 5 minutes ago');
	if (timestamp > now + WINDOW.future) throw errors.timestamp('is more than 30 seconds ahead');
}

const isMultipart = (request: ApiRequest) =>
	(request.headers['content-type'] ?? '').toLowerCase().startsWith('multipart/form-data');

function checkSignature(state: SandboxState, request: ApiRequest): void {
	const sign = request.query.get('sign');
	if (!sign) throw errors.signatureMissing();
	const expected = requestSignature(state.app.appSecret, {
		path: request.path,
		query: request.query,
		...(isMultipart(request) ? {} : { body: request.body }),
	});
	if (!sameSignature(expected, sign)) throw errors.signature();
}

function checkToken(state: SandboxState, request: ApiRequest, operation: Operation): Grant {
	const token = request.headers['x-tts-access-token'];
	if (typeof token !== 'string' || token === '') throw errors.tokenHeader();
	const grant = state.tokens.check(token, state.tokenExpiredStatus);
	const others = operation.scopes.some(
		(scope) => scope.startsWith('creator.') || scope.startsWith('partner.'),
	);
	if (grant.userType !== 0 && !others) throw errors.userType();
	return grant;
}

function checkScope(state: SandboxState, grant: Grant, operation: Operation): void {
	if (operation.scopes.length === 0) return;
	const usable = operation.scopes.some(
		(scope) => grant.scopes.includes(scope) && (grant.userType !== 0 || state.appScopes.has(scope)),
	);
	if (!usable) throw errors.scope(operation.scopes);
}

function checkShop(
	state: SandboxState,
	query: URLSearchParams,
	operation: Operation,
): ShopWorld | undefined {
	const cipher = query.get('shop_cipher');
	const category = query.get('category_asset_cipher');
	if (category !== null) {
		if (!operation.categoryAssetCipher) throw errors.categoryCipherRefused();
		if (!CATEGORY_ASSETS.some(({ cipher: own }) => own === category)) throw errors.categoryCipher();
	}
	if (cipher === null && operation.shopCipher === 'required') throw errors.cipherMissing();
	if (cipher !== null && operation.shopCipher === 'none') throw errors.cipherRefused();
	const home = cipher === null ? state.world.all()[0] : state.world.byCipher(cipher);
	// What belongs to the seller answers also a seller without shops.
	if (!home && operation.shopCipher === 'none') return undefined;
	if (!home) throw errors.shop(cipher === null ? 'shop_id' : 'shop_cipher');
	const shopId = query.get('shop_id');
	if (shopId !== null && shopId !== home.shop.id) throw errors.shop('shop_id');
	const version = query.get('version');
	if (version !== null && version !== operation.version) throw errors.version();
	return home;
}

function checkIp(state: SandboxState, ip: string): void {
	if (state.ipAllowList && !state.ipAllowList.includes(ip)) throw errors.ip();
}

async function readForm(request: ApiRequest): Promise<FormData> {
	const contentType = request.headers['content-type'] ?? '';
	try {
		return await new Response(request.body, {
			headers: { 'content-type': contentType },
		}).formData();
	} catch {
		throw errors.format();
	}
}

/** The bytes of a form's files, by the name of their part. */
async function filesOf(form: FormData): Promise<Record<string, SentFile>> {
	const files: Record<string, SentFile> = {};
	for (const [part, value] of form) {
		if (typeof value === 'string') continue;
		const data = Buffer.from(await value.arrayBuffer());
		files[part] = { data, name: value.name, type: value.type };
	}
	return files;
}

function checkForm(operation: Operation, form: FormData): void {
	const text: Record<string, unknown> = {};
	const fields = Object.entries(operation.body ?? {});
	for (const [name, value] of form) if (typeof value === 'string') text[name] = value;
	for (const [name, field] of fields) {
		if (field.type !== 'file') continue;
		const files = form.getAll(name).filter((each) => typeof each !== 'string');
		if (files.length === 0) throw new BadParameter(`${name} must be a file`);
	}
	checkBody(Object.fromEntries(fields.filter(([, field]) => field.type !== 'file')), text);
}

function readJson(request: ApiRequest): Record<string, unknown> {
	if (request.body.length === 0) return {};
	const type = (request.headers['content-type'] ?? '').toLowerCase();
	if (!/^application\/json\s*(;|$)/.test(type)) throw errors.format();
	let parsed: unknown;
	try {
		parsed = JSON.parse(request.body.toString());
	} catch {
		throw errors.format();
	}
	if (!isObject(parsed)) throw errors.format();
	return parsed;
}

async function readParameters(
	request: ApiRequest,
	{ operation, path }: Route,
): Promise<Pick<Call, 'query' | 'body' | 'form' | 'files'>> {
	if (operation.multipart && !isMultipart(request)) throw errors.multipart();
	if (!operation.multipart && isMultipart(request)) throw errors.format();
	const body = operation.multipart ? {} : readJson(request);
	const form = operation.multipart ? await readForm(request) : undefined;
	try {
		checkPath(path);
		const own = [...request.query].filter(([name]) => !COMMON.has(name));
		const query = readQuery(operation.query, own);
		if (form) checkForm(operation, form);
		else checkBody(operation.body, body);
		return { query, body, ...(form ? { form, files: await filesOf(form) } : {}) };
	} catch (error) {
		if (error instanceof BadParameter) throw parameterError(operation.errorCodes, error.message);
		throw error;
	}
}

/** All that TikTok checks before the operation itself, in its order; throws at the first fault. */
export async function check(state: SandboxState, request: ApiRequest, route: Route): Promise<Call> {
	const { operation, path } = route;
	const { query } = request;
	if (query.get('app_key') !== state.app.appKey) throw errors.appKey();
	checkTimestamp(query.get('timestamp'), state.clock.seconds());
	checkSignature(state, request);
	const grant = checkToken(state, request, operation);
	checkScope(state, grant, operation);
	const home = checkShop(state, query, operation);
	checkIp(state, request.ip);
	state.rates.take(`${home?.shop.id ?? ''} ${operation.id}`);
	const parameters = await readParameters(request, route);
	return {
		operation,
		sandbox: state,
		get home() {
			if (!home) throw errors.shop('shop_id');
			return home;
		},
		path,
		...parameters,
	};
}
