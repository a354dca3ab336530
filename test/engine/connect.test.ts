import {
	addressShown,
	apiRequests,
	authorize,
	byId,
	chain,
	connect,
	nodeOf,
	operate,
	startConnected,
	startWorld,
	type World,
} from './support';

let world: World;

afterEach(async () => await world.stop());

const listShops = { resource: 'shop', operation: 'getMany' };

async function stored() {
	return await world.host.credentials.get(world.credential.id);
}

async function paste(authorizationCode: string) {
	await world.host.credentials.update(world.credential.id, { authorizationCode });
	return await world.host.credentials.test(world.credential.id);
}

describe('connecting', () => {
	it('shows the exact address to open before the first authorization', async () => {
		world = await startWorld();
		const result = await world.host.credentials.test(world.credential.id);
		expect(result.status).toBe('Error');
		expect(result.message).toContain(
			`${world.sandbox.url}/open/authorize?service_id=${world.sandbox.app.serviceId}&state=`,
		);
		expect(result.message).toContain('Not connected yet');
		expect((await world.sandbox.control.tokenStats()).gets).toBe(0);
	});

	it('exchanges the pasted address once and stores tokens, expiry, seller and scopes', async () => {
		world = await startWorld();
		await connect(world);
		const data = await stored();
		expect(data).toMatchObject({ connectedAppKey: world.sandbox.app.appKey });
		for (const key of [
			'accessToken',
			'refreshToken',
			'openId',
			'sellerName',
			'sellerRegion',
			'grantedScopes',
			'usedCodes',
		]) {
			expect(data[key]).toEqual(expect.stringMatching(/\S/));
		}
		const now = Date.now() / 1000;
		expect(Number(data.accessTokenExpiresAt)).toBeGreaterThan(now + 6 * 86400);
		expect(Number(data.refreshTokenExpiresAt)).toBeGreaterThan(Number(data.accessTokenExpiresAt));
		expect(String(data.grantedScopes).split(',')).toContain('seller.order.info');
		await world.host.credentials.test(world.credential.id);
		const execution = await operate(world, listShops);
		expect(execution.status).toBe('success');
		expect((await world.sandbox.control.tokenStats()).gets).toBe(1);
	});

	it('takes a bare code as well', async () => {
		world = await startWorld();
		const redirected = await authorize(await addressShown(world));
		const result = await paste(new URL(redirected).searchParams.get('code') ?? '');
		expect(result.status).toBe('OK');
	});

	it.each([
		[
			'a declined authorization',
			async () => await authorize(await addressShown(world), 'deny'),
			'declined',
		],
		[
			'a code that TikTok does not know',
			async () => await Promise.resolve('ROW_made_up_code'),
			'too old, was used before',
		],
		[
			'an address without state',
			async () => (await authorize(await addressShown(world))).replace(/state=[^&]*/, ''),
			'has no state',
		],
		[
			'an address made for another credential',
			async () => (await authorize(await addressShown(world))).replace(/state=[^&]*/, 'state=0123'),
			'another credential',
		],
		[
			'an address without a code',
			async () => await Promise.resolve('https://example.com/?locale=en'),
			'without a code',
		],
	])('explains %s', async (_, pasted, words) => {
		world = await startWorld();
		const result = await paste(await pasted());
		expect(result.status).toBe('Error');
		expect(result.message).toContain(words);
		expect((await stored()).accessToken || '').toBe('');
	});

	it.each([
		[1, 'creator'],
		[3, 'partner'],
	] as const)('refuses user type %i', async (userType, words) => {
		world = await startWorld();
		await world.sandbox.control.setAuthorizingUser({ userType, owner: true });
		const result = await paste(await authorize(await addressShown(world)));
		expect(result.message).toContain(words);
		expect((await stored()).accessToken || '').toBe('');
	});

	it('never sends a refused code twice', async () => {
		world = await startWorld();
		await paste('GCP_used_code');
		await paste('GCP_used_code');
		expect((await world.sandbox.control.tokenStats()).refused).toBe(1);
	});

	it.each([
		['Service ID', { serviceId: 'app-key' }, 'Service ID'],
		['App Secret', { appSecret: '' }, 'App Secret is empty'],
	])('checks the shape of %s before any request', async (_, changes, words) => {
		world = await startWorld();
		await world.host.credentials.update(world.credential.id, changes);
		const result = await world.host.credentials.test(world.credential.id);
		expect(result.message).toContain(words);
		expect(await world.sandbox.control.requests()).toHaveLength(0);
	});

	it('says so when the App Key stands in the Service ID field', async () => {
		world = await startWorld();
		await world.host.credentials.update(world.credential.id, {
			serviceId: world.sandbox.app.appKey,
		});
		const result = await world.host.credentials.test(world.credential.id);
		expect(result.message).toContain('Service ID holds the App Key');
	});

	it('tells a wrong App Secret apart', async () => {
		world = await startWorld();
		const redirected = await authorize(await addressShown(world));
		await world.host.credentials.update(world.credential.id, { appSecret: 'wrong' });
		const result = await paste(new URL(redirected).searchParams.get('code') ?? '');
		expect(result.message).toContain('App Secret');
	});

	it('says so when no shop is authorized', async () => {
		world = await startWorld();
		await world.sandbox.control.setShops([]);
		const result = await paste(await authorize(await addressShown(world)));
		expect(result.message).toContain('No shop is authorized');
	});
});

