import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { convert, withoutLocator } from '../../shared/fields';
import { createClient, type ApiRequest, type Client } from '../../shared/request';
import type { ScopeKey } from '../../shared/scopes';
import { sayInList } from '../../shared/searchShops';
import { findShop, ONLY_SHOP, type Shop } from '../../shared/shops';
import { asText as text } from '../../shared/text';

export type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** What a list asks of TikTok. */
export type Question = Pick<ApiRequest, 'method' | 'path' | 'pathParameters' | 'query' | 'body'>;

/** A list TikTok can be asked for page by page. */
export interface Lookup {
	action: string;
	scope: ScopeKey;
	/** Set for endpoints of the whole seller account, which refuse a shop. */
	shop?: 'none';
	request: (asked: Asked) => Promise<Question> | Question;
	/** The property of TikTok's `data` with the entries. */
	items: string;
	/** Leaves out or completes entries, where that takes a look at all of them. */
	arrange?: (entries: IDataObject[], asked: Asked) => IDataObject[];
	/** An entry as the user sees it; times in the time zone of the workflow. */
	toItem: (entry: IDataObject, zone: string) => INodeListSearchItems;
	/** How many items are shown at once, where TikTok gives very many in one answer. */
	chunk?: number;
	/** Whether TikTok itself did the filtering, so that all that came fits. */
	filtersItself?: (filter: string) => boolean;
}

export interface Asked {
	filter: string;
	pageToken?: string;
	client: Client;
	shop?: Shop;
	/** A field of the node, for a list that depends on it. */
	read: (name: string, displayName: string) => string;
	/** The same as it stands, for a list that can do without: perhaps empty or an expression. */
	peek: (name: string) => string;
}

/** What looks like a whole ID is looked up instead of filtered by. */
export const IS_ID = /^\d{15,}$/;

/** Builds a list of n8n's from a request to TikTok. */
export function searchOf(lookup: Lookup): Search {
	return async function (filter = '', paginationToken) {
		try {
			const client = createClient(this);
			const shop = lookup.shop === 'none' ? undefined : await findShop(client, shopChoice(this));
			return await search(this, client, shop, lookup, filter.trim(), paginationToken);
		} catch (error) {
			return sayInList(this, error);
		}
	};
}

async function search(
	context: ILoadOptionsFunctions,
	client: Client,
	shop: Shop | undefined,
	lookup: Lookup,
	filter: string,
	pageToken?: string,
): Promise<INodeListSearchResult> {
	const read = (name: string, displayName: string) =>
		text(
			convert(
				{ displayName, name, type: 'string', default: '', as: 'id' },
				context.getCurrentNodeParameter(name),
			),
		);
	const peek = (name: string) => text(withoutLocator(context.getCurrentNodeParameter(name)));
	const asked: Asked = { filter, pageToken, client, shop, read, peek };
	const { data } = await client.send({
		...(await lookup.request(asked)),
		shopCipher: shop?.cipher,
		action: lookup.action,
		scopes: [lookup.scope],
		repeatable: true,
	});
	const entries = Array.isArray(data[lookup.items]) ? (data[lookup.items] as IDataObject[]) : [];
	const { arrange = (all: IDataObject[]) => all, toItem, filtersItself, chunk } = lookup;
	const words = filter.toLowerCase().split(/\s+/);
	const fits = ({ name, value }: INodeListSearchItems) => {
		const shown = `${name} ${value}`.toLowerCase();
		return words.every((word) => shown.includes(word));
	};
	const zone = context.getTimezone();
	const all = arrange(entries, asked).map((entry) => toItem(entry, zone));
	const results = filtersItself?.(filter) ? all : all.filter(fits);
	if (chunk !== undefined) {
		const end = Number(pageToken ?? 0) + chunk;
		return {
			results: results.slice(end - chunk, end),
			paginationToken: end < results.length ? String(end) : undefined,
		};
	}
	return { results, paginationToken: text(data.next_page_token) || undefined };
}

function shopChoice(context: ILoadOptionsFunctions): string {
	const value = context.getCurrentNodeParameter('shop', { extractValue: true });
	return typeof value === 'string' && value !== '' ? value : ONLY_SHOP;
}
