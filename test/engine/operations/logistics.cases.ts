import { WAREHOUSE_PROVIDER } from '../../sandbox/operations/delivery';
import { ids } from '../../sandbox/world/ids';
import { byId } from '../support';
import { NODE, type Cases } from './case';
import { bodyOf, carrier, EMPTY, orderNow, packageOf, placeOrder, requestsTo } from './placing';

/** The first warehouse and the delivery option "Shipped by seller" of the sandbox's first shop. */
const warehouseId = ids.warehouse(0, 0);
const deliveryOptionId = ids.deliveryOption(0, 1);

const shipment = {
	packageId: byId('1152921504606846976'),
	wmsOrderId: 'WMS-1',
	trackingNumber: 'JX1234567890',
	shippingProviderId: carrier.id,
	shippingProviderName: carrier.name,
	timeZone: 'Europe/London',
	createTime: '2026-11-20T08:00:00',
	shipTime: '2026-11-20T12:00:00',
	handoverTime: '2026-11-20T15:00:00',
	dimension: { values: { height: 10, length: 20, width: 30, unit: 'CENTIMETER' } },
	weight: { values: { value: 500, unit: 'GRAM' } },
	skus: { sku: [{ skuId: '1729592969712207012', quantity: 1 }] },
	warehouseType: 'STANDARD',
};

export const cases: Cases = {
	'warehouse.getMany': {
		good: () => ({
			parameters: {},
			check: (execution) => {
				const warehouses = execution.json(NODE);
				expect(warehouses).toHaveLength(3);
				expect(warehouses[0]).toEqual({
					id: warehouseId,
					name: 'London 1',
					type: 'SALES_WAREHOUSE',
					subType: 'DOMESTIC_WAREHOUSE',
					status: 'ENABLED',
					isDefault: true,
					contact: expect.any(String),
					phone: expect.any(String),
					address: expect.stringContaining('London'),
					postalCode: 'E1 6AN',
					country: 'GB',
				});
			},
		}),
		bad: { withoutScope: 'seller.logistics' },
	},
	'warehouse.getManyGlobal': {
		good: () => ({
			parameters: {},
			check: async (execution, world) => {
				expect(execution.json(NODE)[0]).toMatchObject({ id: warehouseId, ownership: 'SELLER' });
				const [sent] = await requestsTo(world, '/global_warehouses');
				expect(sent?.query).not.toHaveProperty('shop_cipher');
			},
		}),
		bad: { withoutScope: 'seller.shop.info' },
	},
	'warehouse.getDeliveryOptions': {
		good: () => ({
			parameters: { warehouseId: byId(warehouseId), options: { scope: 'PRODUCT' } },
			check: async (execution, world) => {
				expect(execution.json(NODE)).toEqual([
					{ id: ids.deliveryOption(0, 0), name: 'Standard shipping' },
					{ id: deliveryOptionId, name: 'Shipped by seller' },
				]);
				const [sent] = await requestsTo(world, '/delivery_options');
				expect(sent?.query.scope).toBe('PRODUCT');
			},
		}),
		bad: { parameters: { warehouseId: byId(EMPTY) }, message: 'Warehouse is empty' },
	},
	'warehouse.confirmShipment': {
		good: async (world) => {
			const order = await placeOrder(world, { status: 'AWAITING_COLLECTION' });
			const [first, , third] = order.line_items;
			return {
				parameters: {
					warehouseProviderId: WAREHOUSE_PROVIDER,
					packages: {
						package: [
							{
								...shipment,
								packageId: byId(packageOf(order)),
								skus: {
									sku: [
										{ skuId: first?.sku_id, quantity: 2 },
										{ skuId: third?.sku_id, quantity: 1 },
									],
								},
							},
						],
					},
				},
				check: async (execution, used) => {
					expect(execution.json(NODE)).toEqual([{ success_packages: [packageOf(order)] }]);
					expect((await orderNow(used, order)).status).toBe('IN_TRANSIT');
					const [sent] = await requestsTo(used, '/packages/sync');
					expect(bodyOf(sent)).toMatchObject({
						packages: [
							{
								ship_time_millis: Date.parse('2026-11-20T12:00:00+01:00'),
								dimension: { height: 10, length: 20, width: 30, unit: 'CENTIMETER' },
								tcw_warehouse_type: 'STANDARD',
							},
						],
					});
				},
			};
		},
		bad: {
			parameters: {
				warehouseProviderId: WAREHOUSE_PROVIDER,
				packages: { package: [{ ...shipment, wmsOrderId: EMPTY }] },
			},
			message: 'WMS Order ID is empty',
		},
	},
	'shippingProvider.getMany': {
		good: () => ({
			parameters: { deliveryOptionId: byId(deliveryOptionId) },
			check: (execution) => {
				expect(execution.json(NODE)).toContainEqual({ id: carrier.id, name: carrier.name });
			},
		}),
		bad: { parameters: { deliveryOptionId: byId(EMPTY) }, message: 'Delivery Option is empty' },
	},
	'shipping.getTemplates': {
		good: () => ({
			parameters: {},
			check: (execution) => {
				const [usable, other] = execution.json(NODE);
				expect(usable).toMatchObject({ template_is_available: true });
				expect(other).toMatchObject({
					template_is_available: false,
					service_unreachable_reason: [{ filter_reason: [{ filter_type: 'WEIGHT' }] }],
				});
			},
		}),
		bad: { withoutScope: 'seller.logistics' },
	},
};