describe('re-authorizing', () => {
	it('takes a new code while the old token still works', async () => {
		world = await startConnected();
		const before = await stored();
		await world.host.credentials.update(world.credential.id, { authorizationCode: '' });
		const address = `${world.sandbox.url}/open/authorize?service_id=${world.sandbox.app.serviceId}&state=x`;
		const code = new URL(await authorize(address)).searchParams.get('code') ?? '';
		expect((await paste(code)).status).toBe('OK');
		const after = await stored();
		expect(after.accessToken).not.toBe(before.accessToken);
		expect(after.usedCodes).not.toBe(before.usedCodes);
		expect((await operate(world, listShops)).status).toBe('success');
	});

	it('is done by a node that finds an unused code', async () => {
		world = await startConnected();
		const before = await stored();
		const address = `${world.sandbox.url}/open/authorize?service_id=${world.sandbox.app.serviceId}&state=x`;
		const code = new URL(await authorize(address)).searchParams.get('code') ?? '';
		await world.host.credentials.update(world.credential.id, { authorizationCode: code });
		expect((await operate(world, listShops)).status).toBe('success');
		expect((await stored()).accessToken).not.toBe(before.accessToken);
		expect((await world.sandbox.control.tokenStats()).gets).toBe(2);
	});
});

describe('renewing', () => {
	it.each([401, 200] as const)(
		'heals a token that TikTok calls expired with HTTP %i',
		async (status) => {
			world = await startConnected();
			await world.sandbox.control.setTokenExpiredStatus(status);
			await world.sandbox.control.expireAccessTokens();
			const before = await stored();
			const execution = await operate(world, listShops);
			expect(execution.status).toBe('success');
			const after = await stored();
			expect(after.accessToken).not.toBe(before.accessToken);
			expect(after.refreshToken).not.toBe(before.refreshToken);
		},
	);

	it('costs one refresh for ten executions at the same time, though refresh tokens rotate', async () => {
		world = await startConnected();
		await world.sandbox.control.expireAccessTokens();
		const executions = await Promise.all(
			Array.from({ length: 10 }, async () => await operate(world, listShops)),
		);
		expect(executions.map(({ status }) => status)).toEqual(
			Array.from({ length: 10 }, () => 'success'),
		);
		expect((await world.sandbox.control.tokenStats()).refreshes).toBe(1);
	});

	it('renews ahead of expiry by our own clock, before a request is refused', async () => {
		world = await startConnected();
		const { accessToken, accessTokenIssuedAt } = await stored();
		await world.host.credentials.update(world.credential.id, {
			accessTokenIssuedAt: Number(accessTokenIssuedAt) - 7 * 86400,
			accessTokenExpiresAt: Math.floor(Date.now() / 1000) + 60,
		});
		await world.sandbox.control.clearRequests();
		expect((await operate(world, listShops)).status).toBe('success');
		expect((await stored()).accessToken).not.toBe(accessToken);
		expect((await apiRequests(world)).filter(({ code }) => code !== 0)).toHaveLength(0);
	});

	it('goes on with the tokens of another process that refreshed first', async () => {
		world = await startConnected();
		const { control } = world.sandbox;
		const old = await stored();
		await control.expireAccessTokens();
		// The other process: its refresh is unknown to this one, its tokens are stored a moment later.
		await operate(world, listShops);
		const fresh = await stored();
		await world.host.credentials.update(world.credential.id, {
			...old,
			refreshToken: `${String(old.refreshToken)}`,
		});
		expect((await operate(world, listShops)).status).toBe('success');
		expect((await stored()).accessToken).toBe(fresh.accessToken);
	});

	it('explains an authorization that has ended, with the address to open', async () => {
		world = await startConnected();
		await world.sandbox.control.revokeAuthorization();
		const execution = await operate(world, listShops);
		expect(execution.status).toBe('error');
		expect(execution.error?.message).toBe('The authorization of this shop has ended');
		expect(execution.error?.description).toContain('/open/authorize?service_id=');
	});

	it('does not burn a refresh for a bad signature', async () => {
		world = await startConnected();
		await world.host.credentials.update(world.credential.id, {
			appSecret: 'wrong-secret',
			authorizationCode: '',
		});
		const execution = await operate(world, listShops);
		expect(execution.error?.message).toBe('TikTok Shop did not accept the signature');
		const result = await world.host.credentials.test(world.credential.id);
		expect(result.message).toContain('signature');
		const { refreshes, refused } = await world.sandbox.control.tokenStats();
		expect([refreshes, refused]).toEqual([0, 0]);
	});
});

