import type { ICredentialTestRequest, INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { EXPLANATIONS, NO_SHOP, reconnect, type Failure, type FailureKind } from './explanations';
import { helpUrl, type InputTopic } from './help';
import { toHtml, toLink } from './html';
import { causesOf } from './outcome';

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
		readonly kind: InputTopic = 'fieldValue',
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

/** What there is to say about a failure, as plain text. */
export interface Told {
	message: string;
	description?: string;
	/** Where more stands about it. */
	helpUrl?: string;
	tikTokCode?: number;
	requestId?: string;
}

/** Tells a failure as an item or a page shows it. */
export function tell(node: INode, error: unknown): Told {
	const known = findKnown(error);
	if (known === undefined) {
		const { message, description } = toNodeError(node, error);
		return { message, description: description ?? undefined };
	}
	const told = { message: known.message, description: known.description };
	const { tikTokCode, requestId } = known instanceof TikTokShopError ? known : {};
	return { ...told, helpUrl: helpUrl(known.kind), tikTokCode, requestId };
}

/**
 * The error that a node throws; its description is HTML, as n8n's editor wants it.
 *
 * @param itemIndex - the input item it belongs to, if it belongs to one
 * @param addition - what else the user has to know
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
	addition?: string,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeOperationError) return withItemIndex(error, itemIndex);
	const known = findKnown(error);
	if (known instanceof TikTokShopError) {
		const { message, tikTokCode, requestId, kind, httpStatus } = known;
		const response: JsonObject = { message, kind };
		if (tikTokCode !== undefined) response.tikTokCode = tikTokCode;
		if (requestId !== undefined) response.requestId = requestId;
		const nodeError = new NodeApiError(node, response, {
			message,
			description: describe(known, addition),
			httpCode: httpStatus === undefined ? undefined : String(httpStatus),
			itemIndex,
		});
		// NodeApiError swaps messages that contain words like ECONNRESET for its own; ours says more.
		nodeError.message = message;
		nodeError.context.tikTok = response;
		return nodeError;
	}
	if (known instanceof InputError) {
		const description = describe(known, addition);
		return new NodeOperationError(node, known.message, { description, itemIndex });
	}
	if (error instanceof NodeApiError) return withItemIndex(error, itemIndex);
	return new NodeOperationError(node, error instanceof Error ? error : String(error), {
		description: addition,
		itemIndex,
	});
}

function describe({ description, kind }: TikTokShopError | InputError, addition?: string): string {
	const text = [description, addition].filter(Boolean).join('\n\n');
	return [text && toHtml(text), toLink(helpUrl(kind), 'More help')]
		.filter(Boolean)
		.join('<br><br>');
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

/** A connection without any shop. */
export function noShopError(): TikTokShopError {
	return new TikTokShopError('shop', ...NO_SHOP);
}
