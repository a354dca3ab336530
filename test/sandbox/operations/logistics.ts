import { parameterError, refusal } from '../errors';
import { project } from '../project';
import type { Handlers } from './types';

export const logistics: Handlers = {
	'logistics.get-warehouse-list': ({ home, operation }) => ({
		warehouses: home.shop.warehouses.map((each) =>
			project(operation.response?.warehouses?.fields, each),
		),
	}),
	'logistics.get-warehouse-delivery-options': ({ home, operation, path }) => {
		if (!home.shop.warehouses.some((each) => each.id === path.warehouse_id)) {
			throw parameterError(operation.errorCodes, 'warehouse_id is unknown');
		}
		return {
			delivery_options: home.shop.deliveryOptions.map((each) =>
				project(operation.response?.delivery_options?.fields, each),
			),
		};
	},
	'logistics.get-shipping-providers': ({ home, path }) => {
		const option = home.shop.deliveryOptions.find((each) => each.id === path.delivery_option_id);
		if (!option) throw refusal(21008116, 'No subscription to this delivery option.');
		if (option.shipping === 'TIKTOK') {
			throw refusal(21008117, 'TikTok delivers with this option, it has no providers to choose.');
		}
		return { shipping_providers: option.providers.map(({ id, name }) => ({ id, name })) };
	},
	'logistics.get-global-seller-warehouse': ({ home }) => ({
		global_warehouses: home.shop.warehouses.map(({ id, name }) => ({
			id,
			name,
			ownership: 'SELLER',
		})),
	}),
};
