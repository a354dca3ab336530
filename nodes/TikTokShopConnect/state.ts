import { createHmac, randomBytes } from 'crypto';

import { isSame } from '../shared/signing';

/** What a `state` says about itself once its signature was found right. */
export interface ConnectState {
	/** Different for every link that was opened, so that it works once. */
	nonce: string;
	/** Unix seconds. */
	expiresAt: number;
}

/** How long the shop owner may take to sign in and accept. */
export const STATE_LIFE_SECONDS = 3600;

const keyOf = (appSecret: string) =>
	createHmac('sha256', appSecret).update('connect link').digest();

/**
 * A `state` for one authorization: signed, so that nobody can make one; bound to the credential and the node; expiring.
 *
 * @param audience - tells apart where it may be used, for instance the credential's id and the callback's address
 * @param atSeconds - Unix seconds
 */
export function issueState(appSecret: string, audience: string, atSeconds: number): string {
	const nonce = randomBytes(16).toString('hex');
	const content = `${nonce}.${atSeconds + STATE_LIFE_SECONDS}`;
	return `${content}.${sign(appSecret, audience, content)}`;
}

/**
 * Reads a `state` that came back.
 *
 * @returns 'forged' where it was not issued for this audience, 'expired' where it is too old
 */
export function readState(
	appSecret: string,
	audience: string,
	state: string,
	atSeconds: number,
): ConnectState | 'expired' | 'forged' {
	const [nonce = '', expiry = '', signature = ''] = state.split('.');
	if (!isSame(signature, sign(appSecret, audience, `${nonce}.${expiry}`))) return 'forged';
	const expiresAt = Number(expiry);
	return expiresAt < atSeconds ? 'expired' : { nonce, expiresAt };
}

function sign(appSecret: string, audience: string, content: string): string {
	return createHmac('sha256', keyOf(appSecret)).update(`${audience}\n${content}`).digest('hex');
}
