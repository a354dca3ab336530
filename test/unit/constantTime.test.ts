import * as crypto from 'crypto';
import * as fc from 'fast-check';

import { readNotification } from '../../nodes/TikTokShopTrigger/notification';
import { issueState, readState } from '../../nodes/TikTokShopConnect/state';
import { findCode, stateOf } from '../../nodes/shared/oauth';
import { isSame } from '../../nodes/shared/signing';
import { webhookSignature } from '../sandbox/signature';
import { form } from './helpers';

jest.mock('crypto', () => {
	const actual = jest.requireActual<typeof crypto>('crypto');
	return {
		...actual,
		createHmac: jest.fn(actual.createHmac),
		timingSafeEqual: jest.fn(actual.timingSafeEqual),
	};
});

const compared = jest.mocked(crypto.timingSafeEqual);
const summed = jest.mocked(crypto.createHmac);

beforeEach(() => {
	compared.mockClear();
	summed.mockClear();
});

const app = { appKey: '6abcdefghij', appSecret: 'very-secret-app-secret' };
const rawBody = Buffer.from('{"type":1,"tts_notification_id":"1"}');
const signature = webhookSignature(app.appKey, app.appSecret, rawBody.toString());

/** As long as a signature, and right up to some digit. */
const similar = (rightDigits: number) =>
	signature.slice(0, rightDigits) + signature.slice(rightDigits).replace(/./g, 'g');

/** The texts that were compared, each pair of them of the same length. */
const pairs = () =>
	compared.mock.calls.map(([given, expected]) => {
		expect(given.byteLength).toBe(expected.byteLength);
		return [given, expected].map((bytes) => Buffer.from(bytes as Uint8Array).toString());
	});

describe('every signature of full length is compared whole, wherever it differs', () => {
	it.each([0, 1, 32, 63])('of a webhook, right up to digit %i', (digits) => {
		expect(readNotification(app, { rawBody, signature: similar(digits) })).toBe('forged');
		expect(pairs()).toEqual([[similar(digits), signature]]);
	});

	it('of a webhook, the right one', () => {
		expect(readNotification(app, { rawBody, signature })).toMatchObject({ id: '1' });
		expect(pairs()).toEqual([[signature, signature]]);
	});

	it.each([0, 1, 32, 63])('of a connect link, right up to digit %i', (digits) => {
		const [nonce, expiry, sum = ''] = issueState('secret', 'audience', 1000).split('.');
		const changed = sum.slice(0, digits) + 'g'.repeat(64 - digits);
		expect(readState('secret', 'audience', [nonce, expiry, changed].join('.'), 1000)).toBe(
			'forged',
		);
		expect(pairs()).toEqual([[changed, sum]]);
	});

	it('of a pasted address', () => {
		const changed = stateOf(form()).replace(/.$/, 'g');
		const authorizationCode = `https://example.com/?code=x&state=${changed}`;
		expect(() => findCode(form({ authorizationCode }))).toThrow('another credential');
		expect(pairs()).toEqual([[changed, stateOf(form())]]);
	});
});

it('a signature of another length is refused without an error', () => {
	for (const given of [undefined, '', 'x', signature.slice(1), `${signature}0`, 'é'.repeat(64)]) {
		expect(readNotification(app, { rawBody, signature: given })).toBe('forged');
	}
	expect(compared).not.toHaveBeenCalled();
});

it('nothing is summed or compared for a body that is too large', () => {
	const large = Buffer.alloc(10 * 1024 * 1024, 'x');
	expect(readNotification(app, { rawBody: large, signature })).toBe('tooLarge');
	expect(summed).not.toHaveBeenCalled();
	expect(compared).not.toHaveBeenCalled();
});

it('texts are the same only if every sign is', () => {
	const text = fc.string({ unit: 'grapheme' });
	fc.assert(fc.property(text, (a) => expect(isSame(a, `${a}`)).toBe(true)));
	fc.assert(fc.property(text, text, (a, b) => expect(isSame(a, b)).toBe(a === b)));
});
