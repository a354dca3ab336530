import axios from 'axios';
import type { Order, Product, ReturnOrder } from '../index';
import { RETURN_KINDS } from '../world/returns';
import { ORDER_STATUSES } from '../world/types';
import { connected, type CallOptions, type Connected } from './support';

let env: Connected;

beforeEach(async () => {
	env = await connected();
});

afterEach(async () => {
	await env.sandbox.stop();
});

const call = async (method: string, path: string, body?: unknown, options: CallOptions = {}) =>
	await env.seller.call(method, path, {
		...options,
		query: { shop_cipher: env.cipher, ...options.query },
		...(body === undefined ? {} : { body }),
	});

async function productWith(test: (product: Product) => boolean): Promise<Product> {
	const found = (await env.sandbox.control.products(env.shopId)).find(test);
	if (!found) throw new Error('No such product');
	return found;
}

async function returnWith(test: (made: ReturnOrder) => boolean): Promise<ReturnOrder> {
	const found = (await env.sandbox.control.returns(env.shopId)).find(test);
	if (!found) throw new Error('No such return');
	return found;
}

async function orderIn(status: Order['status'], shipping: 'TIKTOK' | 'SELLER'): Promise<Order> {
	return await env.sandbox.control.placeOrder(env.shopId, { status, shipping_type: shipping });
}

describe('the world', () => {
	it('has orders and returns in every status', async () => {
		const orders = await env.sandbox.control.orders(env.shopId);
		expect(new Set(orders.map((each) => each.status))).toEqual(new Set(ORDER_STATUSES));
		const returns = await env.sandbox.control.returns(env.shopId);
		expect(new Set(returns.map((each) => each.return_status))).toEqual(
			new Set(RETURN_KINDS.map((each) => each.status)),
		);
	});

	it('is the same for the same seed and clock', async () => {
		const now = () => 1.8e12;
		const [one, two, three] = await Promise.all([
			connected({ seed: 7, now }),
			connected({ seed: 7, now }),
			connected({ seed: 8, now }),
		]);
		const look = async ({ sandbox, shopId }: Connected) => {
			const rows = await sandbox.control.orders(shopId);
			const whole = await Promise.all(
				rows.slice(0, 5).map(async (row) => await sandbox.control.order(row.id)),
			);
			return JSON.stringify([rows, whole, await sandbox.control.products(shopId)]);
		};
		const looks = await Promise.all([one, two, three].map(look));
		await Promise.all([one, two, three].map(async (each) => await each.sandbox.stop()));
		expect(looks[0]).toBe(looks[1]);
		expect(looks[0]).not.toBe(looks[2]);
	});

	it('has ids that a number cannot hold', async () => {
		const [row] = await env.sandbox.control.orders(env.shopId);
		expect(row?.id).toMatch(/^\d{18}$/);
		const rows = await env.sandbox.control.orders(env.shopId);
		expect(new Set(rows.map((each) => Number(each.id))).size).toBeLessThan(rows.length);
	});

	it('has money that adds up and products that exist', async () => {
		for (const row of (await env.sandbox.control.orders(env.shopId)).slice(0, 20)) {
			const order = (await env.sandbox.control.order(row.id)) as Order;
			const cents = (text: string | undefined) => Math.round(Number(text ?? '0') * 100);
			const lines = order.line_items.reduce((sum, line) => sum + cents(line.sale_price), 0);
			const { payment } = order;
			expect(cents(payment.sub_total)).toBe(lines);
			expect(cents(payment.total_amount)).toBe(
				lines + cents(payment.shipping_fee) + cents(payment.tax),
			);
			for (const line of order.line_items) {
				const product = await env.sandbox.control.product(line.product_id);
				expect(product?.skus.map((sku) => sku.id)).toContain(line.sku_id);
			}
		}
	});
});

