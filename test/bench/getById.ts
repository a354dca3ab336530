import { bareRequest, type BareAccess } from './bare';
import type { Engine } from './engine';
import { gainRow, valueRow, type Row } from './row';
import type { Shop } from './shop';
import { timed } from './statistics';

export const GET_BY_ID_ITEMS = 1000;

const LATENCY_MS = 100;

/** At 100 ms the sequence takes its time: it is run for so many items and scaled. */
const SAMPLE = 40;

/** Get for each input item against one request for each. */
export async function measureGetById(
	shop: Shop,
	engine: Engine,
	access: BareAccess,
): Promise<Row[]> {
	const ids = (await shop.control.orders()).map(({ id }) => id).slice(0, GET_BY_ID_ITEMS);
	const ours = async () => {
		const items = await engine.operate(
			{ resource: 'order', operation: 'get', orderId: '={{ $json.id }}', simplify: false },
			ids.map((id) => ({ json: { id } })),
		);
		if (items.length !== ids.length) throw new Error(`${items.length} of ${ids.length} came`);
	};
	const oneByOne = async (count: number) => {
		for (const id of ids.slice(0, count)) {
			await bareRequest(access, 'GET', '/order/202507/orders', { ids: id });
		}
	};
	await ours();
	await oneByOne(GET_BY_ID_ITEMS);
	await shop.control.clearRequests();
	const { ms: oursAtOnce } = await timed(ours);
	const requests = (await shop.apiRequests()).length;
	const { ms: sequenceAtOnce } = await timed(async () => await oneByOne(GET_BY_ID_ITEMS));
	await shop.control.setLatency(LATENCY_MS);
	const { ms: oursLate } = await timed(ours);
	const { ms: sample } = await timed(async () => await oneByOne(SAMPLE));
	await shop.control.setLatency(0);
	const other = (value: number) => ({ what: 'one request per item', value });
	return [
		valueRow({
			what: 'requests',
			unit: '',
			ours: requests,
			other: other(GET_BY_ID_ITEMS),
			goal: { atMost: GET_BY_ID_ITEMS / 50 },
		}),
		gainRow({ what: 'no latency', unit: 'ms', ours: oursAtOnce, other: other(sequenceAtOnce) }),
		gainRow({
			what: `${LATENCY_MS} ms latency`,
			unit: 'ms',
			ours: oursLate,
			other: other((sample * GET_BY_ID_ITEMS) / SAMPLE),
			goal: { atLeast: 15 },
		}),
	];
}
