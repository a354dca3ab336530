import { execFile, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

import { parse } from 'yaml';

import { COMMANDS, commandsIn, documentedCommands } from '../docs/commands';
import { codeBlocks, documents, ROOT } from '../docs/markdown';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const run = promisify(execFile);

const BLOCKS = Object.entries(documents()).flatMap(([path, text]) =>
	codeBlocks(text, 'sh').map((block) => ({ path, block })),
);

describe('the commands in the documents', () => {
	it('are all known', () => {
		expect(Object.keys(COMMANDS).sort()).toEqual(documentedCommands().sort());
	});

	it('are run where it is said', () => {
		const steps = read('.ci/run').match(/(?<=^step ).*/gm);
		const jobs = read('.github/workflows/ci.yml');
		for (const [command, proof] of Object.entries(COMMANDS)) {
			if ('ci' in proof)
				expect([command, steps]).toEqual([command, expect.arrayContaining([proof.ci])]);
			if ('job' in proof)
				expect([command, jobs]).toEqual([command, expect.stringContaining(`'${proof.job}'`)]);
			if ('test' in proof)
				expect([command, existsSync(join(ROOT, proof.test))]).toEqual([command, true]);
			if ('notRun' in proof) expect(proof.notRun).toMatch(/\w{3}/);
		}
	});

	it('are those of package.json', () => {
		const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
		const documented = Object.keys(COMMANDS).flatMap(
			(command) => /^npm (?:run )?(test$|(?<=run )[\w:]+)/.exec(command)?.[1] ?? [],
		);
		expect(Object.keys(scripts).sort()).toEqual([...new Set(documented)].sort());
	});

	it.each(BLOCKS)('can be read by a shell: $block', ({ block }) => {
		execFileSync('bash', ['-n'], { input: block });
	});
});

describe('installing by the command line', () => {
	const home = mkdtempSync(join(tmpdir(), 'docs-install-'));

	afterAll(() => rmSync(home, { recursive: true }));

	/** Runs a block in a home of its own, with the package from here in place of the one on npm. */
	async function install(block: string): Promise<void> {
		const own = join(home, '.n8n');
		rmSync(own, { recursive: true, force: true });
		const tarball = '"$HOME"/n8n-nodes-tiktok-shop-*.tgz';
		const script = block.replace(/ n8n-nodes-tiktok-shop(@latest)?$/gm, ` ${tarball}`);
		const env = { ...process.env, HOME: home, npm_config_offline: 'true' };
		await run('bash', ['-ec', script], { cwd: home, env });
		const installed = await readdir(join(own, 'nodes', 'node_modules'));
		expect(installed.filter((name) => !name.startsWith('.'))).toEqual(['n8n-nodes-tiktok-shop']);
	}

	beforeAll(() => {
		for (const name of ['package.json', 'README.md']) cpSync(join(ROOT, name), join(home, name));
		execFileSync('npm', ['pack', '--ignore-scripts'], { cwd: home, stdio: 'ignore' });
	});

	const blocks = BLOCKS.filter(({ block }) => block.includes('--legacy-peer-deps'));

	it('is told in README and docs', () => {
		expect(new Set(blocks.map(({ path }) => path))).toEqual(
			new Set(['README.md', 'docs/install.md', 'docs/sandbox.md']),
		);
	});

	it.each(blocks)('$path: $block', async ({ block }) => {
		// Inside a container it is the same shell.
		const inside = /sh -c "(.*)"/.exec(block)?.[1];
		await install(inside ?? block);
	});
});

describe('the sandbox by hand', () => {
	const { 'docs/sandbox.md': page = '' } = documents();
	const command = (part: string) => documentedCommands().find((each) => each.includes(part)) ?? '';

	it('starts, takes an order by curl and leads a public address to a local one', async () => {
		const sandbox = spawn('bash', ['-c', `exec ${command('--tunnel')} --port 0`], {
			cwd: ROOT,
			detached: true,
		});
		try {
			let url = '';
			for await (const line of createInterface({ input: sandbox.stdout })) {
				url = /^TikTok Shop sandbox at (\S+)$/.exec(line)?.[1] ?? '';
				if (url !== '') break;
			}
			expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
			const curl = command('curl').replace('http://127.0.0.1:4010', url);
			const { stdout } = await run('bash', ['-c', `${curl} --silent --show-error --noproxy '*'`]);
			expect(JSON.parse(stdout)).toMatchObject({
				result: { id: expect.stringMatching(/^\d{18}$/), status: 'AWAITING_SHIPMENT' },
			});
		} finally {
			// npm, the shell and the sandbox itself.
			if (sandbox.pid !== undefined) process.kill(-sandbox.pid, 'SIGTERM');
		}
	}, 60_000);

	it('has each of its options in the documents', () => {
		const options = /options: \{\n([^]*?)\n\t\},/.exec(read('test/sandbox/cli.ts'))?.[1] ?? '';
		const names = [...options.matchAll(/^\t\t'?([\w-]+)'?:/gm)].map(([, name]) => `--${name}`);
		expect(names).toContain('--port');
		const told: string[] = page.match(/--[a-z][\w-]+/g) ?? [];
		expect(names.filter((name) => !told.includes(name))).toEqual([]);
	});
});

describe('Docker', () => {
	const [compose = ''] = codeBlocks(documents()['docs/install.md'] ?? '', 'yaml');
	const { services, volumes } = parse(compose) as {
		services: Record<
			string,
			{ image: string; environment: Record<string, unknown>; volumes: string[] }
		>;
		volumes: object;
	};

	it('runs n8n from the same image and volume, by itself and by Compose', () => {
		const docker = commandsIn(BLOCKS.map(({ block }) => block).join('\n')).filter((command) =>
			command.startsWith('docker run'),
		);
		expect(docker.length).toBeGreaterThan(0);
		for (const command of docker) {
			expect(command.split(' ').at(-1)).toBe(services.n8n?.image);
			expect(services.n8n?.volumes).toContain(/(?<=-v )\S+/.exec(command)?.[0]);
		}
		expect(Object.keys(volumes)).toEqual(['n8n_data']);
	});

	it('gives n8n a public address that TikTok takes', () => {
		const address = new URL(String(services.n8n?.environment.WEBHOOK_URL));
		expect(address).toMatchObject({ protocol: 'https:', port: '', pathname: '/' });
	});
});
