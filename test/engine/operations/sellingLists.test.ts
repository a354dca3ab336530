import { startConnected, type World } from '../support';

let world: World;

beforeAll(async () => {
	world = await startConnected({ markets: ['GB'] });
});

afterAll(async () => await world.stop());

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

it.each([
	['searchPromotions', { resource: 'promotion', operation: 'get' }, 'Sale “№ 3” flashsale'],
	['searchCoupons', { resource: 'coupon', operation: 'get' }, 'save12'],
	['searchStatements', { resource: 'finance', operation: 'getStatementTransactions' }, 'gbp'],
	[
		'searchVideos',
		{ resource: 'analytics', operation: 'getVideo', startDate: day(-20), endDate: day(1) },
		'candle',
	],
])('%s finds by words', async (method, parameters, filter) => {
	const ask = async (words?: string) =>
		(
			await world.host.listSearch('n8n-nodes-tiktok-shop.tikTokShop', method, {
				credentials: { tikTokShopApi: world.credential },
				parameters,
				filter: words,
			})
		).results;
	expect((await ask(filter)).length).toBeGreaterThan(0);
	expect(await ask('no such words')).toEqual([]);
	for (const { name, value } of await ask()) {
		expect(name).toMatch(/\S/);
		expect(value).toMatch(/^\d{19}$/);
	}
});

it('lists the videos of the last 30 days while the days are not chosen', async () => {
	const { results } = await world.host.listSearch(
		'n8n-nodes-tiktok-shop.tikTokShop',
		'searchVideos',
		{
			credentials: { tikTokShopApi: world.credential },
			parameters: {
				resource: 'analytics',
				operation: 'getVideo',
				startDate: '={{ $today.minus({ days: 30 }).toISODate() }}',
				endDate: '={{ $today.toISODate() }}',
			},
		},
	);
	expect(results.length).toBeGreaterThan(0);
});

it('says which days the list of videos needs', async () => {
	const asked = world.host.listSearch('n8n-nodes-tiktok-shop.tikTokShop', 'searchVideos', {
		credentials: { tikTokShopApi: world.credential },
		parameters: { resource: 'analytics', operation: 'getVideo', startDate: '', endDate: '' },
	});
	await expect(asked).rejects.toThrow('Start Date is not a date');
});
