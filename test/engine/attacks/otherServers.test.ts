import type { IDataObject } from 'n8n-workflow';

import { credentialForm } from '../../sandbox/credentialForm';
import { fileItem } from '../operations/placing';
import { issuedSecrets } from '../../sandbox/issued';
import { findSecret } from '../leaks';
import type { CredentialReference } from '../host';
import {
	addressShown,
	apiRequests,
	authorize,
	chain,
	nodeOf,
	operate,
	startConnected,
	startWorld,
	type World,
} from '../support';
import { envelope, forward, startServer, type KeepingServer, type Kept } from './server';

let world: World;
/** Belongs to somebody else, who keeps all that comes. */
let stranger: KeepingServer;

const strangersShop = '{"shops":[{"id":"1","name":"S","region":"GB","cipher":"strangers-cipher"}]}';

/** As JSON writes it. */
let token = '';

const strangersTokens = () =>
	`{"access_token":"${token}","refresh_token":"strangers-refresh","access_token_expire_in":${Math.floor(Date.now() / 1000) + 86_400},"open_id":"STRANGER","user_type":0}`;

beforeEach(async () => {
	token = 'strangers-access';
	stranger = await startServer(({ target }) => {
		if (target.startsWith('/api/v2/token/')) return envelope(strangersTokens());
		return envelope(target.startsWith('/authorization/') ? strangersShop : '{"orders":[]}');
	});
});

afterEach(async () => {
	await world.stop();
	await stranger.stop();
});

const getShops = { resource: 'shop', operation: 'getMany' };
const getOrders = { resource: 'order', operation: 'getMany', limit: 1 };

const httpRequest = (parameters: IDataObject) => ({
	name: 'HTTP Request',
	type: 'n8n-nodes-base.httpRequest',
	parameters: {
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'tikTokShopApi',
		method: 'GET',
		...parameters,
	} as never,
	credentials: { tikTokShopApi: world.credential },
});

const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };

const call = async (parameters: IDataObject) =>
	await world.host.run(chain(start, httpRequest(parameters)));

describe('a redirect to a stranger’s server', () => {
	let between: KeepingServer;
	let status: number;
	/** The requests that are led away; the others reach the sandbox. */
	let leads: (kept: Kept) => boolean;

	beforeEach(async () => {
		world = await startConnected({ markets: ['GB'], orders: 5, products: 2, returns: 0 });
		await operate(world, getShops);
		status = 302;
		leads = () => true;
		between = await startServer(async (kept) => {
			if (!leads(kept)) return await forward(world.sandbox.url, kept);
			return { status, headers: { location: stranger.url + kept.target } };
		});
		await world.host.credentials.update(world.credential.id, {
			apiUrl: between.url,
			authUrl: between.url,
		});
	});

	afterEach(async () => await between.stop());

	const WORDS = 'A redirect came instead of TikTok Shop’s answer, and was not followed';

	describe.each([301, 302, 303, 307, 308])('with status %i', (given) => {
		beforeEach(() => {
			status = given;
		});

		it.each<[string, IDataObject]>([
			['a read', getShops],
			[
				'a write',
				{
					resource: 'customApiCall',
					operation: 'request',
					method: 'POST',
					path: '/product/202309/products/activate',
					shopCipher: 'none',
					bodyType: 'json',
					bodyJson: '{"product_ids":["1"]}',
				},
			],
			[
				'a download',
				{
					resource: 'customApiCall',
					operation: 'request',
					path: '/_documents/label.pdf',
					shopCipher: 'none',
					response: 'file',
					fileFrom: 'answer',
				},
			],
			['an upload', { resource: 'image', operation: 'upload' }],
		])('does not lead %s away', async (_, parameters) => {
			const item = fileItem('a picture', 'image/png', 'p.png');
			const execution = await operate(world, parameters, [item]);
			expect(execution.error?.message).toBe(WORDS);
			expect(between.requests).toHaveLength(1);
			expect(stranger.requests).toEqual([]);
		});

		it('does not lead the HTTP Request node away', async () => {
			const url = `${between.url}/authorization/202309/shops`;
			const got = await call({ url });
			expect(got.error).toBeDefined();
			const posted = await call({ url, method: 'POST', sendBody: true, specifyBody: 'json' });
			expect(posted.error).toBeDefined();
			expect(stranger.requests).toEqual([]);
		});

		it('does not lead a renewal away, with the App Secret in it', async () => {
			leads = ({ target }) => target.startsWith('/api/v2/token/');
			await world.sandbox.control.expireAccessTokens();
			const execution = await operate(world, getShops);
			expect(execution.error?.message).toBe(WORDS);
			expect(stranger.requests).toEqual([]);
		});

		it('does not lead an exchange away, with the App Secret in it', async () => {
			const authorizationCode = 'ROW_any_code';
			await world.host.credentials.update(world.credential.id, { authorizationCode });
			const { message } = await world.host.credentials.test(world.credential.id);
			expect(message).toBe(WORDS);
			expect(stranger.requests).toEqual([]);
		});
	});

	it('does not lead the credential test away', async () => {
		const result = await world.host.credentials.test(world.credential.id);
		expect(result.status).toBe('Error');
		expect(stranger.requests).toEqual([]);
	});

	it('does not lead a list away', async () => {
		const list = world.host.listSearch('n8n-nodes-tiktok-shop.tikTokShop', 'searchShops', {
			credentials: { tikTokShopApi: world.credential },
		});
		await expect(list).rejects.toThrow(WORDS);
		expect(stranger.requests).toEqual([]);
	});
});

