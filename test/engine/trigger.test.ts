import type { IDataObject } from 'n8n-workflow';

import type { ActiveWorkflow } from './host';
import { byId, chain, nodeOf, PUBLIC_URL, startConnected, type World } from './support';

let world: World;

beforeEach(async () => {
	world = await startConnected({
		markets: ['GB'],
		orders: 20,
		products: 5,
		returns: 5,
		retryScale: 0.00001,
	});
});

afterEach(async () => await world.stop());

const workflow = (parameters: IDataObject = { events: ['ORDER_STATUS_CHANGE'] }) => ({
	id: 'wf-trigger',
	...chain(nodeOf(world, 'tikTokShopTrigger', parameters, { name: 'Trigger' }), {
		name: 'Next',
		type: 'n8n-nodes-base.noOp',
	}),
});

const addressOf = ({ webhookId }: World) => `${PUBLIC_URL}/webhook/${webhookId}/webhook`;

/** Addresses TikTok holds, read as another app would. */
async function deliveriesTo(address: string) {
	return (await world.sandbox.control.webhooksSettled()).filter(
		(delivery) => delivery.address === address,
	);
}

const ORDER_EVENT = (orderId: string) => ({
	type: 1,
	data: { order_id: orderId, order_status: 'AWAITING_SHIPMENT' },
	address: addressOf(world),
});

async function executionsAfter(active: ActiveWorkflow) {
	await world.sandbox.control.webhooksSettled();
	await world.host.settled();
	return active.executions;
}

describe('a new order', () => {
	it('starts the workflow, answered with an empty 200', async () => {
		const active = await world.host.activate(workflow());
		const order = await world.sandbox.control.placeOrder();
		const execution = await active.nextExecution();
		expect(execution.status).toBe('success');
		expect(execution.json('Next')).toHaveLength(1);
		const [shop] = await world.sandbox.control.shops();
		expect(execution.json('Next')[0]).toMatchObject({
			event: 'ORDER_STATUS_CHANGE',
			shopId: shop?.id,
			notificationId: expect.stringMatching(/^\d+$/),
			time: expect.stringMatching(/Z$/),
			data: { order_id: order.id, order_status: 'AWAITING_SHIPMENT' },
		});
		const [delivery] = await deliveriesTo(addressOf(world));
		expect(delivery?.attempts).toEqual([expect.objectContaining({ status: 200, answerBytes: 0 })]);
	});

	it('comes with the whole order when asked for', async () => {
		const active = await world.host.activate(
			workflow({ events: ['ORDER_STATUS_CHANGE'], fetchFullObject: true }),
		);
		const order = await world.sandbox.control.placeOrder();
		const [item] = (await active.nextExecution()).json('Next');
		expect(item?.order).toMatchObject({
			id: order.id,
			payment: { total_amount: order.payment.total_amount },
		});
	});

	it('starts the workflow also when the whole order cannot be fetched', async () => {
		const active = await world.host.activate(
			workflow({ events: ['ORDER_STATUS_CHANGE'], fetchFullObject: true }),
		);
		await world.sandbox.control.withdrawScope('seller.order.info');
		await world.sandbox.control.placeOrder();
		const [item] = (await active.nextExecution()).json('Next');
		expect(item?.order).toBeNull();
		expect(item?.fetchError).toContain('Order Information');
	});
});

describe('product and return events', () => {
	it('start the workflow with what they are about', async () => {
		const active = await world.host.activate(
			workflow({
				events: ['PRODUCT_INFORMATION_CHANGE', 'RETURN_STATUS_CHANGE'],
				fetchFullObject: true,
			}),
		);
		const live = (await world.sandbox.control.products()).find(
			({ status }) => status === 'ACTIVATE',
		);
		await world.sandbox.control.touchProduct(live?.id ?? '', { title: 'Áo dài <b>' });
		const [changed] = (await active.nextExecution()).json('Next');
		expect(changed?.product).toMatchObject({ id: live?.id, title: 'Áo dài <b>' });
		const made = await world.sandbox.control.createReturn();
		const [returned] = (await active.nextExecution()).json('Next');
		expect(returned?.return).toMatchObject({ return_id: made.return_id });
	});
});