describe('orders', () => {
	it('come in detail by id; unknown ids are left out', async () => {
		const [first, second] = await env.sandbox.control.orders(env.shopId);
		const detail = async (ids: string) =>
			await call('GET', '/order/202507/orders', undefined, { query: { ids } });
		const found = await detail(`${first?.id},${second?.id},576400000000000001`);
		expect((found.data.orders as Order[]).map((each) => each.id)).toEqual([first?.id, second?.id]);
		expect((await detail('576400000000000001')).code).toBe(21008111);
	});

	it('hide the address before payment', async () => {
		const unpaid = await orderIn('UNPAID', 'SELLER');
		const paid = await orderIn('AWAITING_SHIPMENT', 'SELLER');
		const answer = await call('GET', '/order/202507/orders', undefined, {
			query: { ids: `${unpaid.id},${paid.id}` },
		});
		const [one, two] = answer.data.orders as Order[];
		expect(one).not.toHaveProperty('recipient_address');
		expect(two).toHaveProperty('recipient_address.name');
	});

	it('keep references to other systems', async () => {
		const order = await orderIn('AWAITING_SHIPMENT', 'SELLER');
		const [line] = order.line_items;
		const entry = {
			id: order.id,
			external_order: {
				id: 'WC-1',
				platform: 'WOOCOMMERCE',
				line_items: [{ id: '1', origin_id: line?.id }],
			},
		};
		const added = await call('POST', '/order/202406/orders/external_orders', {
			orders: [entry, { ...entry, id: '576400000000000001' }],
		});
		expect(added.data.errors).toHaveLength(1);
		const found = await call('POST', '/order/202406/orders/external_order_search', undefined, {
			query: { platform: 'WOOCOMMERCE', external_order_id: 'WC-1' },
		});
		expect(found.data.orders).toMatchObject([{ id: order.id }]);
	});
});

describe('products', () => {
	it('want every warehouse of a SKU, and tell faults inside code 0', async () => {
		const product = await productWith(
			(each) => each.status === 'ACTIVATE' && each.skus[0]?.inventory.length === 2,
		);
		const [sku] = product.skus;
		const path = `/product/202309/products/${product.id}/inventory/update`;
		const stock = (sku?.inventory ?? []).map((each, index) => ({
			warehouse_id: each.warehouse_id,
			quantity: 11 + index,
		}));
		const one = await call('POST', path, { skus: [{ id: sku?.id, inventory: stock.slice(0, 1) }] });
		expect(one).toMatchObject({
			code: 0,
			data: { errors: [{ code: 12019028, detail: { sku_id: sku?.id } }] },
		});
		const all = await call('POST', path, { skus: [{ id: sku?.id, inventory: stock }] });
		expect(all).toMatchObject({ code: 0, data: {} });
		const now = await env.sandbox.control.product(product.id);
		expect(now?.skus[0]?.inventory.map((each) => each.quantity)).toEqual([11, 12]);
		const mixed = await call('POST', path, {
			skus: [
				{ id: sku?.id, inventory: stock },
				{ id: '1729000000000000001', inventory: stock },
			],
		});
		expect(mixed.data.errors).toMatchObject([{ code: 12052556 }]);
	});

	it('change their prices all together or not at all', async () => {
		const product = await productWith((each) => each.status === 'ACTIVATE' && each.skus.length > 1);
		const [one, two] = product.skus;
		const path = `/product/202309/products/${product.id}/prices/update`;
		const price = (amount: string, currency = 'GBP') => ({ amount, currency });
		const send = async (second: object) =>
			await call('POST', path, {
				skus: [
					{ id: one?.id, price: price('12.34') },
					{ id: two?.id, price: second },
				],
			});
		expect((await send(price('1.234'))).code).toBe(12052012);
		expect((await send(price('5.00', 'USD'))).code).toBe(12052084);
		expect((await env.sandbox.control.product(product.id))?.skus[0]?.price).toEqual(one?.price);
		expect((await send(price('5'))).code).toBe(0);
		const changed = await env.sandbox.control.product(product.id);
		expect(changed?.skus.slice(0, 2).map((sku) => sku.price.sale_price)).toEqual(['12.34', '5.00']);
		expect(changed?.update_time).toBeGreaterThan(product.update_time);
	});

	it('are deactivated, deleted and recovered in batches', async () => {
		const live = await productWith((each) => each.status === 'ACTIVATE');
		const draft = await productWith((each) => each.status === 'DRAFT');
		const ids = [live.id, draft.id, '1729000000000000001'];
		const off = await call('POST', '/product/202309/products/deactivate', { product_ids: ids });
		expect(off).toMatchObject({
			code: 0,
			data: {
				errors: [
					{ code: 12052901, detail: { product_id: draft.id } },
					{ code: 12052048, detail: { product_id: '1729000000000000001' } },
				],
			},
		});
		const status = async () => (await env.sandbox.control.product(live.id))?.status;
		expect(await status()).toBe('SELLER_DEACTIVATED');
		await call('DELETE', '/product/202309/products', { product_ids: [live.id] });
		expect(await status()).toBe('DELETED');
		expect((await call('GET', `/product/202309/products/${live.id}`)).code).toBe(12052901);
		await call('POST', '/product/202309/products/recover', { product_ids: [live.id] });
		expect(await status()).toBe('SELLER_DEACTIVATED');
		await call('POST', '/product/202309/products/activate', { product_ids: [live.id] });
		expect(await status()).toBe('PENDING');
	});

	it('of another shop are told from those that do not exist', async () => {
		const [, second] = await env.sandbox.control.shops();
		const [foreign] = await env.sandbox.control.products(second?.id);
		expect((await call('GET', `/product/202309/products/${foreign?.id}`)).code).toBe(12052048);
		expect((await call('GET', '/product/202309/products/1729000000000000001')).code).toBe(12052032);
	});
});

