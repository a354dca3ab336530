import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { INode, INodeTypeDescription } from 'n8n-workflow';

import { parameterProblems, wantsCredential } from '../../demo/parameterProblems';
import { until } from '../command';
import type { WorkflowDraft } from '../rest';
import { example, exampleFiles, isOurs } from '../workflows';
import { expect, made, type Scene, type Step } from './scene';

type Types = INodeTypeDescription[];

const nodesIn = async (file: string) =>
	(JSON.parse(await readFile(file, 'utf8')) as WorkflowDraft).nodes;

const descriptionOf = (types: Types, { type, typeVersion }: INode) =>
	types.find(({ name, version }) => name === type && [version].flat().includes(typeVersion));

async function checkExamples({ n8n, credential }: Scene): Promise<string> {
	const types = await n8n.rest.file<Types>('/types/nodes.json');
	const files = await exampleFiles();
	const problems: string[] = [];
	for (const [name, file] of files) {
		for (const node of await nodesIn(file)) {
			const description = descriptionOf(types, node);
			const found =
				description === undefined
					? [`n8n has no ${node.type} ${node.typeVersion}`]
					: parameterProblems(node, description);
			problems.push(...found.map((problem) => `${name}: ${problem}`));
		}
		await n8n.rest.createWorkflow(await example(name, made(credential)));
	}
	expect(problems.length === 0, problems.join('\n'));
	return `${files.size} workflows: n8n knows every node, version and parameter`;
}

/** The nodes that the editor marks with a warning. */
async function warnedOf({ editor }: Scene): Promise<string[]> {
	const marked = editor.page.locator('[data-node-name]:has([data-test-id="node-issues"])');
	const names = (await marked.all()).map(async (node) => await node.getAttribute('data-node-name'));
	return (await Promise.all(names)).filter((name) => name !== null);
}

/** Room around the nodes for labels, the trigger’s mark and the plus behind the last one. */
const ROOM = { left: 56, top: 24, right: 112, bottom: 80 };

/** Nodes and note, at the size they have in the editor. */
async function shootCanvas({ editor, images }: Scene, name: string): Promise<void> {
	const { page } = editor;
	await editor.element('zoom-to-fit').click();
	// After the import all nodes are selected.
	await page.locator('.vue-flow__pane').click({ position: { x: 20, y: 20 } });
	await page.addStyleTag({ content: '[data-test-id="canvas-controls"] { display: none }' });
	await page.mouse.move(0, 0);
	await page.waitForTimeout(700);
	const nodes = await page.locator('.vue-flow__node').all();
	const boxes = (await Promise.all(nodes.map(async (node) => await node.boundingBox()))).filter(
		(box) => box !== null,
	);
	const left = Math.min(...boxes.map(({ x }) => x)) - ROOM.left;
	const top = Math.min(...boxes.map(({ y }) => y)) - ROOM.top;
	const right = Math.max(...boxes.map(({ x, width }) => x + width)) + ROOM.right;
	const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + ROOM.bottom;
	await mkdir(join(images, 'examples'), { recursive: true });
	const path = join(images, 'examples', `${name}.png`);
	await page.screenshot({
		path,
		clip: { x: left, y: top, width: right - left, height: bottom - top },
	});
}

/** Imports each file in the editor: nothing but the credentials of other services is left to be chosen. */
async function importInEditor(scene: Scene): Promise<string> {
	const { editor, n8n } = scene;
	const types = await n8n.rest.file<Types>('/types/nodes.json');
	const files = await exampleFiles();
	const usual = editor.page.viewportSize() ?? { width: 1280, height: 900 };
	// Wide enough for the longest of them at full size.
	await editor.page.setViewportSize({ width: 2400, height: 1500 });
	for (const [name, file] of files) {
		const nodes = await nodesIn(file);
		await editor.importWorkflow(file, nodes.length);
		const toChoose = nodes.filter((node) => {
			const description = descriptionOf(types, node);
			return description !== undefined && wantsCredential(node, description);
		});
		// In a node of ours n8n may choose the only credential there is.
		const others = toChoose.filter((node) => !isOurs(node)).map((node) => node.name);
		await until(`the warnings of ${name}`, async () => {
			const warned = await warnedOf(scene);
			return others.every((each) => warned.includes(each)) ? true : undefined;
		});
		const known = toChoose.map((node) => node.name);
		const wrong = (await warnedOf(scene)).filter((each) => !known.includes(each));
		expect(wrong.length === 0, `${name}: the editor warns about ${wrong.join(', ')}`);
		await shootCanvas(scene, name);
	}
	await editor.page.setViewportSize(usual);
	return `${files.size} files, nothing is missing in them but credentials; a picture of each`;
}

/** The example workflows as a newcomer meets them. */
export const examples: Step[] = [
	{ title: 'The examples have only nodes and parameters that n8n has', run: checkExamples },
	{ title: 'Each example is imported in the editor', run: importInEditor },
];
