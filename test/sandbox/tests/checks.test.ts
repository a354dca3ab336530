import axios from 'axios';
import { requestSignature } from '../index';
import { operations } from '../reference';
import { connected, type Connected } from './support';

const SHOPS = '/authorization/202309/shops';
const SEARCH = '/order/202309/orders/search';

let env: Connected;

beforeAll(async () => {
	env = await connected({ rateLimit: 1_000 });
});

afterAll(async () => {
	await env.sandbox.stop();
});

const search = async (query: Record<string, string>, body: unknown = {}) =>
	await env.seller.call('POST', SEARCH, {
		query: { shop_cipher: env.cipher, page_size: '10', ...query },
		body,
	});

describe('path and method', () => {
	it('refuses a path nobody has', async () => {
		expect(await env.seller.call('GET', '/order/209901/orders')).toMatchObject({ code: 36009009 });
	});

	it('refuses a method the path does not have', async () => {
		expect(await env.seller.call('PATCH', SEARCH)).toMatchObject({ code: 36009010 });
	});

	it('plays an operation only after the checks', async () => {
		const path = '/product/202309/categories';
		const query = { shop_cipher: env.cipher };
		expect(await env.seller.call('GET', path)).toMatchObject({ code: 106013 });
		expect(await env.seller.call('GET', path, { query })).toMatchObject({ code: 0 });
	});

	it('knows all operations of the reference', () => {
		expect(operations.length).toBe(184);
		expect(new Set(operations.map((each) => `${each.method} ${each.path}`)).size).toBe(184);
	});
});

describe('app key, timestamp and signature', () => {
	it('refuses a foreign app key', async () => {
		const answer = await env.seller.call('GET', SHOPS, { query: { app_key: 'other' } });
		expect(answer).toMatchObject({ status: 401, code: 36009004 });
		expect(answer.message).toContain('app_key');
	});

	it.each([
		['missing', ''],
		['in milliseconds', String(Date.now())],
		['not an integer', '1.5'],
		['negative', '-1'],
	])('refuses a timestamp that is %s', async (_case, timestamp) => {
		const answer = await env.seller.call('GET', SHOPS, { timestamp });
		expect(answer.code).toBe(36009004);
		expect(answer.message).toContain('timestamp');
	});

	it.each([
		[-290, 0],
		[-310, 36009004],
		[20, 0],
		[40, 36009004],
	])('answers a timestamp %i seconds off with code %i', async (offset, code) => {
		const timestamp = String(Math.floor(Date.now() / 1000) + offset);
		expect((await env.seller.call('GET', SHOPS, { timestamp })).code).toBe(code);
	});

	it('tells a missing signature from a wrong one', async () => {
		const missing = await env.seller.call('GET', SHOPS, { sign: () => undefined });
		expect(missing).toMatchObject({ status: 401, code: 36009004 });
		expect(missing.message).toContain('required signature');
		const wrong = await env.seller.call('GET', SHOPS, {
			sign: (honest) => honest.replace(/^./, honest.startsWith('0') ? '1' : '0'),
		});
		expect(wrong).toMatchObject({ status: 401, code: 106001 });
	});

	it('holds the signature against the bytes sent, not their meaning', async () => {
		const honest = JSON.stringify({ order_status: 'UNPAID' });
		const query = {
			app_key: env.sandbox.app.appKey,
			timestamp: String(Math.floor(Date.now() / 1000)),
			shop_cipher: env.cipher,
			page_size: '10',
		};
		const sign = requestSignature(env.sandbox.app.appSecret, {
			path: SEARCH,
			query: Object.entries(query),
			body: honest,
		});
		const send = async (body: string) =>
			await axios.post<{ code: number }>(`${env.sandbox.url}${SEARCH}`, Buffer.from(body), {
				params: { ...query, sign },
				headers: {
					'content-type': 'application/json',
					'x-tts-access-token': env.seller.accessToken,
				},
				validateStatus: () => true,
			});
		expect((await send(honest)).data.code).toBe(0);
		expect((await send(`${honest} `)).data.code).toBe(106001);
	});

	it('signs values as they are after decoding', async () => {
		const answer = await search({ page_token: 'x y+/=é' });
		expect(answer.code).toBe(36009004);
		expect(answer.message).toContain('page_token');
	});

	it('leaves a multipart body out of the signature', async () => {
		const path = '/product/202309/images/upload';
		const form = new FormData();
		form.set('data', new Blob(['bytes']), 'a.png');
		const query = {
			app_key: env.sandbox.app.appKey,
			timestamp: String(Math.floor(Date.now() / 1000)),
		};
		const sign = requestSignature(env.sandbox.app.appSecret, {
			path,
			query: Object.entries(query),
		});
		const answer = await fetch(
			`${env.sandbox.url}${path}?${new URLSearchParams({ ...query, sign }).toString()}`,
			{
				method: 'POST',
				body: form,
				headers: { 'x-tts-access-token': env.seller.accessToken },
			},
		);
		const body = (await answer.json()) as { message: string };
		// Past all checks of the request: only the bytes are no picture.
		expect(body.message).toContain('Failed to process the image');
	});
});

