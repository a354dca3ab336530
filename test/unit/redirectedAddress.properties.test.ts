import * as fc from 'fast-check';

import { InputError, TikTokShopError } from '../../nodes/shared/errors';
import { findCode, hasUnusedCode, stateOf, usedCodesWithPasted } from '../../nodes/shared/oauth';
import { form } from './helpers';

const state = stateOf(form());

const find = (authorizationCode: string) => findCode(form({ authorizationCode }));

/** Any text that can be a code; "null" is how TikTok says that the owner declined. */
const code = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text !== 'null');

const origin = fc.constantFrom(
	'https://n8n.example.com/webhook/1/callback',
	'http://localhost:5678/rest/oauth2-credential/callback',
	'https://n8n.example.com/#/cb',
	'example.com/cb',
	'',
);

const others = fc.array(
	fc.tuple(
		fc
			.stringMatching(/^[a-z_]{1,10}$/)
			.filter((name) => !['code', 'state', 'error'].includes(name)),
		fc.string({ unit: 'grapheme' }),
	),
	{ maxLength: 5 },
);

/** The address of a browser after TikTok sent it back: parameters in any order, among any others. */
const redirected = (pairs: Array<[string, string]>) =>
	fc
		.tuple(origin, others, fc.constantFrom('', '#', '#top', '#_=_'), fc.constantFrom('', ' ', '\n'))
		.chain(([base, more, hash, blank]) =>
			fc
				.shuffledSubarray([...pairs, ...more], { minLength: pairs.length + more.length })
				.map((list) => `${blank}${base}?${String(new URLSearchParams(list))}${hash}${blank}`),
		);

const redirectedWith = (known: string) =>
	code.chain((found) =>
		redirected([
			['code', found],
			['state', known],
		]).map((pasted) => ({ found, pasted })),
	);

describe('a redirected address', () => {
	it('gives exactly the code in it', () => {
		fc.assert(
			fc.property(redirectedWith(state), ({ found, pasted }) => {
				expect(find(pasted)).toBe(found);
			}),
		);
	});

	it('gives nothing with a state of another credential, app or service', () => {
		const another = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc
				.record({ appSecret: fc.string({ minLength: 1 }) })
				.map((changes) => stateOf(form(changes))),
			fc
				.record({ serviceId: fc.stringMatching(/^\d{19}$/) })
				.map((changes) => stateOf(form(changes))),
			fc.record({ appKey: fc.string({ minLength: 1 }) }).map((changes) => stateOf(form(changes))),
		);
		const address = another.filter((other) => other !== state).chain(redirectedWith);
		fc.assert(fc.property(address, ({ pasted }) => expect(() => find(pasted)).toThrow(InputError)));
	});

	it('with "null" or a denial in it is a declined authorization', () => {
		const declined = fc.constantFrom<Array<[string, string]>>(
			[['code', 'null']],
			[['error', 'auth_denied']],
			[
				['code', 'null'],
				['error', 'auth_denied'],
				['state', state],
			],
		);
		fc.assert(
			fc.property(declined.chain(redirected), (pasted) => {
				expect(() => find(pasted)).toThrow(TikTokShopError);
				expect(() => find(pasted)).toThrow('declined');
			}),
		);
	});

	it('that gave way to another authorization is not exchanged later', () => {
		fc.assert(
			fc.property(redirectedWith(state), ({ pasted }) => {
				const credentials = form({ authorizationCode: pasted });
				expect(hasUnusedCode(credentials)).toBe(true);
				const usedCodes = usedCodesWithPasted(credentials);
				expect(hasUnusedCode({ ...credentials, usedCodes })).toBe(false);
			}),
		);
	});
});

it('whatever is pasted gives a piece of it, nothing, or words without the secret', () => {
	const piece = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.constantFrom('?', '&', '=', '#', '%', '%zz', 'code=', 'state=', state, 'null', '\r\n', '+'),
	);
	const pasted = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
	fc.assert(
		fc.property(pasted, (text) => {
			try {
				expect(typeof find(text)).toBe('string');
			} catch (error) {
				const known = error instanceof InputError || error instanceof TikTokShopError;
				expect(known).toBe(true);
				const { message, description } = error as InputError;
				expect(`${message}${description}`).not.toContain(form().appSecret);
			}
		}),
		{ numRuns: 1000 },
	);
});
