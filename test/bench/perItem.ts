import { bareRequest, type BareAccess } from './bare';
import type { Engine } from './engine';
import { gainRow, valueRow, type Row } from './row';
import type { Shop } from './shop';
import { mostInOneSecond, timed } from './statistics';

const ITEMS = 500;

/** The sequence is run for so many items and scaled. */
const SAMPLE = 30;

/** The second shows what the concurrency gains where the rate limit does not end it. */
const LATENCIES = [
	{ latencyMs: 100, goal: { atLeast: 8 } },
	{ latencyMs: 200, goal: undefined },
];

/** Get a product, which TikTok has only one by one, for each input item. */
export async function measurePerItem(
	shop: Shop,
	engine: Engine,
	access: BareAccess,
): Promise<Row[]> {
	const ids = (await shop.control.products())
		.filter(({ status }) => status === 'ACTIVATE')
		.map(({ id }) => id);
	const idAt = (index: number) => ids[index % ids.length] ?? '';
	const ours = async () => {
		const input = Array.from({ length: ITEMS }, (_, index) => ({ json: { id: idAt(index) } }));
		const items = await engine.operate(
			{ resource: 'product', operation: 'get', productId: '={{ $json.id }}', simplify: false },
			input,
		);
		if (items.length !== ITEMS) throw new Error(`${items.length} of ${ITEMS} came`);
	};
	const rows: Row[] = [];
	for (const { latencyMs, goal } of LATENCIES) {
		await shop.control.clearRequests();
		await shop.control.setLatency(latencyMs);
		const { ms } = await timed(ours);
		const moments = (await shop.apiRequests()).map(({ at }) => at);
		const { ms: sample } = await timed(async () => {
			for (let index = 0; index < SAMPLE; index++) {
				await bareRequest(access, 'GET', `/product/202309/products/${idAt(index)}`, {});
			}
		});
		await shop.control.setLatency(0);
		const what = `${ITEMS} items at ${latencyMs} ms`;
		const other = { what: 'one after the other', value: (sample * ITEMS) / SAMPLE };
		rows.push(
			gainRow({ what: `${what}: time`, unit: 'ms', ours: ms, other, ...(goal && { goal }) }),
			valueRow({
				what: `${what}: most requests in any second`,
				unit: '',
				ours: mostInOneSecond(moments),
				goal: { atMost: 50 },
			}),
		);
	}
	return rows;
}
