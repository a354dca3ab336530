import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { convert } from '../../shared/fields';
import { isObject } from '../../shared/http';
import { createClient, type ApiRequest, type Client } from '../../shared/request';
import type { ScopeKey } from '../../shared/scopes';
import { sayInList, searchShops } from '../../shared/searchShops';
import { findShop, ONLY_SHOP, type Shop } from '../../shared/shops';
import { asText as text } from '../../shared/text';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** A list TikTok can be asked for page by page. */
interface Lookup {
	action: string;
	scope: ScopeKey;
	request: (asked: Asked) => Pick<ApiRequest, 'method' | 'path' | 'query' | 'body'>;
	/** The property of TikTok's `data` with the entries. */
	items: string;
	toItem: (entry: IDataObject) => INodeListSearchItems;
	/** Whether TikTok itself did the filtering, so that all that came fits. */
	filtersItself?: (filter: string) => boolean;
}

interface Asked {
	filter: string;
	pageToken?: string;
	/** A field of the node, for a list that depends on it. */
	read: (name: string, displayName: string) => string;
}

const IS_ID = /^\d{15,}$/;

function searchOf(lookup: Lookup): Search {
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

const searchOrders = searchOf({
	action: 'Get many orders',
	scope: 'seller.order.info',
	items: 'orders',
	request: ({ filter, pageToken }) =>
		IS_ID.test(filter)
			? { method: 'GET', path: '/order/202507/orders', query: { ids: [filter] } }
			: {
					method: 'POST',
					path: '/order/202309/orders/search',
					query: { page_size: 50, page_token: pageToken },
					body: {},
				},
	filtersItself: (filter) => IS_ID.test(filter),
	toItem: ({ id, status, payment, recipient_address }) => {
		const { total_amount, currency } = isObject(payment) ? payment : {};
		const name = isObject(recipient_address) ? text(recipient_address.name) : '';
		const words = [text(id), text(status), `${text(total_amount)} ${text(currency)}`.trim(), name];
		return { name: words.filter(Boolean).join(' · '), value: text(id) };
	},
});

const searchProducts = searchOf({
	action: 'Get many products',
	scope: 'seller.product.basic',
	items: 'products',
	request: ({ pageToken }) => ({
		method: 'POST',
		path: '/product/202502/products/search',
		query: { page_size: 100, page_token: pageToken },
		body: {},
	}),
	toItem: ({ id, title, status }) => ({
		name: `${text(title)} (${text(status)})`,
		value: text(id),
	}),
});

const searchReturns = searchOf({
	action: 'Get many returns',
	scope: 'seller.return_refund.basic',
	items: 'return_orders',
	request: ({ filter, pageToken }) => ({
		method: 'POST',
		path: '/return_refund/202309/returns/search',
		query: { page_size: 50, page_token: pageToken, sort_order: 'DESC' },
		body: IS_ID.test(filter) ? { return_ids: [filter] } : {},
	}),
	filtersItself: (filter) => IS_ID.test(filter),
	toItem: ({ return_id, order_id, return_type, return_status }) => ({
		name: [return_id, return_type, return_status, `order ${text(order_id)}`]
			.map(String)
			.join(' · '),
		value: text(return_id),
	}),
});

const searchWarehouses = searchOf({
	action: 'Get many warehouses',
	scope: 'seller.logistics',
	items: 'warehouses',
	request: () => ({ method: 'GET', path: '/logistics/202309/warehouses' }),
	toItem: ({ id, name, type, is_default }) => ({
		name: `${text(name)} (${text(type) === 'RETURN_WAREHOUSE' ? 'returns' : 'sales'}${is_default === true ? ', default' : ''})`,
		value: text(id),
	}),
});

const searchPackages = searchOf({
	action: 'Get many packages',
	scope: 'seller.fulfillment.basic',
	items: 'packages',
	request: ({ pageToken }) => ({
		method: 'POST',
		path: '/fulfillment/202309/packages/search',
		query: { page_size: 50, page_token: pageToken, sort_order: 'DESC' },
		body: {},
	}),
	toItem: ({ id, status, tracking_number }) => ({
		name: [id, status, tracking_number].map(text).filter(Boolean).join(' · '),
		value: text(id),
	}),
});

const searchRejectReasons = searchOf({
	action: 'Get reject reasons',
	scope: 'seller.return_refund.basic',
	items: 'reasons',
	request: ({ read }) => ({
		method: 'GET',
		path: '/return_refund/202309/reject_reasons',
		query: { return_or_cancel_id: read('returnId', 'Return') },
	}),
	toItem: ({ name, text: words }) => ({ name: text(words), value: text(name) }),
});

export const listSearch = {
	searchOrders,
	searchPackages,
	searchProducts,
	searchRejectReasons,
	searchReturns,
	searchShops,
	searchWarehouses,
};
