import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { credentialTestRules } from '../../nodes/shared/errors';
import { EXPLANATIONS, type FailureKind } from '../../nodes/shared/explanations';
import { helpUrl, type HelpTopic } from '../../nodes/shared/help';
import { HELP } from '../docs/help';
import { anchors, codeBlocks, documents, ROOT } from '../docs/markdown';
import { raisedIn, raisedMessages } from '../docs/messages';
import { messagesOf } from '../docs/troubleshooting';

const TOPICS = Object.keys(HELP) as HelpTopic[];

const REPOSITORY = 'https://github.com/n8n-nodes-tiktok-shop/n8n-nodes-tiktok-shop';

describe('the pages made from code', () => {
	const folder = mkdtempSync(join(tmpdir(), 'docs-'));

	afterAll(() => rmSync(folder, { recursive: true }));

	it('are current (npm run docs writes them)', async () => {
		execFileSync('npm', ['run', 'docs', '--', folder], { cwd: ROOT, stdio: 'ignore' });
		const pages = await readdir(folder);
		expect(pages.sort()).toEqual(['operations.md', 'scopes.md', 'troubleshooting.md']);
		for (const page of pages) {
			const current = readFileSync(join(folder, page), 'utf8');
			expect(readFileSync(join(ROOT, 'docs', page), 'utf8')).toBe(current);
		}
	}, 60_000);
});

describe('CONTRIBUTING.md', () => {
	it('shows an operation as it stands in the sources', () => {
		const { 'CONTRIBUTING.md': text = '' } = documents();
		const [block = ''] = codeBlocks(text, 'ts');
		const path = /^\/\/ (nodes\/\S+)/.exec(block)?.[1] ?? '';
		const source = readFileSync(join(ROOT, path), 'utf8').replaceAll('\t', '  ');
		const shown = block.replace(/^.*\n/, '').replace(/ +\/\/ .*$/gm, '');
		expect(source.replace(/^import .*\n+/gm, '').trim()).toBe(shown);
	});
});

describe('docs/troubleshooting.md', () => {
	const { 'docs/troubleshooting.md': page = '' } = documents();

	it.each(TOPICS)('has the section that errors about %s link to', (topic) => {
		const [address, anchor = ''] = helpUrl(topic).split('#');
		expect(address).toBe(`${REPOSITORY}/blob/main/docs/troubleshooting.md`);
		expect(anchors(page).filter((each) => each === anchor)).toEqual([anchor]);
	});

	it('knows no topic less than the sources raise', () => {
		const raised = raisedMessages();
		expect(raised.length).toBeGreaterThan(50);
		expect(raised.filter(({ topic }) => !TOPICS.includes(topic as HelpTopic))).toEqual([]);
	});

	it.each(Object.keys(EXPLANATIONS) as FailureKind[])(
		'shows the message of %s as the user sees it',
		(kind) => {
			const failure = {
				message: '',
				authorizeUrl: 'https://services.tiktokshop.com/open/authorize?service_id=1',
				scopes: ['seller.order.info'] as const,
				action: 'Get an order',
			};
			const [title] = EXPLANATIONS[kind](failure);
			const patterns = messagesOf(kind, []).map(asPattern);
			expect(patterns.filter((pattern) => pattern.test(title))).not.toEqual([]);
		},
	);

	it('shows what the test of the credential says', () => {
		const patterns = TOPICS.flatMap((topic) => messagesOf(topic, []).map(asPattern));
		for (const { properties } of credentialTestRules()) {
			const [said = ''] = properties.message.split('. ');
			expect([said, patterns.some((pattern) => pattern.test(said))]).toEqual([said, true]);
		}
	});
});

/** A message of the page, where … stands for anything. */
function asPattern(message: string): RegExp {
	const words = message.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${words.join('.*')}$`);
}

describe('the messages in the sources', () => {
	const read = (code: string) => raisedIn('some.ts', code);

	it('are found whatever they are made of', () => {
		expect(read("new InputError('No')")).toEqual([{ topic: 'fieldValue', message: 'No' }]);
		expect(read('new InputError(`${a}: ${b}${c} is ${d}`, x, "notFound")')).toEqual([
			{ topic: 'notFound', message: '…: … is …' },
		]);
		expect(read("const t = 'Why'; new TikTokShopError('file', a ? t : b || 'How')")).toEqual([
			{ topic: 'file', message: 'Why' },
			{ topic: 'file', message: 'How' },
		]);
	});

	it('do not count where they are TikTok’s own words', () => {
		expect(read("new TikTokShopError('refused', message)")).toEqual([]);
	});

	it('are refused where nobody can tell what they are about', () => {
		expect(() => read("new TikTokShopError(kind, 'No')")).toThrow('some.ts');
	});
});

describe('links to this repository from code', () => {
	it('lead to pages and parts of pages that exist', async () => {
		const pages = documents();
		const found: string[] = [];
		for (const folder of ['credentials', 'nodes', '.github']) {
			for (const name of await readdir(join(ROOT, folder), { recursive: true })) {
				if (!/\.(json|ts|yml)$/.test(name)) continue;
				const text = readFileSync(join(ROOT, folder, name), 'utf8');
				found.push(...(text.match(new RegExp(`${REPOSITORY}[^\\s'"\`]*`, 'g')) ?? []));
			}
		}
		expect(found.length).toBeGreaterThan(8);
		for (const url of new Set(found)) {
			const [address = '', anchor] = url.slice(REPOSITORY.length).split('#');
			if (/^\/(issues|security\/advisories\/new)$/.test(address)) continue;
			const page = pages[address.replace('/blob/main/', '') || 'README.md'];
			expect([url, page]).toEqual([url, expect.any(String)]);
			if (anchor !== undefined && anchor !== 'readme') {
				expect([url, anchors(page ?? '')]).toEqual([url, expect.arrayContaining([anchor])]);
			}
		}
	});
});

const withoutAddresses = (text: string) => text.replace(/https?:\/\/\S+/g, '');

describe('files that the documents name', () => {
	it('can be imported from their address', () => {
		const RAW = /https:\/\/raw\.githubusercontent\.com\/(?:n8n-nodes-tiktok-shop\/){2}main\/(\S+)/g;
		const named = Object.values(documents()).flatMap((text) => [...text.matchAll(RAW)]);
		expect(named.length).toBeGreaterThan(0);
		for (const [, path = ''] of named) {
			expect(JSON.parse(readFileSync(join(ROOT, path), 'utf8'))).toHaveProperty('nodes');
		}
	});

	it('exist', async () => {
		const folders = ['credentials', 'nodes', 'test', 'examples', '.github'];
		const all = await Promise.all(
			folders.map(async (folder) => await readdir(join(ROOT, folder), { recursive: true })),
		);
		const files = folders.flatMap((folder, index) =>
			(all[index] ?? []).map((name) => `${folder}/${name}`),
		);
		const named = Object.values(documents()).flatMap(
			(text) =>
				withoutAddresses(text).match(/(?<![\w<>*.-])[\w/.-]*\w+\.(node\.)?(ts|json|yml)\b/g) ?? [],
		);
		const missing = [...new Set(named)].filter(
			(name) => !files.some((file) => `/${file}`.endsWith(`/${name.replace(/^(\.\.\/)+/, '')}`)),
		);
		// The reader's own.
		expect(missing).toEqual(['compose.yml']);
	});
});
