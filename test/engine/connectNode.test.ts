import axios, { type AxiosResponse } from 'axios';

import { SCOPES } from '../../nodes/shared/scopes';
import type { ActiveWorkflow } from './host';
import {
	chain,
	nodeOf,
	operate,
	PUBLIC_URL,
	startConnected,
	startWorld,
	type World,
} from './support';

let world: World;
let active: ActiveWorkflow;

const callbackOf = ({ webhookId }: World) => `${PUBLIC_URL}/webhook/${webhookId}/callback`;

/** What reaches n8n from outside reaches the host directly here. */
const local = (address: string) => address.replace(PUBLIC_URL, world.host.url);

const open = async (address: string): Promise<AxiosResponse<string>> =>
	await axios.get(local(address), { maxRedirects: 0, proxy: false, validateStatus: () => true });

const connectUrl = () => `${PUBLIC_URL}/webhook/${world.webhookId}/connect`;

/** TikTok's authorize page, as the connect link leads to it. */
async function toTikTok(): Promise<string> {
	const answer = await open(connectUrl());
	expect(answer.status).toBe(302);
	return String(answer.headers.location);
}

/** Where TikTok sends the browser back to. */
async function decide(address: string, decision: 'accept' | 'deny' = 'accept'): Promise<string> {
	const answer = await open(`${address}&_auto=${decision}`);
	expect(answer.status).toBe(302);
	const { search } = new URL(String(answer.headers.location));
	return callbackOf(world) + search;
}

async function activate(options: object = {}): Promise<void> {
	active = await world.host.activate({
		id: 'wf-connect',
		...chain(nodeOf(world, 'tikTokShopConnectTrigger', { options }, { name: 'Connect' }), {
			name: 'Tell the team',
			type: 'n8n-nodes-base.noOp',
		}),
	});
}

const stored = async () => await world.host.credentials.get(world.credential.id);

const executions = async () => {
	await world.host.settled();
	return active.executions.length;
};

afterEach(async () => await world.stop());

describe('the connect link', () => {
	it('connects the shop without a code being copied, shows it and starts the workflow', async () => {
		world = await startWorld({ markets: ['GB', 'US'] });
		await activate();
		const address = await toTikTok();
		expect(address).toContain(`service_id=${world.sandbox.app.serviceId}`);
		const page = await open(await decide(address));
		expect(page.status).toBe(200);
		expect(page.data).toContain('Your TikTok Shop is connected');
		for (const { region } of await world.sandbox.control.shops())
			expect(page.data).toContain(`(${region})`);
		const [item] = (await active.nextExecution()).json('Tell the team');
		expect(item).toMatchObject({
			event: 'shopConnected',
			isReauthorization: false,
			shops: [{ region: 'GB' }, { region: 'US' }],
		});
		expect(JSON.stringify(item)).not.toContain(String((await stored()).accessToken));
		const shops = await operate(world, { resource: 'shop', operation: 'getMany' });
		expect(shops.json('TikTok Shop')).toHaveLength(2);
		expect((await world.sandbox.control.tokenStats()).gets).toBe(1);
	});

	it('authorizes again with the same link; credential and subscriptions stay', async () => {
		world = await startConnected({ markets: ['GB'] });
		await activate();
		const before = await stored();
		expect((await open(await decide(await toTikTok()))).status).toBe(200);
		const after = await stored();
		expect(after.accessToken).not.toBe(before.accessToken);
		expect(after.openId).toBe(before.openId);
		const [item] = (await active.nextExecution()).json('Tell the team');
		expect(item).toMatchObject({ isReauthorization: true });
	});

	it('is not undone by a code that was pasted before', async () => {
		world = await startConnected({ markets: ['GB'] });
		await activate();
		expect((await open(await decide(await toTikTok()))).status).toBe(200);
		const { accessToken } = await stored();
		const execution = await operate(world, { resource: 'shop', operation: 'getMany' });
		expect(execution.status).toBe('success');
		expect((await stored()).accessToken).toBe(accessToken);
		expect((await world.host.credentials.test(world.credential.id)).status).toBe('OK');
		expect((await world.sandbox.control.tokenStats()).gets).toBe(2);
	});

	it('is not undone by a code that was pasted and never exchanged', async () => {
		world = await startWorld({ markets: ['GB'] });
		await activate();
		await world.host.credentials.update(world.credential.id, {
			authorizationCode: 'ROW_never_sent',
		});
		expect((await open(await decide(await toTikTok()))).status).toBe(200);
		const execution = await operate(world, { resource: 'shop', operation: 'getMany' });
		expect(execution.status).toBe('success');
		expect((await world.sandbox.control.tokenStats()).refused).toBe(0);
	});

	it('names the scopes that are missing', async () => {
		world = await startWorld({ markets: ['GB'] });
		await world.sandbox.control.withdrawScope('seller.finance.info');
		await activate();
		const page = await open(await decide(await toTikTok()));
		const { name } = SCOPES['seller.finance.info'];
		const [granted, missing] = page.data.split('permissions not granted');
		expect(granted).not.toContain(name);
		expect(missing).toContain(name);
		const [item] = (await active.nextExecution()).json('Tell the team');
		expect(item?.missingScopes).toContain(name);
	});
});

