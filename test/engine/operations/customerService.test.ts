import { apiRequests, byId, operate, startConnected, type World } from '../support';
import { NODE, runCases } from './case';
import { buyerEmails, cases, newCampaign } from './customerService.cases';

runCases(cases);

describe('campaigns and messages', () => {
	let world: World;

	beforeAll(async () => {
		world = await startConnected({ markets: ['GB'] });
	});

	afterAll(async () => await world.stop());

	it('are created once, also when the answer gets lost', async () => {
		const { control } = world.sandbox;
		await control.clearRequests();
		await control.inject({
			match: { path: '/custom$' },
			fault: { kind: 'reset', afterEffect: true },
		});
		const first = await newCampaign(world);
		const sent = (await apiRequests(world)).filter(({ path }) => path.endsWith('/custom'));
		expect(sent).toHaveLength(2);
		expect(new Set(sent.map(({ query }) => query.idempotency_key)).size).toBe(1);
		expect(Number(await newCampaign(world))).toBe(Number(first) + 1);
	});

	it('tell each buyer’s item what went wrong', async () => {
		const [email = ''] = await buyerEmails(world);
		const execution = await operate(
			world,
			{
				resource: 'engagement',
				operation: 'sendMessage',
				taskId: await newCampaign(world),
				buyerEmail: '={{ $json.email }}',
			},
			[{ json: { email } }, { json: { email: 'stranger@example.com' } }],
			{ onError: 'continueRegularOutput' },
		);
		expect(execution.json(NODE)).toMatchObject([
			{ buyer_email: email, success: true },
			{ error: 'The buyer has not placed an order in the past 365 days.' },
		]);
	});

	it.each(['searchConversations', 'searchMessageTemplates'])(
		'%s offers names and IDs',
		async (list) => {
			const { results } = await world.host.listSearch('n8n-nodes-tiktok-shop.tikTokShop', list, {
				credentials: { tikTokShopApi: world.credential },
			});
			expect(results.length).toBeGreaterThan(0);
			for (const { name, value } of results) {
				expect(name).toMatch(/\S/);
				expect(value).toMatch(/^\d{10,}$/);
			}
		},
	);

	it('can be cards', async () => {
		const [conversation] = (
			await operate(world, {
				resource: 'conversation',
				operation: 'getMany',
				limit: 1,
				simplify: false,
			})
		).json(NODE);
		const [product] = await world.sandbox.control.products();
		const execution = await operate(world, {
			resource: 'conversation',
			operation: 'sendMessage',
			conversationId: byId(String(conversation?.id)),
			type: 'PRODUCT_CARD',
			productId: byId(product?.id ?? ''),
		});
		expect(execution.error).toBeUndefined();
		expect(execution.json(NODE)[0]?.message_id).toMatch(/^\d+$/);
	});
});
