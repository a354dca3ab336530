import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Cases } from '../engine/operations/case';
import { nodeOperations, referenceOperations } from '../docs/shape';

const folder = join(__dirname, '../engine/operations');

const files = readdirSync(folder).filter((file) => file.endsWith('.cases.ts'));

/** Some families run cases in several markets, each in a table of its own. */
function areCases(value: unknown): value is Cases {
	const [first] = typeof value === 'object' && value !== null ? Object.values(value) : [];
	return typeof first === 'object' && first !== null && 'good' in first && 'bad' in first;
}

it('every operation of the node is run through the engine with good and bad input', async () => {
	const named = new Set<string>();
	for (const file of files) {
		const exported = Object.values((await import(join(folder, file))) as Record<string, unknown>);
		for (const name of exported.filter(areCases).flatMap(Object.keys)) named.add(name);
	}
	expect([...named].sort()).toEqual(
		nodeOperations()
			.map(({ name }) => name)
			.sort(),
	);
});

it('every file of cases is run by a test', () => {
	const tests = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
	for (const file of files) expect(tests).toContain(file.replace('.cases.ts', '.test.ts'));
});

it('the reference holds the 183 operations of a seller', () => {
	expect(referenceOperations()).toHaveLength(183);
});
