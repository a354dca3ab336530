import * as fc from 'fast-check';

import {
	explain,
	InputError,
	kindOf,
	TikTokShopError,
	toNodeError,
} from '../../nodes/shared/errors';
import { EXPLANATIONS, type Failure } from '../../nodes/shared/explanations';
import { connectionErrorFrom, withoutRequest } from '../../nodes/shared/http';
import { SCOPES, type ScopeKey } from '../../nodes/shared/scopes';
import { findSecret } from '../engine/leaks';
import { issuedSecrets } from '../sandbox/issued';
import { node, reference } from './helpers';

const documented = reference<{ codes: Array<{ code: number }> }>('errors').codes;

const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		'',
		'<img src=x onerror=alert(1)>',
		'"><script>',
		'&lt;b&gt;',
		'ECONNRESET',
		'\r\n',
	),
	fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => `see ${url}.`),
);

const code = fc.oneof(
	fc.constantFrom(...documented.map((each) => each.code)),
	fc.constant(36009004),
	fc.integer(),
);

const failure: fc.Arbitrary<Failure> = fc.record(
	{
		code,
		message: text,
		requestId: text,
		httpStatus: fc.integer({ min: 100, max: 599 }),
		action: text,
		scopes: fc.array(fc.constantFrom(...(Object.keys(SCOPES) as ScopeKey[])), { maxLength: 3 }),
		grantedScopes: fc.oneof(text, fc.constant(Object.keys(SCOPES).join(','))),
		authorizeUrl: fc.webUrl(),
	},
	{ requiredKeys: ['message'] },
);

describe('whatever TikTok answers', () => {
	it('is a failure of one known kind, with words, code and request_id', () => {
		fc.assert(
			fc.property(failure, (given) => {
				const { kind, message, description, tikTokCode, requestId } = explain(given);
				expect(Object.keys(EXPLANATIONS)).toContain(kind);
				expect(kind).toBe(kindOf(given));
				expect(message).not.toBe('');
				expect([tikTokCode, requestId]).toEqual([given.code, given.requestId]);
				if (given.code !== undefined) expect(description).toContain(`TikTok code ${given.code}`);
				if (given.requestId) expect(description).toContain(`request_id ${given.requestId}`);
				if (given.message) expect(description).toContain(`TikTok said: ${given.message}`);
			}),
		);
	});

	it('is shown with no HTML but ours: n8n renders what an error says', () => {
		fc.assert(
			fc.property(failure, fc.option(text), (given, addition) => {
				const { description } = toNodeError(node, explain(given), 0, addition ?? undefined);
				const html = String(description);
				const rest = html
					.replace(/<br>/g, '')
					.replace(/<a href="https?:\/\/[^"<>]*" target="_blank">[^<>]*<\/a>/g, '');
				expect(rest).not.toMatch(/[<>"]/);
			}),
		);
	});

	it('becomes an error of n8n with the item it belongs to', () => {
		const known = fc.oneof(
			failure.map((given) => explain(given)),
			fc.tuple(text, text).map(([message, description]) => new InputError(message, description)),
			text.map((message) => new Error(message)),
			fc.oneof(text, fc.integer(), fc.constant(undefined), fc.constant(null)),
		);
		fc.assert(
			fc.property(known, fc.nat(), (thrown, item) => {
				const error = toNodeError(node, thrown, item);
				expect(error.node).toBe(node);
				expect(error.context.itemIndex).toBe(item);
				if (thrown instanceof TikTokShopError) expect(error.message).toBe(thrown.message);
			}),
		);
	});
});

describe('whatever n8n’s HTTP helper throws', () => {
	const SECRET = 'a-secret-of-the-sandbox';

	beforeAll(() => issuedSecrets.set(SECRET, 'app secret'));

	afterAll(() => issuedSecrets.delete(SECRET));

	const hiding = fc.constantFrom('config', 'request', 'response', 'options', 'headers', 'stack');

	const httpError = fc
		.record({
			message: text,
			code: fc.oneof(fc.string(), fc.constantFrom('ECONNRESET', 'ERR_CANCELED', 'ERR_BAD_REQUEST')),
			where: fc.array(hiding, { minLength: 1 }),
			depth: fc.nat({ max: 12 }),
		})
		.map(({ message, code: given, where, depth }) => {
			const places = Object.fromEntries(where.map((name) => [name, { params: { x: SECRET } }]));
			let error: Error = Object.assign(new Error(message), { code: given }, places);
			for (let level = 0; level < depth; level++) error = new Error(message, { cause: error });
			return error;
		});

	it('leaves no request and no secret in what is handed on', () => {
		fc.assert(
			fc.property(httpError, (error) => {
				expect(findSecret(error)).toBeDefined();
				expect(findSecret(withoutRequest(error))).toBeUndefined();
				expect(findSecret(toNodeError(node, withoutRequest(error)))).toBeUndefined();
			}),
		);
	});

	it('is about a connection only if its code says so', () => {
		const other = fc.constantFrom(
			'ERR_CANCELED',
			'ERR_BAD_REQUEST',
			'ERR_INVALID_URL',
			'',
			'toString',
		);
		fc.assert(
			fc.property(other, text, (given, message) => {
				const error = Object.assign(new Error(message), { code: given });
				expect(connectionErrorFrom(error)).toBeUndefined();
			}),
		);
	});
});
