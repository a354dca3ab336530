import { createHmac } from 'node:crypto';

import * as fc from 'fast-check';

import { isWebhookGenuine, signedQuery, signRequest, toQuery } from '../../nodes/shared/signing';
import { requestSignature } from '../sandbox/signature';

const anyText = fc.string({ unit: 'binary' });

/** TikTok's own names are like this; how it sorts others nobody knows. */
const name = fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/).filter((text) => text !== '__proto__');

const secret = fc.string({ unit: 'grapheme-ascii', minLength: 1 });

const parameters = fc.dictionary(
	name,
	fc.oneof(anyText, fc.integer(), fc.boolean(), fc.array(anyText), fc.constant(null)),
	{ noNullPrototype: true },
);

describe('the signature of a request', () => {
	it('is what an independent implementation computes', () => {
		fc.assert(
			fc.property(
				secret,
				anyText,
				parameters,
				fc.option(anyText),
				(appSecret, path, given, text) => {
					const body = text ?? undefined;
					const query = toQuery(given);
					const expected = requestSignature(appSecret, {
						path,
						query: Object.entries(query),
						body,
					});
					expect(signRequest({ appSecret, path, query, body })).toBe(expected);
				},
			),
		);
	});

	it('fits the query it is sent with, after a journey through an address', () => {
		const time = fc.integer({ min: 0, max: 4e9 });
		fc.assert(
			fc.property(secret, name, parameters, time, (appSecret, appKey, given, atSeconds) => {
				const query = signedQuery({ appKey, appSecret, path: '/p', parameters: given, atSeconds });
				const arrived = [
					...new URL(`http://x/p?${String(new URLSearchParams(query))}`).searchParams,
				];
				const sent = arrived.find(([key]) => key === 'sign')?.[1];
				// Blanks around the secret are taken for an accident.
				const expected = requestSignature(appSecret.trim(), { path: '/p', query: arrived });
				expect(sent).toBe(expected);
			}),
		);
	});

	it('does not hold the secret, nor does the query', () => {
		const long = fc
			.string({ unit: 'grapheme-ascii', minLength: 8 })
			.filter((text) => /^\S+$/.test(text));
		fc.assert(
			fc.property(long, (appSecret) => {
				const query = signedQuery({ appKey: 'key', appSecret, path: '/p', atSeconds: 1 });
				expect(JSON.stringify(query)).not.toContain(appSecret);
			}),
		);
	});
});

describe('the verification of a webhook', () => {
	const bytes = fc.uint8Array({ maxLength: 300 }).map((list) => Buffer.from(list));
	const app = fc.record({ appKey: name, appSecret: secret });
	/** Written anew from TikTok's words: the sum of App Key and body under the App Secret. */
	const signatureOf = (
		{ appKey, appSecret }: { appKey: string; appSecret: string },
		body: Buffer,
	) =>
		createHmac('sha256', appSecret)
			.update(Buffer.concat([Buffer.from(appKey), body]))
			.digest('hex');

	it('accepts what TikTok signed, whatever the bytes', () => {
		fc.assert(
			fc.property(app, bytes, fc.boolean(), (known, rawBody, capitals) => {
				const sum = signatureOf(known, rawBody);
				const signature = capitals ? sum.toUpperCase() : sum;
				expect(isWebhookGenuine({ ...known, rawBody, signature })).toBe(true);
			}),
		);
	});

	it('refuses a body with any byte changed, added or left out', () => {
		const change = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });
		const kind = fc.constantFrom('changed', 'added', 'left out');
		fc.assert(
			fc.property(app, bytes, change, kind, (known, body, { at, by }, how) => {
				fc.pre(how === 'added' || body.length > 0);
				const place = at % Math.max(1, body.length);
				const [before, after] = [body.subarray(0, place), body.subarray(place + 1)];
				const byte = Buffer.from([((body[place] ?? 0) + by) % 256]);
				const rawBody = {
					changed: Buffer.concat([before, byte, after]),
					added: Buffer.concat([body, byte]),
					'left out': Buffer.concat([before, after]),
				}[how];
				const signature = signatureOf(known, body);
				expect(isWebhookGenuine({ ...known, rawBody, signature })).toBe(false);
			}),
		);
	});

	it('refuses a signature with any digit changed, and one of any other length', () => {
		const at = fc.integer({ min: 0, max: 63 });
		fc.assert(
			fc.property(app, bytes, at, anyText, (known, rawBody, place, tail) => {
				const sum = signatureOf(known, rawBody);
				const digit = sum[place] === '0' ? '1' : '0';
				const forged = [
					sum.slice(0, place) + digit + sum.slice(place + 1),
					sum.slice(0, place),
					`${sum}${tail}x`,
					`${tail}x${sum}`,
				];
				for (const signature of forged) {
					expect(isWebhookGenuine({ ...known, rawBody, signature })).toBe(false);
				}
			}),
		);
	});

	it('refuses what another app or another secret signed', () => {
		fc.assert(
			fc.property(app, app, bytes, (known, other, rawBody) => {
				fc.pre(known.appSecret !== other.appSecret);
				const signature = signatureOf({ ...known, appSecret: other.appSecret }, rawBody);
				expect(isWebhookGenuine({ ...known, rawBody, signature })).toBe(false);
			}),
		);
	});
});
