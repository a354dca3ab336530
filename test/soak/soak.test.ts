import type * as N8nWorkflow from 'n8n-workflow';

import type { NodePackage } from '../demo/package';
import { planArrivals } from './plan';
import { textOf } from './report';
import { soak } from './run';
import { LeakWatch } from './watch';

const n8nWorkflow = jest.requireActual<typeof N8nWorkflow>('n8n-workflow');

/** Pauses between attempts are cut short, so that many faults find place in a test. */
const impatient = {
	...n8nWorkflow,
	sleep: async (ms: number) => await n8nWorkflow.sleep(ms / 20),
};

/** The sources, loaded anew; what n8n itself gives to them stays the same, as in a real process. */
function loadSourceAnew(): NodePackage {
	let loaded: NodePackage | undefined;
	const shared = [
		['n8n-workflow', impatient],
		['luxon', jest.requireActual<object>('luxon')],
	] as const;
	jest.isolateModules(() => {
		for (const [name, module] of shared) jest.doMock(name, () => module);
		loaded = jest.requireActual<{ sourcePackage: NodePackage }>('../demo/source').sourcePackage;
	});
	if (loaded === undefined) throw new Error('The sources could not be loaded');
	return loaded;
}

it('loses, repeats and leaks nothing', async () => {
	const report = await soak(loadSourceAnew, { seed: 7, orders: 180, short: true }, () => undefined);
	expect(report.failures).toEqual([]);
	expect(report.leaked).toEqual([]);
	expect(report).toMatchObject({
		ok: true,
		arrivals: { placed: 180, reportedByPolling: 180, reportedByWebhook: 180 },
		faults: { hung: [] },
	});
	expect(textOf(report)).toMatch(/lost +0\n/);
}, 300_000);

it('plans the same for the same seed, and every notification twice', () => {
	const plan = planArrivals(5, 200, 3);
	expect(planArrivals(5, 200, 3)).toEqual(plan);
	expect(planArrivals(6, 200, 3)).not.toEqual(plan);
	expect(plan.steps.filter(({ does }) => does === 'spoil')).toHaveLength(3);
	const twice = Array.from({ length: 400 }, (_, index) => Math.floor(index / 2));
	expect([...plan.notifications].sort((a, b) => a - b)).toEqual(twice);
});

it('finds secrets wherever they hide', () => {
	const watch = new LeakWatch('the-secret-of-the-app');
	const error = new Error('It failed', { cause: { url: '/?app_secret=the-secret-of-the-app' } });
	Object.defineProperty(error, 'hidden', { value: `ROW_${'x'.repeat(64)}`, enumerable: false });
	watch.search('An error', error);
	watch.search('Nothing', { harmless: true });
	expect(watch.leaks).toEqual(['An error holds the app secret', 'An error holds a token']);
});