describe('token', () => {
	it('wants the header', async () => {
		const answer = await env.seller.call('GET', SHOPS, {
			headers: { 'x-tts-access-token': undefined },
		});
		expect(answer).toMatchObject({ status: 401, code: 36009004 });
		expect(answer.message).toContain('x-tts-access-token header is invalid');
	});

	it('does not accept a token in the query', async () => {
		const query = { access_token: env.seller.accessToken };
		const alone = await env.seller.call('GET', SHOPS, {
			query,
			headers: { 'x-tts-access-token': undefined },
		});
		expect(alone.code).toBe(36009004);
		expect((await env.seller.call('GET', SHOPS, { query })).message).toContain('access_token');
	});

	it('refuses an unknown token', async () => {
		const headers = { 'x-tts-access-token': 'ROW_unknown' };
		expect(await env.seller.call('GET', SHOPS, { headers })).toMatchObject({
			status: 401,
			code: 105001,
		});
	});
});

describe('shop cipher', () => {
	it('is missing, foreign or not wanted', async () => {
		expect(
			await env.seller.call('POST', SEARCH, { query: { page_size: '10' }, body: {} }),
		).toMatchObject({ code: 106013 });
		const foreign = await search({ shop_cipher: 'ROW_foreign' });
		expect(foreign).toMatchObject({ code: 36009004 });
		expect(foreign.message).toContain('invalid');
		const refused = await env.seller.call('GET', SHOPS, { query: { shop_cipher: env.cipher } });
		expect(refused.code).toBe(36009004);
		expect(refused.message).toMatch(/shop_cipher.*not required/);
	});

	it('reads the shop it names', async () => {
		const [, second] = await env.sandbox.control.shops();
		const first = await search({});
		const other = await search({ shop_cipher: second?.cipher ?? '' });
		expect(JSON.stringify(first.data.orders)).toContain('GBP');
		expect(JSON.stringify(other.data.orders)).toContain('USD');
	});
});

describe('parameters', () => {
	it.each([
		['an unknown query parameter', { foo: '1' }, {}, 'foo'],
		['page_size too large', { page_size: '101' }, {}, 'page_size'],
		['page_size no number', { page_size: 'ten' }, {}, 'page_size'],
		['sort_order outside its values', { sort_order: 'asc' }, {}, 'sort_order'],
		['an unknown body field', {}, { create_time_from: 1 }, 'create_time_from'],
		['a number as text', {}, { create_time_ge: '1700000000' }, 'create_time_ge'],
		['a status outside its values', {}, { order_status: 'SHIPPED' }, 'order_status'],
		['text instead of a list', {}, { warehouse_ids: '1' }, 'warehouse_ids'],
		['a boolean as text', {}, { is_buyer_request_cancel: 'true' }, 'is_buyer_request_cancel'],
		['null', {}, { order_status: null }, 'order_status'],
	])('refuses %s', async (_case, query: Record<string, string>, body, named) => {
		const answer = await search(query, body);
		expect(answer.status).toBe(400);
		expect(answer.message).toContain(named);
		expect(answer.data).toBeUndefined();
	});

	it('refuses a missing required parameter', async () => {
		const answer = await env.seller.call('POST', SEARCH, {
			query: { shop_cipher: env.cipher },
			body: {},
		});
		expect(answer.message).toContain('page_size is required');
	});

	it('checks nested fields and their ranges', async () => {
		const [product] = await env.sandbox.control.products();
		const [sku] = product?.skus ?? [];
		const send = async (inventory: unknown) =>
			await env.seller.call('POST', `/product/202309/products/${product?.id}/inventory/update`, {
				query: { shop_cipher: env.cipher },
				body: { skus: [{ id: sku?.id, inventory }] },
			});
		expect((await send([{ quantity: 0 }])).message).toContain('skus[0].inventory[0].quantity');
		expect((await send([{ quantity: 100_000 }])).message).toContain('at most 99999');
		expect((await send([{ quantity: 5, qty: 1 }])).message).toContain('qty');
		expect((await send([])).message).toContain('must not be empty');
	});

	it('wants lists in the query joined by commas and no longer than documented', async () => {
		const detail = async (query: Record<string, string>) =>
			await env.seller.call('GET', '/order/202507/orders', {
				query: { shop_cipher: env.cipher, ...query },
			});
		expect((await detail({ 'ids[]': '1' })).message).toContain('ids[]');
		expect((await detail({ ids: '["1"]' })).message).toContain('joined by commas');
		expect((await detail({ ids: 'abc' })).message).toContain('ids');
		const many = Array.from({ length: 51 }, (_, index) => String(index + 1)).join(',');
		expect((await detail({ ids: many })).message).toContain('at most 50');
	});

	it('refuses an id in the path that is not one', async () => {
		const answer = await env.seller.call('GET', '/product/202309/products/abc', {
			query: { shop_cipher: env.cipher },
		});
		expect(answer.message).toContain('product_id must be an id');
	});

	it('refuses bodies that are not JSON or not said to be', async () => {
		const query = { shop_cipher: env.cipher, page_size: '10' };
		const send = async (rawBody: string, type: string | undefined) =>
			await env.seller.call('POST', SEARCH, { query, rawBody, headers: { 'content-type': type } });
		expect((await send('{', 'application/json')).code).toBe(36009022);
		expect((await send('[]', 'application/json')).code).toBe(36009022);
		expect((await send('{}', 'text/plain')).code).toBe(36009022);
		expect((await send('a=1', 'application/x-www-form-urlencoded')).code).toBe(36009022);
		expect((await send('{}', 'application/json; charset=utf-8')).code).toBe(0);
	});

	it('wants multipart where the operation does', async () => {
		const answer = await env.seller.call('POST', '/product/202309/images/upload', { body: {} });
		expect(answer.code).toBe(36009023);
	});
});

