import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand, say } from '../e2e/command';
import { pack } from '../e2e/package';
import { scan } from './scan';

/** What a user downloads; everything else has no place in it. */
const WANTED = [
	/^package\.json$/,
	/^(README|LICENSE)\.md$/,
	/^dist\/(credentials|nodes)\/.+\.js$/,
	/^dist\/nodes\/.+\.node\.json$/,
	/^dist\/icons\/[\w.]+\.svg$/,
];

/** Those n8n sorts nodes by. */
const CATEGORIES = [
	'Analytics',
	'Communication',
	'Data & Storage',
	'Development',
	'Finance & Accounting',
	'Marketing & Content',
	'Miscellaneous',
	'Productivity',
	'Sales',
	'Utility',
];

interface Manifest {
	name: string;
	version: string;
	license: string;
	dependencies?: object;
	n8n: { nodes: string[]; credentials: string[] };
}

interface Codex {
	node: string;
	categories: string[];
	alias: string[];
	resources: Record<'primaryDocumentation' | 'credentialDocumentation', Array<{ url: string }>>;
}

async function main(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-package-'));
	try {
		const tarball = await pack(folder);
		await runCommand('tar', ['-xzf', tarball, '-C', folder]);
		const root = join(folder, 'package');
		const files = await filesIn(root);
		const manifest = await readJson<Manifest>(join(root, 'package.json'));
		const problems = [
			...foreignFiles(files),
			...manifestProblems(manifest, files),
			...(await codexProblems(root, manifest)),
			...(await scan(root)),
		];
		for (const problem of problems) say(`✗ ${problem}`);
		if (problems.length > 0) throw new Error(`${problems.length} problems in the package`);
		const { size } = await stat(tarball);
		const sizes = await Promise.all(files.map(async (file) => (await stat(join(root, file))).size));
		const unpacked = sizes.reduce((sum, each) => sum + each, 0);
		const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
		say(`${manifest.name} ${manifest.version}: ${files.length} files, no problem found`);
		say(`packed ${kB(size)}, unpacked ${kB(unpacked)}`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function filesIn(root: string): Promise<string[]> {
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.sort();
}

const readJson = async <T>(file: string) => JSON.parse(await readFile(file, 'utf8')) as T;

const foreignFiles = (files: string[]) =>
	files
		.filter((file) => !WANTED.some((wanted) => wanted.test(file)))
		.map((file) => `${file} does not belong into the package`);

function manifestProblems(
	{ license, dependencies = {}, n8n }: Manifest,
	files: string[],
): string[] {
	return [
		...(license === 'MIT' ? [] : [`The license is ${license}, not MIT`]),
		...Object.keys(dependencies).map((name) => `${name} is a runtime dependency`),
		...[...n8n.nodes, ...n8n.credentials]
			.filter((file) => !files.includes(file))
			.map((file) => `${file} is announced in package.json and missing`),
	];
}

/** Where n8n's node panel shows a node, by which words it is found, and where its documentation is. */
async function codexProblems(root: string, { name, n8n }: Manifest): Promise<string[]> {
	const problems = n8n.nodes.map(async (file) => {
		const { node, categories, alias, resources } = await readJson<Codex>(
			join(root, file.replace(/\.js$/, '.json')),
		);
		const links = [...resources.primaryDocumentation, ...resources.credentialDocumentation];
		return [
			...(node.startsWith(`${name}.`) ? [] : [`${file}: the codex file is about ${node}`]),
			...(categories.some((each) => CATEGORIES.includes(each))
				? []
				: [`${file}: n8n does not know the categories ${categories.join(', ')}`]),
			...(alias.length > 0 ? [] : [`${file}: no aliases`]),
			...(links.length > 1 ? [] : [`${file}: a link to the documentation is missing`]),
			...links
				.filter(({ url }) => !url.startsWith('https://'))
				.map(({ url }) => `${file}: ${url} is no https address`),
		];
	});
	return (await Promise.all(problems)).flat();
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
