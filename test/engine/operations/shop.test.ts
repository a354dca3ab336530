import type { IDataObject } from 'n8n-workflow';

import { authorizeAddress, type TikTokShopCredentials } from '../../../nodes/shared/oauth';
import { authorize, operate, startConnected, type World } from '../support';
import { NODE, runCases } from './case';
import { cases } from './shop.cases';

runCases(cases);

describe('the connection', () => {
	let world: World;

	beforeEach(async () => {
		world = await startConnected({ markets: ['GB'] });
	});

	afterEach(async () => await world.stop());

	const check = async () => {
		const execution = await operate(world, { resource: 'shop', operation: 'checkConnection' });
		expect(execution.error).toBeUndefined();
		const [report = {}] = execution.json(NODE);
		return report;
	};

	const stored = async () => {
		const data: unknown = await world.host.credentials.get(world.credential.id);
		return data as TikTokShopCredentials;
	};

	async function reconnect(): Promise<void> {
		const address = authorizeAddress(await stored());
		const authorizationCode = await authorize(address);
		await world.host.credentials.update(world.credential.id, { authorizationCode });
	}

	it('names the scope that is missing, and what still works', async () => {
		await world.sandbox.control.withdrawScope('seller.order.info');
		await reconnect();
		const report = await check();
		expect(report.summary).toContain('Some operations lack a scope: Order Information (for ');
		expect(report.authorizeUrl).toMatch(/service_id=\d+&state=/);
		expect(report.missingScopes).toEqual([
			expect.objectContaining({ key: 'seller.order.info', id: 430276, needsApproval: false }),
		]);
		const order = (report.resources as IDataObject[]).find(({ resource }) => resource === 'Order');
		expect(order).toMatchObject({
			works: false,
			operations: expect.arrayContaining([
				{
					operation: 'Get Many',
					works: false,
					missing: 'Order Information (430276, seller.order.info)',
				},
			]),
		});
		const custom = (report.resources as IDataObject[]).at(-1);
		expect(custom).toMatchObject({ resource: 'Custom API Call', works: true });
	});

	it('reports also where the shops cannot be listed', async () => {
		await world.sandbox.control.withdrawScope('seller.authorization.info');
		const report = await check();
		expect(report.summary).toContain('Its shops cannot be listed');
		expect(report.shops).toEqual([]);
		const { resources } = report as { resources: IDataObject[] };
		expect(resources.find(({ resource }) => resource === 'Webhook')?.works).toBe(false);
	});

	it('gives no token and no secret away', async () => {
		await world.sandbox.control.withdrawScope('seller.order.info');
		await reconnect();
		const text = JSON.stringify(await check());
		const { appSecret, accessToken, refreshToken } = await stored();
		for (const secret of [appSecret, accessToken, refreshToken]) {
			expect(secret).toMatch(/\S/);
			expect(text).not.toContain(secret);
		}
	});

	it('asks for a new authorization after it was ended', async () => {
		const ended = await operate(world, {
			resource: 'shop',
			operation: 'disconnect',
			confirm: true,
		});
		expect(ended.error).toBeUndefined();
		const next = await operate(world, { resource: 'order', operation: 'getMany' });
		expect(next.error?.message).toBe('The authorization of this shop has ended');
		expect(next.error?.description).toContain('Let the shop owner open');
		await reconnect();
		const again = await operate(world, { resource: 'shop', operation: 'getMany' });
		expect(again.json(NODE)).toHaveLength(1);
	});

	it('does not repeat what ends it', async () => {
		await world.sandbox.control.inject({
			fault: { kind: 'status', status: 503 },
			match: { path: '/authorization/202403/shops' },
		});
		const ended = await operate(world, {
			resource: 'shop',
			operation: 'disconnect',
			confirm: true,
		});
		expect(ended.error?.message).toBe('TikTok Shop has an internal problem');
		const requests = await world.sandbox.control.requests();
		expect(requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
	});
});