describe('notifications that must start nothing', () => {
	it.each<[string, IDataObject, number, string]>([
		['forged', { forged: true }, 401, 'refused'],
		['that is no object', { rawBody: '[]' }, 400, 'pending'],
		['without an id', { rawBody: '{"type":1}' }, 400, 'pending'],
		['of an event that was not chosen', { type: 12, data: { return_id: '1' } }, 200, 'delivered'],
		['of an unknown type', { type: 999, data: {} }, 200, 'delivered'],
		['of another shop', { shopId: '7490000000000000001' }, 200, 'delivered'],
	])('%s', async (_, changes, status, state) => {
		const active = await world.host.activate(workflow());
		await world.sandbox.control.sendWebhook({
			...ORDER_EVENT('576461413038000001'),
			...changes,
		});
		const executions = await executionsAfter(active);
		expect(executions).toHaveLength(0);
		const [delivery] = await deliveriesTo(addressOf(world));
		expect(delivery?.attempts[0]?.status).toBe(status);
		expect(delivery?.attempts[0]?.answerBytes).toBe(0);
		if (state !== 'pending') expect(delivery?.state).toBe(state);
	});

	it('seen before, also after a restart', async () => {
		const active = await world.host.activate(workflow());
		const notificationId = '7300000000000000001';
		const hook = { ...ORDER_EVENT('576461413038000001'), notificationId };
		await world.sandbox.control.sendWebhook(hook);
		await world.sandbox.control.sendWebhook(hook);
		expect(await executionsAfter(active)).toHaveLength(1);
		const state = { seen: expect.stringContaining(notificationId) };
		expect(world.host.staticData('wf-trigger')).toMatchObject({ 'node:Trigger': state });
		world.host = await world.host.restart();
		await world.sandbox.control.redeliver(notificationId);
		expect(await executionsAfter(world.host.active('wf-trigger'))).toHaveLength(0);
	});
});

describe('a notification that n8n cannot start the workflow for', () => {
	const hook = () => ({
		...ORDER_EVENT('576461413038000001'),
		notificationId: '7300000000000000002',
	});
	const statuses = async () =>
		(await world.sandbox.control.deliveries()).map(({ attempts }) => attempts[0]?.status);

	it.each(['ORDER_STATUS_CHANGE', 'newOrder'])(
		'counts as never seen, with the event %s',
		async (event) => {
			const { control } = world.sandbox;
			const active = await world.host.activate(workflow({ events: [event] }));
			world.host.storeExecutionsBy(async () => {
				throw new Error('The queue is down');
			});
			await control.sendWebhook(hook());
			expect(await statuses()).toEqual([500]);
			expect(await executionsAfter(active)).toHaveLength(0);
			world.host.storeExecutionsBy(async () => undefined);
			await control.redeliver(hook().notificationId);
			await control.redeliver(hook().notificationId);
			expect(await executionsAfter(active)).toHaveLength(1);
		},
	);

	it('is asked for again as long as it is open', async () => {
		const { control } = world.sandbox;
		const active = await world.host.activate(workflow());
		let store = () => {};
		world.host.storeExecutionsBy(async () => await new Promise((resolve) => (store = resolve)));
		const sent = [control.sendWebhook(hook()), control.sendWebhook(hook())];
		while (!(await statuses()).includes(503)) await new Promise(setImmediate);
		store();
		await Promise.all(sent);
		expect((await statuses()).sort()).toEqual([200, 503]);
		expect(await executionsAfter(active)).toHaveLength(1);
	});
});

describe('an App Secret that was changed in the credential', () => {
	it('counts from the next notification on', async () => {
		const { app, control } = world.sandbox;
		const active = await world.host.activate(workflow());
		await control.sendWebhook(ORDER_EVENT('576461413038000001'));
		// What the sandbox calls forged is signed with this one.
		const appSecret = `${app.appSecret}-forged`;
		await world.host.credentials.update(world.credential.id, { appSecret });
		await control.sendWebhook({ ...ORDER_EVENT('576461413038000002'), forged: true });
		expect(await executionsAfter(active)).toHaveLength(2);
	});
});

