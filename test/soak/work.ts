import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Execution } from '../engine/host';
import type { LoggedRequest } from '../sandbox';
import type { Chance, OperationName } from './plan';
import { chain, type Stage } from './stage';

/** One operation of the action node with its input, and how to tell whether it did its work. */
export interface Work {
	name: OperationName;
	parameters: IDataObject;
	input: INodeExecutionData[];
	/** What is wrong with the items that came out, one entry for each mistake. */
	wrongItems: (items: IDataObject[]) => string[];
	/** What is wrong at TikTok, given the numbers of the input items that were reported as done. */
	wrongState: (done: Set<number>) => Promise<string[]>;
	/** For a write that TikTok could do twice: whether a request carried out an input item. */
	carries?: (request: LoggedRequest, item: number) => boolean;
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** Enough for three pages and three batches. */
export const ORDERS = 250;

const RETURNS = 12;

const MESSAGES = 8;

/** Prepares work for an operation in the first shop. */
export async function prepare(name: OperationName, stage: Stage, chance: Chance): Promise<Work> {
	const [shop] = await stage.sandbox.control.shops();
	const shopId = shop?.id ?? '';
	return await PREPARE[name](stage, shopId, chance);
}

const PREPARE: Record<OperationName, (...given: [Stage, string, Chance]) => Promise<Work>> = {
	getMany: async ({ sandbox }, shopId) => {
		const all = (await sandbox.control.orders(shopId)).map(({ id }) => id);
		return {
			name: 'getMany',
			parameters: { resource: 'order', operation: 'getMany', returnAll: true, shop: byId(shopId) },
			input: [{ json: {} }],
			wrongItems: (items) =>
				items.some(({ error }) => error !== undefined)
					? oneForEach(['all'], items)
					: differences(all.sort(), items.map(({ id }) => String(id)).sort()),
			wrongState: async () => [],
		};
	},
	getByIds: async ({ sandbox }, shopId, chance) => {
		const all = chance.shuffled(await sandbox.control.orders(shopId)).slice(0, 120);
		const wanted = all.map(({ id }) => id);
		return {
			name: 'getByIds',
			parameters: {
				resource: 'order',
				operation: 'get',
				orderId: byId('={{ $json.order }}'),
				shop: byId(shopId),
			},
			input: wanted.map((order) => ({ json: { order } })),
			wrongItems: (items) =>
				differences(
					wanted,
					items.map(({ id, error }, index) => (error ? (wanted[index] ?? '') : String(id))),
				),
			wrongState: async () => [],
		};
	},
	approve: async ({ sandbox: { control } }, shopId) => {
		const orders = (await control.orders(shopId)).filter(({ status }) => status === 'DELIVERED');
		const ids: string[] = [];
		for (const { id } of orders.slice(0, RETURNS)) {
			ids.push((await control.createReturn(id, { type: 'REFUND' })).return_id);
		}
		return {
			name: 'approve',
			parameters: {
				resource: 'return',
				operation: 'approve',
				returnId: byId('={{ $json.id }}'),
				decision: 'APPROVE_REFUND',
				shop: byId(shopId),
			},
			input: ids.map((id) => ({ json: { id } })),
			wrongItems: (items) => oneForEach(ids, items),
			wrongState: async (done) => {
				const states = await Promise.all(ids.map(async (id) => await control.return(id)));
				return states.flatMap((state, index) =>
					done.has(index) && state && state.return_status !== 'RETURN_OR_REFUND_REQUEST_SUCCESS'
						? [`return ${state.return_id} counts as approved, but is ${state.return_status}`]
						: [],
				);
			},
		};
	},
	sendMessages: async (stage, shopId, chance) => {
		const listed = await run(
			{
				name: 'sendMessages',
				parameters: {
					resource: 'conversation',
					operation: 'getMany',
					returnAll: true,
					simplify: false,
					shop: byId(shopId),
				},
				input: [{ json: {} }],
			},
			stage,
			false,
		);
		const conversations = listed.json('Work').map(({ id }) => String(id));
		const texts = Array.from({ length: MESSAGES }, () => `Message ${chance.from(0, 1e9)}`);
		return {
			name: 'sendMessages',
			parameters: {
				resource: 'conversation',
				operation: 'sendMessage',
				conversationId: byId('={{ $json.conversation }}'),
				type: 'TEXT',
				text: '={{ $json.text }}',
				shop: byId(shopId),
			},
			input: texts.map((text, index) => ({
				json: { text, conversation: conversations[index % conversations.length] },
			})),
			wrongItems: (items) => oneForEach(texts, items),
			wrongState: async () => [],
			carries: ({ path, body }, item) =>
				path.endsWith('/messages') && body.includes(texts[item] ?? ''),
		};
	},
	shipMany: async ({ sandbox: { control } }, shopId) => {
		const afterSales = [
			...(await control.returns(shopId)),
			...(await control.cancellations(shopId)),
		].map(({ order_id }) => order_id);
		const waiting = (await control.orders(shopId)).filter(
			({ id, status, shipping_type }) =>
				status === 'AWAITING_SHIPMENT' && shipping_type === 'SELLER' && !afterSales.includes(id),
		);
		const orders = await Promise.all(waiting.map(async ({ id }) => await control.order(id)));
		const packages = orders.flatMap((order) => order?.packages.map(({ id }) => id) ?? []);
		if (packages.length < 2) throw new Error('The shop has too few packages to ship');
		return {
			name: 'shipMany',
			parameters: {
				resource: 'package',
				operation: 'shipMany',
				packageId: byId('={{ $json.id }}'),
				shippedBy: 'SELLER',
				shippingProviderId: byId('6617675000021119001'),
				trackingNumber: '=JX{{ $json.id }}',
				shop: byId(shopId),
			},
			input: packages.map((id) => ({ json: { id } })),
			wrongItems: (items) => oneForEach(packages, items),
			wrongState: async () => [],
			carries: ({ path, body }, item) =>
				path.endsWith('/packages/ship') && body.includes(`"${packages[item]}"`),
		};
	},
	updateInventory: async ({ sandbox: { control } }, shopId, chance) => {
		const live = (await control.products(shopId)).filter(({ status }) => status === 'ACTIVATE');
		const skus = live.flatMap(({ id, skus: [sku] }) => (sku ? [{ product: id, sku }] : []));
		// One node fills in the same number of rows for each item.
		const rows = skus[0]?.sku.inventory.length ?? 0;
		const targets = skus
			.filter(({ sku }) => sku.inventory.length === rows)
			.slice(0, 10)
			.map((each) => ({ ...each, quantity: chance.from(1, 9999) }));
		const stockOf = async (productId: string, skuId: string) =>
			(await control.product(productId))?.skus
				.find(({ id }) => id === skuId)
				?.inventory.map(({ quantity }) => quantity);
		return {
			name: 'updateInventory',
			parameters: {
				resource: 'product',
				operation: 'updateInventory',
				productId: byId('={{ $json.product }}'),
				skus: {
					sku: Array.from({ length: rows }, (_, row) => ({
						skuId: '={{ $json.sku }}',
						quantity: '={{ $json.quantity }}',
						warehouseId: byId(`={{ $json.warehouses[${row}] }}`),
					})),
				},
				shop: byId(shopId),
			},
			input: targets.map(({ product, sku, quantity }) => ({
				json: {
					product,
					sku: sku.id,
					quantity,
					warehouses: sku.inventory.map(({ warehouse_id }) => warehouse_id),
				},
			})),
			wrongItems: (items) =>
				oneForEach(
					targets.map(({ product }) => product),
					items,
				),
			wrongState: async (done) => {
				const wrong: string[] = [];
				for (const [index, { product, sku, quantity }] of targets.entries()) {
					const now = await stockOf(product, sku.id);
					// The shop is gone, and its products with it.
					if (now === undefined) continue;
					const before = sku.inventory.map((each) => each.quantity);
					const set = now.every((each) => each === quantity);
					const untouched = now.every((each, place) => each === before[place]);
					if (!set && (done.has(index) || !untouched)) {
						wrong.push(`SKU ${sku.id} has ${now.join(' and ')} units, not ${quantity}`);
					}
				}
				return wrong;
			},
		};
	},
};

function oneForEach(inputs: string[], items: IDataObject[]): string[] {
	return items.length === inputs.length
		? []
		: [`${items.length} items came out of ${inputs.length}`];
}

function differences(wanted: string[], got: string[]): string[] {
	const wrong = wanted.length === got.length ? [] : [`${got.length} items, not ${wanted.length}`];
	const at = wanted.findIndex((id, index) => got[index] !== id);
	return at < 0 ? wrong : [...wrong, `item ${at} is ${got[at] ?? 'missing'}, not ${wanted[at]}`];
}

/** Runs the operation as a workflow. */
export async function run(
	{ name, parameters, input }: Pick<Work, 'input' | 'name' | 'parameters'>,
	stage: Stage,
	continueOnFail: boolean,
): Promise<Execution> {
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
	const node = {
		...stage.node('tikTokShop', 'Work', parameters),
		onError: continueOnFail ? ('continueRegularOutput' as const) : ('stopWorkflow' as const),
	};
	return await stage.host.run(chain(`soak-${name}`, start, node), { input });
}

/** What n8n shows as HTML, as text with its addresses. */
export function plainText(html: unknown): string {
	return String(html ?? '')
		.replace(/<a href="([^"]*)"[^>]*>.*?<\/a>/g, '$1')
		.replaceAll('<br>', '\n')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name] ?? '');
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** How an item ended, as far as the workflow was told. */
export type Ending = 'done' | 'failed' | 'not sent' | 'perhaps done';

