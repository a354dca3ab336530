import { PACKAGE } from '../package';
import { connectWorkflow } from '../workflows';
import {
	expect,
	made,
	openConnectLink,
	shoot,
	succeededAbout,
	type Scene,
	type Step,
} from './scene';

const NODES = [
	'tikTokShop',
	'tikTokShopTrigger',
	'tikTokShopPollingTrigger',
	'tikTokShopConnectTrigger',
];

async function listNodes({ n8n }: Scene): Promise<string> {
	const types = await n8n.rest.nodeTypes();
	for (const name of NODES) {
		const type = types.find((each) => each.name === `${PACKAGE}.${name}`);
		expect(type !== undefined, `n8n does not list ${PACKAGE}.${name}`);
		const { iconUrl } = type;
		expect(typeof iconUrl === 'object', `${name} has no icon for light and dark`);
		for (const address of [iconUrl.light, iconUrl.dark]) {
			const icon = await n8n.rest.file<string>(`/${address}`);
			expect(icon.includes('<svg'), `${address} is no picture`);
		}
	}
	return `${NODES.length} nodes, each with an icon for light and one for dark`;
}

async function listTool({ n8n }: Scene): Promise<string> {
	const types = await n8n.rest.nodeTypes();
	const tool = types.find(({ name }) => name === `${PACKAGE}.tikTokShopTool`);
	expect(tool !== undefined, 'n8n lists no tool for AI agents');
	return `${tool.displayName} (${tool.name})`;
}

const AUTHORIZE_ADDRESS = /https?:\/\/\S+\/open\/authorize\?\S+/;

async function createCredential(scene: Scene): Promise<string> {
	const { editor, sandbox, n8n } = scene;
	const { appKey, appSecret, serviceId } = sandbox.app;
	await editor.newCredential('TikTok Shop API');
	for (const [name, value] of Object.entries({ appKey, appSecret, serviceId })) {
		await editor.fill(name, value);
	}
	await editor.select('market', 'United Kingdom');
	await editor.toggle('customEndpoints');
	for (const name of ['authorizeUrl', 'authUrl', 'apiUrl']) await editor.fill(name, sandbox.url);
	await editor.saveCredential();
	const said = await editor.credentialProblem();
	await shoot(scene, 'credential');
	const address = AUTHORIZE_ADDRESS.exec(said)?.[0];
	expect(address !== undefined, `The form shows no address to open:\n${said}`);
	const [stored] = await n8n.rest.credentials();
	expect(stored !== undefined, 'The credential was not stored');
	scene.credential = { id: stored.id, name: stored.name };
	return address;
}

async function pasteAddress({ editor, n8n, credential }: Scene): Promise<string> {
	const said = await editor.element('credential-edit-dialog').innerText();
	const page = await editor.authorize(AUTHORIZE_ADDRESS.exec(said)?.[0] ?? '');
	const redirectedTo = page.url();
	await page.close();
	await editor.fill('authorizationCode', redirectedTo);
	await editor.saveCredential();
	await editor.credentialIsConnected();
	const { data } = await n8n.rest.credential(made(credential).id);
	expect(Boolean(data.sellerName), 'The stored credential does not know the seller');
	return `connected to ${String(data.sellerName)}`;
}

async function connectByLink(scene: Scene): Promise<string> {
	const { rest } = scene.n8n;
	const workflow = await rest.createWorkflow(connectWorkflow(made(scene.credential)));
	await rest.activate(workflow);
	const heading = await openConnectLink(scene, 'connect-page');
	await succeededAbout(scene, workflow, 'shopConnected');
	return `“${heading}”, and the workflow started`;
}

/** From an installed package to a connected shop. */
export const connecting: Step[] = [
	{ title: 'The package is installed, n8n lists its nodes', run: listNodes },
	{ title: 'The node is offered to AI agents as a tool', run: listTool },
	{ title: 'The filled-in credential shows the address to authorize at', run: createCredential },
	{ title: 'The pasted address turns the credential’s test green', run: pasteAddress },
	{ title: 'The shop owner connects by the link of the Connect Trigger', run: connectByLink },
];
