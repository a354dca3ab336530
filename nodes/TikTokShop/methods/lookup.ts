import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { convert } from '../../shared/fields';
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

/** A list TikTok can be asked for page by page. */
export interface Lookup {
	action: string;
	scope: ScopeKey;
	request: (asked: Asked) => Pick<ApiRequest, 'method' | 'path' | 'query' | 'body'>;
	/** The property of TikTok's `data` with the entries. */
	items: string;
	toItem: (entry: IDataObject) => INodeListSearchItems;
	/** Whether TikTok itself did the filtering, so that all that came fits. */
	filtersItself?: (filter: string) => boolean;
}

export interface Asked {
	filter: string;
	pageToken?: string;
	/** A field of the node, for a list that depends on it. */
	read: (name: string, displayName: string) => string;
}

/** What looks like a whole ID is looked up instead of filtered by. */
export const IS_ID = /^\d{15,}$/;

/** Builds a list of n8n's from a request to TikTok. */
export function searchOf(lookup: Lookup): Search {
	return async function (filter = '', paginationToken) {
		try {
			const client = createClient(this);
			const shop = await findShop(client, shopChoice(this));
			return await search(this, client, shop, lookup, filter.trim(), paginationToken);
		} catch (error) {
			return sayInList(this, error);
		}
	};
}

async function search(
	context: ILoadOptionsFunctions,
	client: Client,
	shop: Shop,
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
	const { data } = await client.send({
		...lookup.request({ filter, pageToken, read }),
		shopCipher: shop.cipher,
		action: lookup.action,
		scopes: [lookup.scope],
		repeatable: true,
	});
	const entries = Array.isArray(data[lookup.items]) ? (data[lookup.items] as IDataObject[]) : [];
	const results = entries.map(lookup.toItem);
	const fits = ({ name, value }: INodeListSearchItems) =>
		`${name} ${value}`.toLowerCase().includes(filter.toLowerCase());
	const next = data.next_page_token;
	return {
		results: lookup.filtersItself?.(filter) ? results : results.filter(fits),
		paginationToken: typeof next === 'string' && next !== '' ? next : undefined,
	};
}

function shopChoice(context: ILoadOptionsFunctions): string {
	const value = context.getCurrentNodeParameter('shop', { extractValue: true });
	return typeof value === 'string' && value !== '' ? value : ONLY_SHOP;
}