describe('returns', () => {
	const decide = async (id: string, verb: 'approve' | 'reject', body: unknown, key?: string) =>
		await call('POST', `/return_refund/202309/returns/${id}/${verb}`, body, {
			query: key === undefined ? {} : { idempotency_key: key },
		});

	it.each([
		[
			'REFUND',
			'RETURN_OR_REFUND_REQUEST_PENDING',
			'APPROVE_REFUND',
			'RETURN_OR_REFUND_REQUEST_SUCCESS',
		],
		[
			'RETURN_AND_REFUND',
			'RETURN_OR_REFUND_REQUEST_PENDING',
			'APPROVE_RETURN',
			'AWAITING_BUYER_SHIP',
		],
		[
			'RETURN_AND_REFUND',
			'BUYER_SHIPPED_ITEM',
			'APPROVE_RECEIVED_PACKAGE',
			'RETURN_OR_REFUND_REQUEST_SUCCESS',
		],
		[
			'REPLACEMENT',
			'REPLACEMENT_REQUEST_PENDING',
			'APPROVE_REPLACEMENT',
			'REPLACEMENT_REQUEST_COMPLETE',
		],
		[
			'REPLACEMENT',
			'REPLACEMENT_REQUEST_PENDING',
			'ISSUE_REPLACEMENT_REFUND',
			'REPLACEMENT_REQUEST_REFUND_SUCCESS',
		],
	])('%s in %s takes %s', async (type, status, decision, result) => {
		const made = await returnWith(
			(each) => each.return_type === type && each.return_status === status,
		);
		expect((await decide(made.return_id, 'approve', { decision })).code).toBe(0);
		const after = await env.sandbox.control.return(made.return_id);
		expect(after?.return_status).toBe(result);
		expect(after?.update_time).toBeGreaterThan(made.update_time);
		expect(after?.seller_next_action_response).toEqual([]);
	});

	it('refuse decisions that fit neither type nor status', async () => {
		const refund = await returnWith((each) => each.return_type === 'REFUND');
		expect((await decide(refund.return_id, 'approve', { decision: 'APPROVE_RETURN' })).code).toBe(
			25020004,
		);
		const done = await returnWith(
			(each) =>
				each.return_type === 'REFUND' && each.return_status === 'RETURN_OR_REFUND_REQUEST_SUCCESS',
		);
		expect((await decide(done.return_id, 'approve', { decision: 'APPROVE_REFUND' })).code).toBe(
			25011012,
		);
		const unknown = await decide('4035000000000000001', 'approve', { decision: 'APPROVE_REFUND' });
		expect(unknown.code).toBe(25007006);
	});

	it('take a rejection with a reason from the list only', async () => {
		const made = await returnWith(
			(each) =>
				each.return_type === 'RETURN_AND_REFUND' &&
				each.return_status === 'RETURN_OR_REFUND_REQUEST_PENDING',
		);
		const list = await call('GET', '/return_refund/202309/reject_reasons', undefined, {
			query: { return_or_cancel_id: made.return_id },
		});
		const [reason] = list.data.reasons as Array<{ name: string }>;
		const body = { decision: 'REJECT_RETURN', reject_reason: 'I do not like it' };
		expect((await decide(made.return_id, 'reject', body)).code).toBe(25001014);
		const good = await decide(made.return_id, 'reject', { ...body, reject_reason: reason?.name });
		expect(good.code).toBe(0);
		expect((await env.sandbox.control.return(made.return_id))?.return_status).toBe(
			'REFUND_OR_RETURN_REQUEST_REJECT',
		);
	});

	it('offer a partial refund within the refund', async () => {
		const made = await returnWith(
			(each) =>
				each.return_type === 'REFUND' && each.return_status === 'RETURN_OR_REFUND_REQUEST_PENDING',
		);
		const offer = async (amount: string, currency = 'GBP') =>
			await decide(made.return_id, 'approve', {
				decision: 'OFFER_PARTIAL_REFUND',
				partial_refund: { amount, currency },
			});
		expect((await offer('99999.00')).code).toBe(25011032);
		expect((await offer('1.00', 'USD')).code).toBe(25001001);
		expect((await offer('1.00')).code).toBe(0);
		expect((await env.sandbox.control.return(made.return_id))?.return_status).toBe(
			'AWAITING_BUYER_RESPONSE',
		);
	});

	it('act once for an idempotency key', async () => {
		const made = await returnWith(
			(each) =>
				each.return_type === 'REFUND' && each.return_status === 'RETURN_OR_REFUND_REQUEST_PENDING',
		);
		const body = { decision: 'APPROVE_REFUND' };
		expect((await decide(made.return_id, 'approve', body, 'key')).code).toBe(0);
		expect((await decide(made.return_id, 'approve', body, 'key')).code).toBe(0);
		expect((await decide(made.return_id, 'approve', body)).code).toBe(25011012);
		const other = { decision: 'APPROVE_REFUND', buyer_keep_item: false };
		const clash = await decide(made.return_id, 'approve', other, 'key');
		expect(clash.code).toBe(36009004);
		expect(clash.message).toContain('idempotency_key');
	});

	it('are searched by their own rules of page size', async () => {
		const search = async (size: string) =>
			await call(
				'POST',
				'/return_refund/202309/returns/search',
				{},
				{ query: { page_size: size } },
			);
		expect((await search('9')).message).toContain('page_size');
		expect((await search('51')).message).toContain('page_size');
		expect((await search('50')).data.return_orders).toHaveLength(30);
	});
});

