import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { until } from '../command';
import type { Editor } from '../editor';
import type { Execution, Workflow } from '../rest';
import { CONNECT_WEBHOOK, type Stage } from '../stage';
import type { CredentialRef } from '../workflows';

/** What the steps share. */
export interface Scene extends Stage {
	editor: Editor;
	/** Where screenshots go. */
	images: string;
	credential?: CredentialRef;
	/** The workflow with the action node. */
	lookup?: Workflow;
	/** The workflow that new orders start. */
	orders?: Workflow;
}

/** A thing a user does and what has to come of it. */
export interface Step {
	title: string;
	/** Returns what the reader should know. */
	run: (scene: Scene) => Promise<string>;
}

export function expect(condition: boolean, message: string): asserts condition {
	if (!condition) throw new Error(message);
}

/** What an earlier step made. */
export function made<T>(value: T | undefined): T {
	expect(value !== undefined, 'An earlier step did not make what this one needs');
	return value;
}

/** Keeps a picture of the page. */
export async function shoot(
	{ editor, images }: Scene,
	name: string,
	options?: { dark?: boolean; page?: Page },
): Promise<void> {
	await mkdir(images, { recursive: true });
	await editor.shoot(join(images, `${name}.png`), options);
}

/** Waits for the execution in whose data a text stands, an order's ID for instance. */
export async function executionAbout(
	{ n8n }: Pick<Scene, 'n8n'>,
	workflow: Workflow,
	text: string,
): Promise<Execution> {
	return await until(`an execution of “${workflow.name}” about ${text}`, async () => {
		const executions = await n8n.rest.executions(workflow);
		return executions.find(({ data }) => data.includes(text));
	});
}

export async function succeededAbout(
	scene: Pick<Scene, 'n8n'>,
	workflow: Workflow,
	text: string,
): Promise<Execution> {
	const execution = await executionAbout(scene, workflow, text);
	const { id, status, data } = execution;
	expect(status === 'success', `Execution ${id} ended with ${status}: ${data.slice(0, 1500)}`);
	return execution;
}

/** The shop owner opens the connect link and accepts. */
export async function openConnectLink(scene: Scene, image?: string): Promise<string> {
	const { editor, n8n } = scene;
	const page = await editor.authorize(`${n8n.url}/webhook/${CONNECT_WEBHOOK}/connect`);
	const heading = await page.locator('h1').innerText();
	if (image !== undefined) await shoot(scene, image, { page });
	await page.close();
	expect(heading === 'Your TikTok Shop is connected', `The page says “${heading}”`);
	return heading;
}

/**
 * A buyer orders a product that is in a single warehouse, as the example workflow wants it.
 *
 * @param worth - in the shop's currency, before discounts; without it one unit of less than 30
 */
export async function buy({ sandbox }: Scene, worth = 0): Promise<string> {
	const products = await sandbox.control.products();
	const sku = products
		.filter(({ status }) => status === 'ACTIVATE')
		.flatMap(({ skus }) => skus)
		.find(({ inventory, price }) => inventory.length === 1 && Number(price.sale_price) < 30);
	const { id: sku_id, price } = made(sku);
	const quantity = Math.max(1, Math.ceil(worth / Number(price.sale_price)));
	const { id } = await sandbox.control.placeOrder(undefined, { basket: [{ sku_id, quantity }] });
	return id;
}
