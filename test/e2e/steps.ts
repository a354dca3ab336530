import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { pause, until } from './command';
import type { Editor } from './editor';
import { PACKAGE } from './n8n';
import type { Execution, Workflow } from './rest';
import type { Stage } from './stage';
import {
	busyPolling,
	connectWorkflow,
	CREDENTIAL_TYPE,
	emptyWorkflow,
	example,
	httpRequestWorkflow,
	type CredentialRef,
} from './workflows';

/** What the steps share. */
export interface Scene extends Stage {
	editor: Editor;
	/** Where screenshots go. */
	images: string;
	/** Known once the credential was created. */
	credential?: CredentialRef;
	lookup?: Workflow;
	orders?: Workflow;
}

/** A thing a user does, and what has to come of it; returns what the reader should know. */
export interface Step {
	title: string;
	run: (scene: Scene) => Promise<string>;
}

function expect(condition: boolean, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

function known<T>(value: T | undefined, what: string): T {
	expect(value !== undefined, `${what} is missing: the step that makes it did not run`);
	return value;
}

const shot = async ({ editor, images }: Scene, name: string, options?: { dark?: boolean }) => {
	await mkdir(images, { recursive: true });
	await editor.shoot(join(images, `${name}.png`), options);
};

const NODES = ['tikTokShop', 'tikTokShopTrigger', 'tikTokShopPollingTrigger', 'tikTokShopConnectTrigger'];

async function nodesAreListed({ n8n }: Scene): Promise<string> {
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
	return `${NODES.length} nodes, each with an icon for light and for dark`;
}

async function toolIsListed({ n8n }: Scene): Promise<string> {
	const types = await n8n.rest.nodeTypes();
	const tool = types.find(({ name }) => name === `${PACKAGE}.tikTokShopTool`);
	expect(tool !== undefined, 'n8n lists no tool for AI agents');
	return `${tool.displayName} (${tool.name})`;
}

async function credentialIsCreated(scene: Scene): Promise<string> {
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
	await shot(scene, 'credential');
	const address = /https?:\/\/\S+\/open\/authorize\?\S+/.exec(said)?.[0];
	expect(address !== undefined, `The form shows no address to open:\n${said}`);
	const [credential] = await n8n.rest.credentials();
	expect(credential !== undefined, 'The credential was not stored');
	scene.credential = { id: credential.id, name: credential.name };
	return address;
}

async function codeIsPasted({ editor, n8n, credential }: Scene): Promise<string> {
	const { id } = known(credential, 'The credential');
	const said = await editor.element('credential-edit-dialog').innerText();
	const page = await editor.authorize(/https?:\/\/\S+\/open\/authorize\?\S+/.exec(said)?.[0] ?? '');
	const redirected = page.url();
	await page.close();
	await editor.fill('authorizationCode', redirected);
	await editor.saveCredential();
	await editor.credentialIsConnected();
	const { data } = await n8n.rest.credential(id);
	expect(data.sellerName !== '', 'The credential does not know the seller');
	return `connected to ${String(data.sellerName)}`;
}

async function shopIsConnected(scene: Scene): Promise<string> {
	const { editor, n8n } = scene;
	const workflow = await n8n.rest.createWorkflow(connectWorkflow(known(scene.credential, 'The credential')));
	await n8n.rest.activate(workflow);
	const heading = await openConnectLink(scene, 'connect-page');
	const execution = await nextExecution(scene, workflow, 'shopConnected');
	expect(execution.status === 'success', `The workflow ended with ${execution.status}`);
	void editor;
	return `“${heading}”, and the workflow started`;
}

async function openConnectLink({ editor, n8n, images }: Scene, image?: string): Promise<string> {
	const { connectUrl } = { connectUrl: n8n.connectUrl };
	const page = await editor.authorize(connectUrl);
	const heading = await page.locator('h1').innerText();
	if (image) await editor.shoot(join(images, `${image}.png`), { page });
	await page.close();
	expect(heading === 'Your TikTok Shop is connected', `The page says “${heading}”`);
	return heading;
}

async function nextExecution(
	{ n8n }: Scene,
	workflow: Workflow,
	about: string,
	seconds = 30,
): Promise<Execution> {
	return await until(
		`an execution of “${workflow.name}” about ${about}`,
		async () =>
			(await n8n.rest.executions(workflow)).find(({ data }) => data.includes(about)),
		{ seconds },
	);
}

export const steps: Step[] = [
	{ title: 'The package is installed and n8n lists its nodes', run: nodesAreListed },
	{ title: 'AI agents are offered the node as a tool', run: toolIsListed },
	{ title: 'A credential, filled in, shows the address to authorize at', run: credentialIsCreated },
	{ title: 'The pasted address turns the credential green', run: codeIsPasted },
	{ title: 'The shop owner connects through the link of the Connect Trigger', run: shopIsConnected },
];
void [busyPolling, CREDENTIAL_TYPE, emptyWorkflow, example, httpRequestWorkflow, pause];
