import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../shared/errors';
import { findMissingField, type FindGap } from '../shared/gaps';
import { findPageGap } from '../shared/pagination';
import type { ApiRequest } from '../shared/request';
import { simplifyOrder, simplifyProduct, simplifyReturn } from '../shared/simplify';
import type { ReadPage } from './cursor';
import { productReader, productSample } from './products';
import { entryOf, toPage, type Source } from './records';

/** Something that can be polled. */
export interface Feed {
	name: string;
	value: string;
	description: string;
	/** Whether records change their place while they are read. */
	restless: boolean;
	/** How late a record can appear in the search, where that is longer than usual. */
	overlapSeconds?: number;
	/** Whether the status of an order can be chosen. */
	ofOrders?: boolean;
	simplify?: (record: IDataObject) => IDataObject;
	/** Reads a shop's records from a moment on, oldest first. */
	reader: (source: Source) => ReadPage<IDataObject>;
	/** The newest records, for "Fetch test event". */
	sample: (source: Source, count: number) => Promise<IDataObject[]>;
}

/** A search that sorts, so that its pages can be read one after the other. */
interface SortedSearch {
	endpoint: Pick<ApiRequest, 'action' | 'method' | 'path' | 'scopes'>;
	items: string;
	/** The property that tells records apart, and the one with their time in Unix seconds. */
	id: string;
	time: string;
	size: number;
	least?: number;
	/** A record comes once for each change, not once at all. */
	changes?: boolean;
	filter?: (source: Source) => IDataObject;
}

const orders = {
	endpoint: {
		method: 'POST',
		path: '/order/202309/orders/search',
		action: 'Get many orders',
		scopes: ['seller.order.info'],
	},
	items: 'orders',
	id: 'id',
	size: 100,
	filter: ({ orderStatus }: Source): IDataObject =>
		orderStatus === undefined ? {} : { order_status: orderStatus },
} as const;

const returns = {
	endpoint: {
		method: 'POST',
		path: '/return_refund/202309/returns/search',
		action: 'Get many returns',
		scopes: ['seller.return_refund.basic'],
	},
	items: 'return_orders',
	id: 'return_id',
	size: 50,
	least: 10,
} as const;

const cancellations = {
	endpoint: {
		method: 'POST',
		path: '/return_refund/202309/cancellations/search',
		action: 'Get many cancellations',
		scopes: ['seller.return_refund.basic'],
	},
	items: 'cancellations',
	id: 'cancel_id',
	size: 50,
} as const;

const statements = {
	endpoint: {
		method: 'GET',
		path: '/finance/202309/statements',
		action: 'Get many statements',
		scopes: ['seller.finance.info'],
	},
	items: 'statements',
	id: 'id',
	time: 'statement_time',
	size: 100,
} as const;

function sorted(search: SortedSearch): Pick<Feed, 'reader' | 'restless' | 'sample'> {
	const { endpoint, items, id, time, size, least = 1, changes = false, filter } = search;
	const ask = async (
		source: Source,
		page: IDataObject,
		since: IDataObject,
		findGap: FindGap = (data) => findMissingField(data, items, [id, time]),
	) => {
		const filters = { ...filter?.(source), ...since };
		const query = { sort_field: time, ...page };
		const { data } = await source.client.send({
			...endpoint,
			// A search by GET has its filters in the query.
			...(endpoint.method === 'GET'
				? { query: { ...query, ...filters } }
				: { query, body: filters }),
			shopCipher: source.shopCipher,
			repeatable: true,
			findGap,
		});
		return toPage(data, items, (record) => entryOf(record, search));
	};
	return {
		restless: changes,
		reader:
			(source) =>
			async ({ fromSeconds, token, ...walk }) =>
				await ask(
					source,
					{ sort_order: 'ASC', page_size: size, page_token: token },
					{ [`${time}_ge`]: fromSeconds },
					(data) =>
						findMissingField(data, items, [id, time]) ??
						findPageGap(data, { list: items, pageSize: size, ...walk }),
				),
		sample: async (source, count) => {
			const page = { sort_order: 'DESC', page_size: Math.max(least, count) };
			const { entries } = await ask(source, page, {});
			return entries.slice(0, count).map(({ record }) => record);
		},
	};
}

const products = (time: 'create_time' | 'update_time') => ({
	restless: false,
	reader: productReader(time),
	sample: productSample(time),
});

const DAY_SECONDS = 24 * 3600;

/** What can be polled. */
export const FEEDS: Feed[] = [
	{
		name: 'New Order',
		value: 'newOrder',
		description:
			'Once for each order that is placed. In some countries a paid order is on hold for an hour: the buyer can still cancel it, and it cannot be shipped yet.',
		ofOrders: true,
		simplify: simplifyOrder,
		...sorted({ ...orders, time: 'create_time' }),
	},
	{
		name: 'New or Updated Order',
		value: 'updatedOrder',
		description: 'For each new order and each change of one',
		ofOrders: true,
		simplify: simplifyOrder,
		...sorted({ ...orders, time: 'update_time', changes: true }),
	},
	{
		name: 'New Product',
		value: 'newProduct',
		description: 'Once for each product that is added',
		simplify: simplifyProduct,
		...products('create_time'),
	},
	{
		name: 'New or Updated Product',
		value: 'updatedProduct',
		description: 'For each new product and each change of one',
		simplify: simplifyProduct,
		...products('update_time'),
	},
	{
		name: 'New Return',
		value: 'newReturn',
		description: 'Once for each return or refund request',
		simplify: simplifyReturn,
		...sorted({ ...returns, time: 'create_time' }),
	},
	{
		name: 'New or Updated Return',
		value: 'updatedReturn',
		description: 'For each new return or refund request and each change of one',
		simplify: simplifyReturn,
		...sorted({ ...returns, time: 'update_time', changes: true }),
	},
	{
		name: 'New Cancellation',
		value: 'newCancellation',
		description: 'Once for each cancellation, by buyer, seller or TikTok',
		...sorted({ ...cancellations, time: 'create_time' }),
	},
	{
		name: 'New or Updated Cancellation',
		value: 'updatedCancellation',
		description: 'For each new cancellation and each change of one',
		...sorted({ ...cancellations, time: 'update_time', changes: true }),
	},
	{
		name: 'New Statement',
		value: 'newStatement',
		description: 'Once for each settlement statement',
		// A statement can appear hours after the time it bears.
		overlapSeconds: 3 * DAY_SECONDS,
		...sorted(statements),
	},
];

/** @throws InputError for an event of another version of the package */
export function feedOf(event: string): Feed {
	const feed = FEEDS.find(({ value }) => value === event);
	if (feed !== undefined) return feed;
	throw new InputError(
		`This version of the package has no event "${event}"`,
		undefined,
		'outdated',
	);
}
