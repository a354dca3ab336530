import { refusal, type ApiError } from '../errors';
import type { JsonObject } from '../json';
import { minorUnits } from '../world/money';
import {
	cancelRejectReasons,
	nameIn,
	packageRejectReasons,
	returnRejectReasons,
	sellerCancelReasons,
	sellerReturnReasons,
	type Reason,
} from '../world/reasons';
import { refundOf } from '../world/returns';
import type { Cancellation, LineItem, Order, ReturnOrder, AfterSaleType } from '../world/types';
import { among, inSpan, pageAnswer, searchPage, sortField, sortOrder } from './searching';
import type { Call, Handlers } from './types';

interface Decision {
	types: AfterSaleType[];
	from: string;
	to: string;
}

const PENDING = 'RETURN_OR_REFUND_REQUEST_PENDING';
const REJECTED = 'REFUND_OR_RETURN_REQUEST_REJECT';
const SUCCESS = 'RETURN_OR_REFUND_REQUEST_SUCCESS';
const REPLACEMENT_PENDING = 'REPLACEMENT_REQUEST_PENDING';

/** Which decision fits which request (approve-return-202309, reject-return-202309). */
const decisions: Record<string, Decision> = {
	APPROVE_REFUND: { types: ['REFUND'], from: PENDING, to: SUCCESS },
	APPROVE_RETURN: { types: ['RETURN_AND_REFUND'], from: PENDING, to: 'AWAITING_BUYER_SHIP' },
	APPROVE_RECEIVED_PACKAGE: {
		types: ['RETURN_AND_REFUND'],
		from: 'BUYER_SHIPPED_ITEM',
		to: SUCCESS,
	},
	APPROVE_REPLACEMENT: {
		types: ['REPLACEMENT'],
		from: REPLACEMENT_PENDING,
		to: 'REPLACEMENT_REQUEST_COMPLETE',
	},
	ISSUE_REPLACEMENT_REFUND: {
		types: ['REPLACEMENT'],
		from: REPLACEMENT_PENDING,
		to: 'REPLACEMENT_REQUEST_REFUND_SUCCESS',
	},
	OFFER_PARTIAL_REFUND: {
		types: ['REFUND', 'RETURN_AND_REFUND'],
		from: PENDING,
		to: 'AWAITING_BUYER_RESPONSE',
	},
	REJECT_REFUND: { types: ['REFUND'], from: PENDING, to: REJECTED },
	REJECT_RETURN: { types: ['RETURN_AND_REFUND'], from: PENDING, to: REJECTED },
	REJECT_RECEIVED_PACKAGE: {
		types: ['RETURN_AND_REFUND'],
		from: 'BUYER_SHIPPED_ITEM',
		to: 'REJECT_RECEIVE_PACKAGE',
	},
	REJECT_REPLACEMENT: {
		types: ['REPLACEMENT'],
		from: REPLACEMENT_PENDING,
		to: 'REPLACEMENT_REQUEST_REJECT',
	},
};

const notFound = () => refusal(25007006, 'Order not found.');
const invalid = (what: string) => refusal(25001001, `An invalid request parameter: ${what}.`);

function statusRefusal(name: string, made: ReturnOrder): ApiError {
	if (made.return_status.endsWith('CANCEL')) return refusal(25020009, 'reverse already cancelled');
	if (name.startsWith('REJECT')) {
		return name === 'REJECT_RECEIVED_PACKAGE'
			? refusal(25020012, "status can't reject receive")
			: refusal(25020010, 'The request was decided already and cannot be rejected.');
	}
	return name === 'APPROVE_RECEIVED_PACKAGE'
		? refusal(25011013, 'reverse status cannot approve receive')
		: refusal(25011012, 'reverse status cannot approve application');
}

function ownReturn({ home, path }: Call): ReturnOrder {
	const made = home.returns.get(path.return_id ?? '');
	if (!made) throw notFound();
	return made;
}

