import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webhookSignature } from '../signature';
import { connected, type Connected } from './support';

interface Received {
	path: string;
	host: string;
	authorization: string;
	body: string;
}

let env: Connected;
let receiver: Server;
let received: Received[];
let answers: number[];

const ADDRESS = 'https://n8n.example.com/webhook/tiktok?x=1';
const HOOKS = '/event/202309/webhooks';

beforeEach(async () => {
	received = [];
	answers = [];
	receiver = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			received.push({
				path: request.url ?? '',
				host: request.headers.host ?? '',
				authorization: request.headers.authorization ?? '',
				body: Buffer.concat(chunks).toString(),
			});
			response.statusCode = answers.shift() ?? 200;
			response.end();
		});
	});
	await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
	env = await connected({ orders: 30, products: 5, returns: 15, retryScale: 0 });
	const { port } = receiver.address() as AddressInfo;
	await env.sandbox.control.tunnel('https://n8n.example.com', `http://127.0.0.1:${port}`);
});

afterEach(async () => {
	await env.sandbox.stop();
	await new Promise((resolve) => receiver.close(resolve));
});

const put = async (address: string, event = 'ORDER_STATUS_CHANGE') =>
	await env.seller.call('PUT', HOOKS, {
		query: { shop_cipher: env.cipher },
		body: { address, event_type: event },
	});

