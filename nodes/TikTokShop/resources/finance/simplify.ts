import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/http';
import { isoTime, objectOf, present } from '../../../shared/simplify';

const isZero = (value: unknown) =>
	typeof value === 'string' && /^-?0*(\.0*)?$/.test(value) && value !== '';

/**
 * The fees, costs and taxes that are not zero, out of about ninety that TikTok lists, in one flat object.
 *
 * @param parts - breakdowns that may hold further ones
 */
function amounts(...parts: unknown[]): IDataObject {
	const found: IDataObject = {};
	for (const part of parts.filter(isObject)) {
		for (const [name, value] of Object.entries(part)) {
			if (isObject(value)) Object.assign(found, amounts(value));
			else if (!isZero(value) && value !== '') found[name] = value;
		}
	}
	return found;
}

export function simplifyStatement(entry: IDataObject): IDataObject {
	return present({
		id: entry.id,
		date: isoTime(entry.statement_time),
		paymentStatus: entry.payment_status,
		paymentId: entry.payment_id,
		currency: entry.currency,
		settlement: entry.settlement_amount,
		revenue: entry.revenue_amount,
		netSales: entry.net_sales_amount,
		fees: entry.fee_amount,
		shippingCost: entry.shipping_cost_amount,
		adjustments: entry.adjustment_amount,
	});
}

export function simplifyPayment(entry: IDataObject): IDataObject {
	const amount = objectOf(entry.amount);
	return present({
		id: entry.id,
		status: entry.status,
		created: isoTime(entry.create_time),
		paid: isoTime(entry.paid_time),
		amount: amount.value,
		currency: amount.currency,
		settlement: objectOf(entry.settlement_amount).value,
		reserve: objectOf(entry.reserve_amount).value,
		beforeExchange: objectOf(entry.payment_amount_before_exchange).value,
		exchangeRate: entry.exchange_rate,
		bankAccount: entry.bank_account,
	});
}

const breakdownsOf = (entry: IDataObject) =>
	amounts(
		entry.revenue_breakdown,
		entry.shipping_cost_breakdown,
		entry.fee_tax_breakdown,
		entry.supplementary_component,
	);

/** A settled or an unsettled transaction: totals, and of what they are made. */
export function simplifyTransaction(entry: IDataObject): IDataObject {
	return present({
		id: entry.id,
		type: entry.type,
		status: entry.status,
		orderId: entry.order_id,
		orderCreated: isoTime(entry.order_create_time),
		orderDelivered: isoTime(entry.order_delivery_time),
		adjustmentId: entry.adjustment_id,
		adjustmentOrderId: entry.adjustment_order_id,
		reserveId: entry.reserve_id,
		reserve: entry.reserve_amount,
		reserveStatus: entry.reserve_status,
		reserveRelease: isoTime(entry.estimated_release_time),
		associatedOrderId: entry.associated_order_id,
		unsettledReason: entry.unsettled_reason,
		estimatedSettlement: isoTime(entry.estimated_settlement) ?? entry.estimated_settlement,
		currency: entry.currency,
		settlement: entry.settlement_amount ?? entry.est_settlement_amount,
		revenue: entry.revenue_amount ?? entry.est_revenue_amount,
		shippingCost: entry.shipping_cost_amount ?? entry.est_shipping_cost_amount,
		feesAndTaxes: entry.fee_tax_amount ?? entry.est_fee_tax_amount,
		adjustment: entry.adjustment_amount ?? entry.est_adjustment_amount,
		breakdown: breakdownsOf(entry),
	});
}

export function simplifyOrderTransactions(entry: IDataObject): IDataObject {
	const skus = Array.isArray(entry.sku_transactions) ? entry.sku_transactions : [];
	return present({
		orderId: entry.order_id,
		orderCreated: isoTime(entry.order_create_time),
		currency: entry.currency,
		settlement: entry.settlement_amount,
		revenue: entry.revenue_amount,
		shippingCost: entry.shipping_cost_amount,
		feesAndTaxes: entry.fee_and_tax_amount,
		skus: skus.filter(isObject).map((sku) =>
			present({
				skuId: sku.sku_id,
				skuName: sku.sku_name,
				productName: sku.product_name,
				statementId: sku.statement_id,
				quantity: sku.quantity,
				settlement: sku.settlement_amount,
				revenue: sku.revenue_amount,
				shippingCost: sku.shipping_cost_amount,
				feesAndTaxes: sku.fee_tax_amount,
				breakdown: breakdownsOf(sku),
			}),
		),
	});
}
