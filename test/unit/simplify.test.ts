import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import {
	isoTime,
	simplifyOrder,
	simplifyProduct,
	simplifyReturn,
} from '../../nodes/shared/simplify';
import { asText } from '../../nodes/shared/text';

describe('isoTime', () => {
	it.each([
		[1774965600, '2026-03-31T14:00:00Z'],
		['1774965600', '2026-03-31T14:00:00Z'],
		[0, undefined],
		['', undefined],
		[undefined, undefined],
		[null, undefined],
		['soon', undefined],
		[1e20, undefined],
		['Infinity', undefined],
		[{}, undefined],
	])('of %j is %s', (seconds, expected) => {
		expect(isoTime(seconds)).toBe(expected);
	});
});

describe('asText', () => {
	it.each([
		[undefined, ''],
		[null, ''],
		['a', 'a'],
		[0, '0'],
		[false, 'false'],
		[['a'], '["a"]'],
		[{ a: 1 }, '{"a":1}'],
		[() => 1, ''],
	])('of %p is %j', (value, expected) => {
		expect(asText(value)).toBe(expected);
	});
});

describe('simplifyOrder', () => {
	const line = (changes: IDataObject = {}): IDataObject => ({
		id: '1',
		product_id: 'p',
		product_name: 'Mug',
		sku_id: 's',
		sku_name: 'Blue',
		seller_sku: 'MUG-B',
		sale_price: '9.90',
		original_price: '12.00',
		currency: 'EUR',
		display_status: 'AWAITING_SHIPMENT',
		package_id: 'pk',
		tracking_number: '',
		is_gift: false,
		...changes,
	});

	it('shows an order at a glance', () => {
		const order: IDataObject = {
			id: '576461413038785752',
			status: 'AWAITING_SHIPMENT',
			create_time: 1774965600,
			update_time: 1774965660,
			paid_time: 1774965620,
			rts_sla_time: 1775000000,
			payment: { currency: 'EUR', total_amount: '19.80', sub_total: '19.80', tax: '0' },
			recipient_address: {
				name: 'A** B**',
				phone_number: '(+49)1**',
				full_address: 'Street 1',
				postal_code: '10115',
				region_code: 'DE',
			},
			payment_method_name: 'Card',
			user_id: 'u',
			buyer_email: '',
			is_cod: false,
			packages: [{ id: 'pk' }],
			line_items: [line(), line({ id: '2' })],
			something_new: 'x',
		};
		expect(simplifyOrder(order)).toEqual({
			id: '576461413038785752',
			status: 'AWAITING_SHIPMENT',
			created: '2026-03-31T14:00:00Z',
			updated: '2026-03-31T14:01:00Z',
			paid: '2026-03-31T14:00:20Z',
			shipBy: '2026-03-31T23:33:20Z',
			currency: 'EUR',
			total: '19.80',
			subtotal: '19.80',
			tax: '0',
			paymentMethod: 'Card',
			buyerId: 'u',
			recipient: 'A** B**',
			phone: '(+49)1**',
			address: 'Street 1',
			postalCode: '10115',
			country: 'DE',
			isCashOnDelivery: false,
			packageIds: ['pk'],
			lineItems: [
				{
					ids: ['1', '2'],
					quantity: 2,
					productId: 'p',
					productName: 'Mug',
					skuId: 's',
					skuName: 'Blue',
					sellerSku: 'MUG-B',
					price: '9.90',
					originalPrice: '12.00',
					currency: 'EUR',
					status: 'AWAITING_SHIPMENT',
					packageId: 'pk',
				},
			],
		});
	});

	it.each([
		['SKU', { sku_id: 'other' }],
		['price', { sale_price: '0' }],
		['status', { display_status: 'CANCELLED' }],
		['being a gift', { is_gift: true }],
	])('keeps lines apart that differ in %s', (_name, changes) => {
		const { lineItems } = simplifyOrder({ line_items: [line(), line(changes), line()] });
		const quantities = (lineItems as IDataObject[]).map(({ quantity }) => quantity);
		expect(quantities).toEqual([2, 1]);
	});

	it('counts every unit once', () => {
		const unit = fc.record({
			id: fc.uuid(),
			sku_id: fc.constantFrom('a', 'b'),
			sale_price: fc.constantFrom('1', '2'),
		});
		fc.assert(
			fc.property(fc.array(unit), (units) => {
				const { lineItems } = simplifyOrder({ line_items: units });
				const lines = lineItems as Array<{ quantity: number; ids: string[] }>;
				expect(lines.flatMap(({ ids }) => ids).sort()).toEqual(units.map(({ id }) => id).sort());
				expect(lines.every(({ ids, quantity }) => ids.length === quantity)).toBe(true);
			}),
		);
	});
});