function decide(made: ReturnOrder, name: string): Decision {
	const decision = decisions[name];
	if (!decision) throw invalid('decision');
	if (!decision.types.includes(made.return_type)) {
		throw refusal(25020004, 'decision not match reverse type');
	}
	if (made.arbitration_status === 'IN_PROGRESS') {
		throw refusal(25011010, 'request has been transferred to platform operator');
	}
	if (made.return_status !== decision.from) throw statusRefusal(name, made);
	return decision;
}

function offerPartial(call: Call, made: ReturnOrder): void {
	const offer = call.body.partial_refund as { currency?: string; amount?: string } | undefined;
	const { decimals, currency } = call.home.shop.market;
	const amount = minorUnits(offer?.amount ?? '', decimals);
	if (amount === undefined || amount === 0) throw invalid('partial_refund.amount');
	if (offer?.currency !== currency) throw invalid('partial_refund.currency');
	if (amount > (minorUnits(made.refund_amount.refund_total, decimals) ?? 0)) {
		throw refusal(25011032, 'The partial refund exceeds the refund.');
	}
	made.seller_proposed_return_type = 'PARTIAL_REFUND';
	made.partial_refund = { currency, amount: offer.amount ?? '' };
	made.buyer_rejected_partial_refund = false;
}

function approveReturn(call: Call): JsonObject {
	const made = ownReturn(call);
	const name = String(call.body.decision);
	const decision = decide(made, name);
	const keep = call.body.buyer_keep_item === true;
	if (keep && name !== 'APPROVE_RETURN') throw invalid('buyer_keep_item');
	if (name === 'OFFER_PARTIAL_REFUND') offerPartial(call, made);
	else if (call.body.partial_refund !== undefined) throw invalid('partial_refund');
	if (keep) made.can_buyer_keep_item = true;
	call.sandbox.world.moveReturn(call.home, made, keep ? SUCCESS : decision.to);
	return {};
}

function checkReason(name: unknown, allowed: Reason[]): void {
	if (allowed.some((reason) => reason.name === name)) return;
	const all = [...returnRejectReasons, ...packageRejectReasons, ...cancelRejectReasons];
	throw all.some((reason) => reason.name === name)
		? refusal(25001016, 'reverse reason not match action type')
		: refusal(25001014, 'Unknown return reason.');
}

function returnReasons(made: ReturnOrder): Reason[] {
	return made.return_status === 'BUYER_SHIPPED_ITEM' ? packageRejectReasons : returnRejectReasons;
}

function rejectReturn(call: Call): JsonObject {
	const made = ownReturn(call);
	const decision = decide(made, String(call.body.decision));
	checkReason(call.body.reject_reason, returnReasons(made));
	call.sandbox.world.moveReturn(call.home, made, decision.to);
	return {};
}

function ownCancellation({ home, path }: Call): { made: Cancellation; order: Order } {
	const made = home.cancellations.get(path.cancel_id ?? '');
	const order = made && home.orders.get(made.order_id);
	if (!made || !order) throw notFound();
	return { made, order };
}

function checkPending(made: Cancellation, approving: boolean): void {
	if (made.cancel_status === 'CANCELLATION_REQUEST_PENDING') return;
	if (made.cancel_status === 'CANCELLATION_REQUEST_CANCELLED') {
		throw approving
			? refusal(25020009, 'reverse already cancelled')
			: refusal(25011011, 'reverse status cannot reject application');
	}
	throw approving
		? refusal(25011012, 'reverse status cannot approve application')
		: refusal(25020010, 'The request has been approved and cannot be rejected.');
}

const SHIPPED = ['AWAITING_COLLECTION', 'IN_TRANSIT', 'DELIVERED', 'PARTIALLY_SHIPPING'];
const ENDED = ['COMPLETED', 'CANCELLED'];