async function settled(attempts: number) {
	for (;;) {
		const deliveries = await env.sandbox.control.webhooksSettled();
		const made = deliveries.reduce((sum, each) => sum + each.attempts.length, 0);
		if (made >= attempts) return deliveries;
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

describe('subscriptions', () => {
	it.each([
		['http', 'http://n8n.example.com/x'],
		['a port', 'https://n8n.example.com:8443/x'],
		['the standard port', 'https://n8n.example.com:443/x'],
		['an IP address', 'https://203.0.113.7/x'],
		['an IPv6 address', 'https://[::1]/x'],
		['localhost', 'https://localhost/x'],
		['no URL', 'n8n.example.com'],
		['too many characters', `https://n8n.example.com/${'x'.repeat(240)}`],
	])('refuse an address with %s', async (_case, address) => {
		expect((await put(address)).status).toBe(400);
	});

	it('hold one address for each event and shop', async () => {
		await put('https://first.example.com/x');
		await put(ADDRESS);
		await put(ADDRESS, 'RETURN_STATUS_CHANGE');
		const list = async () =>
			(await env.seller.call('GET', HOOKS, { query: { shop_cipher: env.cipher } })).data;
		expect(await list()).toMatchObject({
			total_count: 2,
			webhooks: [
				{ event_type: 'ORDER_STATUS_CHANGE', address: ADDRESS },
				{ event_type: 'RETURN_STATUS_CHANGE', address: ADDRESS },
			],
		});
		await env.seller.call('DELETE', HOOKS, {
			query: { shop_cipher: env.cipher },
			body: { event_type: 'ORDER_STATUS_CHANGE' },
		});
		expect(await list()).toMatchObject({ total_count: 1 });
	});

	it('refuse an event nobody can subscribe to', async () => {
		expect((await put(ADDRESS, 'SIZE_CHART_CHANGE')).message).toContain('event_type');
	});
});

describe('deliveries', () => {
	it('carry the envelope and a signature over its bytes', async () => {
		await put(ADDRESS);
		const order = await env.sandbox.control.placeOrder(env.shopId);
		await settled(1);
		expect(received).toHaveLength(1);
		const [hook] = received;
		const { appKey, appSecret } = env.sandbox.app;
		expect(hook?.path).toBe('/webhook/tiktok?x=1');
		expect(hook?.host).toBe('n8n.example.com');
		expect(hook?.authorization).toBe(webhookSignature(appKey, appSecret, hook?.body ?? ''));
		expect(JSON.parse(hook?.body ?? '')).toEqual({
			type: 1,
			tts_notification_id: expect.stringMatching(/^\d{19}$/) as string,
			shop_id: env.shopId,
			timestamp: expect.any(Number) as number,
			data: {
				order_id: order.id,
				order_status: 'AWAITING_SHIPMENT',
				is_on_hold_order: false,
				update_time: order.update_time,
			},
		});
	});

	it('name a cancelled order as the webhook does', async () => {
		await put(ADDRESS);
		const order = await env.sandbox.control.placeOrder(env.shopId);
		await env.sandbox.control.setOrderStatus(order.id, 'CANCELLED');
		await settled(2);
		expect(received[1]?.body).toContain('"order_status":"CANCEL"');
	});

	it('are repeated four times, then given up', async () => {
		await put(ADDRESS);
		answers = [500, 404, 302, 204, 503];
		await env.sandbox.control.placeOrder(env.shopId);
		const [delivery] = await settled(5);
		expect(delivery?.attempts.map((each) => each.status)).toEqual([500, 404, 302, 204, 503]);
		expect(delivery?.state).toBe('givenUp');
		expect(new Set(received.map((each) => each.body)).size).toBe(1);
	});

	it('end with the first 200', async () => {
		await put(ADDRESS);
		answers = [500, 200];
		await env.sandbox.control.placeOrder(env.shopId);
		const [delivery] = await settled(2);
		expect(delivery?.state).toBe('delivered');
		expect(received).toHaveLength(2);
	});

	it('come several times and scattered when told so', async () => {
		await put(ADDRESS);
		await env.sandbox.control.setRepeats({ times: 2, withinMs: 50 });
		const placed = [];
		for (let i = 0; i < 8; i++) placed.push((await env.sandbox.control.placeOrder()).id);
		await settled(16);
		const ids = received.map(({ body }) => /"order_id":"(\d+)"/.exec(body)?.[1]);
		expect([...ids].sort()).toEqual([...placed, ...placed].sort());
		expect(ids).not.toEqual([...ids].sort());
	});

	it('take 401 for an answer', async () => {
		await put(ADDRESS);
		answers = [401];
		await env.sandbox.control.placeOrder(env.shopId);
		expect((await settled(1))[0]?.state).toBe('refused');
	});

	it('go nowhere without a tunnel', async () => {
		await put('https://elsewhere.example.com/x');
		await env.sandbox.control.placeOrder(env.shopId);
		const [delivery] = await settled(1);
		expect(delivery?.attempts[0]?.error).toContain('No tunnel');
	});

	it('go to the address of Partner Center for chosen topics', async () => {
		await env.sandbox.control.setAppWideWebhook(ADDRESS, [12]);
		await env.sandbox.control.placeOrder(env.shopId);
		const made = await env.sandbox.control.createReturn();
		await settled(1);
		expect(received).toHaveLength(1);
		expect(received[0]?.body).toContain(made.return_id);
	});

	it('can be forged, repeated and malformed for tests', async () => {
		await put(ADDRESS);
		const { control, app } = env.sandbox;
		await control.sendWebhook({ type: 1, data: { order_id: '1' }, forged: true });
		const [forged] = received;
		expect(forged?.authorization).not.toBe(
			webhookSignature(app.appKey, app.appSecret, forged?.body ?? ''),
		);
		const [sent] = await control.sendWebhook({ type: 1, data: {}, notificationId: '42' });
		await control.redeliver('42');
		expect(sent?.notificationId).toBe('42');
		expect(received[2]).toEqual(received[1]);
		await control.sendWebhook({ type: 1, data: {}, rawBody: '{"broken' });
		expect(received[3]?.body).toBe('{"broken');
	});

	it('tell of returns, cancellations, products and the end of the authorization', async () => {
		await env.sandbox.control.setAppWideWebhook(ADDRESS);
		const { control } = env.sandbox;
		const made = await control.createReturn(undefined, { type: 'REFUND' });
		await env.seller.call('POST', `/return_refund/202309/returns/${made.return_id}/approve`, {
			query: { shop_cipher: env.cipher },
			body: { decision: 'APPROVE_REFUND' },
		});
		const products = await control.products(env.shopId);
		const live = products.find((each) => each.status === 'ACTIVATE');
		await control.touchProduct(live?.id ?? '', { title: 'New title ✨' });
		const order = await control.placeOrder(env.shopId);
		await control.requestCancellation(order.id);
		await control.revokeAuthorization();
		await settled(7);
		const types = received.map((each) => (JSON.parse(each.body) as { type: number }).type).sort();
		expect(types).toEqual([1, 11, 12, 12, 15, 6, 6]);
	});
});
