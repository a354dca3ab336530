import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { TikTokShopError, toNodeError } from './errors';
import { createClient } from './request';
import { listShops, ONLY_SHOP, ONLY_SHOP_NAME } from './shops';

/** A missing scope is not the fault of the list: it is said in the list, in words, and the rest goes on working. */
export function sayInList(context: ILoadOptionsFunctions, error: unknown): INodeListSearchResult {
	if (error instanceof TikTokShopError && error.kind === 'scope') {
		return {
			results: [
				{
					name: `${error.message}. Choose "By ID", or enable it in Partner Center → Manage API and authorize again.`,
					value: '',
				},
			],
		};
	}
	throw toNodeError(context.getNode(), error);
}

/** The list of the field Shop, the same in every node. */
export async function searchShops(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		const shops = await listShops(createClient(this), true);
		const named = shops.map(({ id, name, region }) => ({ name: `${name} (${region})`, value: id }));
		const only = shops.length === 1 ? [{ name: ONLY_SHOP_NAME, value: ONLY_SHOP }] : [];
		const fits = ({ name, value }: { name: string; value: string }) =>
			`${name} ${value}`.toLowerCase().includes(filter.trim().toLowerCase());
		return { results: [...only, ...named].filter(fits) };
	} catch (error) {
		return sayInList(this, error);
	}
}