/** The lines of the order that a request names by line or by SKU; all without either. */
function chosenLines(call: Call, order: Order): LineItem[] {
	const open = order.line_items.filter((line) => line.display_status !== 'CANCELLED');
	const lineIds = call.body.order_line_item_ids as string[] | undefined;
	const skus = call.body.skus as Array<{ sku_id: string; quantity: number }> | undefined;
	if (lineIds?.length) {
		const lines = open.filter((line) => lineIds.includes(line.id));
		if (lines.length !== new Set(lineIds).size) {
			throw refusal(25005011, 'The line items exceed what is left of the order.');
		}
		return lines;
	}
	if (skus?.length) {
		return skus.flatMap(({ sku_id: id, quantity }) => {
			const lines = open.filter((line) => line.sku_id === id);
			if (quantity < 1 || lines.length < quantity) {
				throw refusal(25005011, 'The SKUs exceed what is left of the order.');
			}
			return lines.slice(0, quantity);
		});
	}
	return open;
}

function cancelOrder(call: Call): JsonObject {
	const { home, sandbox, body } = call;
	const order = home.orders.get(String(body.order_id));
	if (!order) throw refusal(25020005, 'No permission to process this order');
	if (ENDED.includes(order.status)) {
		throw refusal(25001051, 'Not allowed, the order is completed or cancelled');
	}
	if (SHIPPED.includes(order.status)) throw refusal(25001045, 'The order was shipped already.');
	if (order.is_buyer_request_cancel) throw refusal(25001011, 'A request is already in process.');
	const reason = sellerCancelReasons.find(
		(each) => nameIn(home.shop.region, each) === body.cancel_reason,
	);
	if (!reason) throw refusal(25001014, 'Unknown return reason.');
	if (reason.name.includes('unpaid') !== (order.status === 'UNPAID')) {
		throw refusal(25001021, 'Reason not match order status');
	}
	const lines = chosenLines(call, order);
	const whole = lines.length === order.line_items.length;
	if (!whole && !['US', 'GB'].includes(home.shop.region)) {
		throw refusal(25005010, 'Single line items cannot be cancelled here.');
	}
	const status = 'CANCELLATION_REQUEST_SUCCESS';
	const made = home.addCancellation(
		order,
		status,
		'SELLER',
		reason,
		sandbox.clock.seconds(),
		lines,
	);
	order.cancel_reason = reason.text;
	order.cancellation_initiator = 'SELLER';
	for (const line of lines) {
		line.display_status = 'CANCELLED';
		line.cancel_reason = reason.text;
		line.cancel_user = 'SELLER';
	}
	if (order.line_items.every((line) => line.display_status === 'CANCELLED')) {
		sandbox.world.moveOrder(home, order, 'CANCELLED');
	} else {
		order.update_time = sandbox.clock.seconds();
		home.orders.changed();
	}
	sandbox.world.tellCancellation(home, made);
	return { cancel_id: made.cancel_id, cancel_status: status };
}

const RETURNABLE = ['AWAITING_COLLECTION', 'IN_TRANSIT', 'DELIVERED'];
const CLOSED = /REJECT$|CANCEL$/;

/** Why lines cannot go back; undefined where they can. */
function returnHindrance(
	home: Call['home'],
	order: Order,
	lines: LineItem[],
): { code: number; reason: string } | undefined {
	if (ENDED.includes(order.status)) {
		return { code: 25001051, reason: 'Not allowed, the order is completed or cancelled' };
	}
	if (!RETURNABLE.includes(order.status)) return { code: 25001003, reason: 'Invalid order status' };
	const wanted = new Set(lines.map((line) => line.id));
	const taken = [...home.returns.values()].some(
		(made) =>
			made.order_id === order.id &&
			!CLOSED.test(made.return_status) &&
			made.return_line_items.some((line) => wanted.has(line.order_line_item_id)),
	);
	return taken ? { code: 25001011, reason: 'A return is in process for this item' } : undefined;
}