describe('circumstances', () => {
	let own: Connected;

	beforeEach(async () => {
		own = await connected({ orders: 20, products: 5, returns: 5, rateLimit: 3 });
	});

	afterEach(async () => {
		await own.sandbox.stop();
	});

	it('names the scope that is missing, and a new one counts after re-authorization', async () => {
		const { control } = own.sandbox;
		await control.withdrawScope('seller.authorization.info');
		const refused = await own.seller.call('GET', SHOPS);
		expect(refused).toMatchObject({ status: 403, code: 105005 });
		expect(refused.message).toContain('seller.authorization.info');
		await control.grantScope('seller.authorization.info');
		expect((await own.seller.call('GET', SHOPS)).code).toBe(105005);
		await own.seller.connect();
		expect((await own.seller.call('GET', SHOPS)).code).toBe(0);
	});

	it('answers an expired token with the status it is told', async () => {
		const { control } = own.sandbox;
		await control.expireAccessTokens();
		expect(await own.seller.call('GET', SHOPS)).toMatchObject({ status: 401, code: 105002 });
		await control.setTokenExpiredStatus(200);
		expect(await own.seller.call('GET', SHOPS)).toMatchObject({ status: 200, code: 105002 });
	});

	it('lets tokens die of old age', async () => {
		await own.sandbox.control.skewClock(7 * 86_400 + 1);
		const timestamp = String(Math.floor(Date.now() / 1000) + 7 * 86_400 + 1);
		expect((await own.seller.call('GET', SHOPS, { timestamp })).code).toBe(105002);
	});

	it('counts requests of a shop and endpoint', async () => {
		const frozen = await connected({ orders: 5, products: 2, rateLimit: 3, now: () => 1.8e12 });
		const timestamp = '1800000000';
		const codes: number[] = [];
		for (let index = 0; index < 4; index += 1) {
			codes.push((await frozen.seller.call('GET', SHOPS, { timestamp })).code);
		}
		const other = await frozen.seller.call('GET', '/seller/202309/shops', { timestamp });
		const again = await frozen.seller.call('GET', SHOPS, { timestamp });
		await frozen.sandbox.stop();
		expect(codes).toEqual([0, 0, 0, 36009002]);
		expect(other.code).toBe(0);
		expect(again.status).toBe(429);
	});

	it('keeps out addresses that are not on the list', async () => {
		await own.sandbox.control.setIpAllowList(['203.0.113.7']);
		expect(await own.seller.call('GET', SHOPS)).toMatchObject({ code: 36009033 });
		await own.sandbox.control.setIpAllowList(['127.0.0.1']);
		expect(await own.seller.call('GET', SHOPS)).toMatchObject({ code: 0 });
	});

	it('refuses the token of a creator', async () => {
		await own.sandbox.control.setAuthorizingUser({ userType: 1, owner: true });
		const tokens = await own.seller.connect();
		expect(tokens.user_type).toBe(1);
		expect((await own.seller.call('GET', SHOPS)).code).toBe(101000);
	});

	it('forgets a shop that was taken away', async () => {
		await own.sandbox.control.removeShop(own.shopId);
		const answer = await own.seller.call('POST', SEARCH, {
			query: { shop_cipher: own.cipher, page_size: '10' },
			body: {},
		});
		expect(answer.code).toBe(36009004);
		const shops = await own.seller.call('GET', SHOPS);
		expect(shops.data.shops).toHaveLength(1);
	});
});
