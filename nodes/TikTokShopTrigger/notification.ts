import type { IDataObject } from 'n8n-workflow';

import { isObject, tryJson } from '../shared/http';
import { isWebhookGenuine } from '../shared/signing';
import { asText } from '../shared/text';

/** What TikTok sent, after the signature was found genuine. */
export interface Notification {
	id: string;
	type: number;
	shopId: string;
	/** Unix seconds. */
	atSeconds: number;
	data: IDataObject;
}

const LARGEST_BODY = 1024 * 1024;

/**
 * Reads a notification from the bytes that arrived.
 *
 * @param request.rawBody - the body's bytes, before any parsing
 * @param request.signature - the Authorization header
 * @returns 'tooLarge' for more than 1 MB, 'forged' where the signature is not TikTok's, 'malformed' where the content is no notification
 * @see doc page tts-webhooks-overview
 */
export function readNotification(
	{ appKey, appSecret }: { appKey: string; appSecret: string },
	{ rawBody, signature }: { rawBody: Buffer; signature?: string },
): Notification | 'forged' | 'malformed' | 'tooLarge' {
	if (rawBody.length > LARGEST_BODY) return 'tooLarge';
	const app = { appKey: appKey.trim(), appSecret: appSecret.trim() };
	// Anybody could sign with an empty one.
	if (app.appSecret === '') return 'forged';
	if (!isWebhookGenuine({ ...app, rawBody, signature })) return 'forged';
	const body = tryJson(rawBody.toString('utf8'));
	if (!isObject(body)) return 'malformed';
	const { type, tts_notification_id, shop_id, timestamp, data } = body;
	const notification = {
		id: asText(tts_notification_id),
		type: Number(asText(type) || NaN),
		shopId: asText(shop_id),
		atSeconds: Number(asText(timestamp) || NaN),
		data: isObject(data) ? data : {},
	};
	return notification.id === '' || Number.isNaN(notification.type) ? 'malformed' : notification;
}
