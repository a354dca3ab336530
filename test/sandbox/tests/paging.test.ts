import type { Order } from '../index';
import { connected, type Connected } from './support';

let env: Connected;

beforeAll(async () => {
	env = await connected({ orders: 120, products: 45, rateLimit: 1_000, searchCap: 100 });
});

afterAll(async () => {
	await env.sandbox.stop();
});

const orders = async (query: Record<string, string>, body: unknown = {}) =>
	await env.seller.call('POST', '/order/202309/orders/search', {
		query: { shop_cipher: env.cipher, page_size: '30', ...query },
		body,
	});

async function allOrders(query: Record<string, string>, body: unknown = {}): Promise<Order[]> {
	const found: Order[] = [];
	let token = '';
	do {
		const answer = await orders({ ...query, ...(token ? { page_token: token } : {}) }, body);
		expect(answer.code).toBe(0);
		found.push(...((answer.data.orders ?? []) as Order[]));
		token = String(answer.data.next_page_token);
	} while (token);
	return found;
}

describe('paging', () => {
	it('reaches every row once, in order, also where seconds are shared', async () => {
		const body = { shipping_type: 'SELLER' };
		const found = await allOrders({ page_size: '7', sort_order: 'ASC' }, body);
		const all = await env.sandbox.control.orders(env.shopId);
		expect(found).toHaveLength(all.filter((each) => each.shipping_type === 'SELLER').length);
		expect(new Set(found.map((each) => each.id)).size).toBe(found.length);
		const times = found.map((each) => each.create_time);
		expect(times).toEqual([...times].sort((a, b) => a - b));
		expect(new Set(all.map((each) => each.create_time)).size).toBeLessThan(all.length);
	});

	it('loses nothing to orders that arrive meanwhile', async () => {
		const body = { order_status: 'DELIVERED' };
		const before = await allOrders({ page_size: '5' }, body);
		const first = await orders({ page_size: '5' }, body);
		await env.sandbox.control.placeOrder(env.shopId, { status: 'DELIVERED' });
		const token = String(first.data.next_page_token);
		const second = await orders({ page_size: '5', page_token: token }, body);
		const ids = [first, second].flatMap((each) =>
			(each.data.orders as Order[]).map((order) => order.id),
		);
		expect(ids).toEqual(before.slice(0, 10).map((each) => each.id));
	});

	it('refuses invented tokens and those of another query', async () => {
		const first = await orders({});
		const token = String(first.data.next_page_token);
		expect((await orders({ page_token: 'bm9uc2Vuc2U=' })).message).toContain('page_token');
		expect((await orders({ page_token: token, sort_order: 'ASC' })).message).toContain(
			'page_token',
		);
		expect((await orders({ page_token: token }, { order_status: 'UNPAID' })).message).toContain(
			'page_token',
		);
		const [, second] = await env.sandbox.control.shops();
		const other = await orders({ page_token: token, shop_cipher: second?.cipher ?? '' });
		expect(other.message).toContain('page_token');
	});

	it('ends at the cap without a word in orders', async () => {
		const found = await allOrders({ page_size: '30' });
		expect(found).toHaveLength(100);
		expect((await orders({})).data.total_count).toBeGreaterThan(100);
	});

	it('refuses to go past the cap in products', async () => {
		const capped = await connected({ products: 45, orders: 1, searchCap: 20 });
		const page = async (token?: string) =>
			await capped.seller.call('POST', '/product/202502/products/search', {
				query: {
					shop_cipher: capped.cipher,
					page_size: '20',
					...(token ? { page_token: token } : {}),
				},
				body: {},
			});
		const first = await page();
		const beyond = await page(String(first.data.next_page_token));
		await capped.sandbox.stop();
		expect(first.data.products).toHaveLength(20);
		expect(beyond.code).toBe(12052180);
	});

	it('leaves the list out when nothing is found', async () => {
		const answer = await orders({}, { buyer_user_id: '1' });
		expect(answer.data).toEqual({ next_page_token: '', total_count: 0 });
	});

	it('takes spans as half open, and ends an open one before the running second', async () => {
		const [some] = (await orders({})).data.orders as Order[];
		const time = some?.update_time ?? 0;
		const ids = async (body: unknown) =>
			(await allOrders({ sort_field: 'update_time' }, body)).map((each) => each.id);
		expect(await ids({ update_time_ge: time, update_time_lt: time + 1 })).toContain(some?.id);
		expect(await ids({ update_time_ge: time - 1, update_time_lt: time })).not.toContain(some?.id);
		const frozen = await connected({ orders: 5, products: 2, now: () => 1.8e12 });
		await frozen.sandbox.control.placeOrder(frozen.shopId);
		const answer = await frozen.seller.call('POST', '/order/202309/orders/search', {
			timestamp: '1800000000',
			query: { shop_cipher: frozen.cipher, page_size: '10' },
			body: { create_time_ge: 1_799_999_999 },
		});
		await frozen.sandbox.stop();
		expect(answer.data.total_count).toBe(0);
	});

	it('makes a hundred thousand orders without making them all whole', async () => {
		const large = await connected({ orders: 100_000, products: 10, markets: ['GB'] });
		const answer = await large.seller.call('POST', '/order/202309/orders/search', {
			query: { shop_cipher: large.cipher, page_size: '100' },
			body: {},
		});
		await large.sandbox.stop();
		expect(answer.data.total_count).toBe(100_000);
		expect(answer.data.orders).toHaveLength(100);
	});
});
