import type { IDataObject } from 'n8n-workflow';

import { InputError, TikTokShopError } from '../../nodes/shared/errors';
import type { TikTokShopCredentials } from '../../nodes/shared/oauth';
import type { ApiRequest, Client } from '../../nodes/shared/request';
import { findShop, listShops, ONLY_SHOP, type Shop } from '../../nodes/shared/shops';
import { connection, failureOf } from './helpers';

const shop = (id: string, name = `Shop ${id}`): Shop => ({
	id,
	name,
	region: 'GB',
	cipher: `cipher-${id}`,
	code: `CODE${id}`,
});

let counter = 0;

/** A connection that answers with these lists of shops one after the other, the last one again and again. */
function fakeClient(answers: unknown[], changes: Partial<TikTokShopCredentials> = {}) {
	const requests: ApiRequest[] = [];
	// Shops are remembered by connection, so each fake is another one.
	const credentials = connection({ openId: `open-${++counter}`, ...changes });
	const client: Client = {
		credentials: async () => await Promise.resolve(credentials),
		obtain: async () => await Promise.resolve(credentials),
		send: async (request) => {
			const shops = answers[Math.min(requests.length, answers.length - 1)];
			requests.push(request);
			return await Promise.resolve({ data: { shops } as IDataObject });
		},
	};
	return { client, requests, credentials };
}

describe('listShops', () => {
	it('asks TikTok once and remembers', async () => {
		const { client, requests } = fakeClient([[shop('1'), shop('2')]]);
		expect(await listShops(client)).toEqual([shop('1'), shop('2')]);
		expect(await listShops(client)).toHaveLength(2);
		expect(requests).toEqual([
			{
				method: 'GET',
				path: '/authorization/202309/shops',
				action: expect.any(String) as string,
				scopes: ['seller.authorization.info'],
				repeatable: true,
				findGap: expect.any(Function),
			},
		]);
	});

	it('asks again when told to, and after an hour', async () => {
		jest.useFakeTimers();
		try {
			const { client, requests } = fakeClient([[shop('1')], [shop('2')], [shop('3')]]);
			await listShops(client);
			expect(await listShops(client, true)).toEqual([shop('2')]);
			jest.advanceTimersByTime(59 * 60 * 1000);
			expect(await listShops(client)).toEqual([shop('2')]);
			jest.advanceTimersByTime(60 * 1000);
			expect(await listShops(client)).toEqual([shop('3')]);
			expect(requests).toHaveLength(3);
		} finally {
			jest.useRealTimers();
		}
	});

	it.each<[string, Partial<TikTokShopCredentials>]>([
		['seller', { openId: 'someone-else' }],
		['authorization', { usedCodes: 'another' }],
		['app', { appKey: 'other', connectedAppKey: 'other' }],
		['API host', { customEndpoints: true, apiUrl: 'http://localhost:4010' }],
	])('asks anew for another %s', async (_name, changes) => {
		const first = fakeClient([[shop('1')]], { openId: `shared-${_name}` });
		await listShops(first.client);
		const second = fakeClient([[shop('2')]], { openId: `shared-${_name}`, ...changes });
		expect(await listShops(second.client)).toEqual([shop('2')]);
	});

	it('is shared by all runs of one connection, whatever the token is by then', async () => {
		const first = fakeClient([[shop('1')]], { openId: 'same' });
		await listShops(first.client);
		const second = fakeClient([[shop('2')]], { openId: 'same', accessToken: 'TTP_renewed' });
		expect(await listShops(second.client)).toEqual([shop('1')]);
		expect(second.requests).toHaveLength(0);
	});

	it.each([[undefined], [null], ['x']])('finds no shop in %j', async (answer) => {
		expect(await listShops(fakeClient([answer]).client)).toEqual([]);
	});
});

describe('findShop', () => {
	it('finds the only shop', async () => {
		const { client, requests } = fakeClient([[shop('1')]]);
		expect(await findShop(client, ONLY_SHOP)).toEqual(shop('1'));
		expect(requests).toHaveLength(1);
	});

	it('finds a shop by ID or code', async () => {
		const { client } = fakeClient([[shop('1'), shop('2')]]);
		expect(await findShop(client, '2')).toEqual(shop('2'));
		expect(await findShop(client, 'CODE1')).toEqual(shop('1'));
	});

	it('asks again before it gives up: the shop may be new', async () => {
		const { client, requests } = fakeClient([[shop('1')], [shop('1'), shop('2')]]);
		expect(await findShop(client, '2')).toEqual(shop('2'));
		expect(requests).toHaveLength(2);
	});

	it('asks the user to choose among several', async () => {
		const { client } = fakeClient([[shop('1', 'Mugs'), shop('2', 'Cups')]]);
		const error = await failureOf(async () => await findShop(client, ONLY_SHOP));
		expect(error).toBeInstanceOf(InputError);
		expect(error.message).toBe('This connection has 2 shops: choose one in the field Shop');
		expect(error).toMatchObject({ description: 'Authorized: Mugs (GB, 1); Cups (GB, 2).' });
	});

	it('names the shops there are where the chosen one is not among them', async () => {
		const { client } = fakeClient([[shop('1', 'Mugs')]]);
		const error = await failureOf(async () => await findShop(client, '9'));
		expect(error).toBeInstanceOf(InputError);
		expect(error.message).toBe('The shop 9 is not among the authorized shops');
		expect(error).toMatchObject({ description: 'Authorized: Mugs (GB, 1).' });
		expect(JSON.stringify(error)).not.toContain('cipher');
	});

	it.each([ONLY_SHOP, '1'])('says that no shop is authorized: %s', async (choice) => {
		const { client } = fakeClient([[]]);
		const error = await failureOf(async () => await findShop(client, choice));
		expect(error).toBeInstanceOf(TikTokShopError);
		expect(error.message).toBe('No shop is authorized');
	});
});