describe('choices of a no-code user', () => {
	it('"Order: New" comes once for each order, whatever happens to it afterwards', async () => {
		const { control } = world.sandbox;
		const active = await world.host.activate(workflow({ events: ['newOrder'] }));
		const order = await control.placeOrder(undefined, { status: 'UNPAID' });
		for (const status of ['AWAITING_SHIPMENT', 'AWAITING_COLLECTION'] as const) {
			await control.setOrderStatus(order.id, status);
		}
		const second = await control.placeOrder();
		const runs = await executionsAfter(active);
		const orders = runs.map((run) => (run.json('Next')[0]?.data as IDataObject).order_id);
		expect(orders).toEqual([order.id, second.id]);
		expect(runs[0]?.json('Next')[0]).toMatchObject({
			event: 'ORDER_STATUS_CHANGE',
			eventName: 'Order: New',
		});
	});

	it('"Order: New" leaves out an old order that moves on', async () => {
		const { control } = world.sandbox;
		const active = await world.host.activate(workflow({ events: ['newOrder'] }));
		const old = (await control.orders()).find(({ status }) => status === 'IN_TRANSIT');
		await control.setOrderStatus(old?.id ?? '', 'DELIVERED');
		expect(await executionsAfter(active)).toHaveLength(0);
	});

	it.each([
		['orderReadyToShip', 'AWAITING_SHIPMENT', 'ON_HOLD'],
		['orderCancelled', 'CANCELLED', 'AWAITING_SHIPMENT'],
	] as const)('%s comes for %s and not for %s', async (event, wanted, other) => {
		const { control } = world.sandbox;
		const active = await world.host.activate(workflow({ events: [event] }));
		const order = await control.placeOrder(undefined, { status: 'UNPAID' });
		await control.setOrderStatus(order.id, other);
		expect(await executionsAfter(active)).toHaveLength(0);
		await control.setOrderStatus(order.id, wanted);
		expect(await executionsAfter(active)).toHaveLength(1);
	});

	it('order and return statuses can be chosen', async () => {
		const { control } = world.sandbox;
		const active = await world.host.activate(
			workflow({
				events: ['ORDER_STATUS_CHANGE', 'RETURN_STATUS_CHANGE'],
				options: { orderStatus: ['CANCELLED'], returnStatus: ['AWAITING_BUYER_SHIP'] },
			}),
		);
		const order = await control.placeOrder();
		await control.setOrderStatus(order.id, 'CANCELLED');
		const made = await control.createReturn();
		await control.setReturnStatus(made.return_id, 'AWAITING_BUYER_SHIP');
		const runs = await executionsAfter(active);
		const statuses = runs.map((run) => run.json('Next')[0]?.data as IDataObject);
		expect(statuses).toMatchObject([
			{ order_status: 'CANCEL' },
			{ return_status: 'AWAITING_BUYER_SHIP' },
		]);
	});

	it('authorization events arrive although the token is dead', async () => {
		const active = await world.host.activate(workflow({ events: ['SELLER_DEAUTHORIZATION'] }));
		await world.sandbox.control.revokeAuthorization();
		const execution = await active.nextExecution();
		expect(execution.json('Next')[0]).toMatchObject({ event: 'SELLER_DEAUTHORIZATION' });
	});
});

describe('one address for the whole app', () => {
	const appWide = (parameters: IDataObject = {}) =>
		workflow({ registration: 'app', events: ['newOrder'], ...parameters });

	it('registers nothing and takes the events of all shops', async () => {
		const { control } = world.sandbox;
		const [gb, us] = await control.setShops(['GB', 'US']);
		await control.setAppWideWebhook(addressOf(world));
		const active = await world.host.activate(appWide());
		await control.placeOrder(gb?.id);
		await control.placeOrder(us?.id);
		const runs = await executionsAfter(active);
		expect(runs.map((run) => run.json('Next')[0]?.shopId).sort()).toEqual([gb?.id, us?.id].sort());
		const puts = (await control.requests()).filter(({ method }) => method === 'PUT');
		expect(puts).toEqual([]);
		await active.deactivate();
	});

	it('can be held to some shops', async () => {
		const { control } = world.sandbox;
		const [gb, us] = await control.setShops(['GB', 'US']);
		await control.setAppWideWebhook(addressOf(world));
		const active = await world.host.activate(appWide({ onlyShops: us?.id }));
		await control.placeOrder(gb?.id);
		await control.placeOrder(us?.id);
		const runs = await executionsAfter(active);
		expect(runs.map((run) => run.json('Next')[0]?.shopId)).toEqual([us?.id]);
	});

	it('is needed for events that cannot be subscribed to', async () => {
		await expect(
			world.host.activate(workflow({ events: ['activity-status-change'] })),
		).rejects.toThrow('only to the address of the whole app');
		const active = await world.host.activate(appWide({ events: ['activity-status-change'] }));
		await world.sandbox.control.sendWebhook({
			type: 39,
			data: { activity_id: '1' },
			address: addressOf(world),
		});
		const execution = await active.nextExecution();
		expect(execution.json('Next')[0]).toMatchObject({ event: 'activity-status-change' });
	});
});

