import { inWords } from '../../shared/choices';
import { isObject } from '../../shared/http';
import { listOf } from '../../shared/simplify';
import { asText as text } from '../../shared/text';
import { IS_ID, searchOf } from './lookup';

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
					query: {
						page_size: 50,
						page_token: pageToken,
						sort_field: 'create_time',
						sort_order: 'DESC',
					},
					body: {},
				},
	filtersItself: (filter) => IS_ID.test(filter),
	toItem: ({ id, status, recipient_address }) => {
		const name = isObject(recipient_address) ? text(recipient_address.name) : '';
		// The name last: the field cuts long entries off.
		const words = [text(id), inWords(text(status)), name];
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
		name: `${text(title)} (${inWords(text(status))})`,
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
	toItem: ({ return_id, order_id, return_status }) => ({
		name: [text(return_id), inWords(text(return_status)), `order ${text(order_id)}`].join(' · '),
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
		name: [text(id), inWords(text(status)), text(tracking_number)].filter(Boolean).join(' · '),
		value: text(id),
	}),
});

const searchSkus = searchOf({
	action: 'Get a product',
	scope: 'seller.product.basic',
	items: 'skus',
	request: ({ read }) => ({
		method: 'GET',
		path: '/product/202309/products/{product_id}',
		pathParameters: { product_id: read('productId', 'Product') },
	}),
	toItem: ({ id, seller_sku, sales_attributes }) => {
		const values = listOf(sales_attributes).map(({ value_name }) => text(value_name));
		return {
			name: [text(seller_sku), ...values].filter(Boolean).join(' · ') || text(id),
			value: text(id),
		};
	},
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

export const commonLists = {
	searchOrders,
	searchPackages,
	searchProducts,
	searchRejectReasons,
	searchReturns,
	searchSkus,
	searchWarehouses,
};