describe('cancellations', () => {
	it('by the seller cancel the order', async () => {
		const order = await orderIn('AWAITING_SHIPMENT', 'SELLER');
		const cancel = async (reason: string) =>
			await call('POST', '/return_refund/202309/cancellations', {
				order_id: order.id,
				cancel_reason: reason,
			});
		expect((await cancel('because')).code).toBe(25001014);
		expect((await cancel('seller_cancel_unpaid_reason_out_of_stock_uk')).code).toBe(25001021);
		const done = await cancel('seller_cancel_reason_out_of_stock_uk');
		expect(done.data).toMatchObject({ cancel_status: 'CANCELLATION_REQUEST_SUCCESS' });
		expect((await env.sandbox.control.order(order.id))?.status).toBe('CANCELLED');
		expect((await cancel('seller_cancel_reason_out_of_stock_uk')).code).toBe(25001051);
	});

	it('asked for by the buyer are approved or rejected', async () => {
		const ask = async () => {
			const order = await orderIn('AWAITING_SHIPMENT', 'SELLER');
			return await env.sandbox.control.requestCancellation(order.id);
		};
		const path = (id: string, verb: string) => `/return_refund/202309/cancellations/${id}/${verb}`;
		const one = await ask();
		expect((await call('POST', path(one.cancel_id, 'approve'))).code).toBe(0);
		expect((await env.sandbox.control.order(one.order_id))?.status).toBe('CANCELLED');
		expect((await call('POST', path(one.cancel_id, 'approve'))).code).toBe(25011012);
		const two = await ask();
		const body = { reject_reason: 'seller_reject_cancel_package_already_shipped' };
		expect((await call('POST', path(two.cancel_id, 'reject'), body)).code).toBe(0);
		const kept = await env.sandbox.control.order(two.order_id);
		expect(kept).toMatchObject({ status: 'AWAITING_SHIPMENT', is_buyer_request_cancel: false });
	});
});

