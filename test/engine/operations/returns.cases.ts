import type { IDataObject } from 'n8n-workflow';

import { apiRequests, byId, operate, type World } from '../support';
import { NODE, type Cases } from './case';

type Kind = { type?: 'REFUND' | 'REPLACEMENT' | 'RETURN_AND_REFUND'; status?: string };

const newReturn = async ({ sandbox }: World, kind: Kind = {}, status = 'DELIVERED') => {
	const order = await sandbox.control.placeOrder(undefined, { status: status as 'DELIVERED' });
	return await sandbox.control.createReturn(order.id, kind);
};

const orderIn = async ({ sandbox }: World, status: 'AWAITING_SHIPMENT' | 'DELIVERED' | 'UNPAID') =>
	await sandbox.control.placeOrder(undefined, { status });

const newCancellation = async (world: World) => {
	const order = await orderIn(world, 'AWAITING_SHIPMENT');
	return await world.sandbox.control.requestCancellation(order.id);
};

/** n8n itself stops at a required field without a text, so that only an expression can be empty. */
const nothing = byId('={{ $json.nothing }}');

const sentTo = async (world: World, end: string) =>
	(await apiRequests(world)).filter(({ path }) => path.endsWith(end));

const bodyOf = async (world: World, end: string) =>
	JSON.parse((await sentTo(world, end))[0]?.body ?? '{}') as IDataObject;

const keyOf = async (world: World, end: string) =>
	(await sentTo(world, end))[0]?.query.idempotency_key;

const rejectReason = async (world: World, parameters: IDataObject) =>
	String(
		(await operate(world, { operation: 'getRejectReasons', ...parameters })).json(NODE)[0]?.name,
	);

const unhappy = byId('ecom_order_delivered_refund_reason_damaged_seller_uk');

