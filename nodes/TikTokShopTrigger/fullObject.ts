import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../shared/http';
import { fillPath, type ApiRequest, type Client } from '../shared/request';
import { asText } from '../shared/text';
import type { ShopEvent } from './events';

type About = NonNullable<ShopEvent['about']>;

interface Lookup {
	request: (data: IDataObject) => ApiRequest;
	/** The object in TikTok's answer. */
	pick: (data: IDataObject) => unknown;
}

const first = (list: unknown) => (Array.isArray(list) ? (list[0] as unknown) : undefined);

const LOOKUPS: Record<About, Lookup> = {
	order: {
		request: ({ order_id }) => ({
			method: 'GET',
			path: '/order/202507/orders',
			query: { ids: [asText(order_id)] },
			action: 'Get an order',
			scopes: ['seller.order.info'],
			repeatable: true,
		}),
		pick: ({ orders }) => first(orders),
	},
	product: {
		request: ({ product_id }) => ({
			method: 'GET',
			path: '/product/202309/products/{product_id}',
			pathParameters: { product_id: asText(product_id) },
			action: 'Get a product',
			scopes: ['seller.product.basic'],
			repeatable: true,
		}),
		pick: (product) => product,
	},
	return: {
		request: ({ return_id }) => ({
			method: 'POST',
			path: '/return_refund/202309/returns/search',
			query: { page_size: 10 },
			body: { return_ids: [asText(return_id)] },
			action: 'Get many returns',
			scopes: ['seller.return_refund.basic'],
			repeatable: true,
		}),
		pick: ({ return_orders }) => first(return_orders),
	},
};

/**
 * Fetches the order, product or return that a notification is about.
 *
 * @returns undefined where TikTok has none with that id
 */
export async function fetchFullObject(
	client: Client,
	shopCipher: string,
	about: About,
	data: IDataObject,
): Promise<IDataObject | undefined> {
	const request = LOOKUPS[about].request(data);
	fillPath(request.path, request.pathParameters ?? {});
	const answer = await client.send({ ...request, shopCipher });
	const found = LOOKUPS[about].pick(answer.data);
	return isObject(found) ? found : undefined;
}