describe('simplifyProduct', () => {
	it('shows a product at a glance', () => {
		expect(
			simplifyProduct({
				id: '1',
				title: 'Mug',
				status: 'ACTIVATE',
				create_time: 1774965600,
				category_chains: [
					{ id: '10', local_name: 'Home', is_leaf: false },
					{ id: '11', local_name: 'Mugs', is_leaf: true },
				],
				brand: { id: 'b', name: 'Brand' },
				sales_regions: ['GB'],
				main_images: [{ urls: ['https://a/1', 'https://a/2'] }, { urls: ['https://b/1'] }, {}],
				skus: [
					{
						id: '7',
						seller_sku: 'MUG',
						sales_attributes: [{ value_name: 'Blue' }, { value_name: 'L' }],
						price: { sale_price: '9.90', tax_exclusive_price: '8.00', currency: 'GBP' },
						inventory: [
							{ warehouse_id: 'w1', quantity: 3 },
							{ warehouse_id: 'w2', quantity: 4 },
						],
					},
					{ id: '8', price: { tax_exclusive_price: '8.00' } },
				],
			}),
		).toEqual({
			id: '1',
			title: 'Mug',
			status: 'ACTIVATE',
			created: '2026-03-31T14:00:00Z',
			category: 'Home > Mugs',
			categoryId: '11',
			brand: 'Brand',
			salesRegions: ['GB'],
			images: ['https://a/1', 'https://b/1'],
			skus: [
				{
					id: '7',
					sellerSku: 'MUG',
					name: 'Blue, L',
					price: '9.90',
					currency: 'GBP',
					quantity: 7,
					inventory: [
						{ warehouseId: 'w1', quantity: 3 },
						{ warehouseId: 'w2', quantity: 4 },
					],
				},
				{ id: '8', price: '8.00', quantity: 0, inventory: [] },
			],
		});
	});
});

describe('simplifyReturn', () => {
	it('shows a return at a glance', () => {
		expect(
			simplifyReturn({
				return_id: 'r',
				order_id: 'o',
				return_type: 'REFUND',
				return_status: 'RETURN_OR_REFUND_REQUEST_PENDING',
				return_reason: 'code',
				return_reason_text: 'Broken',
				create_time: 1774965600,
				refund_amount: { refund_total: '9.90', currency: 'GBP' },
				seller_next_action_response: [{ action: 'SELLER_RESPOND', deadline: 1774965660 }],
				return_line_items: [
					{ return_line_item_id: 'l', sku_id: 's', refund_amount: { refund_total: '9.90' } },
				],
			}),
		).toEqual({
			returnId: 'r',
			orderId: 'o',
			type: 'REFUND',
			status: 'RETURN_OR_REFUND_REQUEST_PENDING',
			reason: 'Broken',
			created: '2026-03-31T14:00:00Z',
			refundTotal: '9.90',
			currency: 'GBP',
			nextAction: 'SELLER_RESPOND',
			nextActionBy: '2026-03-31T14:01:00Z',
			lineItems: [{ id: 'l', skuId: 's', refundTotal: '9.90' }],
		});
	});
});

describe.each([
	['order', simplifyOrder],
	['product', simplifyProduct],
	['return', simplifyReturn],
])('a simplified %s', (_name, simplify) => {
	const names = [
		'payment',
		'recipient_address',
		'line_items',
		'packages',
		'skus',
		'category_chains',
		'main_images',
		'create_time',
		'refund_amount',
		'return_line_items',
		'seller_next_action_response',
		'brand',
		'price',
		'inventory',
		'urls',
	];

	it('comes from whatever TikTok sends, without empty columns and as plain JSON', () => {
		const tree = fc.letrec<{ value: unknown }>((tie) => ({
			value: fc.oneof(
				{ maxDepth: 4 },
				fc.constantFrom<unknown>('', 'x', '1774965600', 5, 1e20, null, undefined, true),
				fc.array(tie('value'), { maxLength: 3 }),
				fc.dictionary(fc.constantFrom(...names), tie('value'), { noNullPrototype: true }),
			),
		})).value;
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom(...names), tree, { noNullPrototype: true }),
				(record) => {
					const before = JSON.stringify(record);
					const simple = simplify(record as IDataObject);
					expect(JSON.stringify(record)).toBe(before);
					expect(Object.values(simple)).not.toContain(undefined);
					expect(Object.values(simple)).not.toContain('');
					expect(() => JSON.stringify(simple)).not.toThrow();
				},
			),
		);
	});
});
