import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import {
	credentialTestRules,
	explain,
	findKnown,
	InputError,
	kindOf,
	noShopError,
	tell,
	TikTokShopError,
	toNodeError,
} from '../../nodes/shared/errors';
import type { Failure, FailureKind } from '../../nodes/shared/explanations';
import { helpUrl } from '../../nodes/shared/help';
import { toHtml, toLink } from '../../nodes/shared/html';
import { ConnectionError } from '../../nodes/shared/http';
import { nameScope, namesOfGranted, SCOPES, type ScopeKey } from '../../nodes/shared/scopes';
import { node, reference } from './helpers';

interface Code {
	code: number;
	kind: string;
	cue?: string;
	variants?: Array<{ cue: string; kind: string }>;
}

const { codes } = reference<{ codes: Code[] }>('errors');

/** Where our kinds say more than the reference, or say it in other words. */
const OUR_KIND: Record<string, FailureKind> = {
	tokenExpired: 'accessTokenExpired',
	categoryCipherRefused: 'shopCipherRefused',
};

const single = codes.filter(({ code, variants }) => code !== 0 && variants === undefined);
const variants = codes.flatMap(({ variants: list = [] }) => list);

describe('kindOf', () => {
	it.each(single.map(({ code, kind }) => [code, kind] as const))('knows %i: %s', (code, kind) => {
		// 101000 is a token too, but one of the wrong person.
		const expected = code === 101000 ? 'wrongUser' : (OUR_KIND[kind] ?? kind);
		expect(kindOf({ code, message: '' })).toBe(expected);
	});

	it.each(variants.map(({ cue, kind }) => [cue, kind] as const))(
		'tells 36009004 apart by words: %s',
		(cue, kind) => {
			for (const message of cue.split(' / ')) {
				expect(kindOf({ code: 36009004, message })).toBe(OUR_KIND[kind] ?? kind);
				expect(kindOf({ code: 36009004, message: message.toUpperCase() })).toBe(
					OUR_KIND[kind] ?? kind,
				);
			}
		},
	);

	it.each<[Failure, FailureKind]>([
		[{ code: 36009004, message: 'something else' }, 'refused'],
		[{ code: 12052180, message: '' }, 'searchCap'],
		[{ code: 11000001, message: 'nope' }, 'refused'],
		[{ code: 11000001, message: 'nope', httpStatus: 500 }, 'refused'],
		[{ code: 11000001, message: '', httpStatus: 429 }, 'rateLimit'],
		[{ code: 11000001, message: '', httpStatus: 503 }, 'unavailable'],
		[{ code: 105005, message: '', httpStatus: 429 }, 'scope'],
		[{ message: '', httpStatus: 429 }, 'rateLimit'],
		[{ message: '', httpStatus: 503 }, 'unavailable'],
		[{ message: '', httpStatus: 500 }, 'internal'],
		[{ message: '', httpStatus: 504 }, 'internal'],
		[{ message: '', httpStatus: 404 }, 'refused'],
		[{ message: '' }, 'refused'],
	])('judges %j as %s', (failure, kind) => {
		expect(kindOf(failure)).toBe(kind);
	});
});

/** For every kind what a person can do about it; a kind that is added has to be added here too. */
const WHAT_TO_DO: Record<FailureKind, RegExp> = {
	accessTokenExpired: /authorize the app again/,
	answerUnreadable: /Try again.*check proxy and firewall/,
	appKey: /Copy App Key and App Secret again from Partner Center/,
	authorizationDenied: /authorize the app again/,
	authorizationExpired: /authorize the app again/,
	clock: /Turn on automatic time/,
	codeRefused: /authorize the app again/,
	documentPending: /wait a minute and try again/,
	file: /Use a smaller file/,
	format: /check the body/,
	internal: /Try again later.*support/,
	ipAllowList: /add the public IP address of your n8n server/,
	method: /compare the method with the API documentation/,
	network: /Check the network, proxy and firewall/,
	notConnected: /Only the owner of the shop can authorize/,
	otherSeller: /sign in as the owner of the right shop/,
	path: /compare the path and its version/,
	rateLimit: /Run fewer workflows at the same time/,
	redirect: /addresses in the credential/,
	refused: /Check the values/,
	scope: /Manage API and enable it/,
	searchCap: /Narrow the search/,
	shop: /Choose the shop again/,
	shopCipher: /choose it in the field Shop/,
	shopCipherRefused: /set Shop Cipher to Leave Out/,
	signature: /Copy both again from Partner Center/,
	timeout: /Try again, with fewer or smaller items/,
	token: /authorize the app again/,
	unavailable: /Try again later/,
	version: /Update this package/,
	wrongUser: /authorize the app again/,
};

const KINDS = Object.entries(WHAT_TO_DO) as Array<[FailureKind, RegExp]>;

