import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../shared/http';
import type { ApiRequest, Client } from '../shared/request';
import { simplifyOrder, simplifyProduct, simplifyReturn } from '../shared/simplify';
import { asText } from '../shared/text';
import type { Entry, Page, ReadPage } from './cursor';

/** Something that can be polled. */
export interface Feed {
	name: string;
	value: string;
	description: string;
	/** Whether records change their place while they are read. */
	restless: boolean;
	simplify: (record: IDataObject) => IDataObject;
	/** Reads a shop's records from a moment on, oldest first. */
	reader: (client: Client, shopCipher: string) => ReadPage<IDataObject>;
	/** The newest records, for "Fetch test event". */
	sample: (client: Client, shopCipher: string, count: number) => Promise<IDataObject[]>;
}

type TimeField = 'create_time' | 'update_time';

/** A search that sorts, so that its pages can be read one after the other. */
interface SortedSearch {
	endpoint: Pick<ApiRequest, 'action' | 'path' | 'scopes'>;
	items: string;
	id: string;
	size: number;
	least: number;
	time: TimeField;
}

const orders = {
	endpoint: {
		path: '/order/202309/orders/search',
		action: 'Get many orders',
		scopes: ['seller.order.info'],
	},
	items: 'orders',
	id: 'id',
	size: 100,
	least: 1,
} as const;

const returns = {
	endpoint: {
		path: '/return_refund/202309/returns/search',
		action: 'Get many returns',
		scopes: ['seller.return_refund.basic'],
	},
	items: 'return_orders',
	id: 'return_id',
	size: 50,
	least: 10,
} as const;

function toPage(
	data: IDataObject,
	items: string,
	toEntry: (record: IDataObject) => Entry<IDataObject>,
): Page<IDataObject> {
	const records = Array.isArray(data[items]) ? (data[items] as unknown[]).filter(isObject) : [];
	return { entries: records.map(toEntry), nextToken: asText(data.next_page_token) };
}

function entryOf(record: IDataObject, id: string, time: TimeField): Entry<IDataObject> {
	const atSeconds = Number(record[time]) || 0;
	// A record that is created comes once; one that changes comes once for each change.
	const key = time === 'create_time' ? asText(record[id]) : `${asText(record[id])}@${atSeconds}`;
	return { key, atSeconds, record };
}

function sortedFeed(search: SortedSearch): Pick<Feed, 'reader' | 'restless' | 'sample'> {
	const { endpoint, items, id, size, least, time } = search;
	const ask = async (client: Client, shopCipher: string, query: IDataObject, body: IDataObject) =>
		(
			await client.send({
				...endpoint,
				method: 'POST',
				query: { sort_field: time, ...query },
				body,
				shopCipher,
				repeatable: true,
			})
		).data;
	return {
		restless: time === 'update_time',
		reader:
			(client, shopCipher) =>
			async ({ fromSeconds, token }) => {
				const data = await ask(
					client,
					shopCipher,
					{ sort_order: 'ASC', page_size: size, page_token: token },
					{ [`${time}_ge`]: fromSeconds },
				);
				return toPage(data, items, (record) => entryOf(record, id, time));
			},
		sample: async (client, shopCipher, count) => {
			const data = await ask(
				client,
				shopCipher,
				{ sort_order: 'DESC', page_size: Math.max(least, count) },
				{},
			);
			return toPage(data, items, (record) => entryOf(record, id, time))
				.entries.map(({ record }) => record)
				.slice(0, count);
		},
	};
}

/** Products cannot be sorted by TikTok, so all that changed is read before it is put in order. */
const productsByChange: Pick<Feed, 'reader' | 'restless' | 'sample'> = {
	restless: false,
	reader:
		(client, shopCipher) =>
		async ({ fromSeconds }) => {
			const entries: Array<Entry<IDataObject>> = [];
			const tokens = new Set<string>();
			let token: string | undefined;
			do {
				const page = await searchProducts(
					client,
					shopCipher,
					{ page_size: 100, page_token: token },
					{ update_time_ge: fromSeconds },
				);
				entries.push(...page.entries);
				token = page.nextToken;
				if (tokens.has(token)) break;
				tokens.add(token);
			} while (token !== '');
			return { entries: entries.sort((a, b) => a.atSeconds - b.atSeconds), nextToken: '' };
		},
	sample: async (client, shopCipher, count) => {
		const { entries } = await searchProducts(client, shopCipher, { page_size: 100 }, {});
		return entries
			.sort((a, b) => b.atSeconds - a.atSeconds)
			.slice(0, count)
			.map(({ record }) => record);
	},
};

async function searchProducts(
	client: Client,
	shopCipher: string,
	query: ApiRequest['query'],
	body: IDataObject,
) {
	const { data } = await client.send({
		method: 'POST',
		path: '/product/202502/products/search',
		query,
		body,
		shopCipher,
		action: 'Get many products',
		scopes: ['seller.product.basic'],
		repeatable: true,
	});
	return toPage(data, 'products', (record) => entryOf(record, 'id', 'update_time'));
}

/** What can be polled. */
export const FEEDS: Feed[] = [
	{
		name: 'New Order',
		value: 'newOrder',
		description: 'Once for each order that is placed',
		simplify: simplifyOrder,
		...sortedFeed({ ...orders, time: 'create_time' }),
	},
	{
		name: 'New or Updated Order',
		value: 'updatedOrder',
		description: 'For each new order and each change of one',
		simplify: simplifyOrder,
		...sortedFeed({ ...orders, time: 'update_time' }),
	},
	{
		name: 'New or Updated Product',
		value: 'updatedProduct',
		description: 'For each new product and each change of one',
		simplify: simplifyProduct,
		...productsByChange,
	},
	{
		name: 'New or Updated Return',
		value: 'updatedReturn',
		description: 'For each new return or refund request and each change of one',
		simplify: simplifyReturn,
		...sortedFeed({ ...returns, time: 'update_time' }),
	},
	{
		name: 'New Return',
		value: 'newReturn',
		description: 'Once for each return or refund request',
		simplify: simplifyReturn,
		...sortedFeed({ ...returns, time: 'create_time' }),
	},
];
