import type { INodeExecutionData } from 'n8n-workflow';

import type { LoggedRequest, Order, PlacedOrder } from '../../sandbox';
import { providers } from '../../sandbox/world/shops';
import { apiRequests, type World } from '../support';

/** A required value that is missing only once the workflow runs: n8n itself catches one that is left empty. */
export const EMPTY = '={{ "" }}';

/** A carrier that sellers can ship with. */
export const carrier = providers[1] ?? { id: '', name: '' };

/** A resource locator that takes its ID from the item. */
export const fromItem = (name: string) => ({
	__rl: true,
	mode: 'id',
	value: `={{ $json.${name} }}`,
});

export const itemsOf = (name: string, ids: string[]): INodeExecutionData[] =>
	ids.map((id) => ({ json: { [name]: id } }));

/** An order of some units of two SKUs. */
export async function placeOrder(
	{ sandbox }: World,
	order: PlacedOrder = {},
	quantities = [2, 1],
): Promise<Order> {
	const live = (await sandbox.control.products()).filter(({ status }) => status === 'ACTIVATE');
	const skus = live.flatMap((product) => product.skus);
	const basket = quantities.map((quantity, index) => ({
		sku_id: skus[index]?.id ?? '',
		quantity,
	}));
	return await sandbox.control.placeOrder(undefined, { basket, ...order });
}

export async function placeMany(count: number, world: World, order: PlacedOrder): Promise<Order[]> {
	const orders: Order[] = [];
	while (orders.length < count) orders.push(await placeOrder(world, order, [1]));
	return orders;
}

export async function orderNow({ sandbox }: World, { id }: Order): Promise<Order> {
	const order = await sandbox.control.order(id);
	if (order === null) throw new Error(`No order ${id}`);
	return order;
}

export const packageOf = (order: Order, index = 0): string => order.packages[index]?.id ?? '';

export const bodyOf = (request?: LoggedRequest): unknown =>
	JSON.parse(request?.body === undefined || request.body === '' ? 'null' : request.body);

/** The requests to addresses that end like this. */
export async function requestsTo(world: World, ending: string): Promise<LoggedRequest[]> {
	return (await apiRequests(world)).filter(({ path }) => path.endsWith(ending));
}

/** A file as an input item carries it. */
export const fileItem = (
	content: string,
	mimeType: string,
	fileName: string,
	json = {},
): INodeExecutionData => ({
	json,
	binary: { data: { data: Buffer.from(content).toString('base64'), mimeType, fileName } },
});