describe('the HTTP Request node', () => {
	const request = (parameters: object) => ({
		name: 'HTTP Request',
		type: 'n8n-nodes-base.httpRequest',
		parameters: {
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'tikTokShopApi',
			...parameters,
		},
		credentials: { tikTokShopApi: world.credential },
	});

	it('calls any endpoint, correctly signed, with unicode and signs in query and body', async () => {
		world = await startConnected();
		const [shop] = await world.sandbox.control.shops();
		const { return_id } = await world.sandbox.control.createReturn();
		const sendQuery = {
			sendQuery: true,
			queryParameters: { parameters: [{ name: 'shop_cipher', value: shop?.cipher }] },
		};
		const { url } = world.sandbox;
		const search = request({
			...sendQuery,
			method: 'POST',
			url: `${url}/return_refund/202309/returns/search?page_size=10`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '{"locale": "Áo dài 🧵"}',
		});
		const reasons = request({
			...sendQuery,
			method: 'GET',
			url: `${url}/return_refund/202309/reject_reasons?locale=a b/%2B=é&return_or_cancel_id=${return_id}`,
		});
		for (const node of [search, reasons]) {
			const execution = await world.host.run(chain(start(), node));
			expect(execution.error).toBeUndefined();
			expect(execution.json('HTTP Request')[0]).toMatchObject({ code: 0 });
		}
	});

	it('heals an expired token', async () => {
		world = await startConnected();
		await world.sandbox.control.expireAccessTokens();
		const execution = await world.host.run(
			chain(
				start(),
				request({ method: 'GET', url: `${world.sandbox.url}/authorization/202309/shops` }),
			),
		);
		expect(execution.json('HTTP Request')[0]).toMatchObject({ code: 0 });
	});

	it('never sends the token to another server', async () => {
		world = await startConnected();
		const execution = await world.host.run(
			chain(
				start(),
				request({ method: 'GET', url: 'http://127.0.0.1:9/authorization/202309/shops' }),
			),
		);
		expect(execution.error?.message).toContain('only signs requests to');
	});
});

describe('the shop list', () => {
	it('is offered by name and works by ID', async () => {
		world = await startConnected();
		const { results } = await world.host.listSearch(
			'n8n-nodes-tiktok-shop.tikTokShop',
			'searchShops',
			{
				credentials: { tikTokShopApi: world.credential },
			},
		);
		const shops = await world.sandbox.control.shops();
		expect(results.map(({ value }) => value)).toEqual(shops.map(({ id }) => id));
		const node = nodeOf(world, 'tikTokShop', {
			resource: 'order',
			operation: 'getMany',
			shop: byId(shops[1]?.id ?? ''),
			limit: 1,
		});
		expect((await world.host.run(chain(start(), node))).status).toBe('success');
	});
});

const start = () => ({ name: 'Start', type: 'n8n-nodes-base.manualTrigger' });
