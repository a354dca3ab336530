import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { multipleRow, valueRow, type Row } from './row';
import { median } from './statistics';

const ROOT = join(__dirname, '..', '..');

const ROUNDS = 15;

const GOAL_MS = 60;

const GOAL_KB = 150;

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

interface Loaded {
	ms: number;
	files: string[];
}

/** A fresh process loads n8n's own modules, as n8n has them, and then all of ours. */
export async function measureLoad(): Promise<Row[]> {
	const { n8n } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
	const own = [...n8n.credentials, ...n8n.nodes].map((file) => join(ROOT, file));
	const loaded: number[] = [];
	const compiled: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const { ms, files } = inFreshProcess(
			`for (const file of ${JSON.stringify(own)}) require(file);`,
		);
		loaded.push(ms);
		compiled.push(
			inFreshProcess(
				`for (const file of ${JSON.stringify(files)})
					new vm.Script(Module.wrap(fs.readFileSync(file, 'utf8')), { filename: file });`,
			).ms,
		);
	}
	const { size, unpackedSize } = packedSizes();
	return [
		valueRow({
			what: 'all nodes and credentials',
			unit: 'ms',
			ours: median(loaded),
			goal: { atMost: GOAL_MS },
		}),
		multipleRow({
			what: 'all nodes and credentials',
			unit: 'ms',
			ours: median(loaded),
			other: { what: 'reading and compiling the files', value: median(compiled) },
		}),
		valueRow({ what: 'packed size', unit: 'kB', ours: size / 1000, goal: { atMost: GOAL_KB } }),
		valueRow({ what: 'unpacked size', unit: 'kB', ours: unpackedSize / 1000 }),
	];
}

/** Plain Node.js, without tsx, which would translate every file. */
function inFreshProcess(work: string): Loaded {
	const script = `
		const fs = require('fs'), vm = require('vm'), Module = require('module');
		require('n8n-workflow'); require('luxon');
		const before = new Set(Object.keys(require.cache));
		const startedAt = performance.now();
		${work}
		const ms = performance.now() - startedAt;
		const files = Object.keys(require.cache).filter((file) => !before.has(file));
		console.log(JSON.stringify({ ms, files }));`;
	const output = execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' });
	return JSON.parse(output) as Loaded;
}

interface Packed {
	size: number;
	unpackedSize: number;
}

/** In bytes. */
function packedSizes(): Packed {
	const output = execFileSync('npm', ['pack', '--json', '--dry-run'], {
		cwd: ROOT,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [pack] = JSON.parse(output) as Packed[];
	if (pack === undefined) throw new Error('npm packed nothing');
	return pack;
}