export const cases: Cases = {
	'return.approve': {
		good: async (world) => {
			const made = await newReturn(world, { type: 'REFUND' }, 'COMPLETED');
			return {
				parameters: { returnId: byId(made.return_id), decision: 'APPROVE_REFUND' },
				check: async (execution, { sandbox }) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const now = await sandbox.control.return(made.return_id);
					expect(now?.return_status).toBe('RETURN_OR_REFUND_REQUEST_SUCCESS');
					expect(await keyOf(world, '/approve')).toMatch(/^[\da-f]{40}$/);
					const finance = await operate(world, {
						resource: 'finance',
						operation: 'getOrderTransactions',
						orderId: byId(made.order_id),
						simplify: false,
					});
					const skus = finance.json(NODE)[0]?.sku_transactions as IDataObject[];
					const back = skus.map(
						({ revenue_breakdown: parts }) =>
							(parts as IDataObject).refund_subtotal_before_discount_amount,
					);
					expect(back.some((amount) => String(amount).startsWith('-'))).toBe(true);
				},
			};
		},
		bad: {
			parameters: {
				returnId: byId('4035318504086604498'),
				decision: 'OFFER_PARTIAL_REFUND',
				amount: '1,50',
			},
			message: 'Amount is not an amount',
		},
	},
	'return.create': {
		good: async (world) => {
			const order = await orderIn(world, 'DELIVERED');
			const [line] = order.line_items;
			return {
				parameters: {
					orderId: byId(order.id),
					returnType: 'REFUND',
					returnReason: unhappy,
					additionalFields: {
						lineItemIds: line?.id,
						refundTotal: '1.00',
						currency: 'GBP',
						shipmentType: 'PLATFORM',
						handoverMethod: 'DROP_OFF',
					},
				},
				check: async (execution, { sandbox }) => {
					const [made] = execution.json(NODE);
					expect(made?.return_status).toBe('RETURN_OR_REFUND_REQUEST_PENDING');
					const kept = await sandbox.control.return(String(made?.return_id));
					expect(kept).toMatchObject({
						order_id: order.id,
						role: 'SELLER',
						return_type: 'REFUND',
						refund_amount: { refund_total: '1.00' },
						return_line_items: [{ order_line_item_id: line?.id }],
					});
					expect(await keyOf(world, '/returns')).toMatch(/^[\da-f]{40}$/);
				},
			};
		},
		bad: {
			parameters: {
				orderId: byId('576461413038785752'),
				returnReason: unhappy,
				additionalFields: { refundTotal: '1.00' },
			},
			message: 'Currency is empty',
		},
	},
	'return.get': {
		good: async ({ sandbox }) => {
			const known = (await sandbox.control.returns()).map(({ return_id }) => return_id);
			return {
				parameters: { returnId: byId('={{ $json.id }}') },
				input: known.map((id) => ({ json: { id } })),
				check: async (execution, world) => {
					expect(known.length).toBeGreaterThan(10);
					expect(execution.json(NODE).map(({ returnId }) => returnId)).toEqual(known);
					expect(await sentTo(world, '/returns/search')).toHaveLength(1);
				},
			};
		},
		bad: { parameters: { returnId: nothing }, message: 'Return is empty' },
	},
	'return.getMany': {
		good: async (world) => {
			const made = await newReturn(world, { type: 'REFUND' });
			return {
				parameters: {
					returnAll: true,
					filters: {
						buyerUserIds: made.user_id,
						locale: 'en-GB',
						returnIds: made.return_id,
						status: ['RETURN_OR_REFUND_REQUEST_PENDING'],
					},
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toMatchObject([
						{ returnId: made.return_id, nextAction: 'SELLER_RESPOND_REFUND' },
					]);
					expect(await bodyOf(world, '/search')).toEqual({
						buyer_user_ids: [made.user_id],
						locale: 'en-GB',
						return_ids: [made.return_id],
						return_status: ['RETURN_OR_REFUND_REQUEST_PENDING'],
					});
				},
			};
		},
		bad: {
			parameters: { filters: { createdAfter: 'last week' } },
			message: 'Created After is not a date',
		},
	},
	'return.getRecords': {
		good: async (world) => {
			const made = await newReturn(world);
			return {
				parameters: { returnId: byId(made.return_id), options: { locale: 'en-GB' } },
				check: (execution) => {
					expect(execution.json(NODE)).toMatchObject([
						{ event: 'ORDER_REQUEST_CREATED', role: 'BUYER' },
					]);
				},
			};
		},
		bad: { parameters: { returnId: byId('no id') }, message: 'Return is not an ID' },
	},
	'return.getRejectReasons': {
		good: async (world) => {
			const made = await newReturn(world);
			return {
				parameters: { returnId: byId(made.return_id) },
				check: (execution) => {
					expect(execution.json(NODE).length).toBeGreaterThan(1);
					expect(execution.json(NODE)[0]).toMatchObject({
						name: expect.stringMatching(/^seller_reject/),
						text: expect.any(String),
					});
				},
			};
		},
		bad: { parameters: { returnId: nothing }, message: 'Return is empty' },
	},
	'return.reject': {
		good: async (world) => {
			const made = await newReturn(world);
			const returnId = byId(made.return_id);
			const reason = await rejectReason(world, { resource: 'return', returnId });
			return {
				parameters: {
					returnId,
					decision: 'REJECT_RETURN',
					rejectReason: byId(reason),
					additionalFields: {
						comment: 'See picture',
						images: {
							image: [{ imageId: 'tos-a/b1', mimeType: 'image/png', height: '600', width: '' }],
						},
					},
				},
				check: async (execution, { sandbox }) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const now = await sandbox.control.return(made.return_id);
					expect(now?.return_status).toBe('REFUND_OR_RETURN_REQUEST_REJECT');
					expect(await bodyOf(world, '/reject')).toEqual({
						decision: 'REJECT_RETURN',
						reject_reason: reason,
						comment: 'See picture',
						images: [{ image_id: 'tos-a/b1', mime_type: 'image/png', height: 600 }],
					});
					expect(await keyOf(world, '/reject')).toMatch(/^[\da-f]{40}$/);
				},
			};
		},
		bad: {
			parameters: { returnId: byId('4035318504086604498'), rejectReason: nothing },
			message: 'Reject Reason is empty',
		},
	},
	'cancellation.approve': {
		good: async (world) => {
			const made = await newCancellation(world);
			return {
				parameters: { cancelId: byId(made.cancel_id) },
				check: async (execution, { sandbox }) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					expect((await sandbox.control.order(made.order_id))?.status).toBe('CANCELLED');
					expect(await keyOf(world, '/approve')).toMatch(/^[\da-f]{40}$/);
				},
			};
		},
		bad: { parameters: { cancelId: nothing }, message: 'Cancellation is empty' },
	},
	'cancellation.create': {
		good: async (world) => {
			const order = await orderIn(world, 'AWAITING_SHIPMENT');
			const [line] = order.line_items;
			return {
				parameters: {
					orderId: byId(order.id),
					cancelReason: byId('seller_cancel_reason_out_of_stock_uk'),
					additionalFields: {
						skus: { sku: [{ skuId: line?.sku_id, quantity: 1 }] },
					},
				},
				check: async (execution, { sandbox }) => {
					expect(execution.json(NODE)).toMatchObject([
						{ cancel_status: 'CANCELLATION_REQUEST_SUCCESS' },
					]);
					const now = await sandbox.control.order(order.id);
					const cancelled = now?.line_items.filter(
						({ display_status }) => display_status === 'CANCELLED',
					);
					expect(cancelled?.map(({ sku_id }) => sku_id)).toEqual([line?.sku_id]);
				},
			};
		},
		bad: {
			parameters: {
				orderId: byId('576461413038785752'),
				cancelReason: byId('seller_cancel_reason_out_of_stock_uk'),
				additionalFields: { skus: { sku: [{ skuId: '1729592969712207012', quantity: 0 }] } },
			},
			message: 'Quantity must be a whole number from 1',
		},
	},
	'cancellation.getMany': {
		good: async (world) => {
			const made = await newCancellation(world);
			return {
				parameters: {
					returnAll: true,
					filters: {
						status: ['CANCELLATION_REQUEST_PENDING'],
						type: ['BUYER_CANCEL'],
						sortOrder: 'DESC',
					},
				},
				check: async (execution) => {
					const pending = (await world.sandbox.control.cancellations()).filter(
						({ cancel_status }) => cancel_status === 'CANCELLATION_REQUEST_PENDING',
					);
					expect(execution.json(NODE)).toHaveLength(pending.length);
					expect(execution.json(NODE)[0]).toMatchObject({
						cancelId: made.cancel_id,
						orderId: made.order_id,
						requestedBy: 'BUYER',
						nextAction: 'SELLER_RESPOND_CANCEL',
					});
					const [sent] = await sentTo(world, '/cancellations/search');
					expect(sent?.query).toMatchObject({ page_size: '50', sort_order: 'DESC' });
				},
			};
		},
		bad: {
			parameters: { filters: { orderIds: '576461413038785752, a/b' } },
			message: 'Order IDs is not an ID',
		},
	},
	'cancellation.getRejectReasons': {
		good: async (world) => {
			const made = await newCancellation(world);
			return {
				parameters: { cancelId: byId(made.cancel_id) },
				check: async (execution) => {
					expect(execution.json(NODE).length).toBeGreaterThan(1);
					const [sent] = await sentTo(world, '/reject_reasons');
					expect(sent?.query.return_or_cancel_id).toBe(made.cancel_id);
				},
			};
		},
		bad: { parameters: { cancelId: byId('a b') }, message: 'Cancellation is not an ID' },
	},
	'cancellation.reject': {
		good: async (world) => {
			const made = await newCancellation(world);
			const cancelId = byId(made.cancel_id);
			const reason = await rejectReason(world, { resource: 'cancellation', cancelId });
			return {
				parameters: {
					cancelId,
					rejectReason: byId(reason),
					additionalFields: { comment: 'On its way' },
				},
				check: async (execution, { sandbox }) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					expect(await sandbox.control.order(made.order_id)).toMatchObject({
						status: 'AWAITING_SHIPMENT',
						is_buyer_request_cancel: false,
					});
					expect(await keyOf(world, '/reject')).toMatch(/^[\da-f]{40}$/);
				},
			};
		},
		bad: {
			parameters: { cancelId: byId('4037318504086604498'), rejectReason: nothing },
			message: 'Reject Reason is empty',
		},
	},
	'refund.calculate': {
		good: async (world) => {
			const order = await orderIn(world, 'DELIVERED');
			const [line] = order.line_items;
			return {
				parameters: {
					orderId: byId(order.id),
					requestType: 'REFUND',
					reasonName: unhappy,
					additionalFields: { lineItemIds: line?.id },
				},
				check: (execution) => {
					expect(execution.json(NODE)).toMatchObject([
						{ currency: 'GBP', refund_subtotal: line?.sale_price },
					]);
				},
			};
		},
		bad: { parameters: { orderId: nothing, reasonName: unhappy }, message: 'Order is empty' },
	},
	'refund.getEligibility': {
		good: async (world) => {
			const order = await orderIn(world, 'AWAITING_SHIPMENT');
			return {
				parameters: { orderId: byId(order.id), options: { initiator: 'SELLER' } },
				check: (execution) => {
					const skus = new Set(order.line_items.map(({ sku_id }) => sku_id));
					expect(execution.json(NODE)).toHaveLength(skus.size);
					expect(execution.json(NODE)[0]?.line_item_eligibility).toMatchObject([
						{ request_type: 'CANCEL', eligible: true },
						{ request_type: 'RETURN', eligible: false, ineligible_code: 25001003 },
						{ request_type: 'RETURN_AND_REFUND', eligible: false },
					]);
				},
			};
		},
		bad: { parameters: { orderId: byId('a/b') }, message: 'Order is not an ID' },
	},
};
