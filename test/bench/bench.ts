import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

import { loadBuiltPackage } from '../demo/package';
import { MEASUREMENTS } from './measurements';
import { textOf, type BenchReport, type Section } from './report';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			json: { type: 'boolean', default: false },
			only: { type: 'string', multiple: true },
		},
	});
	const chosen = MEASUREMENTS.filter(({ name }) => values.only?.includes(name) ?? true);
	const unknown = values.only?.find((wanted) => MEASUREMENTS.every(({ name }) => name !== wanted));
	if (unknown !== undefined) {
		const known = MEASUREMENTS.map(({ name }) => name).join(', ');
		throw new Error(`There is no measurement "${unknown}"; there is ${known}`);
	}
	const startedAt = new Date();
	const sections: Section[] = [];
	for (const { measure, ...about } of chosen) {
		process.stderr.write(`${about.title}\n`);
		sections.push({ ...about, rows: await measure() });
	}
	const report: BenchReport = {
		package: loadBuiltPackage().origin,
		node: process.versions.node,
		cpus: { model: cpus()[0]?.model ?? 'unknown', count: cpus().length },
		startedAt: startedAt.toISOString(),
		seconds: Math.round((Date.now() - startedAt.getTime()) / 1000),
		sections,
	};
	process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : textOf(report));
}

main().catch((error: unknown) => {
	process.stderr.write(
		`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
	);
	process.exitCode = 1;
});
