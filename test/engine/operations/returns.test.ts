import type { INodeParameters } from 'n8n-workflow';

import { apiRequests, byId, operate, startConnected, type World } from '../support';
import { NODE, runCases } from './case';
import { cases } from './returns.cases';

runCases(cases);

describe('the lists of after-sales', () => {
	let world: World;

	beforeAll(async () => {
		world = await startConnected({ markets: ['GB'] });
	});

	afterAll(async () => await world.stop());

	const search = async (method: string, parameters: INodeParameters) => {
		const { results } = await world.host.listSearch('n8n-nodes-tiktok-shop.tikTokShop', method, {
			credentials: { tikTokShopApi: world.credential },
			parameters,
		});
		return results;
	};

	const orderIn = async (status: 'AWAITING_SHIPMENT' | 'DELIVERED' | 'IN_TRANSIT' | 'UNPAID') =>
		byId((await world.sandbox.control.placeOrder(undefined, { status })).id);

	it.each([
		['UNPAID', 'seller_cancel_unpaid_reason_wrong_price_uk'],
		['AWAITING_SHIPMENT', 'seller_cancel_reason_wrong_price_uk'],
	] as const)(
		'name a reason to cancel an order in %s that TikTok takes',
		async (status, reason) => {
			const orderId = await orderIn(status);
			const node = { resource: 'cancellation', operation: 'create', orderId };
			const values = (await search('searchCancelReasons', node)).map(({ value }) => value);
			expect(values).toContain(reason);
			const execution = await operate(world, { ...node, cancelReason: byId(reason) });
			expect(execution.json(NODE)).toMatchObject([
				{ cancel_status: 'CANCELLATION_REQUEST_SUCCESS' },
			]);
		},
	);

	it.each([
		['searchReturnReasons', 'return', 'create', 'returnType'],
		['searchRefundReasons', 'refund', 'calculate', 'requestType'],
	])('name in %s what fits the kind', async (method, resource, operation, field) => {
		const texts = async (status: 'DELIVERED' | 'IN_TRANSIT', kind: string) => {
			const node = { resource, operation, orderId: await orderIn(status), [field]: kind };
			return (await search(method, node)).map(({ name }) => name);
		};
		expect(await texts('IN_TRANSIT', 'REFUND')).toEqual([
			'Package lost',
			'Will not arrive in time',
		]);
		expect(await texts('DELIVERED', 'REFUND')).toContain('Wrong product sent');
		expect(await texts('DELIVERED', 'RETURN_AND_REFUND')).toContain('No longer needed');
	});

	it('ask for the order first', async () => {
		const node = { resource: 'cancellation', operation: 'create', orderId: byId('') };
		await expect(search('searchCancelReasons', node)).rejects.toThrow(
			'Choose the field Order first',
		);
	});

	it('find cancellations and why one can be rejected', async () => {
		const order = await world.sandbox.control.placeOrder(undefined, {});
		const { cancel_id } = await world.sandbox.control.requestCancellation(order.id);
		const node = { resource: 'cancellation', operation: 'reject' };
		const values = (await search('searchCancellations', node)).map(({ value }) => value);
		expect(values).toContain(cancel_id);
		const chosen = { ...node, cancelId: byId(cancel_id) };
		expect((await search('searchCancellationRejectReasons', chosen)).length).toBeGreaterThan(1);
	});

	it('do not create a return twice when the line breaks', async () => {
		const { control } = world.sandbox;
		const orderId = await orderIn('DELIVERED');
		await control.clearRequests();
		const fault = { kind: 'reset', afterEffect: true } as const;
		await control.inject({ match: { method: 'POST', path: '/202309/returns$' }, fault });
		const execution = await operate(world, {
			resource: 'return',
			operation: 'create',
			orderId,
			returnType: 'REFUND',
			returnReason: byId('ecom_order_delivered_refund_reason_damaged_seller_uk'),
		});
		expect(execution.error).toBeUndefined();
		const made = (await control.returns()).filter(({ order_id }) => order_id === orderId.value);
		expect(made.map(({ return_id }) => return_id)).toEqual([execution.json(NODE)[0]?.return_id]);
		const sent = (await apiRequests(world)).filter(({ path }) => path.endsWith('/returns'));
		expect(sent).toHaveLength(2);
		expect(new Set(sent.map(({ query }) => query.idempotency_key)).size).toBe(1);
	});
});
