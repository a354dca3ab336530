import axios from 'axios';
import { startSandbox, type Sandbox } from '../index';
import { Seller } from './support';

let sandbox: Sandbox;
let seller: Seller;

beforeEach(async () => {
	sandbox = await startSandbox({
		orders: 5,
		products: 2,
		returns: 2,
		redirectUrl: 'https://n8n.example.com/rest/oauth2-credential/callback?kept=1',
	});
	seller = new Seller(sandbox);
});

afterEach(async () => {
	await sandbox.stop();
});

const open = async (params: Record<string, string>) =>
	await axios.get<string>(`${sandbox.url}/open/authorize`, {
		params,
		maxRedirects: 0,
		validateStatus: () => true,
	});

async function newCode(): Promise<string> {
	return (await seller.decide('accept')).searchParams.get('code') ?? '';
}

describe('authorize page', () => {
	it('asks the seller, everything escaped', async () => {
		const page = await open({ service_id: sandbox.app.serviceId, state: '"><script>x</script>' });
		expect(page.status).toBe(200);
		expect(page.data).toContain('id="accept"');
		expect(page.data).toContain('Candle &amp; Wick &lt;Official&gt;');
		expect(page.data).not.toContain('<script>');
	});

	it('says when the App Key was taken for the service id', async () => {
		const page = await open({ service_id: sandbox.app.appKey, state: 'x', _auto: 'accept' });
		expect(page.status).toBe(400);
		expect(page.data).toContain('App Key');
	});

	it('refuses unknown services and users who do not own the shop', async () => {
		expect((await open({ service_id: '1', _auto: 'accept' })).status).toBe(404);
		expect((await open({ _auto: 'accept' })).status).toBe(400);
		await sandbox.control.setAuthorizingUser({ userType: 0, owner: false });
		const page = await open({ service_id: sandbox.app.serviceId, _auto: 'accept' });
		expect(page.status).toBe(403);
		expect(page.data).toContain('owner');
	});

	it('sends the browser back with a code', async () => {
		const url = await seller.decide('accept', 'a b&c=ü');
		expect(url.origin + url.pathname).toBe(
			'https://n8n.example.com/rest/oauth2-credential/callback',
		);
		expect(Object.fromEntries(url.searchParams)).toEqual({
			kept: '1',
			app_key: sandbox.app.appKey,
			code: expect.stringMatching(/^ROW_/) as string,
			locale: 'en-GB',
			shop_region: 'GB',
			state: 'a b&c=ü',
		});
	});

	it('sends the browser back after a refusal', async () => {
		const url = await seller.decide('deny', 'back');
		expect(Object.fromEntries(url.searchParams)).toEqual({
			kept: '1',
			code: 'null',
			error: 'auth_denied',
			state: 'back',
		});
	});

	it('takes the buttons of its form', async () => {
		const form = new URLSearchParams({
			service_id: sandbox.app.serviceId,
			state: 'posted',
			decision: 'accept',
		});
		const answer = await axios.post(`${sandbox.url}/open/authorize`, form, {
			maxRedirects: 0,
			validateStatus: () => true,
		});
		expect(answer.status).toBe(302);
		expect(new URL(String(answer.headers.location)).searchParams.get('state')).toBe('posted');
	});
});

describe('tokens', () => {
	it('come nested under data, with moments of expiry', async () => {
		const answer = await seller.get(await newCode());
		const now = Math.floor(Date.now() / 1000);
		expect(answer).toMatchObject({ status: 200, code: 0 });
		expect(answer.data.access_token).toMatch(/^ROW_/);
		expect(Math.abs(answer.data.access_token_expire_in - now - 7 * 86_400)).toBeLessThan(60);
		expect(answer.data.refresh_token_expire_in).toBeGreaterThan(now + 30 * 86_400);
		expect(answer.data.granted_scopes).toContain('seller.order.info');
		expect(answer.data).toMatchObject({ user_type: 0, seller_base_region: 'GB' });
	});

	it('are given once for a code', async () => {
		const code = await newCode();
		expect((await seller.get(code)).code).toBe(0);
		expect((await seller.get(code)).code).toBe(36004004);
		expect((await seller.get('null')).code).toBe(36004004);
	});

	it('are not given for a code older than 30 minutes', async () => {
		const code = await newCode();
		await sandbox.control.skewClock(1_801);
		expect((await seller.get(code)).code).toBe(36004004);
	});

	it('need the right app, secret, grant type and method', async () => {
		const code = await newCode();
		const base = { auth_code: code, grant_type: 'authorized_code' };
		expect((await seller.token('get', { ...base, app_key: 'x' })).message).toContain('app_key');
		expect((await seller.token('get', { ...base, app_secret: 'x' })).message).toContain(
			'app_secret',
		);
		expect((await seller.token('get', { ...base, grant_type: 'code' })).message).toContain(
			'grant_type',
		);
		const posted = await axios.post(`${sandbox.url}/api/v2/token/get`, '', {
			validateStatus: () => true,
		});
		expect(posted.status).toBe(405);
		expect((await seller.token('get', base)).code).toBe(0);
	});

	it('rotate: a used refresh token is refused', async () => {
		const first = await seller.connect();
		const second = await seller.refresh();
		expect(second.code).toBe(0);
		expect(second.data.refresh_token).not.toBe(first.refresh_token);
		expect((await seller.refresh(first.refresh_token)).code).toBe(36009004);
		expect((await seller.refresh(second.data.refresh_token)).code).toBe(0);
	});

	it('keep the refresh token when rotation is off', async () => {
		const first = await seller.connect();
		await sandbox.control.setRotation(false);
		expect((await seller.refresh()).data.refresh_token).toBe(first.refresh_token);
		expect((await seller.refresh()).code).toBe(0);
	});

	it('are refused after they expired or were revoked', async () => {
		await seller.connect();
		await sandbox.control.expireRefreshTokens();
		expect((await seller.refresh()).code).toBe(105002);
		await seller.connect();
		await sandbox.control.revokeAuthorization();
		expect((await seller.refresh()).code).toBe(36009004);
		const answer = await seller.call('GET', '/authorization/202309/shops');
		expect(answer.code).toBe(105001);
	});

	it('are counted', async () => {
		await seller.connect();
		await seller.refresh();
		await seller.refresh('ROW_bad');
		expect(await sandbox.control.tokenStats()).toEqual({
			gets: 1,
			refreshes: 1,
			refused: 1,
			alive: 2,
		});
	});

	it('end with the deauthorize call', async () => {
		await seller.connect();
		const path = '/authorization/202403/shops';
		expect((await seller.call('DELETE', path)).code).toBe(106013);
		const shops = await sandbox.control.shops();
		for (const { cipher } of shops) {
			const query = { shop_cipher: cipher };
			expect((await seller.call('DELETE', path, { query })).code).toBe(0);
		}
		const answer = await seller.call('GET', '/authorization/202309/shops');
		expect(answer.code).toBe(105001);
	});

	it('leave no secret in the request log', async () => {
		const tokens = await seller.connect();
		await seller.refresh();
		const log = JSON.stringify(await sandbox.control.requests());
		expect(log).toContain('/api/v2/token/refresh');
		expect(log).not.toContain(tokens.refresh_token);
		expect(log).not.toContain(tokens.access_token);
		expect(log).not.toContain(sandbox.app.appSecret);
	});
});