describe('packages', () => {
	const ship = async (id: string, body: unknown = {}) =>
		await call('POST', `/fulfillment/202309/packages/${id}/ship`, body);
	const document = async (id: string) =>
		await call('GET', `/fulfillment/202309/packages/${id}/shipping_documents`, undefined, {
			query: { document_type: 'SHIPPING_LABEL' },
		});

	it('shipped by TikTok move the order and then have a label', async () => {
		const order = await orderIn('AWAITING_SHIPMENT', 'TIKTOK');
		const id = order.packages[0]?.id ?? '';
		expect((await document(id)).code).toBe(21023035);
		expect((await ship(id, { handover_method: 'DROP_OFF' })).code).toBe(0);
		expect((await env.sandbox.control.order(order.id))?.status).toBe('AWAITING_COLLECTION');
		expect((await ship(id)).code).toBe(21008099);
		const label = await document(id);
		const file = await axios.get<ArrayBuffer>(String(label.data.doc_url), {
			responseType: 'arraybuffer',
		});
		expect(file.headers['content-type']).toBe('application/pdf');
		expect(Buffer.from(file.data).subarray(0, 5).toString()).toBe('%PDF-');
	});

	it('shipped by the seller need a carrier and a tracking number', async () => {
		const order = await orderIn('AWAITING_SHIPMENT', 'SELLER');
		const providers = await call(
			'GET',
			`/logistics/202309/delivery_options/${order.delivery_option_id}/shipping_providers`,
		);
		const [provider] = providers.data.shipping_providers as Array<{ id: string }>;
		const path = `/fulfillment/202309/orders/${order.id}/packages`;
		const body = { tracking_number: 'RM123456789GB', shipping_provider_id: provider?.id };
		expect((await call('POST', path, { ...body, shipping_provider_id: '1' })).code).toBe(21011022);
		const done = await call('POST', path, body);
		expect(done.data).toMatchObject({ order_id: order.id, package_id: order.packages[0]?.id });
		const detail = await call('GET', `/fulfillment/202309/packages/${order.packages[0]?.id}`);
		expect(detail.data).toMatchObject({ tracking_number: 'RM123456789GB' });
		expect((await call('POST', path, body)).code).toBe(21011020);
		expect((await document(order.packages[0]?.id ?? '')).code).toBe(21008017);
	});

	it('wait while the buyer asks to cancel', async () => {
		const order = await orderIn('AWAITING_SHIPMENT', 'TIKTOK');
		await env.sandbox.control.requestCancellation(order.id);
		expect((await ship(order.packages[0]?.id ?? '')).code).toBe(21011007);
	});

	it('are searched by status', async () => {
		const answer = await call(
			'POST',
			'/fulfillment/202309/packages/search',
			{ package_status: 'COMPLETED' },
			{ query: { page_size: '50' } },
		);
		const packages = answer.data.packages as Array<{ status: string }>;
		expect(packages.length).toBeGreaterThan(0);
		expect(new Set(packages.map((each) => each.status))).toEqual(new Set(['COMPLETED']));
	});
});
