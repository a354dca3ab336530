import type { INodeExecutionData } from 'n8n-workflow';

import { byId, operate, type World } from '../support';
import { NODE, type Cases } from './case';
import {
	bodyOf,
	carrier,
	EMPTY,
	fileItem,
	fromItem,
	itemsOf,
	orderNow,
	packageOf,
	placeMany,
	placeOrder,
	requestsTo,
} from './placing';

const somePackage = byId('1152921504606846976');

const someOrder = byId('576461413038785752');

const sentFile = ({ binary }: INodeExecutionData) =>
	Buffer.from(binary?.data?.data ?? '', 'base64').toString('latin1');

/** Two orders of one buyer for one address. */
async function placeTwins(world: World) {
	const first = await placeOrder(world, { shipping_type: 'TIKTOK' });
	const { user_id, recipient_address, warehouse_id } = first;
	const alike = { shipping_type: 'TIKTOK', user_id, recipient_address, warehouse_id } as const;
	return [first, await placeOrder(world, alike, [1])] as const;
}

const split = async (world: World, orderId: string, groups: string[]) => {
	const group = groups.map((lineItemIds) => ({ lineItemIds }));
	const parameters = { orderId: byId(orderId), groups: { group } };
	await operate(world, { resource: 'order', operation: 'split', ...parameters });
};

async function combineTwins(world: World, combinablePackageId: string): Promise<string> {
	const entry = { combinablePackageId: byId(combinablePackageId) };
	const execution = await operate(world, {
		resource: 'package',
		operation: 'combine',
		combinablePackages: { combinablePackage: [entry] },
	});
	return String(execution.json(NODE)[0]?.id);
}

