import { apiRequests, byId } from '../support';
import { NODE, type Cases } from './case';
import {
	bodyOf,
	carrier,
	EMPTY,
	fromItem,
	itemsOf,
	orderNow,
	packageOf,
	placeOrder,
	requestsTo,
} from './placing';

const tracking = {
	shippingProviderId: byId(carrier.id),
	trackingNumber: 'JX1234567890',
};

export const cases: Cases = {
	'order.get': {
		good: async ({ sandbox }) => {
			const ids = (await sandbox.control.orders()).slice(0, 60).map(({ id }) => id);
			return {
				parameters: { orderId: fromItem('orderId') },
				input: itemsOf('orderId', ids),
				check: async (execution, world) => {
					expect(execution.json(NODE).map(({ id }) => id)).toEqual(ids);
					expect(execution.items(NODE).map(({ pairedItem }) => pairedItem)).toEqual(
						ids.map((_, item) => ({ item })),
					);
					const sent = await requestsTo(world, '/orders');
					expect(sent.map(({ query }) => query.ids?.split(',').length)).toEqual([50, 10]);
				},
			};
		},
		bad: { parameters: { orderId: byId('576 461') }, message: 'Order is not an ID' },
	},
	'order.getMany': {
		good: () => ({
			parameters: { returnAll: true, filters: { status: 'AWAITING_SHIPMENT' } },
			check: async (execution, world) => {
				const waiting = (await world.sandbox.control.orders()).filter(
					({ status }) => status === 'AWAITING_SHIPMENT',
				);
				const found = execution.json(NODE);
				expect(found.map(({ id }) => id).sort()).toEqual(waiting.map(({ id }) => id).sort());
				expect(found[0]).toMatchObject({ status: 'AWAITING_SHIPMENT', currency: 'GBP' });
				const sent = await requestsTo(world, '/search');
				expect(sent.map(bodyOf)).toEqual(sent.map(() => ({ order_status: 'AWAITING_SHIPMENT' })));
				expect(sent[0]?.query.page_size).toBe('100');
			},
		}),
		bad: {
			parameters: { filters: { createdAfter: 'yesterday' } },
			message: 'Created After is not a date and time',
		},
	},
	'order.getPriceDetail': {
		good: async (world) => {
			const order = await placeOrder(world);
			return {
				parameters: { orderId: byId(order.id) },
				check: (execution) => {
					const [detail] = execution.json(NODE);
					expect(detail).toMatchObject({ currency: 'GBP', total: order.payment.total_amount });
					expect(detail?.line_items).toHaveLength(3);
				},
			};
		},
		bad: { parameters: { orderId: byId(EMPTY) }, message: 'Order is empty' },
	},
	'order.addExternalReferences': {
		good: async (world) => {
			const orders = (await world.sandbox.control.orders()).slice(0, 110);
			const input = await Promise.all(
				orders.map(async ({ id }, index) => ({
					json: {
						orderId: id,
						number: `#${index + 1}`,
						line: (await world.sandbox.control.order(id))?.line_items[0]?.id ?? '',
					},
				})),
			);
			return {
				parameters: {
					orderId: fromItem('orderId'),
					platform: 'WOOCOMMERCE',
					externalOrderId: '={{ $json.number }}',
					lineItems: {
						lineItem: [{ externalLineItemId: 'first', lineItemId: '={{ $json.line }}' }],
					},
				},
				input,
				check: async (execution, { sandbox, ...world }) => {
					expect(execution.json(NODE)).toEqual(
						orders.map(({ id }) => ({ order_id: id, success: true })),
					);
					const sent = await requestsTo({ sandbox, ...world }, '/external_orders');
					const sizes = sent.map((each) => (bodyOf(each) as { orders: unknown[] }).orders.length);
					expect(sizes).toEqual([100, 10]);
					const last = input[109]?.json;
					expect((await sandbox.control.order(String(last?.orderId)))?.external_orders).toEqual([
						{
							id: '#110',
							platform: 'WOOCOMMERCE',
							line_items: [{ id: 'first', origin_id: last?.line }],
						},
					]);
				},
			};
		},
		bad: {
			parameters: {
				orderId: byId('576461413038785752'),
				externalOrderId: '1',
				lineItems: { lineItem: [{ externalLineItemId: 'first', lineItemId: EMPTY }] },
			},
			message: 'Line Item ID is empty',
		},
	},
	'order.getExternalReferences': {
		good: async ({ sandbox }) => {
			const [row] = await sandbox.control.orders();
			return {
				parameters: { orderId: byId(row?.id ?? ''), platform: 'WOOCOMMERCE' },
				check: async (execution, world) => {
					expect(execution.json(NODE)).toEqual([
						expect.objectContaining({ id: '#1', platform: 'WOOCOMMERCE' }),
					]);
					const [sent] = await requestsTo(world, '/external_orders');
					expect(sent?.query.platform).toBe('WOOCOMMERCE');
				},
			};
		},
		bad: { parameters: { orderId: byId('#1042') }, message: 'Order is not an ID' },
	},
	'order.findByExternalReference': {
		good: async ({ sandbox }) => {
			const third = (await sandbox.control.orders())[2];
			return {
				parameters: { platform: 'WOOCOMMERCE', externalOrderId: '#3' },
				check: (execution) => {
					expect(execution.json(NODE).map(({ id }) => id)).toEqual([third?.id]);
				},
			};
		},
		bad: { parameters: { externalOrderId: ' ' }, message: 'External Order ID is empty' },
	},
	'order.getSplitAttributes': {
		good: async (world) => {
			const many = await placeOrder(world);
			const single = await placeOrder(world, {}, [1]);
			return {
				parameters: { orderId: fromItem('orderId') },
				input: itemsOf('orderId', [single.id, many.id]),
				check: async (execution, used) => {
					expect(execution.json(NODE)).toEqual([
						expect.objectContaining({ order_id: single.id, can_split: false }),
						expect.objectContaining({ order_id: many.id, can_split: true }),
					]);
					const sent = await requestsTo(used, '/split_attributes');
					expect(sent.map(({ query }) => query.order_ids)).toEqual([`${single.id},${many.id}`]);
				},
			};
		},
		bad: { parameters: { orderId: byId('a/b') }, message: 'Order is not an ID' },
	},
	'order.split': {
		good: async (world) => {
			const order = await placeOrder(world);
			const [first = '', second = '', third = ''] = order.line_items.map(({ id }) => id);
			await world.sandbox.control.setAppWideWebhook('https://n8n.example.com/webhook/all', [4]);
			return {
				parameters: {
					orderId: byId(order.id),
					groups: {
						group: [{ lineItemIds: `${first}, ${third}` }, { lineItemIds: second, groupId: '77' }],
					},
				},
				check: async (execution, used) => {
					const packages = execution.json(NODE);
					expect(packages.map((each) => each.splittable_group_id)).toEqual(['1', '77']);
					const now = await orderNow(used, order);
					expect(now.packages).toEqual(packages.map(({ id }) => ({ id })));
					expect(now.line_items.map((line) => line.package_id)).toEqual(
						[0, 1, 0].map((index) => packages[index]?.id),
					);
					const [told] = await used.sandbox.control.webhooksSettled();
					expect(JSON.parse(told?.body ?? '{}')).toMatchObject({
						type: 4,
						data: { sc_type: 'SPLIT' },
					});
					await used.sandbox.control.setAppWideWebhook(null);
				},
			};
		},
		bad: {
			parameters: {
				orderId: byId('576461413038785752'),
				groups: { group: [{ lineItemIds: '1,2' }, { lineItemIds: '2' }] },
			},
			message: 'Line Item IDs: 2 stands in more than one group',
		},
	},
	'order.getTracking': {
		good: async (world) => {
			const order = await placeOrder(world, { status: 'DELIVERED' });
			return {
				parameters: { orderId: byId(order.id) },
				check: (execution) => {
					const steps = execution.json(NODE);
					expect(steps).toHaveLength(3);
					expect(steps[0]?.description).toMatch(/delivered/);
				},
			};
		},
		bad: { parameters: { orderId: byId(EMPTY) }, message: 'Order is empty' },
	},
	'order.markAsShipped': {
		good: async (world) => {
			const order = await placeOrder(world, { shipping_type: 'SELLER' });
			const [first = ''] = order.line_items.map(({ id }) => id);
			return {
				parameters: {
					orderId: byId(order.id),
					...tracking,
					additionalFields: { lineItemIds: first },
				},
				check: async (execution, used) => {
					expect(execution.json(NODE)).toEqual([
						{
							order_id: order.id,
							order_line_item_ids: [first],
							package_id: packageOf(order),
						},
					]);
					const now = await orderNow(used, order);
					expect(now.status).toBe('PARTIALLY_SHIPPING');
					expect(now.line_items[0]).toMatchObject({
						tracking_number: 'JX1234567890',
						shipping_provider_name: carrier.name,
					});
				},
			};
		},
		bad: {
			parameters: { orderId: byId('576461413038785752'), ...tracking, trackingNumber: EMPTY },
			message: 'Tracking Number is empty',
		},
	},
	'order.updateShippingInfo': {
		good: async (world) => {
			const order = await placeOrder(world, {
				shipping_type: 'SELLER',
				status: 'AWAITING_COLLECTION',
			});
			return {
				parameters: { orderId: byId(order.id), ...tracking },
				check: async (execution, used) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					expect((await orderNow(used, order)).tracking_number).toBe('JX1234567890');
					const [sent] = (await apiRequests(used)).filter(({ method }) => method === 'POST');
					expect(bodyOf(sent)).toEqual({
						tracking_number: 'JX1234567890',
						shipping_provider_id: carrier.id,
					});
				},
			};
		},
		bad: {
			parameters: {
				orderId: byId('576461413038785752'),
				trackingNumber: 'JX1',
				shippingProviderId: byId(EMPTY),
			},
			message: 'Shipping Provider is empty',
		},
	},
};