function createReturn(call: Call): JsonObject {
	const { home, sandbox, body } = call;
	const order = home.orders.get(String(body.order_id));
	if (!order) throw refusal(25020005, 'No permission to process this order');
	const lines = chosenLines(call, order);
	const hindrance = returnHindrance(home, order, lines);
	if (hindrance) throw refusal(hindrance.code, hindrance.reason);
	const reason = sellerReturnReasons.find(
		(each) => nameIn(home.shop.region, each) === body.return_reason,
	);
	if (!reason) throw refusal(25001014, 'Unknown return reason.');
	const delivered = order.status === 'DELIVERED';
	if (reason.type !== body.return_type || reason.delivered !== delivered) {
		throw refusal(25001021, 'Reason not match order status');
	}
	const { decimals, currency } = home.shop.market;
	const refundable = refundOf(home.shop, lines);
	if (body.refund_total !== undefined) {
		const asked = minorUnits(String(body.refund_total), decimals);
		if (asked === undefined) throw invalid('refund_total');
		if (body.currency !== currency) throw invalid('currency');
		if (asked > (minorUnits(refundable.refund_total, decimals) ?? 0)) {
			throw refusal(25005005, 'Refund total amount is larger than the refundable amount.');
		}
	}
	const now = sandbox.clock.seconds();
	const made = home.addReturn(order, { type: reason.type, status: PENDING }, now, now, lines);
	made.role = 'SELLER';
	made.return_reason = String(body.return_reason);
	made.return_reason_text = reason.text;
	if (body.refund_total !== undefined) {
		made.refund_amount = { ...made.refund_amount, refund_total: String(body.refund_total) };
	}
	sandbox.world.tellReturn(home, made);
	return { return_id: made.return_id, return_status: made.return_status };
}

const isCancellable = (order: Order) =>
	!SHIPPED.includes(order.status) && !ENDED.includes(order.status);

function calculateRefund(call: Call): JsonObject {
	const { home, body } = call;
	const order = home.orders.get(String(body.order_id));
	if (!order) throw notFound();
	const { region } = home.shop;
	const reasons =
		body.request_type === 'CANCEL'
			? sellerCancelReasons
			: sellerReturnReasons.filter((each) => each.type === body.request_type);
	if (!reasons.some((each) => nameIn(region, each) === body.reason_name))
		throw invalid('reason_name');
	return { order_refund_amount: { ...refundOf(home.shop, chosenLines(call, order)) } };
}

function eligibility({ home, path }: Call): JsonObject {
	const order = home.orders.get(path.order_id ?? '');
	if (!order) throw notFound();
	const skus = [...new Set(order.line_items.map((line) => line.sku_id))];
	const cancel = isCancellable(order)
		? undefined
		: { code: 25001045, reason: 'The order was shipped already' };
	return {
		sku_eligibility: skus.map((sku) => {
			const lines = order.line_items.filter((line) => line.sku_id === sku);
			const entry = (type: string, hindrance?: { code: number; reason: string }): JsonObject => ({
				request_type: type,
				order_line_items_ids: lines.map((line) => line.id),
				eligible: hindrance === undefined,
				...(hindrance && { ineligible_code: hindrance.code, ineligible_reason: hindrance.reason }),
			});
			const back = returnHindrance(home, order, lines);
			return {
				sku_id: sku,
				line_item_eligibility: [
					entry('CANCEL', cancel),
					entry('RETURN', back),
					entry('RETURN_AND_REFUND', back),
				],
			};
		}),
	};
}

/** The filter names one status otherwise than the answer does (search-cancellations-202309). */
function cancelStatusFilter(call: Call): (status: string) => boolean {
	const matches = among(call, 'cancel_status');
	return (status) =>
		matches(status === 'CANCELLATION_REQUEST_CANCELLED' ? 'CANCELLATION_REQUEST_CANCEL' : status);
}

