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
 * @returns 'forged' where the signature is not TikTok's, 'malformed' where the content is no notification
 * @see doc page tts-webhooks-overview
 */
export function readNotification(
	{ appKey, appSecret }: { appKey: string; appSecret: string },
	{ rawBody, signature }: { rawBody: Buffer; signature?: string },
): Notification | 'forged' | 'malformed' {
	const readable = rawBody.length <= LARGEST_BODY;
	if (
		!readable ||
		!isWebhookGenuine({ appKey: appKey.trim(), appSecret: appSecret.trim(), rawBody, signature })
	) {
		return 'forged';
	}
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

const MOST_REMEMBERED = 1000;

const seenInProcess = new Map<string, Set<string>>();

/**
 * Whether a notification comes for the first time, and remembers it. The stored list survives restarts; the one in
 * memory catches deliveries that arrive before the stored one is written.
 *
 * @param receiver - the address the notification came to
 * @param state - where n8n keeps the trigger's data
 */
export function isFirstTime(receiver: string, id: string, state: { seen?: string[] }): boolean {
	const inProcess = seenInProcess.get(receiver) ?? new Set<string>();
	seenInProcess.set(receiver, inProcess);
	const stored = state.seen ?? [];
	if (inProcess.has(id) || stored.includes(id)) return false;
	inProcess.add(id);
	for (const oldest of inProcess) {
		if (inProcess.size <= MOST_REMEMBERED) break;
		inProcess.delete(oldest);
	}
	state.seen = [...stored, id].slice(-MOST_REMEMBERED);
	return true;
}
