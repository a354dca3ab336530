import { parseArgs } from 'node:util';

import { loadBuiltPackage } from './package';
import { endText, stepText } from './report';
import { run } from './run';

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
	const nodePackage = loadBuiltPackage();
	const print = (text: string) => {
		if (!values.json) process.stdout.write(text);
	};
	print(`${nodePackage.origin}\n\n`);
	let number = 0;
	const report = await run(nodePackage, (step) => print(stepText(step, (number += 1))));
	print(endText(report));
	if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
	process.exitCode = report.ok ? 0 : 1;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
