/**
 * Ids of 18 and 19 digits: far beyond 2^53 and close together, so that rounding one through a
 * number turns it into another.
 */
function compose(prefix: string, length: number, ...parts: number[]): string {
	const step = parts.reduce((sum, part) => sum * 1000 + part, 0);
	const room = length - prefix.length;
	return prefix + String(step + 1).padStart(room, '0');
}

export const ids = {
	shop: (shop: number) => compose('74940496426424416', 19, shop + 20),
	order: (shop: number, index: number) => compose(`5764${shop + 11}`, 18, index + 52_310_411),
	lineItem: (shop: number, index: number, line: number) =>
		compose(`5770${shop + 11}`, 18, index + 3_141, line),
	package: (shop: number, index: number, part: number) =>
		compose(`1152${shop + 11}`, 19, index + 9_127, part),
	product: (shop: number, index: number) => compose(`1729${shop + 11}`, 19, index + 592_969_712),
	sku: (shop: number, product: number, sku: number) =>
		compose(`1729${shop + 61}`, 19, product + 712_383, sku),
	warehouse: (shop: number, index: number) => compose(`7000${shop + 11}`, 19, 714_532, index),
	deliveryOption: (shop: number, index: number) => compose(`6955${shop + 11}`, 19, 34_615, index),
	provider: (index: number) => compose('66176750', 19, 21_119, index),
	return: (shop: number, index: number) => compose(`4035${shop + 11}`, 19, 318_504, index),
	returnLine: (shop: number, index: number, line: number) =>
		compose(`4036${shop + 11}`, 19, 227_657, index, line),
	cancellation: (shop: number, index: number) => compose(`4037${shop + 11}`, 19, 318_504, index),
	bundle: (shop: number, index: number) => compose(`7145${shop + 11}`, 19, 3_901, index),
	buyer: (index: number) => compose('7213', 19, 489_962_827, index),
	notification: (index: number) => compose('7327', 19, 112_393_057, index),
	activity: (shop: number, index: number) => compose(`7136${shop + 11}`, 19, 1_036, index),
	coupon: (shop: number, index: number) => compose(`7137${shop + 11}`, 19, 2_047, index),
	fbtWarehouse: (shop: number, index: number) => compose(`7141${shop + 11}`, 19, 5_120, index),
	goods: (shop: number, index: number) => compose(`7142${shop + 11}`, 19, 6_231, index),
	inbound: (shop: number, index: number) => compose(`7143${shop + 11}`, 19, 7_342, index),
	live: (shop: number, index: number) => compose(`7524${shop + 11}`, 19, 8_453, index),
	payment: (shop: number, day: number) => compose(`3517${shop + 11}`, 19, 4_322, day),
	refund: (shop: number, index: number) => compose(`1637${shop + 11}`, 19, 700_041, index),
	transaction: (shop: number, index: number) => compose(`1636${shop + 11}`, 19, 700_041, index),
	video: (shop: number, index: number) => compose(`7525${shop + 11}`, 19, 9_564, index),
	withdrawal: (shop: number, day: number) => compose(`3518${shop + 11}`, 19, 4_433, day),
	statement: (shop: number, index: number) => compose(`7138${shop + 11}`, 19, 4_211, index),
};
