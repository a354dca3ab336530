import axios from 'axios';
import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';

import type { WorkflowNode } from '../engine/host';
import { HostNodeTypes } from '../engine/host/node-types';
import { authorize } from '../sandbox/shopOwner';
import { exampleFiles, readExample, imported } from './examples';
import { sourcePackage } from './source';
import { setStage, type Stage } from './stage';
import { findArticle } from './stock';

const nodeTypes = new HostNodeTypes(sourcePackage.nodes, 'n8n-nodes-tiktok-shop');

function descriptionOf({ type, typeVersion }: WorkflowNode) {
	return nodeTypes.getByNameAndVersion(type, typeVersion).description;
}

/** Every value in an object by its path. */
function leaves(value: unknown, path = ''): Array<[string, unknown]> {
	if (typeof value !== 'object' || value === null) return [[path, value]];
	return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

describe.each(exampleFiles)('examples/%s', (file) => {
	const json = readExample(file);

	it('is a workflow that n8n can import', () => {
		expect(json.name).toMatch(/\S/);
		expect(json.settings).toMatchObject({ executionOrder: 'v1' });
		expect(new Set(json.nodes.map(({ id }) => id)).size).toBe(json.nodes.length);
		expect(new Set(json.nodes.map(({ name }) => name)).size).toBe(json.nodes.length);
		for (const node of json.nodes) {
			expect(node).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
			expect(node.position).toHaveLength(2);
			expect([descriptionOf(node).version].flat()).toContain(node.typeVersion);
		}
	});

	it('connects nodes that exist, and leaves none behind', () => {
		const names = json.nodes.map(({ name }) => name);
		const targets = Object.values(json.connections ?? {}).flatMap(({ main = [] }) =>
			main.flatMap((output) => (output ?? []).map(({ node }) => node)),
		);
		for (const name of [...Object.keys(json.connections ?? {}), ...targets]) {
			expect(names).toContain(name);
		}
		for (const node of json.nodes) {
			if (descriptionOf(node).inputs.length > 0) expect(targets).toContain(node.name);
		}
	});

	it('says what it does in a note', () => {
		const note = json.nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(note?.parameters).toMatchObject({
			content: expect.stringMatching(/^## /) as string,
		});
	});

	it('uses only parameters and values that the nodes have', () => {
		for (const node of json.nodes) {
			const description = descriptionOf(node);
			const { properties } = description;
			const parameters = node.parameters ?? {};
			const whole = { disabled: false, ...node, parameters } as INode;
			const kept = NodeHelpers.getNodeParameters(
				properties,
				parameters,
				true,
				false,
				whole,
				description,
			) as INodeParameters;
			// What n8n does not know, or does not show for this operation, it drops.
			expect(leaves(kept)).toEqual(expect.arrayContaining(leaves(parameters)));
			const shown = { ...whole, parameters: kept };
			expect(NodeHelpers.getNodeParametersIssues(properties, shown, description)).toBeNull();
		}
	});

	it('wants our credential where a node needs one, and no other', () => {
		for (const node of json.nodes) {
			const wanted = descriptionOf(node).credentials?.map(({ name }) => name) ?? [];
			expect(Object.keys(node.credentials ?? {})).toEqual(wanted);
			for (const name of wanted) {
				expect(node.credentials?.[name]).toEqual({ id: '', name: 'TikTok Shop' });
			}
		}
	});
});

describe('the examples at work', () => {
	let stage: Stage;

	beforeEach(async () => {
		stage = await setStage(sourcePackage);
		const { credentials } = stage.host;
		const { message } = await credentials.test(stage.credential.id);
		const authorizationCode = await authorize(/https?:\/\/\S+/.exec(message)?.[0] ?? '');
		await credentials.update(stage.credential.id, { authorizationCode });
		expect((await credentials.test(stage.credential.id)).status).toBe('OK');
	});

	afterEach(async () => await stage.stop());

	const example = (file: string) => imported(readExample(file), stage.credential);

	it('gives one row for a new order', async () => {
		const active = await stage.host.activate(example('new-orders-by-polling.json'));
		expect(await active.poll('New orders')).toBeNull();
		const order = await stage.sandbox.control.placeOrder();
		// TikTok's search does not reach into the present second.
		await stage.sandbox.control.skewClock(2);
		const execution = await active.poll('New orders');
		expect(execution?.json('One row per order')).toEqual([
			expect.objectContaining({
				order: order.id,
				total: Number(order.payment.total_amount),
				units: order.line_items.length,
			}),
		]);
		expect(await active.poll('New orders')).toBeNull();
	});

	it('tells the team when the owner has connected the shop', async () => {
		const json = example('connect-shop.json');
		const active = await stage.host.activate(json);
		const webhookId = json.nodes.find(({ name }) => name === 'Shop connected')?.webhookId ?? '';
		const page = async (address: string) =>
			await axios.get(address, { maxRedirects: 0, proxy: false, validateStatus: () => true });
		const start = await page(`${stage.host.url}/webhook/${webhookId}/connect`);
		const { search } = new URL(await authorize(String(start.headers.location)));
		expect((await page(`${stage.host.url}/webhook/${webhookId}/callback${search}`)).status).toBe(
			200,
		);
		const [message] = (await active.nextExecution()).json('Message for the team');
		const [shop] = await stage.sandbox.control.shops();
		expect(message?.message).toContain('Authorized again');
		expect(message?.message).toContain(shop?.name);
		expect(message?.missing).toBe('');
	});

	it('tells that the authorization has ended', async () => {
		const active = await stage.host.activate(example('authorization-ending.json'));
		await stage.sandbox.control.revokeAuthorization();
		const [message] = (await active.nextExecution()).json('Message with the link');
		const [shop] = await stage.sandbox.control.shops();
		expect(message?.subject).toBe('TikTok Shop is no longer connected');
		expect(message?.text).toContain(shop?.id);
	});

	it('approves small refunds and lists the other returns', async () => {
		const { control } = stage.sandbox;
		const { sku } = await findArticle(stage);
		const [cheap, dear] = [1, 9].map((quantity) => [{ sku_id: sku.id, quantity }]);
		const small = await control.placeOrder(undefined, { status: 'DELIVERED', basket: cheap });
		const asked = await control.createReturn(small.id, { type: 'REFUND' });
		expect(Number(asked.refund_amount.refund_total)).toBeLessThan(10);
		const big = await control.placeOrder(undefined, { status: 'DELIVERED', basket: dear });
		const back = await control.createReturn(big.id, { type: 'RETURN_AND_REFUND' });

		const execution = await stage.host.run(example('pending-returns-daily.json'));
		expect(execution.status).toBe('success');
		expect((await control.return(asked.return_id))?.return_status).toBe(
			'RETURN_OR_REFUND_REQUEST_SUCCESS',
		);
		expect((await control.return(back.return_id))?.return_status).toBe(back.return_status);
		expect(execution.json('Review by hand').map(({ returnId }) => returnId)).toContain(
			back.return_id,
		);
	});
});
