import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { apiRequests, operate, startConnected, type World } from '../support';
import { NODE, runCases } from './case';
import { cases } from './customApiCall.cases';
import { fileItem, png } from './pictures';

runCases(cases);

describe('a custom API call', () => {
	let world: World;

	beforeAll(async () => {
		world = await startConnected({ markets: ['GB'] });
	});

	afterAll(async () => await world.stop());

	beforeEach(async () => await world.sandbox.control.clearRequests());

	const call = async (parameters: IDataObject, input?: INodeExecutionData[]) =>
		await operate(world, { resource: 'customApiCall', operation: 'request', ...parameters }, input);

	const sent = async () => {
		const requests = await apiRequests(world);
		return requests.filter(({ path }) => path !== '/authorization/202309/shops');
	};

	const search = {
		method: 'POST',
		path: '/order/202309/orders/search',
		paging: true,
		itemsProperty: 'orders',
	};

	it('walks the pages, with its own body and query', async () => {
		const execution = await call({
			...search,
			pageSize: 20,
			limit: 45,
			bodyType: 'json',
			bodyJson: '{"create_time_ge": 1577836800}',
			queryMode: 'json',
			queryJson: { sort_order: 'ASC' },
		});
		expect(execution.json(NODE)).toHaveLength(45);
		const requests = await sent();
		expect(requests.map(({ query }) => query.page_size)).toEqual(['20', '20', '20']);
		expect(requests.map(({ query }) => query.sort_order)).toEqual(['ASC', 'ASC', 'ASC']);
		for (const { body } of requests)
			expect(JSON.parse(body)).toEqual({ create_time_ge: 1577836800 });
	});

	it('returns all pages', async () => {
		const execution = await call({ ...search, pageSize: 100, returnAll: true });
		expect(execution.json(NODE)).toHaveLength((await world.sandbox.control.orders()).length);
	});

	it('sends a file with text parts, without a shop', async () => {
		const parameters = {
			method: 'POST',
			path: '/product/202309/images/upload',
			shopCipher: 'none',
			bodyType: 'file',
			textParts: { parameter: [{ name: 'use_case', value: 'MAIN_IMAGE' }] },
		};
		const execution = await call(parameters, [fileItem(png(1200, 1200), 'image/png', 'p.png')]);
		expect(execution.error).toBeUndefined();
		expect(execution.json(NODE)).toEqual([
			expect.objectContaining({ uri: expect.stringMatching(/\S/), use_case: 'MAIN_IMAGE' }),
		]);
		const [request] = await sent();
		expect(request?.query).not.toHaveProperty('shop_cipher');
		expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
	});

	it('fetches the file that the answer points to', async () => {
		const waiting = (await world.sandbox.control.orders()).find(
			({ status, shipping_type }) => status === 'AWAITING_COLLECTION' && shipping_type === 'TIKTOK',
		);
		const order = await world.sandbox.control.order(waiting?.id ?? '');
		const execution = await call({
			path: `/fulfillment/202309/packages/${order?.packages[0]?.id}/shipping_documents`,
			queryParameters: { parameter: [{ name: 'document_type', value: 'SHIPPING_LABEL' }] },
			response: 'file',
		});
		expect(execution.error).toBeUndefined();
		const [item] = execution.items(NODE);
		expect(item?.json).toHaveProperty('doc_url');
		expect(item?.binary?.data).toMatchObject({ mimeType: 'application/pdf' });
	});

	it('takes an answer that is the file itself', async () => {
		const execution = await call({
			path: '/_documents/label.pdf',
			shopCipher: 'none',
			response: 'file',
			fileFrom: 'answer',
		});
		expect(execution.error).toBeUndefined();
		const [item] = execution.items(NODE);
		expect(item?.binary?.data).toMatchObject({
			mimeType: 'application/pdf',
			fileName: 'label.pdf',
		});
		expect(Buffer.from(item?.binary?.data?.data ?? '', 'base64').toString()).toMatch(/^%PDF/);
	});

	it('explains a refusal also where a file was wanted', async () => {
		const execution = await call({
			path: '/nowhere/202309/things',
			response: 'file',
			fileFrom: 'answer',
		});
		expect(execution.error?.message).toBe('TikTok Shop does not know this endpoint');
	});

	it('explains a missing scope it cannot know', async () => {
		await world.sandbox.control.withdrawScope('seller.finance.info');
		const execution = await call({
			path: '/finance/202309/statements',
			queryParameters: { parameter: [{ name: 'sort_field', value: 'statement_time' }] },
		});
		expect(execution.error?.message).toBe('A permission (scope) is missing for this request');
	});

	it('repeats no write that TikTok may have carried out', async () => {
		const path = '/product/202309/products/activate';
		await world.sandbox.control.inject({
			match: { path },
			fault: { kind: 'status', status: 503 },
		});
		const execution = await call({ method: 'POST', path, bodyType: 'json', bodyJson: '{}' });
		expect(execution.error?.message).toBe('TikTok Shop has an internal problem');
		expect(await sent()).toHaveLength(1);
	});

	it('keeps writes in the order of the items, and tells how far it came', async () => {
		const [product] = (await world.sandbox.control.products()).filter(
			({ status }) => status === 'ACTIVATE',
		);
		const sku = product?.skus[0];
		const { currency } = sku?.price ?? {};
		const amounts = ['11.00', '12.00', '13.00', '0', '14.00'];
		await world.sandbox.control.setLatency(15);
		const execution = await call(
			{
				method: 'POST',
				path: `/product/202309/products/${product?.id}/prices/update`,
				bodyType: 'json',
				bodyJson: '={{ $json }}',
			},
			amounts.map((amount) => ({
				json: { skus: [{ id: sku?.id, price: { amount, currency } }] },
			})),
		);
		await world.sandbox.control.setLatency(0);
		expect(execution.error?.message).toBe('The product price is invalid');
		expect(execution.error?.description).toContain('done: 0–2; failed: 3; not sent: 4.');
		const after = await world.sandbox.control.product(product?.id ?? '');
		expect(after?.skus[0]?.price.sale_price).toBe('13.00');
	});

	it.each([
		['order/202309/orders', 'Path is not a path of the API'],
		['//example.com/orders', 'Path is not a path of the API'],
		['/order/../authorization/202403/shops', 'Path is not a path of the API'],
		['/order/%2e%2e/shops', 'Path is not a path of the API'],
		['/order/202309/orders?ids=1', 'Path is not a path of the API'],
		['/order/202309/orders#a', 'Path is not a path of the API'],
		['/order\\202309', 'Path is not a path of the API'],
		['/order/202309\r\nx: y', 'Path is not a path of the API'],
		['={{ "" }}', 'Path is empty'],
	])('refuses the path %j', async (path, message) => {
		const execution = await call({ path });
		expect(execution.error?.message).toContain(message);
		expect(await apiRequests(world)).toEqual([]);
	});

	const path = '/order/202309/orders';
	it.each<[IDataObject, string]>([
		[{ queryMode: 'json', queryJson: '{"sign": "x"}' }, 'sign is added by the credential'],
		[{ queryMode: 'json', queryJson: '{"a&b": 1}' }, '"a&b" is no name of a parameter'],
		[{ queryMode: 'json', queryJson: '[1]' }, 'Query JSON must be a JSON object'],
		[{ queryMode: 'json', queryJson: '={{ "{" }}' }, 'Query JSON is not valid JSON'],
		[{ queryMode: 'json', queryJson: '{"shop_cipher": "x"}' }, 'shop_cipher is added'],
		[{ method: 'POST', bodyType: 'json', bodyJson: '[]' }, 'Body JSON must be a JSON object'],
		[{ paging: true, itemsProperty: ' ' }, 'Items Property is empty'],
		[{ paging: true, itemsProperty: 'orders', pagingIn: 'body' }, 'a GET request has no body'],
		[{ paging: true, itemsProperty: 'orders', pageSize: 101 }, 'Page Size must be a whole number'],
	])('refuses %j', async (parameters, message) => {
		const execution = await call({ path, ...parameters });
		expect(execution.error?.message).toContain(message);
		expect(await apiRequests(world)).toEqual([]);
	});
});