describe('explain', () => {
	const failure: Failure = { code: 4711, message: 'TikTok words', requestId: 'req-1' };

	it.each(KINDS)('says what happened and what to do: %s', (kind, whatToDo) => {
		const error = explain(failure, kind);
		expect(error).toBeInstanceOf(TikTokShopError);
		expect(error.kind).toBe(kind);
		expect(error.message.length).toBeGreaterThan(10);
		expect(error.description).toMatch(whatToDo);
		expect(`${error.message}${error.description}`).not.toMatch(/undefined|NaN|\[object/);
	});

	it.each(KINDS)('puts code and request_id under it: %s', (kind) => {
		const error = explain({ ...failure, httpStatus: 400 }, kind);
		const [last] = error.description.split('\n\n').slice(-1);
		expect(last).toBe('TikTok said: TikTok words · TikTok code 4711 · request_id req-1');
		expect(error).toMatchObject({ tikTokCode: 4711, requestId: 'req-1', httpStatus: 400 });
	});

	it('puts nothing under it where nothing is known', () => {
		expect(explain({ message: '' }, 'timeout').description).not.toContain('\n\n');
	});

	it('names the address to open where a person has to authorize again', () => {
		const authorizeUrl = 'https://services.tiktokshop.com/open/authorize?service_id=1&state=2';
		for (const [kind, whatToDo] of KINDS) {
			if (!whatToDo.source.includes('authorize the app again')) continue;
			expect(explain({ message: '', authorizeUrl }, kind).description).toContain(authorizeUrl);
		}
		expect(explain({ message: '', authorizeUrl }, 'notConnected').message).toContain(authorizeUrl);
	});

	it('says TikTok’s own words where it knows nothing better', () => {
		const error = explain({ code: 1, message: 'Stock is negative', action: 'Update inventory' });
		expect(error.message).toBe('Stock is negative');
		expect(error.description).toContain('"Update inventory" was refused');
		expect(explain({ code: 1, message: '' }).message).toBe('TikTok Shop refused the request');
	});
});

describe('a missing scope', () => {
	const scopeError = (scopes: ScopeKey[], more: Partial<Failure> = {}) =>
		explain({ code: 105005, message: 'access denied', action: 'Get an order', scopes, ...more });

	it('is named as Partner Center names it, with id and key', () => {
		const { message, description } = scopeError(['seller.order.info']);
		expect(message).toBe('The permission (scope) "Order Information" is missing');
		expect(description).toContain(
			'"Get an order" needs Order Information (430276, seller.order.info).',
		);
		expect(description).toContain('Manage API');
		expect(description).toContain('The scope counts only after a new authorization.');
		expect(description).toContain('Operations of the other scopes go on working.');
		expect(description).not.toContain('TikTok reviews');
	});

	it('tells of the approval where TikTok wants one', () => {
		expect(scopeError(['seller.customer_service']).description).toContain('TikTok reviews');
	});

	it('names all that open the operation, and no approval where one of them needs none', () => {
		const { message, description } = scopeError([
			'seller.product.basic',
			'seller.customer_service',
		]);
		expect(message).toContain('"Product Basic" or "Customer Service"');
		expect(description).toContain('430148');
		expect(description).toContain('480004');
		expect(description).not.toContain('TikTok reviews');
	});

	it('names what is granted', () => {
		const { description } = scopeError(['seller.order.info'], {
			grantedScopes: 'seller.product.basic,seller.unknown,seller.finance.info',
		});
		expect(description).toContain('(granted: Product Basic, Finance Information)');
	});

	it('does without a scope where none is known', () => {
		const { message, description } = explain({ code: 105005, message: '' });
		expect(message).toBe('A permission (scope) is missing for this request');
		expect(description).toContain('This request needs a scope that this connection does not have.');
	});

	it('finds every scope of TikTok’s list in the words', () => {
		for (const key of Object.keys(SCOPES) as ScopeKey[]) {
			expect(nameScope(key)).toBe(`${SCOPES[key].name} (${SCOPES[key].id}, ${key})`);
			expect(scopeError([key]).description).toContain(nameScope(key));
		}
	});
});

describe('namesOfGranted', () => {
	it('knows only the keys of TikTok’s list', () => {
		expect(namesOfGranted('seller.order.info,nonsense')).toEqual(['Order Information']);
		expect(namesOfGranted('')).toEqual([]);
	});
});

/** What n8n's editor shows of an explanation. */
const shown = ({ description, kind }: TikTokShopError) =>
	`${toHtml(description)}<br><br>${toLink(helpUrl(kind), 'More help')}`;

describe('toNodeError', () => {
	const failure = explain({ code: 1, message: 'No', requestId: 'r', httpStatus: 400 });

	it('keeps message, description and itemIndex of an explained failure', () => {
		const error = toNodeError(node, failure, 3);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('No');
		expect(error.description).toBe(shown(failure));
		expect(error.context.itemIndex).toBe(3);
		expect(error.context.tikTok).toEqual({
			message: 'No',
			kind: 'refused',
			tikTokCode: 1,
			requestId: 'r',
		});
		expect(error).toMatchObject({ httpCode: '400', node: { name: 'TikTok Shop' } });
	});

	it.each(KINDS)('lets n8n put no words of its own over ours: %s', (kind) => {
		const explained = explain({ message: 'ECONNRESET', code: 1, httpStatus: 500 }, kind);
		const error = toNodeError(node, explained);
		expect(error.message).toBe(explained.message);
		expect(error.description).toBe(shown(explained));
		expect(error.context.itemIndex).toBeUndefined();
	});

	it('keeps a connection failure', () => {
		const error = toNodeError(node, new ConnectionError('ECONNREFUSED', false));
		expect(error.message).toBe('TikTok Shop cannot be reached');
		expect(error.description).toContain('ECONNREFUSED');
	});

	it('keeps refused input', () => {
		const error = toNodeError(node, new InputError('Order ID is empty', 'Fill it in'), 0);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('Order ID is empty');
		expect(error.description).toMatch(/^Fill it in<br><br><a href="\S+#field-value"/);
		expect(error.context.itemIndex).toBe(0);
	});

	it('finds the explanation in a chain of causes, also of n8n’s own errors', () => {
		const wrapped = new NodeApiError(node, { message: 'wrapped' });
		wrapped.cause = new Error('between', { cause: failure });
		expect(findKnown(wrapped)).toBe(failure);
		expect(toNodeError(node, wrapped).description).toBe(shown(failure));
	});

	it('adds what else there is to know, before the link to more', () => {
		const { description } = toNodeError(node, failure, 0, '2 of 3 items were done.');
		expect(description).toContain('request_id r<br><br>2 of 3 items were done.<br><br><a href=');
	});

	it('hands on errors of n8n, with the item they belong to', () => {
		const operation = new NodeOperationError(node, 'x');
		const api = new NodeApiError(node, { message: 'x' });
		expect(toNodeError(node, operation, 2)).toBe(operation);
		expect(toNodeError(node, api, 2)).toBe(api);
		expect([operation.context.itemIndex, api.context.itemIndex]).toEqual([2, 2]);
		expect(toNodeError(node, operation, 5).context.itemIndex).toBe(2);
	});

	it.each([[new Error('odd')], ['odd']])('wraps anything else: %s', (thrown) => {
		const error = toNodeError(node, thrown, 1);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('odd');
		expect(error.context.itemIndex).toBe(1);
		expect(findKnown(thrown)).toBeUndefined();
	});
});

describe('credentialTestRules', () => {
	const rules = (credentialTestRules() ?? []).map(
		({ properties }) => properties as { key: string; value: unknown; message: string },
	);

	it('covers every code, with words for each', () => {
		for (const { code } of codes.filter((entry) => entry.code !== 0)) {
			const fitting = rules.filter(({ key, value }) => key === 'code' && value === code);
			expect(fitting).toHaveLength(1);
			expect(fitting[0]?.message.length).toBeGreaterThan(40);
		}
	});

	it('lets success through', () => {
		expect(rules.filter(({ value }) => value === 0).map(({ key }) => key)).toEqual([
			'data.shops.length',
		]);
	});

	it('covers an answer that is none of TikTok’s, and a connection without shops', () => {
		const covered = rules.map(({ key, value }) => [key, value]);
		expect(covered).toContainEqual(['code', undefined]);
		expect(covered).toContainEqual(['data.shops', undefined]);
		const noShops = rules.filter(({ key }) => key.startsWith('data.shops'));
		expect(noShops.every(({ message }) => message.includes('No shop is authorized'))).toBe(true);
	});

	it('names all causes of 36009004 that a credential test can meet', () => {
		const rule = rules.find(({ value }) => value === 36009004);
		for (const word of ['App Key', 'App Secret', 'clock']) expect(rule?.message).toContain(word);
	});

	it('names the scope of the test', () => {
		const rule = rules.find(({ value }) => value === 105005);
		expect(rule?.message).toContain('Shop Authorized Information (431812');
	});

	it('says nothing that is not filled in', () => {
		expect(rules.map(({ message }) => message).join()).not.toMatch(/undefined|\[object/);
	});
});

it('explains a connection without a shop', () => {
	expect(noShopError()).toMatchObject({ kind: 'shop', message: 'No shop is authorized' });
});

describe('tell', () => {
	it('tells an explained failure as plain text, with where more stands', () => {
		const failure = explain({ code: 1, message: 'No <b>way</b>', requestId: 'r' });
		expect(tell(node, failure)).toEqual({
			message: 'No <b>way</b>',
			description: failure.description,
			helpUrl: helpUrl('refused'),
			tikTokCode: 1,
			requestId: 'r',
		});
	});

	it('tells what n8n itself said', () => {
		const error = new NodeOperationError(node, 'x', { description: 'y' });
		expect(tell(node, error)).toEqual({ message: 'x', description: 'y' });
		expect(tell(node, new Error('z'))).toMatchObject({ message: 'z', description: undefined });
	});
});
