import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Frame, Page } from 'playwright-core';

import { expect, type Scene } from './scene';

/** Room around the nodes for labels, the trigger’s mark and the plus behind the last one. */
const ROOM = { left: 56, top: 22, right: 112, bottom: 80 };

const USUAL = { width: 1280, height: 900 };

/** Enough for the longest of the examples at full size. */
const WIDE = { width: 2400, height: 1500 };

/**
 * Keeps a picture of the nodes on the canvas, at the size they have in the editor.
 *
 * @param name - of the picture, may name a folder in front
 */
export async function shootCanvas(
	{ editor: { page }, images }: Scene,
	name: string,
	{ withNotes = true } = {},
): Promise<void> {
	await page.setViewportSize(WIDE);
	const frame = await canvasFrame(page);
	await frame.locator('[data-test-id="zoom-to-fit"]').click();
	// After an import all nodes are selected.
	await frame.locator('.vue-flow__pane').click({ position: { x: 20, y: 150 } });
	const hidden = ['canvas-controls', ...(withNotes ? [] : ['sticky'])];
	const content = hidden.map((id) => `[data-test-id="${id}"] { visibility: hidden }`).join(' ');
	const style = await frame.addStyleTag({ content });
	await page.mouse.move(0, 0);
	await page.waitForTimeout(700);
	const path = join(images, `${name}.png`);
	await mkdir(dirname(path), { recursive: true });
	await page.screenshot({ path, clip: await areaOf(frame, withNotes) });
	await style.evaluate((element) => (element as unknown as { remove(): void }).remove());
	await page.setViewportSize(USUAL);
}

/** n8n 1 draws executions in a frame of its own. */
async function canvasFrame(page: Page): Promise<Frame> {
	for (const frame of page.frames()) {
		if ((await frame.locator('.vue-flow__node').count()) > 0) return frame;
	}
	throw new Error('There is no node on the canvas');
}

async function areaOf(frame: Frame, withNotes: boolean) {
	const isNote = frame.locator('[data-test-id="sticky"]');
	const nodes = frame.locator('.vue-flow__node');
	const wanted = withNotes ? nodes : nodes.filter({ hasNot: isNote });
	const boxes = [];
	for (const node of await wanted.all()) {
		const box = await node.boundingBox();
		if (box !== null) boxes.push(box);
	}
	expect(boxes.length > 0, 'There is nothing to take a picture of');
	const x = Math.min(...boxes.map((box) => box.x)) - ROOM.left;
	const y = Math.min(...boxes.map((box) => box.y)) - ROOM.top;
	const right = Math.max(...boxes.map((box) => box.x + box.width)) + ROOM.right;
	const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + ROOM.bottom;
	return { x, y, width: right - x, height: bottom - y };
}
