import { traverseNodeParameters, type FromAIArgument } from 'n8n-workflow';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowNode } from '../engine/host';
import { HostNodeTypes } from '../engine/host/node-types';
import { exampleFiles, readExample } from './examples';
import { Office } from './office';
import { parameterProblems } from './parameterProblems';
import { sourcePackage } from './source';

const DOCS = join(__dirname, '..', '..', 'docs');

const nodeTypes = new HostNodeTypes(
	sourcePackage.nodes,
	'n8n-nodes-tiktok-shop',
	new Office().nodes,
);

const descriptionOf = ({ type, typeVersion }: WorkflowNode) =>
	nodeTypes.getByNameAndVersion(type, typeVersion).description;

const isTool = ({ type }: WorkflowNode) => type.endsWith('Tool');

describe.each(exampleFiles)('examples/%s', (file) => {
	const json = readExample(file);
	const names = json.nodes.map(({ name }) => name);
	const connections = Object.entries(json.connections ?? {}).flatMap(([source, byType]) =>
		Object.entries(byType).flatMap(([type, outputs]) =>
			outputs.flatMap((output) => (output ?? []).map((target) => ({ source, type, target }))),
		),
	);

	it('is a workflow that n8n can import', () => {
		expect(json.name).toMatch(/^TikTok Shop: /);
		expect(json.settings).toMatchObject({ executionOrder: 'v1' });
		expect(new Set(json.nodes.map(({ id }) => id)).size).toBe(names.length);
		expect(new Set(names).size).toBe(names.length);
		for (const node of json.nodes) {
			expect(node).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
			expect(node.position).toHaveLength(2);
			expect([descriptionOf(node).version].flat()).toContain(node.typeVersion);
		}
	});

	it('connects nodes that exist, and leaves none behind', () => {
		for (const { source, type, target } of connections) {
			expect(names).toEqual(expect.arrayContaining([source, target.node]));
			expect(target.type).toBe(type);
		}
		for (const node of json.nodes) {
			const { inputs, outputs } = descriptionOf(node);
			const isTarget = connections.some(({ target }) => target.node === node.name);
			if (inputs.length > 0) expect([node.name, isTarget]).toEqual([node.name, true]);
			const [output] = outputs;
			if (typeof output !== 'string' || !output.startsWith('ai_')) continue;
			const isUsed = connections.some(
				({ source, type }) => source === node.name && type === output,
			);
			expect([node.name, isUsed]).toEqual([node.name, true]);
		}
	});

	it('refers only to nodes that it has', () => {
		const text = JSON.stringify(json);
		for (const [, name] of text.matchAll(/\$\('([^']+)'\)/g)) expect(names).toContain(name);
	});

	it('leaves only to tools what a model fills in', () => {
		for (const node of json.nodes) {
			const asked: FromAIArgument[] = [];
			traverseNodeParameters(node.parameters ?? {}, asked);
			expect([node.name, asked.length > 0]).toEqual([node.name, isTool(node)]);
			for (const { key, description } of asked) {
				expect(key).toMatch(/^[\w-]{1,64}$/);
				expect(description).toMatch(/\S/);
			}
		}
	});

	it('says what it does in a note', () => {
		const note = json.nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(note?.parameters).toMatchObject({
			content: expect.stringMatching(
				/^## [\s\S]+\*\*Before you (switch it on|use it)\*\*\n1\./,
			) as string,
		});
	});

	it('says in the note what it buys, pays or changes', () => {
		const writes = json.nodes.filter(({ type, parameters }) => {
			const operation = String(parameters?.operation);
			return type.endsWith('.tikTokShop') && /^(update|ship|approve|create|send)/.test(operation);
		});
		const [note] = json.nodes;
		const warns = /\*\*(It|This) (buys|changes|pays)/.test(String(note?.parameters?.content));
		expect(warns).toBe(writes.length > 0);
	});

	it('uses only parameters and values that the nodes have', () => {
		const problems = json.nodes.flatMap((node) => parameterProblems(node, descriptionOf(node)));
		expect(problems).toEqual([]);
	});

	it('is shown in docs/examples.md, with a picture that loads fast', () => {
		const page = readFileSync(join(DOCS, 'examples.md'), 'utf8');
		expect(page).toContain(`](../examples/${file})`);
		const picture = `images/examples/${file.replace('.json', '.png')}`;
		expect(page).toContain(`](${picture})`);
		expect(statSync(join(DOCS, picture)).size).toBeLessThan(150_000);
	});

	it('leaves the credentials to be chosen', () => {
		for (const { credentials } of json.nodes) expect(credentials).toBeUndefined();
	});
});
