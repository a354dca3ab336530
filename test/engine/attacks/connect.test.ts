import axios, { type AxiosError, type AxiosResponse } from 'axios';

import { issueState } from '../../../nodes/TikTokShopConnect/state';
import { stateOf } from '../../../nodes/shared/oauth';
import { credentialForm } from '../../sandbox/credentialForm';
import type { ActiveWorkflow, CredentialReference } from '../host';
import { authorize, chain, connect, nodeOf, startWorld, type World } from '../support';
import { envelope, forward, startServer, type KeepingServer, type Reply } from './server';

let world: World;

afterEach(async () => await world.stop());

const open = async (address: string): Promise<AxiosResponse<string>> =>
	await axios.get(address, {
		maxRedirects: 0,
		proxy: false,
		responseType: 'text',
		validateStatus: () => true,
	});

/** A workflow that connects a credential by link. */
class Link {
	private constructor(
		private readonly base: string,
		readonly active: ActiveWorkflow,
	) {}

	static async of(credential: CredentialReference, id: string): Promise<Link> {
		// The ids of the nodes are the same in each, as when a workflow was imported twice.
		const node = nodeOf(
			{ ...world, credential, webhookId: `hook-of-${id}-${world.webhookId}` },
			'tikTokShopConnectTrigger',
			{},
		);
		const active = await world.host.activate({ id, ...chain(node) });
		return new Link(`${world.host.url}/webhook/${node.webhookId}`, active);
	}

	async start(): Promise<AxiosResponse<string>> {
		return await open(`${this.base}/connect`);
	}

	/** Lets the shop owner accept; what TikTok sends the browser back with. */
	async accepted(): Promise<URLSearchParams> {
		const redirected = await authorize(String((await this.start()).headers.location));
		return new URL(redirected).searchParams;
	}

	async callback(query: URLSearchParams | string): Promise<AxiosResponse<string>> {
		return await open(`${this.base}/callback?${String(query)}`);
	}

	async runs(): Promise<number> {
		await world.host.settled();
		return this.active.executions.length;
	}
}

const stored = async ({ id }: CredentialReference) => await world.host.credentials.get(id);

/** Another credential of the same app. */
const anotherCredential = () =>
	world.host.credentials.create('Another', 'tikTokShopApi', credentialForm(world.sandbox));

const TAGS = 'a body details h1 head html li main meta p style summary title ul'.split(' ');

const HEADERS = {
	'content-type': 'text/html; charset=utf-8',
	'cache-control': 'no-store',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
};

/** A page that can do nothing but be read, and hold nothing but our own tags. */
function expectHarmless(page: AxiosResponse<string>): void {
	expect(page.headers).toMatchObject(HEADERS);
	const policy = String(page.headers['content-security-policy']);
	expect(policy).toContain("default-src 'none'");
	expect(policy).not.toMatch(/unsafe|\*|https?:/);
	const tags = [...page.data.matchAll(/<\/?([^\s>]*)([^>]*)>/g)];
	for (const [tag, name, attributes = ''] of tags) {
		if (tag === '<!doctype html>') continue;
		expect(TAGS).toContain(name);
		expect(attributes).toMatch(
			/^( (lang="en"|charset="utf-8"|name="viewport"|content="width=device-width, initial-scale=1"|href="https:\/\/n8n\.example\.com\/webhook\/[\w-]+\/connect"))*$/,
		);
	}
}

async function expectNothing(
	link: Link,
	credential: CredentialReference,
	query: URLSearchParams | string,
	status: number,
): Promise<void> {
	const before = await stored(credential);
	const runs = await link.runs();
	const page = await link.callback(query);
	expect(page.status).toBe(status);
	expectHarmless(page);
	expect(await stored(credential)).toEqual(before);
	expect(await link.runs()).toBe(runs);
}