/** Cases in any market. */
export const british: Cases = {
	'package.get': {
		good: async (world) => {
			const order = await placeOrder(world, { shipping_type: 'SELLER' });
			return {
				parameters: { packageId: byId(packageOf(order)) },
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([
						expect.objectContaining({
							id: packageOf(order),
							status: 'PROCESSING',
							orderIds: [order.id],
							lineItemIds: order.line_items.map(({ id }) => id),
							shippingType: 'SELLER',
							created: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
							weight: '500 GRAM',
						}),
					]);
				},
			};
		},
		bad: { parameters: { packageId: byId(EMPTY) }, message: 'Package is empty' },
	},
	'package.getMany': {
		good: async (world) => {
			const order = await placeOrder(world, { status: 'IN_TRANSIT' });
			return {
				parameters: {
					limit: 60,
					filters: { status: 'FULFILLING', sortField: 'update_time', sortOrder: 'DESC' },
				},
				check: async (execution, used) => {
					const packages = execution.json(NODE);
					expect(packages[0]).toMatchObject({ id: packageOf(order), orderIds: [order.id] });
					expect(new Set(packages.map(({ status }) => status))).toEqual(new Set(['FULFILLING']));
					const [sent] = await requestsTo(used, '/packages/search');
					expect(sent?.query).toMatchObject({ page_size: '50', sort_field: 'update_time' });
				},
			};
		},
		bad: {
			parameters: { filters: { updatedBefore: 'soon' } },
			message: 'Updated Before is not a date and time',
		},
	},
	'package.ship': {
		good: async (world) => {
			const order = await placeOrder(world, { shipping_type: 'TIKTOK' });
			const { control } = world.sandbox;
			await control.setAppWideWebhook('https://n8n.example.com/webhook/all', [1]);
			const { results } = await world.host.listSearch(
				'n8n-nodes-tiktok-shop.tikTokShop',
				'searchHandoverSlots',
				{
					credentials: { tikTokShopApi: world.credential },
					parameters: {
						resource: 'package',
						operation: 'ship',
						packageId: byId(packageOf(order)),
					},
				},
			);
			expect(results).toHaveLength(5);
			const slot = String(results[0]?.value);
			return {
				parameters: {
					packageId: byId(packageOf(order)),
					handoverMethod: 'PICKUP',
					pickupSlot: byId(slot),
				},
				check: async (execution, used) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					expect((await orderNow(used, order)).status).toBe('AWAITING_COLLECTION');
					const [sent] = await requestsTo(used, '/ship');
					const [start_time, end_time] = slot.split('-').map(Number);
					expect(bodyOf(sent)).toEqual({
						handover_method: 'PICKUP',
						pickup_slot: { start_time, end_time },
					});
					const told = await control.webhooksSettled();
					expect(told.map(({ body }) => JSON.parse(body) as unknown)).toContainEqual(
						expect.objectContaining({
							type: 1,
							data: expect.objectContaining({
								order_id: order.id,
								order_status: 'AWAITING_COLLECTION',
							}),
						}),
					);
					await control.setAppWideWebhook(null);
				},
			};
		},
		bad: {
			parameters: { packageId: somePackage, handoverMethod: 'PICKUP', pickupSlot: byId('9-12') },
			message: 'Pickup Slot is not a span of time',
		},
	},
	'package.shipMany': {
		good: async (world) => {
			const orders = await placeMany(52, world, { shipping_type: 'SELLER' });
			return {
				parameters: {
					packageId: fromItem('packageId'),
					shippedBy: 'SELLER',
					shippingProviderId: byId(carrier.id),
					trackingNumber: '=JX{{ $json.packageId }}',
				},
				input: itemsOf(
					'packageId',
					orders.map((order) => packageOf(order)),
				),
				check: async (execution, used) => {
					expect(execution.json(NODE)).toEqual(
						orders.map((order) => ({ package_id: packageOf(order), success: true })),
					);
					const sent = await requestsTo(used, '/packages/ship');
					const sizes = sent.map(
						(each) => (bodyOf(each) as { packages: unknown[] }).packages.length,
					);
					expect(sizes).toEqual([50, 2]);
					for (const order of orders) {
						expect(await orderNow(used, order)).toMatchObject({
							status: 'AWAITING_COLLECTION',
							tracking_number: `JX${packageOf(order)}`,
						});
					}
				},
			};
		},
		bad: {
			parameters: {
				packageId: somePackage,
				shippedBy: 'SELLER',
				shippingProviderId: byId(carrier.id),
				trackingNumber: EMPTY,
			},
			message: 'Tracking Number is empty',
		},
	},
	'package.getHandoverTimeSlots': {
		good: async (world) => {
			const order = await placeOrder(world, { shipping_type: 'TIKTOK' });
			return {
				parameters: { packageId: byId(packageOf(order)) },
				check: (execution) => {
					const [slots] = execution.json(NODE);
					expect(slots).toMatchObject({ can_pickup: true, can_van_collection: false });
					expect(slots?.pickup_slots).toHaveLength(6);
				},
			};
		},
		bad: { parameters: { packageId: byId('1 2') }, message: 'Package is not an ID' },
	},
	'package.getDocument': {
		good: async (world) => {
			const order = await placeOrder(world, {
				shipping_type: 'TIKTOK',
				status: 'AWAITING_COLLECTION',
			});
			return {
				parameters: { packageId: byId(packageOf(order)), documentType: 'SHIPPING_LABEL_PICTURE' },
				check: (execution) => {
					const [item] = execution.items(NODE);
					expect(item?.json).toMatchObject({ tracking_number: order.tracking_number });
					expect(item?.binary?.data).toMatchObject({
						mimeType: 'image/png',
						fileName: `package-${packageOf(order)}.png`,
					});
					expect(item && sentFile(item)).toContain('PNG');
				},
			};
		},
		bad: { parameters: { packageId: byId(EMPTY) }, message: 'Package is empty' },
	},
	'package.getOrderDocuments': {
		good: async (world) => {
			const one = await placeOrder(world, {
				shipping_type: 'TIKTOK',
				status: 'AWAITING_COLLECTION',
			});
			const two = await placeOrder(world, { shipping_type: 'TIKTOK' });
			await split(world, two.id, [two.line_items[0]?.id ?? '']);
			await world.sandbox.control.setOrderStatus(two.id, 'AWAITING_COLLECTION');
			return {
				parameters: {
					orderId: fromItem('orderId'),
					documentType: 'PACKING_SLIP',
					options: { size: 'A5' },
					outputBinaryField: 'slip',
				},
				input: itemsOf('orderId', [two.id, one.id]),
				check: async (execution, used) => {
					const { packages } = await orderNow(used, two);
					expect(packages).toHaveLength(2);
					const items = execution.items(NODE);
					expect(items.map(({ json, pairedItem }) => [json.package_id, pairedItem])).toEqual([
						[packages[0]?.id, { item: 0 }],
						[packages[1]?.id, { item: 0 }],
						[packageOf(one), { item: 1 }],
					]);
					expect(items[2]?.json.order_id).toBe(one.id);
					expect(items.map(({ binary }) => binary?.slip?.fileName)).toEqual(
						items.map(({ json }) => `package-${String(json.package_id)}.pdf`),
					);
					const content = Buffer.from(items[2]?.binary?.slip?.data ?? '', 'base64').toString();
					expect(content).toMatch(/^%PDF-/);
					expect(content).toContain(`${packageOf(one)}-packing_slip`);
					expect(await requestsTo(used, '/orders')).toHaveLength(1);
					const asked = await requestsTo(used, '/shipping_documents');
					expect(asked.map(({ query }) => [query.document_type, query.document_size])).toEqual(
						Array.from({ length: 3 }, () => ['PACKING_SLIP', 'A5']),
					);
				},
			};
		},
		bad: { parameters: { orderId: byId(EMPTY) }, message: 'Order is empty' },
	},
	'package.getManyCombinable': {
		good: async (world) => {
			const [first, second] = await placeTwins(world);
			return {
				parameters: { returnAll: true },
				check: async (execution, used) => {
					expect(execution.json(NODE)).toContainEqual({
						id: packageOf(first),
						order_ids: [first.id, second.id],
					});
					const [sent] = await requestsTo(used, '/combinable_packages/search');
					expect(sent?.query.page_size).toBe('50');
				},
			};
		},
		bad: { parameters: { limit: 'many' }, message: 'Limit must be a whole number' },
	},
	'package.combine': {
		good: async (world) => {
			const [first, second] = await placeTwins(world);
			return {
				parameters: {
					combinablePackages: {
						combinablePackage: [{ combinablePackageId: byId(packageOf(first)), orderIds: '' }],
					},
				},
				check: async (execution, used) => {
					const [made] = execution.json(NODE);
					expect(made?.order_ids).toEqual([first.id, second.id]);
					for (const order of [first, second]) {
						expect(await orderNow(used, order)).toMatchObject({
							packages: [{ id: made?.id }],
							split_or_combine_tag: 'COMBINED',
						});
					}
				},
			};
		},
		bad: {
			parameters: {
				combinablePackages: { combinablePackage: [{ combinablePackageId: byId(EMPTY) }] },
			},
			message: 'Combinable Package is empty',
		},
	},
	'package.uncombine': {
		good: async (world) => {
			const [first, second] = await placeTwins(world);
			const combined = await combineTwins(world, packageOf(first));
			return {
				parameters: { packageId: byId(combined), additionalFields: { orderIds: second.id } },
				check: async (execution, used) => {
					const [kept, left] = execution.json(NODE);
					expect(kept).toEqual({ id: combined, order_ids: [first.id] });
					expect(left?.order_ids).toEqual([second.id]);
					expect((await orderNow(used, second)).packages).toEqual([{ id: left?.id }]);
				},
			};
		},
		bad: {
			parameters: { packageId: somePackage, additionalFields: { orderIds: '1, #2' } },
			message: 'Order IDs is not an ID',
		},
	},
	'package.updateShippingInfo': {
		good: async (world) => {
			const order = await placeOrder(world, {
				shipping_type: 'SELLER',
				status: 'AWAITING_COLLECTION',
			});
			return {
				parameters: {
					packageId: byId(packageOf(order)),
					shippingProviderId: byId(carrier.id),
					trackingNumber: 'NEW-12345',
				},
				check: async (execution, used) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const [line] = (await orderNow(used, order)).line_items;
					expect(line).toMatchObject({
						tracking_number: 'NEW-12345',
						shipping_provider_name: carrier.name,
					});
				},
			};
		},
		bad: {
			parameters: { packageId: somePackage, shippingProviderId: byId(EMPTY), trackingNumber: 'J1' },
			message: 'Shipping Provider is empty',
		},
	},
};

