import { parameterError, refusal } from '../errors';
import { project } from '../project';
import type { Handlers } from './types';

export const logistics: Handlers = {
	'logistics.get-warehouse-list': ({ home, operation }) => ({
		warehouses: home.shop.warehouses.map((each) =>
			project(operation.response?.warehouses?.fields, each),
		),
	}),
	'logistics.get-warehouse-delivery-options': ({ home, operation, path, query }) => {
		if (!home.shop.warehouses.some((each) => each.id === path.warehouse_id)) {
			throw parameterError(operation.errorCodes, 'warehouse_id is unknown');
		}
		if (query.scope === 'PRODUCT') {
			const options = home.shop.deliveryOptions;
			return { delivery_options: options.map(({ id, name }) => ({ id, name })) };
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
	'logistics.get-available-shipping-template': ({ home }) => ({
		templates: home.shop.deliveryOptions.map(({ name, shipping }, index) => ({
			template_is_available: index === 0,
			template: {
				template_name: name,
				template_id: `${home.shop.number + 1}${index + 1}`.padStart(19, '7'),
				is_default: index === 0,
				template_party: shipping === 'TIKTOK' ? 1 : 2,
			},
			...(index === 0
				? {}
				: {
						service_unreachable_reason: [
							{
								service_id: '72085021873605190',
								filter_reason: [{ filter_type: 'WEIGHT', reason: 'The product is too heavy.' }],
							},
						],
					}),
		})),
	}),
	'logistics.get-global-seller-warehouse': ({ home }) => ({
		global_warehouses: home.shop.warehouses.map(({ id, name }) => ({
			id,
			name,
			ownership: 'SELLER',
		})),
	}),
};
