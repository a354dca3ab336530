import type { Engine } from './engine';
import { chain } from './engine';
import { valueRow, type Row } from './row';
import type { Shop } from './shop';

export const POLLED_ORDERS = 5000;

const PAGE = 100;

const START = '2000-01-01T00:00:00Z';

/** Requests of a poll that finds 5,000 orders, and of one that finds nothing. */
export async function measurePolling(shop: Shop, engine: Engine): Promise<Row[]> {
	const rows: Row[] = [];
	for (const event of ['newOrder', 'updatedOrder']) {
		await shop.control.clearRequests();
		const poll = engine.node('tikTokShopPollingTrigger', {
			event,
			options: { startDate: START },
		});
		const next = { name: 'Next', type: 'n8n-nodes-base.noOp' };
		const active = await engine.host.activate({ id: event, ...chain(poll, next) });
		// Activating polls once.
		const found = (await active.nextExecution()).items(next.name).length;
		if (found !== POLLED_ORDERS) throw new Error(`${event} found ${found}`);
		const searches = (await shop.apiRequests()).filter(({ path }) => path.endsWith('/search'));
		await active.poll(poll.name);
		await shop.control.clearRequests();
		if ((await active.poll(poll.name)) !== null) throw new Error(`${event} found too much`);
		const idle = (await shop.apiRequests()).length;
		await active.deactivate();
		rows.push(
			valueRow({ what: `${event}: idle poll`, unit: '', ours: idle, goal: { atMost: 1 } }),
			valueRow({
				what: `${event}: ${POLLED_ORDERS.toLocaleString('en')} orders`,
				unit: '',
				ours: searches.length,
				other: { what: `pages of ${PAGE}`, value: POLLED_ORDERS / PAGE },
				// Changed orders are read by time and not by token: one more page can be needed.
				...(event === 'newOrder' ? { goal: { atMost: POLLED_ORDERS / PAGE } } : {}),
			}),
		);
	}
	return rows;
}