/** How each item ended, from the items that came out or from what the error says. */
export function endingsOf({ input }: Work, execution: Execution): Ending[] {
	const { error } = execution;
	if (error === undefined) {
		return execution.json('Work').map((item) => {
			if (item.error === undefined) return 'done';
			return /nobody knows/.test(String(item.message)) ? 'perhaps done' : 'failed';
		});
	}
	const told = plainText(error.description);
	return input.map((_, item) => {
		const found = [...told.matchAll(/(done|failed|perhaps done|not sent): ([\d–, ]+)/g)].find(
			([, , ranges = '']) => holds(ranges, item),
		);
		return (found?.[1] ?? 'not sent') as Ending;
	});
}

function holds(ranges: string, item: number): boolean {
	return ranges.split(',').some((range) => {
		const [first = NaN, last = first] = range.split('–').map(Number);
		return first <= item && item <= last;
	});
}

/** Where what was said of the items does not fit what TikTok carried out. */
export function wrongEndings(
	work: Work,
	execution: Execution,
	requests: LoggedRequest[],
): { lost: string[]; duplicated: string[] } {
	const { carries } = work;
	if (carries === undefined) return { lost: [], duplicated: [] };
	const lost: string[] = [];
	const duplicated: string[] = [];
	for (const [item, ending] of endingsOf(work, execution).entries()) {
		const times = requests.filter((each) => each.code === 0 && carries(each, item)).length;
		const text = `item ${item} of ${work.name} was carried out ${times} times and told to be ${ending}`;
		if (times > 1) duplicated.push(text);
		else if (ending === 'done' ? times === 0 : ending !== 'perhaps done' && times > 0)
			lost.push(text);
	}
	return { lost, duplicated };
}

/** Whether a write could have been carried out twice: each has one key in all its repetitions. */
export function wrongKeys(requests: LoggedRequest[]): string[] {
	const keysOf = new Map<string, Set<string>>();
	for (const { path, query } of requests.filter((each) => each.path.endsWith('/approve'))) {
		keysOf.set(path, (keysOf.get(path) ?? new Set()).add(query.idempotency_key ?? 'none'));
	}
	const all = [...keysOf].flatMap(([, keys]) => [...keys]);
	const wrong = new Set(all).size === all.length ? [] : ['two returns share an idempotency key'];
	for (const [path, keys] of keysOf) {
		if (keys.size > 1 || keys.has('none')) wrong.push(`${path} was sent with ${keys.size} keys`);
	}
	return wrong;
}