describe('an address that leads away', () => {
	beforeEach(async () => {
		world = await startConnected({ markets: ['GB'], orders: 1, products: 1, returns: 0 });
	});

	const PATH = '/authorization/202309/shops';
	const hosts = () => ({ own: new URL(world.sandbox.url).host, other: new URL(stranger.url).host });

	it.each<[string, (own: string, other: string) => string]>([
		['another port', (_, other) => `http://${other}${PATH}`],
		['the own host as user name', (own, other) => `http://${own}@${other}${PATH}`],
		['the own host behind a backslash', (own, other) => `http://${other}\\@${own}${PATH}`],
		['the own host in the path', (own, other) => `http://${other}/http://${own}${PATH}`],
		['the own host behind #', (own, other) => `http://${other}#${own}${PATH}`],
		['the own host behind ?', (own, other) => `http://${other}?${own}${PATH}`],
		['capitals', (_, other) => `HTTP://${other}${PATH}`],
		['another name of this machine', (own) => `http://localhost:${own.split(':')[1]}${PATH}`],
		['another scheme', (own) => `https://${own}${PATH}`],
		['a decimal address', (_, other) => `http://2130706433:${other.split(':')[1]}${PATH}`],
		['blanks before it', (_, other) => ` http://${other}${PATH}`],
		['a line break in it', (own, other) => `http://${own}\r\n@${other}${PATH}`],
		['two slashes', (_, other) => `//${other}${PATH}`],
		['no scheme', (_, other) => `@${other}${PATH}`],
	])('by %s gets nothing from the HTTP Request node', async (_, make) => {
		const { own, other } = hosts();
		const execution = await call({ url: make(own, other) });
		expect(execution.error).toBeDefined();
		expect(stranger.requests).toEqual([]);
	});

	it('gets no token where a file is fetched from it', async () => {
		const parameters = {
			resource: 'image',
			operation: 'upload',
			fileSource: 'url',
			fileUrl: `${stranger.url}/picture.png`,
		};
		await operate(world, parameters);
		expect(stranger.requests.map(({ target }) => target)).toEqual(['/picture.png']);
		const names = stranger.requests.flatMap(({ headers }) => headers.map(([name]) => name));
		expect(names).not.toContain('x-tts-access-token');
		expect(findSecret(stranger.requests)).toBeUndefined();
	});
});

