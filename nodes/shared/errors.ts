import type { ICredentialTestRequest, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { causesOf } from './outcome';
import { namesOfGranted, nameScope, SCOPES, type ScopeKey } from './scopes';

export type FailureKind =
	| 'accessTokenExpired'
	| 'answerUnreadable'
	| 'appKey'
	| 'authorizationDenied'
	| 'authorizationExpired'
	| 'clock'
	| 'codeRefused'
	| 'documentPending'
	| 'file'
	| 'format'
	| 'internal'
	| 'ipAllowList'
	| 'method'
	| 'network'
	| 'notConnected'
	| 'otherSeller'
	| 'path'
	| 'rateLimit'
	| 'redirect'
	| 'refused'
	| 'scope'
	| 'searchCap'
	| 'shop'
	| 'shopCipher'
	| 'shopCipherRefused'
	| 'signature'
	| 'timeout'
	| 'token'
	| 'unavailable'
	| 'version'
	| 'wrongUser';

/** What TikTok answered when it refused, and what was being asked of it. */
export interface Failure {
	/** TikTok's code; undefined where no envelope came. */
	code?: number;
	message: string;
	requestId?: string;
	httpStatus?: number;
	/** The action as n8n shows it, for instance "Get an order". */
	action?: string;
	/** Any one of these scopes opens the operation. */
	scopes?: readonly ScopeKey[];
	/** Scope keys joined by commas, as granted at the last authorization. */
	grantedScopes?: string;
	/** The address to open for a new authorization. */
	authorizeUrl?: string;
}

/**
 * A failure that is explained already: `message` says what happened, `description` why, what to do, and under it
 * TikTok's code and request_id. It never holds a request, so no secret or token can travel with it.
 */
export class TikTokShopError extends Error {
	readonly description: string;

	readonly kind: FailureKind;

	readonly tikTokCode?: number;

	readonly requestId?: string;

	readonly httpStatus?: number;

	constructor(kind: FailureKind, title: string, explanation: string, failure?: Failure) {
		super(title);
		this.name = 'TikTokShopError';
		this.kind = kind;
		this.tikTokCode = failure?.code;
		this.requestId = failure?.requestId;
		this.httpStatus = failure?.httpStatus;
		this.description = [explanation, reference(failure)].filter(Boolean).join('\n\n');
	}
}

/** Input that was refused before any request left. */
export class InputError extends Error {
	constructor(
		message: string,
		readonly description?: string,
	) {
		super(message);
		this.name = 'InputError';
	}
}

function reference(failure?: Failure): string {
	if (failure === undefined) return '';
	return [
		failure.message && `TikTok said: ${failure.message}`,
		failure.code !== undefined && `TikTok code ${failure.code}`,
		failure.requestId && `request_id ${failure.requestId}`,
	]
		.filter(Boolean)
		.join(' · ');
}

const KIND_BY_CODE: Record<number, FailureKind> = {
	101000: 'wrongUser',
	105001: 'token',
	105002: 'accessTokenExpired',
	105005: 'scope',
	106001: 'signature',
	106013: 'shopCipher',
	11034023: 'documentPending',
	11034037: 'documentPending',
	12052180: 'searchCap',
	17029059: 'searchCap',
	36009002: 'rateLimit',
	36009003: 'internal',
	36009007: 'timeout',
	36009009: 'path',
	36009010: 'method',
	36009021: 'file',
	36009022: 'format',
	36009023: 'format',
	36009033: 'ipAllowList',
};

// 36009004 stands for many causes; TikTok tells them apart only by words (doc page common-errors).
const KINDS_BY_WORDS: Array<[RegExp, FailureKind]> = [
	[/cipher.*not required/i, 'shopCipherRefused'],
	[/required signature/i, 'signature'],
	[/access[_-]token/i, 'token'],
	[/app_key/i, 'appKey'],
	[/timestamp/i, 'clock'],
	[/shop_(id|cipher)/i, 'shop'],
	[/(?<!category_)version/i, 'version'],
];

/** Tells what kind of failure an answer is, by code, then by words, then by HTTP status. */
export function kindOf({ code, message, httpStatus }: Failure): FailureKind {
	if (code === 36009004) {
		return KINDS_BY_WORDS.find(([words]) => words.test(message))?.[1] ?? 'refused';
	}
	const known = code === undefined ? undefined : KIND_BY_CODE[code];
	if (known !== undefined) return known;
	if (httpStatus === 429) return 'rateLimit';
	if (httpStatus === 503) return 'unavailable';
	if (code !== undefined || httpStatus === undefined) return 'refused';
	if (httpStatus >= 500) return 'internal';
	return httpStatus >= 300 && httpStatus < 400 ? 'redirect' : 'refused';
}

/**
 * Explains an answer of TikTok's that is a failure, in words for someone who cannot code.
 *
 * @param kind - only where the asker knows more than the answer tells
 */
export function explain(failure: Failure, kind = kindOf(failure)): TikTokShopError {
	const [title, explanation] = EXPLANATIONS[kind](failure);
	return new TikTokShopError(kind, title, explanation, failure);
}

const reconnect = ({ authorizeUrl }: Failure) =>
	authorizeUrl === undefined
		? 'Ask the shop owner to authorize the app again and paste the new code into the credential.'
		: `Let the shop owner open ${authorizeUrl} and accept; then paste the address TikTok redirects to into "Authorization Code" of the credential. Workflows and settings stay.`;

type Explanation = (failure: Failure) => [title: string, explanation: string];

const EXPLANATIONS: Record<FailureKind, Explanation> = {
	accessTokenExpired: (failure) => [
		'The connection to TikTok Shop has expired',
		`The access token is no longer valid and could not be renewed. ${reconnect(failure)}`,
	],
	answerUnreadable: () => [
		'TikTok Shop sent an answer that cannot be read',
		'Instead of its usual answer something else came back, often the error page of a proxy or a connection cut short. Try again; if it stays, check proxy and firewall of the n8n server.',
	],
	appKey: () => [
		'TikTok Shop does not know this App Key or App Secret',
		'Copy App Key and App Secret again from Partner Center → App & Service → your app → App details (Credentials). Check that the app is not disabled and that the Service ID does not stand in the App Key field.',
	],
	authorizationDenied: (failure) => [
		'The shop owner declined the authorization',
		`On TikTok’s page the access was denied, so there is nothing to connect. ${reconnect(failure)}`,
	],
	authorizationExpired: (failure) => [
		'The authorization of this shop has ended',
		`TikTok no longer accepts the stored authorization: it ran out, or the seller removed the app in Seller Center. ${reconnect(failure)}`,
	],
	clock: () => [
		'The clock of the n8n server is wrong',
		'TikTok accepts requests only if their time is at most 5 minutes behind or 30 seconds ahead of its own. Turn on automatic time (NTP) on the machine that runs n8n, then try again.',
	],
	codeRefused: (failure) => [
		'TikTok did not accept the authorization code: it is too old, was used before or belongs to another app',
		`A code works once and for 30 minutes. ${reconnect(failure)} To go on with the previous connection, clear that field.`,
	],
	documentPending: () => [
		'The shipping document is not ready yet',
		'The carrier is still making it. It was asked for several times; wait a minute and try again.',
	],
	file: () => [
		'The file is too large for TikTok Shop',
		'Use a smaller file, or compress the image first.',
	],
	format: () => [
		'TikTok Shop could not read the request',
		'The body has to be JSON, or a file upload where the endpoint takes files. In a Custom API Call check the body and its type.',
	],
	internal: () => [
		'TikTok Shop has an internal problem',
		'The request was repeated without success. Try again later; if it stays, send the request_id to TikTok Shop support.',
	],
	ipAllowList: () => [
		'TikTok Shop refuses the address of this n8n server',
		'The app has an IP allow list. In Partner Center → App & Service → your app, add the public IP address of your n8n server to it, or turn the list off.',
	],
	method: () => [
		'TikTok Shop does not offer this method here',
		'In a Custom API Call compare the method with the API documentation; otherwise update this package.',
	],
	network: ({ message }) => [
		'TikTok Shop cannot be reached',
		`The connection failed (${message}). Check the network, proxy and firewall of the n8n server, then try again.`,
	],
	notConnected: ({ authorizeUrl }) => [
		`Not connected yet: let the shop owner open ${authorizeUrl ?? 'the authorize address'} and accept, then paste the address TikTok redirects to (or the code in it) into "Authorization Code" and save`,
		'Only the owner of the shop can authorize. The code is valid for 30 minutes.',
	],
	otherSeller: (failure) => [
		'Another seller was authorized than the one this credential belongs to',
		`The connection stays as it was. Sign out on TikTok’s pages and sign in as the owner of the right shop. ${reconnect(failure)}`,
	],
	path: () => [
		'TikTok Shop does not know this endpoint',
		'In a Custom API Call compare the path and its version with the API documentation; otherwise update this package.',
	],
	rateLimit: () => [
		'TikTok Shop is receiving too many requests',
		'An app may ask each endpoint 50 times per second and shop. The request was repeated with growing pauses and still refused. Run fewer workflows at the same time, or try again later.',
	],
	redirect: () => [
		'A redirect came instead of TikTok Shop’s answer, and was not followed',
		'It would take secrets of this connection to another address. Check proxy and firewall of the n8n server and, if Custom Endpoints is on, the addresses in the credential.',
	],
	refused: ({ message, action }) => [
		message || 'TikTok Shop refused the request',
		action === undefined
			? 'Check the values that were sent.'
			: `"${action}" was refused. Check the values entered in this node.`,
	],
	scope: (failure) => explainScope(failure),
	searchCap: () => [
		'TikTok Shop stops a search after 10,000 results',
		'Narrow the search with filters, for instance a shorter time span, and run it once for each part.',
	],
	shop: () => [
		'TikTok Shop does not know this shop, or the connection does not include it',
		'Choose the shop again from the list. If it is missing there, the shop’s owner has to authorize the app.',
	],
	shopCipher: () => [
		'No shop was given',
		'This operation works on one shop: choose it in the field Shop.',
	],
	shopCipherRefused: () => [
		'This endpoint does not take a shop',
		'It works on the whole seller account. In a Custom API Call set Shop to none.',
	],
	signature: () => [
		'TikTok Shop did not accept the signature',
		'The App Secret does not belong to the App Key. Copy both again from Partner Center → App & Service → your app → App details (Credentials).',
	],
	timeout: () => [
		'TikTok Shop took too long to answer',
		'Try again, with fewer or smaller items at once.',
	],
	token: (failure) => [
		'TikTok Shop does not accept the stored access token',
		`It was withdrawn or belongs to another app. ${reconnect(failure)}`,
	],
	unavailable: () => [
		'TikTok Shop is not available at the moment',
		'The request was repeated without success. Try again later.',
	],
	version: () => [
		'TikTok Shop no longer offers this version of the endpoint',
		'Update this package; in a Custom API Call use the version in the API documentation.',
	],
	wrongUser: (failure) => [
		'The connected TikTok account does not fit this request',
		`It has to be the seller account that owns the chosen shop, not a creator, a partner or another seller. ${reconnect(failure)}`,
	],
};

/** The rest stands in "Check Connection". */
const SCOPES_SHOWN = 5;

function explainScope(failure: Failure): [string, string] {
	const { scopes = [], action, grantedScopes = '' } = failure;
	const needed = scopes.map(nameScope).join(' or ');
	const names = [...new Set<string>(scopes.map((key) => SCOPES[key].name))];
	const review = scopes.length > 0 && scopes.every((key) => SCOPES[key].needsApproval);
	const others = namesOfGranted(grantedScopes).filter((name) => !names.includes(name));
	const more = others.length > SCOPES_SHOWN ? ` and ${others.length - SCOPES_SHOWN} more` : '';
	return [
		scopes.length === 0
			? 'A permission (scope) is missing for this request'
			: `The permission (scope) "${names.join('" or "')}" is missing`,
		[
			`${action === undefined ? 'This request' : `"${action}"`} needs ${needed || 'a scope that this connection does not have'}.`,
			`1. Open Partner Center → App & Service → your app → Manage API and enable it${review ? '; TikTok reviews requests for this scope, which can take days' : ''}.`,
			`2. The scope counts only after a new authorization. ${reconnect(failure)}`,
			others.length > 0
				? `Operations of the other scopes go on working (granted: ${others.slice(0, SCOPES_SHOWN).join(', ')}${more}).`
				: 'Operations of the other scopes go on working.',
		].join('\n'),
	];
}

/**
 * The error that a node throws or puts into an item.
 *
 * @param itemIndex - the input item it belongs to, if it belongs to one
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeOperationError) return withItemIndex(error, itemIndex);
	const known = findKnown(error);
	if (known instanceof TikTokShopError) {
		const { message, description, tikTokCode, requestId, kind, httpStatus } = known;
		const response: JsonObject = { message, kind };
		if (tikTokCode !== undefined) response.tikTokCode = tikTokCode;
		if (requestId !== undefined) response.requestId = requestId;
		const nodeError = new NodeApiError(node, response, {
			message,
			description,
			httpCode: httpStatus === undefined ? undefined : String(httpStatus),
			itemIndex,
		});
		// NodeApiError swaps messages that contain words like ECONNRESET for its own; ours says more.
		nodeError.message = message;
		nodeError.context.tikTok = response;
		return nodeError;
	}
	if (known instanceof InputError) {
		return new NodeOperationError(node, known.message, {
			description: known.description,
			itemIndex,
		});
	}
	if (error instanceof NodeApiError) return withItemIndex(error, itemIndex);
	return new NodeOperationError(node, error instanceof Error ? error : String(error), {
		itemIndex,
	});
}

function withItemIndex<E extends NodeApiError | NodeOperationError>(error: E, itemIndex?: number) {
	if (itemIndex !== undefined) error.context.itemIndex ??= itemIndex;
	return error;
}

/** n8n wraps what preAuthentication throws; the explanation is further down the chain of causes. */
export function findKnown(error: unknown): TikTokShopError | InputError | undefined {
	return causesOf(error).find(
		(cause) => cause instanceof TikTokShopError || cause instanceof InputError,
	);
}

/**
 * What the credential test says for the answers it can get: n8n compares them with fixed values only, so 36009004, which
 * has several causes, names them all.
 */
export function credentialTestRules(): NonNullable<ICredentialTestRequest['rules']> {
	const rule = (key: string, value: unknown, message: string) => ({
		type: 'responseSuccessBody' as const,
		properties: { key, value, message },
	});
	const words = (kind: FailureKind) => {
		const failure: Failure = {
			message: '',
			action: 'Get many shops',
			scopes: ['seller.authorization.info'],
		};
		return EXPLANATIONS[kind](failure).join('. ');
	};
	const dead = `TikTok ended the access token before its time. Run a workflow with this credential: it renews the token by itself. If that fails too: ${reconnect({ message: '' })}`;
	return [
		...Object.entries(KIND_BY_CODE).map(([code, kind]) =>
			rule(
				'code',
				Number(code),
				['accessTokenExpired', 'token'].includes(kind) ? dead : words(kind),
			),
		),
		rule(
			'code',
			36009004,
			`App Key, App Secret or the clock of the n8n server is wrong. ${words('appKey')}`,
		),
		// An answer without a code is none of TikTok's.
		rule('code', undefined, words('answerUnreadable')),
		rule('data.shops', undefined, NO_SHOP.join('. ')),
		rule('data.shops.length', 0, NO_SHOP.join('. ')),
	];
}

const NO_SHOP: [string, string] = [
	'No shop is authorized',
	'The connection works, but covers no shop. Most often somebody else than the shop’s owner authorized (a collaborator cannot), or the shop was closed. Let the owner of the shop authorize the app again.',
];

/** A connection without any shop. */
export function noShopError(): TikTokShopError {
	return new TikTokShopError('shop', ...NO_SHOP);
}
