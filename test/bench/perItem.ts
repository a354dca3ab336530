import { bareRequest, type BareAccess } from './bare';
import type { Engine } from './engine';
import { gainRow, valueRow, type Row } from './row';
import { GRANTED_PER_SECOND, type Shop } from './shop';
import { mostInOneSecond, timed } from './statistics';

const ITEMS = 500;

const PATH = '/product/202309/products/';

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
		const requests = (await shop.apiRequests()).filter(({ path }) => path.startsWith(PATH));
		const { ms: sample } = await timed(async () => {
			for (let index = 0; index < SAMPLE; index++) {
				await bareRequest(access, 'GET', PATH + idAt(index), {});
			}
		});
		await shop.control.setLatency(0);
		const what = `${ITEMS} items at ${latencyMs} ms`;
		const other = { what: 'one after the other', value: (sample * ITEMS) / SAMPLE };
		const least = (ITEMS / GRANTED_PER_SECOND - 1) * 1000 + latencyMs;
		rows.push(
			gainRow({ what: `${what}: time`, unit: 'ms', ours: ms, other, ...(goal && { goal }) }),
			gainRow({ what: `${what}: least that TikTok allows`, unit: 'ms', ours: least, other }),
			valueRow({
				what: `${what}: most requests in any second`,
				unit: '',
				ours: mostInOneSecond(requests.map(({ at }) => at)),
				goal: { atMost: GRANTED_PER_SECOND },
			}),
		);
	}
	return rows;
}
