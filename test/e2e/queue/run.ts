import { parseArgs } from 'node:util';

import { endWhenTold, say } from '../command';
import { installHost } from '../install';
import { expect } from '../steps/scene';
import { restartWhilePolling } from '../steps/working';
import { shipNewOrders } from '../workflows';
import { AT_ONCE, Load, type LoadReport } from './load';
import { connectShop, raiseQueueStage, type QueueStage } from './stage';

const ORDERS = '1000';

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { orders: { type: 'string', default: ORDERS } } });
	const startedAt = Date.now();
	const host = await installHost(2);
	say(`Starting n8n ${host.version} in queue mode with the package, and the sandbox`);
	const stage = await raiseQueueStage(host);
	endWhenTold(async () => await stage.end());
	try {
		say(`Ready after ${secondsSince(startedAt)} s: main, two workers, a webhook processor\n`);
		await play(stage, Number(values.orders));
	} catch (error) {
		const { main, webhooks, workers } = stage.queue;
		for (const { name, log } of [main, webhooks, ...workers]) say(`${name} wrote:\n${log}\n`);
		throw error;
	} finally {
		await stage.end();
	}
	say(`\nAll of it passed in ${secondsSince(startedAt)} s`);
}

const secondsSince = (start: number) => ((Date.now() - start) / 1000).toFixed(1);

async function play(stage: QueueStage, orders: number): Promise<void> {
	const { sandbox, queue } = stage;
	const { rest } = queue.main;
	const credential = await connectShop(stage);
	const workflow = await rest.createWorkflow(shipNewOrders(credential));
	await rest.activate(workflow);
	say(`${orders} orders by webhook`);
	const report = await new Load(stage, credential, workflow).run(orders);
	say(tableOf(report));
	judge(report);
	await rest.deactivate(workflow);
	say('\nOrders by polling, the main process stopped in the middle of a poll');
	say(`  ${await restartWhilePolling({ sandbox, n8n: queue.main, credential })}`);
}

function tableOf(report: LoadReport): string {
	const { executions, restarts, seconds } = report;
	const states = Object.entries(executions).map(([status, count]) => `${count} ${status}`);
	const rows: Array<[string, number | string]> = [
		['orders placed', report.placed],
		['notifications sent', report.notifications],
		['… answered with 200', report.answered],
		['executions', states.join(', ')],
		...report.byWorker.map((n, index): [string, number] => [`… begun by worker ${index + 1}`, n]),
		['orders processed once', report.once],
		['… twice', report.twice.length],
		['… asked for again after the kill', report.again.length],
		['… asked for again needlessly', report.needless.length],
		['… only by the second look', report.leftBehind],
		['… lost', report.lost.length],
		['tokens refreshed', report.refreshes],
		['refreshes refused', report.refusedRefreshes],
		...restarts.map((each): [string, string] => [
			each.what,
			`back in ${each.seconds.toFixed(1)} s`,
		]),
		['time', `${seconds.toFixed(1)} s`],
		['rate', `${(report.placed / seconds).toFixed(1)} orders/s`],
	];
	const width = Math.max(...rows.map(([name]) => name.length));
	return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}

function judge(report: LoadReport): void {
	expect(report.lost.length === 0, `Lost: ${report.lost.join(', ')}`);
	expect(report.twice.length === 0, `Processed twice: ${report.twice.join(', ')}`);
	expect(report.needless.length === 0, `Again for no reason: ${report.needless.join(', ')}`);
	expect(report.again.length <= 2 * AT_ONCE, `Too many again: ${report.again.join(', ')}`);
	expect(report.refreshes === 1, `${report.refreshes} refreshes of the token instead of one`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