export const returns: Handlers = {
	'return-and-refund.search-returns': (call) => {
		const field = sortField(call);
		const created = inSpan(call, 'create_time');
		const updated = inSpan(call, 'update_time');
		const filters = {
			return_id: among(call, 'return_ids'),
			order_id: among(call, 'order_ids'),
			user_id: among(call, 'buyer_user_ids'),
			return_type: among(call, 'return_types'),
			return_status: among(call, 'return_status'),
		};
		const arbitration = among(call, 'arbitration_status');
		const proposed = among(call, 'seller_proposed_return_type');
		const rows = [...call.home.returns.values()]
			.filter(
				(made) =>
					created(made.create_time) &&
					updated(made.update_time) &&
					filters.return_id(made.return_id) &&
					filters.order_id(made.order_id) &&
					filters.user_id(made.user_id) &&
					filters.return_type(made.return_type) &&
					filters.return_status(made.return_status) &&
					arbitration(made.arbitration_status ?? '') &&
					proposed(made.seller_proposed_return_type ?? ''),
			)
			.sort((a, b) => a[field] - b[field] || (a.return_id < b.return_id ? -1 : 1));
		const found = searchPage(call, rows, {
			value: (made) => made[field],
			id: (made) => made.return_id,
			order: sortOrder(call),
			defaultSize: 10,
		});
		return pageAnswer(call, found, 'return_orders', (made) => made);
	},
	'return-and-refund.search-cancellations': (call) => {
		const field = sortField(call);
		const created = inSpan(call, 'create_time');
		const updated = inSpan(call, 'update_time');
		const ids = among(call, 'cancel_ids');
		const orderIds = among(call, 'order_ids');
		const buyers = among(call, 'buyer_user_ids');
		const types = among(call, 'cancel_types');
		const statuses = cancelStatusFilter(call);
		const rows = [...call.home.cancellations.values()]
			.filter(
				(made) =>
					created(made.create_time) &&
					updated(made.update_time) &&
					ids(made.cancel_id) &&
					orderIds(made.order_id) &&
					buyers(made.user_id) &&
					types(made.cancel_type) &&
					statuses(made.cancel_status),
			)
			.sort((a, b) => a[field] - b[field] || (a.cancel_id < b.cancel_id ? -1 : 1));
		const found = searchPage(call, rows, {
			value: (made) => made[field],
			id: (made) => made.cancel_id,
			order: sortOrder(call),
			defaultSize: 10,
		});
		return pageAnswer(call, found, 'cancellations', (made) => made);
	},
	'return-and-refund.get-reject-reasons': ({ home, query }) => {
		const id = String(query.return_or_cancel_id);
		const made = home.returns.get(id);
		if (!made && !home.cancellations.has(id)) throw notFound();
		const reasons = made ? returnReasons(made) : cancelRejectReasons;
		return { reasons: reasons.map((each) => ({ ...each })) };
	},
	'return-and-refund.get-return-records': (call) => {
		const made = ownReturn(call);
		return {
			records: [
				{
					event: 'ORDER_REQUEST_CREATED',
					role: made.role,
					description: 'The buyer asked for a return or refund',
					reason_text: made.return_reason_text,
					note: '',
					images: [],
					videos: [],
					create_time: made.create_time,
				},
				...(made.update_time > made.create_time || made.return_status !== PENDING
					? [
							{
								event: made.return_status,
								role: 'SELLER',
								description: 'The request moved on',
								reason_text: '',
								note: '',
								images: [],
								videos: [],
								create_time: made.update_time,
							},
						]
					: []),
			],
		};
	},
	'return-and-refund.approve-return': approveReturn,
	'return-and-refund.reject-return': rejectReturn,
	'return-and-refund.calculate-refund': calculateRefund,
	'return-and-refund.cancel-order': cancelOrder,
	'return-and-refund.create-return': createReturn,
	'return-and-refund.get-aftersale-eligibility': eligibility,
	'return-and-refund.approve-cancellation': (call) => {
		const { made, order } = ownCancellation(call);
		checkPending(made, true);
		const { world } = call.sandbox;
		order.is_buyer_request_cancel = false;
		order.cancel_reason = made.cancel_reason_text;
		order.cancellation_initiator = made.role;
		world.moveCancellation(call.home, made, 'CANCELLATION_REQUEST_SUCCESS');
		world.moveOrder(call.home, order, 'CANCELLED');
		return {};
	},
	'return-and-refund.reject-cancellation': (call) => {
		const { made, order } = ownCancellation(call);
		checkPending(made, false);
		checkReason(call.body.reject_reason, cancelRejectReasons);
		order.is_buyer_request_cancel = false;
		order.update_time = call.sandbox.clock.seconds();
		call.home.orders.changed();
		call.sandbox.world.moveCancellation(call.home, made, 'CANCELLATION_REQUEST_CANCELLED');
		return {};
	},
};
