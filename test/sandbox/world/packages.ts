import type { LineItem, Order, OrderRow, Shop } from './types';

export interface PackageView {
	id: string;
	/** The first of its orders, and the only one unless packages were combined. */
	order: Order;
	orders: Order[];
	lines: LineItem[];
	status: 'PROCESSING' | 'FULFILLING' | 'COMPLETED' | 'CANCELLED';
	shipped: boolean;
}

function statusOf(lines: LineItem[]): PackageView['status'] {
	const status = lines[0]?.package_status;
	if (status === 'COMPLETED' || status === 'CANCELLED' || status === 'FULFILLING') return status;
	return 'PROCESSING';
}

/** A package as it lies over the orders that share it. */
export function packageView(id: string, orders: Order[]): PackageView | undefined {
	const [order] = orders;
	if (order === undefined) return undefined;
	const lines = orders.flatMap((each) => each.line_items).filter((line) => line.package_id === id);
	return {
		id,
		order,
		orders,
		lines,
		status: statusOf(lines),
		shipped: lines.some((line) => line.rts_time !== undefined),
	};
}

/** Whether an order in this status has packages at all, told without filling it. */
export function isPacked(row: OrderRow): boolean {
	return !['UNPAID', 'ON_HOLD', 'CANCELLED'].includes(row.status);
}

export function senderAddress(shop: Shop) {
	const address = shop.warehouses[0]?.address;
	return {
		full_address: address?.full_address ?? '',
		phone_number: address?.phone_number ?? '',
		name: address?.contact_person ?? '',
		postal_code: address?.postal_code ?? '',
		address_detail: address?.address_line1 ?? '',
		region_code: shop.region,
		address_line1: address?.address_line1 ?? '',
		address_line2: '',
		address_line3: '',
		address_line4: '',
	};
}
