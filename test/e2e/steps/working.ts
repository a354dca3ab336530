import { pause, until } from '../command';
import { busyPolling, emptyWorkflow, example, httpRequestWorkflow } from '../workflows';
import { shootCanvas } from './canvas';
import {
	buy,
	executionAbout,
	expect,
	made,
	openConnectLink,
	shoot,
	succeededAbout,
	type Scene,
	type Step,
} from './scene';

async function lookUpOrder(scene: Scene): Promise<string> {
	const { editor, sandbox, n8n } = scene;
	scene.lookup = await n8n.rest.createWorkflow(emptyWorkflow());
	await editor.openWorkflow(scene.lookup.id);
	await editor.dragAction('TikTok Shop', 'Get an order');
	await editor.closeNode();
	await editor.connectNodes('Start', 'Get an order');
	await editor.openNode('Get an order');
	const [shop] = await sandbox.control.shops();
	const shops = await editor.openList('shop', /\(GB\)/);
	const name = shop?.name ?? '';
	expect(shops.join().includes(name), `The list of shops lacks ${name}: ${shops.join(', ')}`);
	await editor.chooseFromList(name);
	const orders = await editor.openList('orderId', /\d{15,}/);
	await shoot(scene, 'action-node');
	await shoot(scene, 'action-node-dark', { dark: true });
	const [first = ''] = orders;
	const orderId = /\d{15,}/.exec(first)?.[0] ?? '';
	expect(orderId !== '', `The first entry of the list of orders names no order: ${first}`);
	await editor.chooseFromList(orderId);
	await editor.executeStep(new RegExp(orderId));
	await shoot(scene, 'action-node-output');
	return `${orders.length} orders in the list; looked up ${orderId}`;
}

async function placeOrder(scene: Scene): Promise<string> {
	const { editor, n8n } = scene;
	const draft = await example('new-order-updates-inventory', made(scene.credential));
	scene.orders = await n8n.rest.createWorkflow(draft);
	await editor.openWorkflow(scene.orders.id);
	await editor.openNode('Order changed');
	await shoot(scene, 'trigger');
	await n8n.rest.activate(scene.orders);
	// Enough for the branch that changes the stock.
	const order = await buy(scene, 80);
	const execution = await succeededAbout(scene, scene.orders, order);
	await editor.openExecution(scene.orders.id, execution.id);
	await shoot(scene, 'execution');
	await shootCanvas(scene, 'new-order', { withNotes: false });
	return `order ${order}, execution ${execution.id}`;
}

const SCOPE = 'seller.order.info';

async function withdrawScope(scene: Scene): Promise<string> {
	const { editor, sandbox, n8n } = scene;
	await sandbox.control.withdrawScope(SCOPE);
	const order = await buy(scene);
	const { id, status, data } = await executionAbout(scene, made(scene.orders), order);
	expect(status === 'error', `Execution ${id} ended with ${status} without the scope`);
	expect(data.includes('Partner Center'), `The error does not say what to do: ${data}`);
	const workflow = await n8n.rest.createWorkflow(
		await example('new-orders-by-polling', made(scene.credential)),
	);
	await editor.openWorkflow(workflow.id);
	await editor.openNode('New orders');
	await shoot(scene, 'polling-trigger');
	const shown = await editor.executeStep(/permission|scope/i);
	await shoot(scene, 'missing-permission');
	// TikTok gives a scope only with a new authorization.
	await sandbox.control.grantScope(SCOPE);
	await openConnectLink(scene);
	const next = await buy(scene);
	await succeededAbout(scene, made(scene.orders), next);
	const [line = ''] = shown.split('\n').filter((text) => /permission|scope/i.test(text));
	return `“${line}”; after a new authorization it works again`;
}

async function expireToken(scene: Scene): Promise<string> {
	const { sandbox } = scene;
	const before = await sandbox.control.tokenStats();
	await sandbox.control.expireAccessTokens();
	const order = await buy(scene);
	await succeededAbout(scene, made(scene.orders), order);
	const after = await sandbox.control.tokenStats();
	const refreshes = after.refreshes - before.refreshes;
	expect(refreshes === 1, `${refreshes} refreshes instead of one`);
	expect(after.refused === before.refused, 'TikTok refused a refresh');
	return 'one refresh, and the order came through';
}

async function requestByHttpNode(scene: Scene): Promise<string> {
	const { sandbox, n8n } = scene;
	const [shop] = await sandbox.control.shops();
	const path = 'signed-request';
	const workflow = await n8n.rest.createWorkflow(
		httpRequestWorkflow(made(scene.credential), {
			path,
			url: sandbox.url,
			cipher: shop?.cipher ?? '',
		}),
	);
	await n8n.rest.activate(workflow);
	const { status, data } = await n8n.rest.callWebhook(path);
	const answer = JSON.stringify(data);
	expect(status === 200 && answer.includes('"code":0'), `It answered ${status}: ${answer}`);
	return 'TikTok accepted the signature';
}

const POLL_SECONDS = 3;

export async function restartWhilePolling(
	scene: Pick<Scene, 'credential' | 'n8n' | 'sandbox'>,
): Promise<string> {
	const { sandbox, n8n } = scene;
	const { control } = sandbox;
	const draft = await busyPolling(made(scene.credential), POLL_SECONDS);
	const workflow = await n8n.rest.createWorkflow(draft);
	await n8n.rest.activate(workflow);
	const polls = async () => {
		const requests = await control.requests();
		return requests.filter(({ path }) => path.endsWith('/orders/search')).length;
	};
	await control.clearRequests();
	await until('the first polls', async () => ((await polls()) >= 2 ? true : undefined));
	const placed = [(await control.placeOrder()).id];
	await executionAbout(scene, workflow, placed[0] ?? '');
	// Slow answers, so that n8n goes down with a poll under way.
	await control.setLatency(1500);
	const seen = await polls();
	placed.push((await control.placeOrder()).id);
	await until('a poll', async () => ((await polls()) > seen ? true : undefined), { everyMs: 50 });
	await n8n.stop();
	await control.setLatency(0);
	placed.push((await control.placeOrder()).id, (await control.placeOrder()).id);
	const startedAt = Date.now();
	await n8n.start();
	const seconds = Math.round((Date.now() - startedAt) / 1000);
	placed.push((await control.placeOrder()).id);
	for (const id of placed) await succeededAbout(scene, workflow, id);
	await pause(2 * POLL_SECONDS * 1000);
	const executions = await n8n.rest.executions(workflow);
	const times = (id: string) => executions.filter(({ data }) => data.includes(id)).length;
	const twice = placed.filter((id) => times(id) !== 1);
	expect(twice.length === 0, `Not exactly once: ${twice.join(', ')}`);
	await n8n.rest.deactivate(workflow);
	return `${placed.length} orders, each exactly once; n8n was back after ${seconds} s`;
}

/** What a connected shop is used for, and what can go wrong with it. */
export const working: Step[] = [
	{
		title: 'A dragged node looks an order up, shop and order chosen from the lists',
		run: lookUpOrder,
	},
	{ title: 'A new order starts the active workflow', run: placeOrder },
	{ title: 'A withdrawn permission is explained, and comes back', run: withdrawScope },
	{ title: 'An expired token heals by itself', run: expireToken },
	{ title: 'n8n’s HTTP Request node sends signed requests', run: requestByHttpNode },
	{ title: 'n8n restarts in the middle of polling, nothing is lost', run: restartWhilePolling },
];
