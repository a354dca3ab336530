import { parseArgs } from 'node:util';

import { loadBuiltAnew } from './load';
import { textOf } from './report';
import { soak } from './run';

const ORDERS = 10_000;

const ORDERS_SHORT = 300;

async function main(): Promise<void> {
	// Until the report says otherwise, also where Node.js finds nothing more to wait for.
	process.exitCode = 1;
	const { values } = parseArgs({
		options: {
			seed: { type: 'string' },
			orders: { type: 'string' },
			short: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		},
	});
	const { short, json } = values;
	const seed = wholeNumber('seed', values.seed ?? `${Math.floor(Math.random() * 1_000_000)}`);
	const orders = wholeNumber('orders', values.orders ?? `${short ? ORDERS_SHORT : ORDERS}`);
	// Before anything can fail or be interrupted.
	process.stderr.write(`Soak with seed ${seed}, ${orders} orders\n`);
	const report = await soak(loadBuiltAnew, { seed, orders, short }, (step) => {
		if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${step}`);
	});
	if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
	process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : textOf(report));
	process.exitCode = report.ok ? 0 : 1;
}

function wholeNumber(name: string, text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number) || number < 1) {
		throw new Error(`--${name} has to be a whole number from 1, not "${text}"`);
	}
	return number;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
});
