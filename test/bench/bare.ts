import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { setTimeout as wait } from 'node:timers/promises';

import { requestSignature } from '../sandbox/signature';
import type { Access } from './shop';

/** What a program that does without n8n knows of its connection. */
export interface BareAccess extends Access {
	accessToken: string;
	shopCipher: string;
}

/** One signed request, as a script would send it. */
export async function bareRequest(
	{ url, appKey, appSecret, accessToken, shopCipher }: BareAccess,
	method: 'GET' | 'POST',
	path: string,
	parameters: Record<string, string>,
	body?: object,
): Promise<IDataObject> {
	const query: Record<string, string> = {
		...parameters,
		app_key: appKey,
		shop_cipher: shopCipher,
		timestamp: String(Math.floor(Date.now() / 1000)),
	};
	const text = body && JSON.stringify(body);
	query.sign = requestSignature(appSecret, { path, query: Object.entries(query), body: text });
	const { data } = await axios.request<{ code: number; message: string; data: IDataObject }>({
		method,
		url: url + path,
		params: query,
		data: text,
		headers: { 'content-type': 'application/json', 'x-tts-access-token': accessToken },
		proxy: false,
	});
	if (data.code !== 0) throw new Error(data.message);
	return data.data;
}

/**
 * All orders of a shop, page by page.
 *
 * @param limits.perSecond - TikTok refuses more requests than 50; without it nothing is kept to
 * @param limits.most - stop after this many
 */
export async function bareOrders(
	access: BareAccess,
	{ perSecond, most = Infinity }: { perSecond?: number; most?: number } = {},
): Promise<IDataObject[]> {
	const orders: IDataObject[] = [];
	const sent: number[] = [];
	let token = '';
	do {
		const oldest = perSecond === undefined ? undefined : sent[sent.length - perSecond];
		if (oldest !== undefined) await wait(Math.max(0, oldest + 1000 - performance.now()));
		sent.push(performance.now());
		const page = { page_size: '100', ...(token === '' ? {} : { page_token: token }) };
		const data = await bareRequest(access, 'POST', '/order/202309/orders/search', page, {});
		orders.push(...(data.orders as IDataObject[]));
		token = String(data.next_page_token ?? '');
	} while (token !== '' && orders.length < most);
	return orders;
}