describe('time', () => {
	it('is kept: the answer comes before a slow fetch of the whole order', async () => {
		const active = await world.host.activate(
			workflow({ events: ['newOrder'], fetchFullObject: true }),
		);
		await world.sandbox.control.inject({
			match: { path: '^/order/202507/orders$' },
			fault: { kind: 'slow', ms: 4000 },
		});
		const order = await world.sandbox.control.placeOrder();
		const [delivery] = await deliveriesTo(addressOf(world));
		// The sandbox gives up after TikTok's 3 seconds.
		expect(delivery?.attempts).toEqual([expect.objectContaining({ status: 200 })]);
		const execution = await active.nextExecution();
		expect(execution.json('Next')[0]?.order).toMatchObject({ id: order.id });
	});

	it('is not wasted on a body of more than a megabyte', async () => {
		const active = await world.host.activate(workflow());
		const rawBody = JSON.stringify({ type: 1, x: 'x'.repeat(2 * 1024 * 1024) });
		await world.sandbox.control.sendWebhook({ ...ORDER_EVENT('1'), rawBody });
		expect(await executionsAfter(active)).toHaveLength(0);
		const [delivery] = await deliveriesTo(addressOf(world));
		expect(delivery?.attempts[0]?.status).toBe(413);
	});
});

describe('registration', () => {
	it('gives a borrowed address back also when listening is cancelled', async () => {
		await world.host.activate(workflow());
		const test = await world.host.listenForTestEvent(workflow());
		expect((await registered()).ORDER_STATUS_CHANGE).toContain('/webhook-test/');
		await test.stop();
		expect(await registered()).toEqual({ ORDER_STATUS_CHANGE: addressOf(world) });
	});

	it('recognises the address it had before n8n moved', async () => {
		await world.host.activate(workflow());
		world.host = await world.host.restart({ publicUrl: 'https://new.example.com' });
		expect(await registered()).toEqual({
			ORDER_STATUS_CHANGE: addressOf(world).replace(PUBLIC_URL, 'https://new.example.com'),
		});
	});

	async function registered() {
		const { control } = world.sandbox;
		const [shop] = await control.shops();
		const { accessToken } = await world.host.credentials.get(world.credential.id);
		expect(accessToken).toBeTruthy();
		const execution = await world.host.run(
			chain(
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{
					name: 'Webhooks',
					type: 'n8n-nodes-base.httpRequest',
					parameters: {
						authentication: 'predefinedCredentialType',
						nodeCredentialType: 'tikTokShopApi',
						method: 'GET',
						url: `${world.sandbox.url}/event/202309/webhooks?shop_cipher=${shop?.cipher}`,
					},
					credentials: { tikTokShopApi: world.credential },
				},
			),
		);
		const [answer] = execution.json('Webhooks') as Array<{
			data?: { webhooks?: Array<{ event_type: string; address: string }> };
		}>;
		return Object.fromEntries(
			(answer?.data?.webhooks ?? []).map(({ event_type, address }) => [event_type, address]),
		);
	}

	it('is made for the chosen events and removed with the workflow', async () => {
		const active = await world.host.activate(
			workflow({ events: ['ORDER_STATUS_CHANGE', 'PRODUCT_CREATION'] }),
		);
		expect(await registered()).toEqual({
			ORDER_STATUS_CHANGE: addressOf(world),
			PRODUCT_CREATION: addressOf(world),
		});
		await active.deactivate();
		expect(await registered()).toEqual({});
	});

	it('is removed also where a notification that came meanwhile was stored over its state', async () => {
		const { control } = world.sandbox;
		let store = () => {};
		const arrived = new Promise<void>((arrive) => {
			world.host.storeExecutionsBy(async () => {
				arrive();
				await new Promise<void>((resolve) => (store = resolve));
			});
		});
		await control.setLatency(100);
		const activation = world.host.activate(workflow());
		const early = control.sendWebhook(ORDER_EVENT('576461413038000001'));
		await arrived;
		const active = await activation;
		await control.setLatency(0);
		store();
		await early;
		const state = { seen: expect.any(String) };
		expect(world.host.staticData('wf-trigger')).toEqual({ 'node:Trigger': state });
		await active.deactivate();
		expect(await registered()).toEqual({});
	});

	it('does not steal a foreign address unless told to', async () => {
		const foreign = 'https://erp.example.org/hooks/tiktok';
		await occupy(foreign);
		await expect(world.host.activate(workflow())).rejects.toThrow(
			'Another address already receives these events',
		);
		expect(await registered()).toEqual({ ORDER_STATUS_CHANGE: foreign });
		const active = await world.host.activate(
			workflow({ events: ['ORDER_STATUS_CHANGE'], options: { replaceAddress: true } }),
		);
		expect(await registered()).toEqual({ ORDER_STATUS_CHANGE: addressOf(world) });
		await active.deactivate();
	});

	it('borrows the production address for a test and gives it back', async () => {
		await world.host.activate(workflow());
		const test = await world.host.listenForTestEvent(workflow());
		expect((await registered()).ORDER_STATUS_CHANGE).toContain('/webhook-test/');
		const order = await world.sandbox.control.placeOrder();
		const execution = await test.execution;
		expect(execution.json('Trigger')[0]).toMatchObject({ data: { order_id: order.id } });
		await test.stop();
		expect(await registered()).toEqual({ ORDER_STATUS_CHANGE: addressOf(world) });
	});

	it.each([
		['http://n8n.example.com', 'does not begin with https'],
		['https://n8n.example.com:5678', 'has a port'],
		['https://192.168.1.5', 'is no domain name'],
		['https://localhost', 'is no domain name'],
	])('is refused for %s before TikTok is asked', async (publicUrl, words) => {
		world.host = await world.host.restart({ publicUrl });
		await expect(world.host.activate(workflow())).rejects.toMatchObject({
			message: expect.stringContaining(words),
			description: expect.stringContaining('WEBHOOK_URL'),
		});
		const puts = (await world.sandbox.control.requests()).filter(({ method }) => method === 'PUT');
		expect(puts).toHaveLength(0);
	});

	it('leaves nothing behind when it fails half-way', async () => {
		await world.sandbox.control.inject({
			match: { method: 'PUT', path: '/webhooks$', nth: 2 },
			fault: { kind: 'code', code: 12345, message: 'No' },
		});
		const events = ['ORDER_STATUS_CHANGE', 'PRODUCT_CREATION'];
		await expect(world.host.activate(workflow({ events }))).rejects.toThrow('No');
		expect(await registered()).toEqual({});
	});

	async function occupy(address: string) {
		const [shop] = await world.sandbox.control.shops();
		const execution = await world.host.run(
			chain(
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{
					name: 'Occupy',
					type: 'n8n-nodes-base.httpRequest',
					parameters: {
						authentication: 'predefinedCredentialType',
						nodeCredentialType: 'tikTokShopApi',
						method: 'PUT',
						url: `${world.sandbox.url}/event/202309/webhooks?shop_cipher=${shop?.cipher}`,
						sendBody: true,
						specifyBody: 'json',
						jsonBody: JSON.stringify({ address, event_type: 'ORDER_STATUS_CHANGE' }),
					},
					credentials: { tikTokShopApi: world.credential },
				},
			),
		);
		expect(execution.json('Occupy')[0]).toMatchObject({ code: 0 });
	}
});

describe('the shop', () => {
	it('has to be chosen where there are several, and only its events count', async () => {
		const { control } = world.sandbox;
		const [gb, us] = await control.setShops(['GB', 'US']);
		await expect(world.host.activate(workflow())).rejects.toThrow('2 shops');
		const active = await world.host.activate(
			workflow({ events: ['ORDER_STATUS_CHANGE'], shop: byId(us?.id ?? '') }),
		);
		await control.placeOrder(gb?.id);
		const order = await control.placeOrder(us?.id);
		const execution = await active.nextExecution();
		expect(execution.json('Next')[0]).toMatchObject({
			shopId: us?.id,
			data: { order_id: order.id },
		});
		expect(await executionsAfter(active)).toHaveLength(1);
	});
});
