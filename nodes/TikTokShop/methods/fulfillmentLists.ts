import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { listOf } from '../../shared/simplify';
import { asText as text } from '../../shared/text';
import { IS_ID, searchOf, type Asked, type Question } from './lookup';

const searchDeliveryOptions = searchOf({
	action: 'Get the delivery options of a warehouse',
	scope: 'seller.logistics',
	items: 'delivery_options',
	request: async (asked) =>
		optionsOf(chosen(asked, 'warehouseId') || (await salesWarehouse(asked))),
	toItem: ({ id, name, description }) => ({
		name: text(name),
		value: text(id),
		description: text(description),
	}),
});

const searchShippingProviders = searchOf({
	action: 'Get many shipping providers',
	scope: 'seller.fulfillment.basic',
	items: 'shipping_providers',
	request: async (asked) => ({
		method: 'GET',
		path: '/logistics/202309/delivery_options/{delivery_option_id}/shipping_providers',
		pathParameters: { delivery_option_id: await deliveryOption(asked) },
	}),
	toItem: ({ id, name }) => ({ name: text(name), value: text(id) }),
});

const searchHandoverSlots = searchOf({
	action: 'Get the handover time slots of a package',
	scope: 'seller.fulfillment.package.write',
	items: 'pickup_slots',
	request: ({ read }) => ({
		method: 'GET',
		path: '/fulfillment/202309/packages/{package_id}/handover_time_slots',
		pathParameters: { package_id: read('packageId', 'Package') },
	}),
	// The name of the flag is TikTok's own spelling.
	arrange: (slots) => slots.filter(({ avaliable }) => avaliable !== false),
	toItem: ({ start_time: start, end_time: end }, zone) => {
		const from = DateTime.fromSeconds(Number(start), { zone });
		const until = DateTime.fromSeconds(Number(end), { zone });
		return {
			name: `${from.toFormat('ccc yyyy-MM-dd HH:mm')} – ${until.toFormat('HH:mm')}`,
			value: `${text(start)}-${text(end)}`,
		};
	},
});

const searchCombinablePackages = searchOf({
	action: 'Get many combinable packages',
	scope: 'seller.fulfillment.package.write',
	items: 'combinable_packages',
	request: ({ pageToken }) => ({
		method: 'GET',
		path: '/fulfillment/202309/combinable_packages/search',
		query: { page_size: 50, page_token: pageToken },
	}),
	toItem: ({ id, order_ids: orderIds }) => ({
		name: `Orders ${(Array.isArray(orderIds) ? orderIds : []).map(text).join(', ')}`,
		value: text(id),
	}),
});

const searchShippingServices = searchOf({
	action: 'Get the eligible shipping services of an order',
	scope: 'seller.fulfillment.basic',
	items: 'shipping_services',
	request: ({ read }) => ({
		method: 'POST',
		path: '/fulfillment/202309/orders/{order_id}/shipping_services/query',
		pathParameters: { order_id: read('orderId', 'Order') },
		body: {},
	}),
	toItem: ({ id, name, price, currency, is_default }) => ({
		name: `${text(name)} (${text(price)} ${text(currency)}${is_default === true ? ', default' : ''})`,
		value: text(id),
	}),
});

/** What a field holds, if that is an ID already: expressions have no value while the node is edited. */
function chosen({ peek }: Asked, name: string): string {
	const value = peek(name);
	return IS_ID.test(value) ? value : '';
}

async function ask(
	{ client, shop }: Asked,
	action: string,
	scope: 'seller.fulfillment.basic' | 'seller.logistics' | 'seller.order.info',
	question: Question,
): Promise<IDataObject> {
	const more = { shopCipher: shop?.cipher, action, scopes: [scope], repeatable: true };
	return (await client.send({ ...question, ...more })).data;
}

async function salesWarehouse(asked: Asked): Promise<string> {
	const data = await ask(asked, 'Get many warehouses', 'seller.logistics', {
		method: 'GET',
		path: '/logistics/202309/warehouses',
	});
	const sales = listOf(data.warehouses).filter(({ type }) => type === 'SALES_WAREHOUSE');
	return text((sales.find(({ is_default }) => is_default === true) ?? sales[0])?.id);
}

const optionsOf = (warehouseId: string): Question => ({
	method: 'GET',
	path: '/logistics/202309/warehouses/{warehouse_id}/delivery_options',
	pathParameters: { warehouse_id: warehouseId },
});

/** The delivery option that was chosen, or that the package or order has, or under which the seller ships. */
async function deliveryOption(asked: Asked): Promise<string> {
	const own = chosen(asked, 'deliveryOptionId');
	if (own !== '') return own;
	const packageId = chosen(asked, 'packageId');
	if (packageId !== '') {
		const data = await ask(asked, 'Get a package', 'seller.fulfillment.basic', {
			method: 'GET',
			path: '/fulfillment/202309/packages/{package_id}',
			pathParameters: { package_id: packageId },
		});
		return text(data.delivery_option_id);
	}
	const orderId = chosen(asked, 'orderId');
	if (orderId !== '') {
		const data = await ask(asked, 'Get an order', 'seller.order.info', {
			method: 'GET',
			path: '/order/202507/orders',
			query: { ids: [orderId] },
		});
		return text(listOf(data.orders)[0]?.delivery_option_id);
	}
	const { delivery_options: options } = await ask(
		asked,
		'Get the delivery options of a warehouse',
		'seller.logistics',
		optionsOf(await salesWarehouse(asked)),
	);
	return text(listOf(options).find(({ type }) => type === 'SEND_BY_SELLER')?.id);
}

export const fulfillmentLists = {
	searchCombinablePackages,
	searchDeliveryOptions,
	searchHandoverSlots,
	searchShippingProviders,
	searchShippingServices,
};