/** Cases of labels bought from TikTok. */
export const american: Cases = {
	'package.create': {
		good: async (world) => {
			const order = await placeOrder(world, { shipping_type: 'TIKTOK' });
			const { results } = await world.host.listSearch(
				'n8n-nodes-tiktok-shop.tikTokShop',
				'searchShippingServices',
				{
					credentials: { tikTokShopApi: world.credential },
					parameters: { resource: 'package', operation: 'create', orderId: byId(order.id) },
				},
			);
			const express = results.find(({ name }) => name.includes('Express'));
			return {
				parameters: {
					orderId: byId(order.id),
					additionalFields: {
						shippingServiceId: byId(String(express?.value)),
						weight: { values: { value: '1.5', unit: 'POUND' } },
						dimension: { values: { length: 10, width: '8', height: '4.5', unit: 'INCH' } },
					},
				},
				check: async (execution, used) => {
					expect(execution.json(NODE)).toEqual([
						expect.objectContaining({
							order_id: order.id,
							package_id: packageOf(order),
							shipping_service_info: expect.objectContaining({ name: 'TikTok Express' }),
						}),
					]);
					const [sent] = await requestsTo(used, '/packages');
					expect(bodyOf(sent)).toMatchObject({
						weight: { value: '1.5', unit: 'POUND' },
						dimension: { length: '10', width: '8', height: '4.5', unit: 'INCH' },
					});
					expect((await orderNow(used, order)).status).toBe('AWAITING_COLLECTION');
				},
			};
		},
		bad: {
			parameters: {
				orderId: someOrder,
				additionalFields: { weight: { values: { value: 'heavy', unit: 'POUND' } } },
			},
			message: 'Weight is not an amount',
		},
	},
	'shipping.getServices': {
		good: async (world) => {
			const order = await placeOrder(world, { shipping_type: 'TIKTOK' });
			return {
				parameters: {
					orderId: byId(order.id),
					additionalFields: { lineItemIds: order.line_items[0]?.id ?? '' },
				},
				check: async (execution, used) => {
					expect(execution.json(NODE).map(({ name, currency }) => [name, currency])).toEqual([
						['TikTok Ground', 'USD'],
						['TikTok Express', 'USD'],
					]);
					const [sent] = await requestsTo(used, '/shipping_services/query');
					expect(bodyOf(sent)).toEqual({ order_line_item_ids: [order.line_items[0]?.id] });
				},
			};
		},
		bad: {
			parameters: {
				orderId: someOrder,
				additionalFields: { dimension: { values: { length: '10', width: '8', height: EMPTY } } },
			},
			message: 'Height is empty',
		},
	},
	'shipping.validateTracking': {
		good: async (world) => {
			const order = await placeOrder(world, {
				shipping_type: 'TIKTOK',
				status: 'AWAITING_COLLECTION',
			});
			return {
				parameters: { trackingNumber: order.tracking_number },
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([
						{ is_tiktok_shipping: true, is_tiktok_collection: false },
					]);
				},
			};
		},
		bad: { parameters: { trackingNumber: ' ' }, message: 'Tracking Number is empty' },
	},
};