describe('a credential whose addresses are a stranger’s', () => {
	/** The same App Key, but not its secret. */
	const strangersForm = () => ({
		...credentialForm(world.sandbox),
		appSecret: 'not-the-secret-of-the-app',
		authUrl: stranger.url,
		apiUrl: stranger.url,
	});

	const strangersCredential = (changes: IDataObject = {}) =>
		world.host.credentials.create('Elsewhere', 'tikTokShopApi', {
			...strangersForm(),
			...changes,
		});

	const use = async (credential: CredentialReference, parameters: IDataObject) =>
		await operate({ ...world, credential }, parameters);

	it('gets nothing of another one, whichever is used first', async () => {
		world = await startConnected({ markets: ['GB'], orders: 5, products: 1, returns: 0 });
		const elsewhere = strangersCredential({ authorizationCode: 'strangers-code' });
		for (const credential of [world.credential, elsewhere, world.credential, elsewhere]) {
			expect((await use(credential, getShops)).status).toBe('success');
			expect((await use(credential, getOrders)).status).toBe('success');
		}
		await world.sandbox.control.expireAccessTokens();
		await world.host.credentials.update(elsewhere.id, { accessTokenExpiresAt: 1 });
		await Promise.all(
			[world.credential, elsewhere, world.credential, elsewhere].map(
				async (credential) => await use(credential, getOrders),
			),
		);
		expect(stranger.requests.length).toBeGreaterThan(5);
		expect(findSecret(stranger.requests)).toBeUndefined();
		const ciphers = stranger.requests
			.map(({ target }) => new URL(target, stranger.url).searchParams.get('shop_cipher'))
			.filter((cipher) => cipher !== null);
		expect(new Set(ciphers)).toEqual(new Set(['strangers-cipher']));
		expect(JSON.stringify(await apiRequests(world))).not.toContain('strangers');
	});

	it('gets nothing by all other ways either', async () => {
		world = await startConnected({ markets: ['GB'], orders: 5, products: 1, returns: 0 });
		await operate(world, getOrders);
		const credential = strangersCredential({ authorizationCode: 'strangers-code' });
		const there = { ...world, credential };
		await world.host.credentials.test(credential.id);
		await world.host.listSearch('n8n-nodes-tiktok-shop.tikTokShop', 'searchOrders', {
			credentials: { tikTokShopApi: credential },
		});
		const polling = nodeOf(there, 'tikTokShopPollingTrigger', { feed: 'orderCreated' });
		await world.host.pollOnce(chain(polling), polling.name);
		const trigger = nodeOf(there, 'tikTokShopTrigger', { events: ['ORDER_STATUS_CHANGE'] });
		await world.host.activate(chain(trigger));
		await operate(there, { resource: 'shop', operation: 'checkConnection' });
		expect(stranger.requests.length).toBeGreaterThan(3);
		expect(findSecret(stranger.requests)).toBeUndefined();
	});

	it('adds no header by a token with a line break, and no error shows the token', async () => {
		world = await startWorld({ markets: ['GB'], orders: 1, products: 1, returns: 0 });
		token = 'a-token-of-the-strangers\\r\\nX-Injected: 1';
		issuedSecrets.set('a-token-of-the-strangers', 'app secret');
		const credential = strangersCredential({ authorizationCode: 'strangers-code' });
		const { status } = await world.host.credentials.test(credential.id);
		const execution = await use(credential, getShops);
		issuedSecrets.delete('a-token-of-the-strangers');
		expect([status, execution.status]).toEqual(['Error', 'error']);
		const headers = stranger.requests.flatMap((kept) => kept.headers.map(([name]) => name));
		expect(headers).not.toContain('x-injected');
	});

	it.each([
		['with another App Secret', () => ({ appSecret: 'not-the-secret-of-the-app' })],
		['with another App Key', () => ({ appKey: 'not-the-key' })],
		['with the API elsewhere', () => ({ apiUrl: stranger.url })],
	])('%s is not given the tokens that another one obtained a moment ago', async (_, changes) => {
		world = await startWorld({ markets: ['GB'], orders: 1, products: 1, returns: 0 });
		const redirected = new URL(await authorize(await addressShown(world)));
		const authorizationCode = redirected.searchParams.get('code') ?? '';
		await world.host.credentials.update(world.credential.id, { authorizationCode });
		expect((await world.host.credentials.test(world.credential.id)).status).toBe('OK');
		const credential = world.host.credentials.create('Curious', 'tikTokShopApi', {
			...credentialForm(world.sandbox),
			authorizationCode,
			...changes(),
		});
		expect((await world.host.credentials.test(credential.id)).status).toBe('Error');
		expect((await world.host.credentials.get(credential.id)).accessToken || '').toBe('');
		expect(stranger.requests).toEqual([]);
	});
});
