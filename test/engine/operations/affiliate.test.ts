import type { INodeParameters } from 'n8n-workflow';

import { byId, operate, startConnected, type World } from '../support';
import { cases, invitation } from './affiliate.cases';
import { NODE, runCases } from './case';

const options = { markets: ['US'], products: 80 };

runCases(cases, options);

describe('affiliate operations', () => {
	let world: World;

	beforeAll(async () => {
		world = await startConnected(options);
	});

	afterAll(async () => await world.stop());

	it.each([
		['searchCreators', 'creator', 'get', 'dion', /^dion\.crafts\.0 · dion crafts · \d+ followers$/],
		['searchOpenCollaborations', 'openCollaboration', 'removeCreator', '', / · Normal · \d+$/],
		['searchTargetCollaborations', 'targetCollaboration', 'get', '2', /^Invitation 2 · \d+$/],
		['searchSampleApplications', 'sampleApplication', 'review', 'PENDING', / · Pending$/],
		['searchAffiliateConversations', 'affiliateMessage', 'getMany', '1 unread', / · 1 unread$/],
	])('%s lists what can be chosen', async (method, resource, operation, filter, first) => {
		const parameters: INodeParameters = { resource, operation, shop: byId('only') };
		const { results } = await world.host.listSearch('n8n-nodes-tiktok-shop.tikTokShop', method, {
			parameters,
			credentials: { tikTokShopApi: world.credential },
			filter,
		});
		expect(results[0]).toEqual({
			name: expect.stringMatching(first),
			value: expect.stringMatching(/^[\w-]+$/),
		});
	});

	it('gives each conversation its own result', async () => {
		const listed = await operate(world, {
			resource: 'affiliateMessage',
			operation: 'getConversations',
			limit: 2,
		});
		const [one, two] = listed.json(NODE).map(({ id }) => String(id));
		const marked = await operate(
			world,
			{
				resource: 'affiliateMessage',
				operation: 'markAsRead',
				conversationId: byId('={{ $json.id }}'),
			},
			[one, '7451999999999999999', two].map((id) => ({ json: { id } })),
			{ onError: 'continueRegularOutput' },
		);
		expect(marked.json(NODE)).toEqual([
			{ conversation_id: one, success: true },
			expect.objectContaining({ error: 'The conversation 7451999999999999999 was refused' }),
			{ conversation_id: two, success: true },
		]);
	});

	it('says what an update of an invitation left undone', async () => {
		const [made] = (
			await operate(world, { resource: 'targetCollaboration', operation: 'getMany' })
		).json(NODE);
		const parameters = await invitation(world);
		const [{ productId } = {}] = parameters.products.product;
		await world.sandbox.control.setProductStatus(String(productId), 'SELLER_DEACTIVATED');
		const execution = await operate(world, {
			resource: 'targetCollaboration',
			operation: 'update',
			targetCollaborationId: byId(String(made?.id)),
			...parameters,
		});
		expect(execution.error?.message).toBe('The target collaboration was changed only in part');
		expect(execution.error?.description).toContain(
			`&quot;id&quot;:&quot;${String(productId)}&quot;`,
		);
	});

	it('has an order made for an approved sample', async () => {
		const get = async (status: string) => {
			const filters = { status };
			const parameters = { resource: 'sampleApplication', operation: 'getMany', filters };
			return (await operate(world, parameters)).json(NODE);
		};
		const [pending] = await get('PENDING');
		await operate(world, {
			resource: 'sampleApplication',
			operation: 'review',
			applicationId: byId(String(pending?.id)),
		});
		const [approved] = await get('AWAITING_SHIPMENT');
		expect(approved).toMatchObject({ id: pending?.id, orderId: expect.stringMatching(/^\d+$/) });
		const order = await world.sandbox.control.order(String(approved?.orderId));
		expect(order).toMatchObject({ is_sample_order: true, status: 'AWAITING_SHIPMENT' });
	});

	it('sends each kind of message in its own form', async () => {
		const listed = await operate(world, {
			resource: 'affiliateMessage',
			operation: 'getConversations',
			limit: 1,
		});
		const [{ id } = {}] = listed.json(NODE);
		const conversationId = byId(String(id));
		for (const more of [
			{ messageType: 'TEXT', text: 'Hello "you"' },
			{ messageType: 'PRODUCT_CARD', productId: byId('1729') },
			{ messageType: 'TARGET_COLLABORATION_CARD', targetCollaborationId: byId('7365') },
			{ messageType: 'FREE_SAMPLE_CARD', applicationId: byId('7345') },
		]) {
			const parameters = { resource: 'affiliateMessage', operation: 'send', conversationId };
			const execution = await operate(world, { ...parameters, ...more });
			expect(execution.error).toBeUndefined();
		}
		const messages = await operate(world, {
			resource: 'affiliateMessage',
			operation: 'getMany',
			conversationId,
			limit: 4,
		});
		expect(messages.json(NODE).map(({ content }) => content)).toEqual([
			'{"apply_id":"7345"}',
			'{"target_collaboration_id":"7365"}',
			'{"product_id":"1729"}',
			'{"content":"Hello \\"you\\""}',
		]);
	});
});