describe('what ends without a connection', () => {
	async function expectRefusal(callback: string, status: number, words: string): Promise<void> {
		const before = await stored();
		const runs = await executions();
		const page = await open(callback);
		expect(page.status).toBe(status);
		expect(page.data).toContain(words);
		expect(page.data).toContain(`href="${connectUrl()}"`);
		expect(await stored()).toEqual(before);
		expect(await executions()).toBe(runs);
	}

	beforeEach(async () => {
		world = await startWorld({ markets: ['GB'] });
		await activate();
	});

	it('a declined authorization', async () => {
		await expectRefusal(await decide(await toTikTok(), 'deny'), 403, 'declined');
	});

	it('a state that was used before', async () => {
		const address = await toTikTok();
		await open(await decide(address));
		await expectRefusal(await decide(address), 409, 'used already');
	});

	it('a used state also after a restart', async () => {
		const address = await toTikTok();
		await open(await decide(address));
		await active.nextExecution();
		world.host = await world.host.restart();
		active = world.host.active('wf-connect');
		await expectRefusal(await decide(address), 409, 'used already');
	});

	it.each([
		['forged', (state: string) => state.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
		[
			'longer lived than issued',
			(state: string) => state.replace(/\.(\d+)\./, (_, at: string) => `.${Number(at) + 9}.`),
		],
		['that is nonsense', () => '<script>alert(1)</script>'],
	])('a state %s', async (_, change) => {
		const callback = new URL(await decide(await toTikTok()));
		callback.searchParams.set('state', change(callback.searchParams.get('state') ?? ''));
		await expectRefusal(callback.href, 400, 'This link is not valid');
	});

	it('a state that has expired', async () => {
		const callback = await decide(await toTikTok());
		const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * 3600 * 1000);
		try {
			await expectRefusal(callback, 410, 'expired');
		} finally {
			now.mockRestore();
		}
	});

	it('a code that TikTok refuses', async () => {
		const callback = new URL(await decide(await toTikTok()));
		callback.searchParams.set('code', `ROW_made_up_${world.webhookId}`);
		await expectRefusal(callback.href, 502, 'did not accept the authorization code');
	});

	it('a seller from the app store, unless that is allowed', async () => {
		const callback = new URL(await decide(await toTikTok()));
		callback.searchParams.delete('state');
		await expectRefusal(callback.href, 400, 'Please start from the connect link');
		await active.deactivate();
		await activate({ allowAppStore: true });
		expect((await open(callback.href)).status).toBe(200);
	});
});

describe('another seller', () => {
	it.each([
		[true, 403],
		[false, 200],
	])('is kept out with the switch at %p', async (sameSeller, status) => {
		world = await startConnected({ markets: ['GB'] });
		await activate({ sameSeller });
		await world.host.credentials.update(world.credential.id, { openId: 'THEFIRSTSELLER' });
		const before = await stored();
		const page = await open(await decide(await toTikTok()));
		expect(page.status).toBe(status);
		if (sameSeller) {
			expect(page.data).toContain('another seller');
			expect(await stored()).toEqual(before);
			expect(await executions()).toBe(0);
		} else {
			expect((await stored()).openId).not.toBe('THEFIRSTSELLER');
		}
	});
});

describe('the pages', () => {
	it('escape what shops and sellers are called, and may do nothing', async () => {
		world = await startWorld({ markets: ['GB'] });
		await activate();
		const page = await open(await decide(await toTikTok()));
		const [shop] = await world.sandbox.control.shops();
		expect(shop?.name).toMatch(/[<>&]/);
		expect(page.data).not.toContain(shop?.name);
		expect(page.headers['content-security-policy']).toContain("default-src 'none'");
		expect(page.headers['content-security-policy']).not.toContain('unsafe');
		expect(page.headers['cache-control']).toBe('no-store');
		expect(page.headers['referrer-policy']).toBe('no-referrer');
		expect(page.headers['x-content-type-options']).toBe('nosniff');
		const { accessToken, refreshToken } = await stored();
		for (const secret of [accessToken, refreshToken, world.sandbox.app.appSecret]) {
			expect(page.data).not.toContain(String(secret));
		}
	});

	it('say what is wrong with the credential instead of leading nowhere', async () => {
		world = await startWorld({ markets: ['GB'] });
		await activate();
		await world.host.credentials.update(world.credential.id, { serviceId: 'oops' });
		const page = await open(connectUrl());
		expect(page.status).toBe(502);
		expect(page.data).toContain('Service ID is not a long number');
	});
});
