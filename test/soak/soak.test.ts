import type { NodePackage } from '../demo/package';
import { textOf } from './report';
import { soak } from './run';

/** The sources, loaded anew; what n8n itself gives to them stays the same, as in a real process. */
function loadSourceAnew(): NodePackage {
	let loaded: NodePackage | undefined;
	const shared = ['n8n-workflow', 'luxon'].map(
		(name) => [name, jest.requireActual<object>(name)] as const,
	);
	jest.isolateModules(() => {
		for (const [name, module] of shared) jest.doMock(name, () => module);
		loaded = jest.requireActual<{ sourcePackage: NodePackage }>('../demo/source').sourcePackage;
	});
	if (loaded === undefined) throw new Error('The sources could not be loaded');
	return loaded;
}

it('loses, repeats and leaks nothing', async () => {
	const report = await soak(loadSourceAnew, { seed: 7, orders: 120, short: true }, () => undefined);
	expect(report.failures).toEqual([]);
	expect(report.leaked).toEqual([]);
	expect(report).toMatchObject({
		ok: true,
		arrivals: { placed: 120, reportedByPolling: 120, reportedByWebhook: 120 },
		faults: { hung: [] },
	});
	expect(textOf(report)).toMatch(/lost +0\n/);
}, 180_000);
