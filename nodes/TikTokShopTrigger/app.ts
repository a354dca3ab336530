import type { IWebhookFunctions } from 'n8n-workflow';

import type { TikTokShopCredentials } from '../shared/oauth';
import { CREDENTIAL } from '../shared/request';

/** What TikTok signs the notifications of an app with. */
export type App = Pick<TikTokShopCredentials, 'appKey' | 'appSecret'>;

const KNOWN_MS = 60_000;

/** By credential; the time is when it was read. */
const known = new Map<string, { app: App; readAt: number }>();

/**
 * The app of the node's credential, read within the last minute: reading a credential costs n8n more than all that the
 * trigger does with a notification.
 *
 * @param fresh - whether it has to be read now
 */
export async function appOf(context: IWebhookFunctions, { fresh = false } = {}): Promise<App> {
	const id = context.getNode().credentials?.[CREDENTIAL]?.id ?? '';
	const now = performance.now();
	const last = known.get(id);
	if (last !== undefined && !fresh && now - last.readAt < KNOWN_MS) return last.app;
	const { appKey, appSecret } = await context.getCredentials<TikTokShopCredentials>(CREDENTIAL);
	const app = { appKey, appSecret };
	if (id !== '') known.set(id, { app, readAt: now });
	return app;
}