describe('a state', () => {
	let link: Link;

	beforeEach(async () => {
		world = await startWorld({ markets: ['GB'], orders: 0, products: 0, returns: 0 });
		link = await Link.of(world.credential, 'wf-own');
	});

	it('of another workflow is refused, also with the same credential and the same node', async () => {
		const other = await Link.of(world.credential, 'wf-other');
		const query = await other.accepted();
		await expectNothing(link, world.credential, query, 400);
		expect((await other.callback(query)).status).toBe(200);
	});

	it('of another credential is refused, also of the same app', async () => {
		const credential = anotherCredential();
		const other = await Link.of(credential, 'wf-other');
		const query = await other.accepted();
		await expectNothing(link, world.credential, query, 400);
		expect((await stored(credential)).accessToken || '').toBe('');
	});

	it('of the address in the credential’s dialog is refused', async () => {
		const query = await link.accepted();
		query.set('state', stateOf({ ...credentialForm(world.sandbox), accessToken: '' }));
		await expectNothing(link, world.credential, query, 400);
	});

	it.each([
		['without its signature', (state: string) => state.split('.').slice(0, 2).join('.')],
		['with an empty signature', (state: string) => state.replace(/[^.]*$/, '')],
		['of dots', () => '..'],
		['with another nonce', (state: string) => state.replace(/^./, 'g')],
		['with a line break', (state: string) => `${state}\r\nX-Injected: 1`],
		['with a zero byte', (state: string) => `${state}\u0000`],
		['of ten thousand signs', (state: string) => state.padEnd(10_000, '0')],
	])('%s is refused', async (_, change) => {
		const query = await link.accepted();
		query.set('state', change(query.get('state') ?? ''));
		await expectNothing(link, world.credential, query, 400);
	});

	it('counts for nothing where the credential has no App Secret', async () => {
		const query = await link.accepted();
		await world.host.credentials.update(world.credential.id, { appSecret: '' });
		const audience = `${world.credential.id} wf-own node-0`;
		query.set('state', issueState('', audience, Math.floor(Date.now() / 1000)));
		await expectNothing(link, world.credential, query, 400);
	});

	it('works once, also when it comes ten times at once', async () => {
		const query = await link.accepted();
		const pages = Array.from({ length: 10 }, async () => await link.callback(query));
		const statuses = (await Promise.all(pages)).map(({ status }) => status);
		expect(statuses.sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
		expect(await link.runs()).toBe(1);
	});
});

describe('parameters', () => {
	let link: Link;

	beforeEach(async () => {
		world = await startWorld({ markets: ['GB'], orders: 0, products: 0, returns: 0 });
		link = await Link.of(world.credential, 'wf-own');
	});

	it.each([
		['the code twice', (query: URLSearchParams) => query.append('code', 'ROW_other')],
		['the state twice', (query: URLSearchParams) => query.append('state', 'x')],
		['the code as a list', (query: URLSearchParams) => rename(query, 'code', 'code[]')],
		['the state as an object', (query: URLSearchParams) => rename(query, 'state', 'state[a]')],
		['no code', (query: URLSearchParams) => query.delete('code')],
		['an empty code', (query: URLSearchParams) => query.set('code', '')],
	])('with %s are refused', async (_, change) => {
		const query = await link.accepted();
		change(query);
		await expectNothing(link, world.credential, query, 400);
		expect((await world.sandbox.control.tokenStats()).gets).toBe(0);
	});

	it.each([
		['a code that is HTML', 'code', '<script>alert(1)</script>', 502],
		['a code with a line break', 'code', 'ROW_x\r\nX-Injected: 1', 502],
		['a very long code', 'code', 'x'.repeat(10_000), 502],
		['no code but null', 'code', 'null', 403],
		['an error that is HTML', 'error', '"><img src=x onerror=alert(1)>', 200],
		['an error of TikTok’s', 'error', 'auth_denied', 403],
		['an App Key that is HTML', 'app_key', '<svg/onload=alert(1)>', 200],
		['a prototype', '__proto__', 'x', 200],
	])('with %s end in a harmless page', async (_, name, value, status) => {
		const query = await link.accepted();
		query.set(name, value);
		const page = await link.callback(query);
		expect(page.status).toBe(status);
		expectHarmless(page);
		expect(page.headers).not.toHaveProperty('x-injected');
	});

	it('too long for any server do no harm', async () => {
		const query = await link.accepted();
		const ended = await link.callback(`${String(query)}&x=${'x'.repeat(100_000)}`).then(
			({ status }) => status,
			({ code }: AxiosError) => code,
		);
		// Node.js hangs up while the rest still comes in, so its answer may not be read any more.
		expect([431, 'ECONNRESET', 'EPIPE']).toContain(ended);
		expect((await link.callback(query)).status).toBe(200);
	});
});

function rename(query: URLSearchParams, name: string, to: string): void {
	query.set(to, query.get(name) ?? '');
	query.delete(name);
}

describe('a code', () => {
	beforeEach(async () => {
		world = await startWorld({ markets: ['GB'], orders: 0, products: 0, returns: 0 });
	});

	it('that connected one credential does not connect another one of the same app by link', async () => {
		const link = await Link.of(world.credential, 'wf-own');
		const query = await link.accepted();
		expect((await link.callback(query)).status).toBe(200);
		const credential = anotherCredential();
		const other = await Link.of(credential, 'wf-other');
		const stolen = await other.accepted();
		stolen.set('code', query.get('code') ?? '');
		await expectNothing(other, credential, stolen, 502);
	});

	it('does not get around "Same Seller Only"', async () => {
		const link = await Link.of(world.credential, 'wf-own');
		const query = await link.accepted();
		expect((await link.callback(query)).status).toBe(200);
		const credential = anotherCredential();
		await world.host.credentials.update(credential.id, { openId: 'THEFIRSTSELLER' });
		const other = await Link.of(credential, 'wf-other');
		const stolen = await other.accepted();
		stolen.set('code', query.get('code') ?? '');
		await expectNothing(other, credential, stolen, 502);
	});

	it('that was pasted into one credential is of no use in another one that was connected before', async () => {
		const credential = anotherCredential();
		await connect({ ...world, credential });
		await connect(world);
		const before = await stored(credential);
		const { authorizationCode = '' } = await stored(world.credential);
		await world.host.credentials.update(credential.id, { authorizationCode });
		const { status, message } = await world.host.credentials.test(credential.id);
		expect(status).toBe('Error');
		expect(message).toContain('did not accept the authorization code');
		expect((await stored(credential)).accessToken).toBe(before.accessToken);
	});
});

describe('names that are HTML', () => {
	const HOSTILE = [
		'<script>alert(1)</script>',
		'"><img src=x onerror=alert(1)>',
		'</title></style><svg onload=alert(1)>',
		'&lt;script&gt;',
		"' autofocus onfocus='alert(1)",
		'\u2028<b>\u0000\u202e',
	];
	let between: KeepingServer;
	let link: Link;

	/** Stands between n8n and the sandbox and gives sellers and shops the name, or refuses with it. */
	async function nameAll(name: string, refuse = false): Promise<void> {
		const json = JSON.stringify(name);
		between = await startServer(async (kept): Promise<Reply> => {
			const { pathname } = new URL(kept.target, 'http://x');
			if (pathname === '/authorization/202309/shops') {
				return envelope(
					`{"shops":[{"id":"1","name":${json},"region":${json},"cipher":"c","seller_type":${json}}]}`,
				);
			}
			if (refuse) {
				const headers = { 'content-type': 'application/json' };
				return {
					status: 200,
					headers,
					body: `{"code":36009003,"message":${json},"request_id":${json}}`,
				};
			}
			const answer = await forward(world.sandbox.url, kept);
			const body = String(answer.body)
				.replace(/"seller_name":"[^"]*"/, () => `"seller_name":${json}`)
				.replace(/"seller_base_region":"[^"]*"/, () => `"seller_base_region":${json}`)
				.replace(/"granted_scopes":\[/, () => `"granted_scopes":[${json},`);
			return { ...answer, body };
		});
		await world.host.credentials.update(world.credential.id, {
			authUrl: between.url,
			apiUrl: between.url,
		});
	}

	beforeEach(async () => {
		world = await startWorld({ markets: ['GB'], orders: 0, products: 0, returns: 0 });
		link = await Link.of(world.credential, 'wf-own');
	});

	afterEach(async () => await between.stop());

	it.each(HOSTILE)('are shown as they are written: %j', async (name) => {
		await nameAll(name);
		const page = await link.callback(await link.accepted());
		expect(page.status).toBe(200);
		expectHarmless(page);
		const shown = page.data.replace(
			/&(lt|gt|amp|quot|#39);/g,
			(_, sign: string) => SIGNS[sign] ?? '',
		);
		expect(shown).toContain(`The seller account ${name} is now connected`);
		expect(shown).toContain(`<li>${name} (${name})</li>`);
		const [item] = (await link.active.nextExecution()).json('TikTok Shop');
		expect(item).toMatchObject({ sellerName: name, shops: [{ name, region: name }] });
	});

	it.each(HOSTILE)('do no harm as the reason of a refusal: %j', async (name) => {
		await nameAll(name, true);
		const page = await link.callback(await link.accepted());
		expect(page.status).toBe(502);
		expectHarmless(page);
	});

	it.each(HOSTILE)('do no harm where the credential holds them: %j', async (name) => {
		await nameAll('x');
		await world.host.credentials.update(world.credential.id, {
			authorizeUrl: `javascript:${name}`,
		});
		const page = await link.start();
		expect(page.status).toBe(502);
		expectHarmless(page);
	});
});

const SIGNS: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

it('the way to TikTok is not kept and not told', async () => {
	world = await startWorld({ markets: ['GB'], orders: 0, products: 0, returns: 0 });
	const link = await Link.of(world.credential, 'wf-own');
	const { status, headers } = await link.start();
	expect(status).toBe(302);
	expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
});
