import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { INode, INodeTypeDescription } from 'n8n-workflow';

import { parameterProblems, wantsCredential } from '../../demo/parameterProblems';
import { until } from '../command';
import type { WorkflowDraft } from '../rest';
import { example, exampleFiles, isOurs } from '../workflows';
import { shootCanvas } from './canvas';
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

/** Imports each file in the editor: nothing but the credentials of other services is left to be chosen. */
async function importInEditor(scene: Scene): Promise<string> {
	const { editor, n8n } = scene;
	const types = await n8n.rest.file<Types>('/types/nodes.json');
	const files = await exampleFiles();
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
		await shootCanvas(scene, join('examples', name));
	}
	return `${files.size} files, nothing is missing in them but credentials; a picture of each`;
}

/** The example workflows as a newcomer meets them. */
export const examples: Step[] = [
	{ title: 'The examples have only nodes and parameters that n8n has', run: checkExamples },
	{ title: 'Each example is imported in the editor', run: importInEditor },
];