/** Cases of sellers who deliver themselves, and of bundles. */
export const asian: Cases = {
	'delivery.updateStatus': {
		good: async (world) => {
			const orders = await placeMany(51, world, { status: 'IN_TRANSIT' });
			return {
				parameters: {
					packageId: fromItem('packageId'),
					deliveryType: '={{ $itemIndex === 0 ? "DELIVERY_FAILED" : "DELIVERY_SUCCESS" }}',
					failReason: 'BUYER_REFUSED',
				},
				input: itemsOf(
					'packageId',
					orders.map((order) => packageOf(order)),
				),
				check: async (execution, used) => {
					expect(execution.json(NODE)).toEqual(
						orders.map((order) => ({ package_id: packageOf(order), success: true })),
					);
					const [failed, delivered] = await Promise.all(
						orders.slice(0, 2).map(async (order) => await orderNow(used, order)),
					);
					expect([failed?.status, delivered?.status]).toEqual(['IN_TRANSIT', 'DELIVERED']);
					const sent = await requestsTo(used, '/packages/deliver');
					const bodies = sent.map((each) => bodyOf(each) as { packages: unknown[] });
					expect(bodies.map(({ packages }) => packages.length)).toEqual([50, 1]);
					expect(bodies[0]?.packages.slice(0, 2)).toEqual([
						{
							id: packageOf(orders[0] as never),
							delivery_type: 'DELIVERY_FAILED',
							fail_delivery_reason: 'BUYER_REFUSED',
						},
						{ id: packageOf(orders[1] as never), delivery_type: 'DELIVERY_SUCCESS' },
					]);
				},
			};
		},
		bad: {
			parameters: { packageId: somePackage, deliveryType: 'UPDATE_POD' },
			message: 'Proof URL is empty',
		},
	},
	'delivery.uploadImage': {
		good: () => ({
			parameters: {},
			input: [fileItem('a photo', 'image/png', 'door.png')],
			check: async (execution, used) => {
				expect(execution.json(NODE)).toEqual([
					{ url: expect.stringMatching(/^http/), height: 800, width: 600 },
				]);
				const [sent] = await requestsTo(used, '/images/upload');
				expect(sent?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
				expect(sent?.body).toContain('a photo');
			},
		}),
		bad: { parameters: { binaryPropertyName: 'photo' }, message: 'no binary field "photo"' },
	},
	'delivery.uploadFile': {
		good: () => ({
			parameters: { fileName: 'note.pdf' },
			input: [fileItem('%PDF-1.4', 'application/pdf', 'scan.pdf')],
			check: async (execution, used) => {
				expect(execution.json(NODE)).toEqual([
					{ url: expect.stringMatching(/^http/), name: 'note.pdf' },
				]);
				const [sent] = await requestsTo(used, '/files/upload');
				expect(sent?.body).toContain('name="name"\r\n\r\nnote.pdf\r\n');
			},
		}),
		bad: { parameters: { fileName: EMPTY }, message: 'File Name is empty' },
	},
	'shipping.createFirstMileBundle': {
		good: async (world) => {
			const orders = [
				await placeOrder(world, { status: 'AWAITING_COLLECTION' }),
				await placeOrder(world, { status: 'AWAITING_COLLECTION' }),
			];
			const ids = orders.map(({ id }) => id);
			return {
				parameters: {
					orderIds: ids.join(', '),
					handoverMethod: 'DROP_OFF',
					shippingProviderId: byId(carrier.id),
					trackingNumber: 'SF1244442424',
					phoneTailNumber: '0234',
				},
				check: async (execution, used) => {
					expect(execution.json(NODE)).toEqual([
						{
							first_mile_bundle_id: expect.stringMatching(/^\d{19}$/),
							url: expect.stringMatching(/^http/),
						},
					]);
					const [sent] = await requestsTo(used, '/first_mile_bundle');
					expect(bodyOf(sent)).toEqual({
						order_ids: ids,
						handover_method: 'DROP_OFF',
						shipping_provider_id: carrier.id,
						tracking_number: 'SF1244442424',
						phone_tail_number: '0234',
					});
				},
			};
		},
		bad: {
			parameters: {
				orderIds: '576461413038785752',
				handoverMethod: 'DROP_OFF',
				shippingProviderId: byId(carrier.id),
				trackingNumber: 'SF1244442424',
				phoneTailNumber: '12',
			},
			message: 'Last Digits of Phone Number has to be four digits',
		},
	},
	'shipping.createFirstMileBundleOfShops': {
		good: async (world) => {
			const { id } = await placeOrder(world, { status: 'AWAITING_COLLECTION' });
			return {
				parameters: { orderIds: id },
				check: async (execution, used) => {
					expect(execution.json(NODE)[0]?.first_mile_bundle_id).toMatch(/^\d{19}$/);
					const [sent] = await requestsTo(used, '/bundles');
					expect(sent?.query).not.toHaveProperty('shop_cipher');
					expect(bodyOf(sent)).toEqual({ order_ids: [id], handover_method: 'PICKUP' });
				},
			};
		},
		bad: { parameters: { orderIds: EMPTY }, message: 'Order IDs is empty' },
	},
};

/** Cases of invoices. */
export const brazilian: Cases = {
	'package.uploadInvoice': {
		good: async (world) => {
			const orders = await placeMany(11, world, {});
			return {
				parameters: {
					packageId: fromItem('packageId'),
					orderIds: '={{ $json.orderId }}',
				},
				input: orders.map((order) =>
					fileItem(`<nfe>${order.id}</nfe>`, 'application/xml', 'nfe.xml', {
						packageId: packageOf(order),
						orderId: order.id,
					}),
				),
				check: async (execution, used) => {
					expect(execution.json(NODE)).toEqual(
						orders.map((order) => ({ package_id: packageOf(order), success: true })),
					);
					const sent = await requestsTo(used, '/invoice/upload');
					const bodies = sent.map((each) => bodyOf(each) as { invoices: object[] });
					expect(bodies.map(({ invoices }) => invoices.length)).toEqual([10, 1]);
					const [first] = orders;
					expect(bodies[0]?.invoices[0]).toEqual({
						package_id: first && packageOf(first),
						order_ids: [first?.id],
						file_type: 'XML',
						file: Buffer.from(`<nfe>${first?.id ?? ''}</nfe>`).toString('base64'),
					});
					expect(first && (await orderNow(used, first)).need_upload_invoice).toBe(
						'INVOICE_UPLOADED',
					);
				},
			};
		},
		bad: { parameters: { packageId: somePackage, orderIds: EMPTY }, message: 'Order IDs is empty' },
	},
};

export const cases: Cases = { ...british, ...american, ...asian, ...brazilian };
