import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

import { loadBuiltPackage } from '../demo/package';
import { MEASUREMENTS, type Measurement } from './measurements';
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
	for (const measurement of chosen) sections.push(await sectionOf(measurement));
	const report: BenchReport = {
		package: loadBuiltPackage().origin,
		node: process.versions.node,
		cpus: { model: cpus()[0]?.model ?? 'unknown', count: cpus().length },
		startedAt: startedAt.toISOString(),
		seconds: Math.round((Date.now() - startedAt.getTime()) / 1000),
		sections,
	};
	// With --json the tables are still there to be read, beside what is for a program.
	(values.json ? process.stderr : process.stdout).write(textOf(report));
	if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
	if (sections.some(({ failure }) => failure !== undefined)) process.exitCode = 1;
}

/** A measurement that cannot be made, for want of an n8n for instance, leaves the others alone. */
async function sectionOf({ measure, ...about }: Measurement): Promise<Section> {
	process.stderr.write(`${about.title}\n`);
	try {
		return { ...about, rows: await measure() };
	} catch (error) {
		return { ...about, rows: [], failure: error instanceof Error ? error.message : String(error) };
	}
}

main().catch((error: unknown) => {
	process.stderr.write(
		`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
	);
	process.exitCode = 1;
});
