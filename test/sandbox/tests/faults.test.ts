import { connected, type Connected } from './support';

const SHOPS = '/authorization/202309/shops';

let env: Connected;

beforeEach(async () => {
	env = await connected({ orders: 20, products: 5, returns: 15 });
});

afterEach(async () => {
	await env.sandbox.stop();
});

const shops = async () => await env.seller.call('GET', SHOPS);

describe('injected faults', () => {
	it('strike as often as told and only where they match', async () => {
		await env.sandbox.control.inject({
			match: { method: 'GET', path: '^/authorization/', nth: 2 },
			fault: { kind: 'rateLimit', retryAfter: 7 },
			times: 2,
		});
		const other = await env.seller.call('GET', '/seller/202309/shops');
		const answers = [await shops(), await shops(), await shops(), await shops()];
		expect(other.code).toBe(0);
		expect(answers.map((each) => each.code)).toEqual([0, 36009002, 36009002, 0]);
		expect(answers[1]).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
	});

	it('answer with any status, code and message', async () => {
		const { control } = env.sandbox;
		await control.inject({ fault: { kind: 'status', status: 503 } });
		expect((await shops()).status).toBe(503);
		await control.inject({ fault: { kind: 'code', code: 36009003, message: 'No luck' } });
		expect(await shops()).toMatchObject({ status: 200, code: 36009003, message: 'No luck' });
	});

	it.each(['reset', 'resetMidBody'] as const)('cut the line with %s', async (kind) => {
		await env.sandbox.control.inject({ fault: { kind } });
		await expect(shops()).rejects.toThrow();
		expect((await env.sandbox.control.requests()).at(-1)?.status).toBe(0);
		expect((await shops()).code).toBe(0);
	});

	it('let a decision stand whose answer is lost', async () => {
		const made = await env.sandbox.control.createReturn(undefined, { type: 'REFUND' });
		const approve = async () =>
			await env.seller.call('POST', `/return_refund/202309/returns/${made.return_id}/approve`, {
				query: { shop_cipher: env.cipher, idempotency_key: 'once' },
				body: { decision: 'APPROVE_REFUND' },
			});
		await env.sandbox.control.inject({ fault: { kind: 'reset', afterEffect: true } });
		await expect(approve()).rejects.toThrow();
		expect((await env.sandbox.control.return(made.return_id))?.return_status).toBe(
			'RETURN_OR_REFUND_REQUEST_SUCCESS',
		);
		expect((await approve()).code).toBe(0);
	});

	it.each([
		{ kind: 'html', status: 502 },
		{ kind: 'status', status: 504 },
	] as const)('let a decision stand behind $kind', async (fault) => {
		const { control } = env.sandbox;
		const made = await control.createReturn(undefined, { type: 'REFUND' });
		await control.inject({ fault: { ...fault, afterEffect: true } });
		const answer = await env.seller.call(
			'POST',
			`/return_refund/202309/returns/${made.return_id}/approve`,
			{ query: { shop_cipher: env.cipher }, body: { decision: 'APPROVE_REFUND' } },
		);
		expect(answer.status).toBe(fault.status);
		expect((await control.requests()).at(-1)).toMatchObject({ status: fault.status, code: 0 });
		expect((await control.return(made.return_id))?.return_status).toBe(
			'RETURN_OR_REFUND_REQUEST_SUCCESS',
		);
	});

	it.each(['brokenGzip', 'stall', 'trickle'] as const)('never end whole with %s', async (kind) => {
		await env.sandbox.control.inject({ fault: { kind, ms: 3_600_000 } });
		const { appKey } = env.sandbox.app;
		const body = async () => {
			const answer = await fetch(`${env.sandbox.url}${SHOPS}?app_key=${appKey}`, {
				signal: AbortSignal.timeout(500),
			});
			return await answer.text();
		};
		await expect(body()).rejects.toThrow();
	});

	it.each([
		['html', 502, /text\/html/],
		['nonJson', 200, /json/],
		['truncate', 200, /json/],
		['emptyBody', 200, /json/],
		['wrongContentType', 200, /text\/plain/],
	] as const)('send %s', async (kind, status, type) => {
		await env.sandbox.control.inject({ fault: { kind } });
		const answer = await shops();
		expect(answer.status).toBe(status);
		expect(String(answer.headers['content-type'])).toMatch(type);
		if (kind !== 'wrongContentType') expect(answer.code).toBeUndefined();
	});
});

describe('the control API', () => {
	it('says what it does not know', async () => {
		await expect(env.sandbox.control.setOrderStatus('1', 'DELIVERED')).rejects.toThrow('order 1');
		await expect(env.sandbox.control.withdrawScope('no.scope')).rejects.toThrow('no.scope');
		expect(await env.sandbox.control.order('1')).toBeNull();
	});

	it('keeps a log of requests', async () => {
		await env.sandbox.control.clearRequests();
		await shops();
		expect(await env.sandbox.control.requests()).toMatchObject([
			{
				method: 'GET',
				path: SHOPS,
				status: 200,
				code: 0,
				operation: 'authorization.get-authorized-shops',
			},
		]);
	});

	it('opens and closes shops', async () => {
		const opened = await env.sandbox.control.setShops(['GB', 'JP']);
		expect(opened.map((each) => each.currency)).toEqual(['GBP', 'JPY']);
		expect(opened[0]?.cipher).toBe(env.cipher);
		expect((await shops()).data.shops).toHaveLength(2);
	});

	it('starts over', async () => {
		const before = await env.sandbox.control.orders();
		await env.sandbox.control.placeOrder();
		await env.sandbox.control.reset();
		expect(await env.sandbox.control.orders()).toHaveLength(before.length);
		expect((await shops()).code).toBe(105001);
	});
});
