import type { JsonObject } from '../json';
import { project } from '../project';
import { refusal } from '../errors';
import { ids } from '../world/ids';
import type { Product } from '../world/types';
import { among, pageAnswer, searchPage } from './searching';
import type { Call, Handlers } from './types';

const DAY = 86_400;

interface Goods {
	id: string;
	index: number;
	product: Product;
	reference_code: string;
}

/** Every other live product lies in warehouses of TikTok. */
function goodsOf({ home }: Call): Goods[] {
	return [...home.products.values()]
		.filter(({ status }) => status === 'ACTIVATE')
		.filter((_, index) => index % 2 === 0)
		.map((product, index) => ({
			id: ids.goods(home.shop.number, index),
			index,
			product,
			reference_code: `REF-${index + 1}`,
		}));
}

function warehousesOf({ home }: Call) {
	return home.shop.warehouses
		.filter(({ type }) => type === 'SALES_WAREHOUSE')
		.map(({ id, address }, index) => ({
			fbt_warehouse_id: ids.fbtWarehouse(home.shop.number, index),
			warehouse_ids: [id],
			name: `FBT ${address.city}`,
			type: 'PLATFORM_WAREHOUSE',
			subscribed: true,
			addresses: [
				{
					postal_code: address.postal_code,
					region_code: address.region_code,
					state: address.state,
					district: '',
					city: address.city,
					address_line_1: address.address_line1,
					address_line_2: '',
					address_line_3: '',
				},
			],
			logistics_services: [{ id: '1', name: 'Standard', subscribed: true }],
		}));
}

/** What changed the stock of goods in a warehouse: an inbound order, then an order of a buyer. */
function recordsOf(call: Call) {
	const { number } = call.home.shop;
	const now = call.sandbox.clock.seconds();
	return goodsOf(call).flatMap((goods) =>
		warehousesOf(call).flatMap(({ fbt_warehouse_id: warehouse }, place) => {
			const received = 50 + goods.index * 3;
			const sold = 1 + goods.index;
			const step = goods.index * 10 + place;
			const record = (
				at: number,
				type: string,
				order: string,
				initial: number,
				changed: number,
			) => ({
				goods: { id: goods.id, reference_code: goods.reference_code, name: goods.product.title },
				fbt_warehouse_id: warehouse,
				order: { id: order, type },
				create_time: at,
				inventory_goods_type: 'NORMAL',
				initial_on_hand_quantity: initial,
				final_on_hand_quantity: initial + changed,
				changed_quantity: changed,
			});
			const inbound = ids.inbound(number, goods.index);
			const consigned = ids.order(number, goods.index);
			return [
				record(now - 20 * DAY - step, 'INBOUND_ORDER', inbound, 0, received),
				record(now - 2 * DAY - step, 'CONSIGN_ORDER', consigned, received, -sold),
			];
		}),
	);
}

function inventoryOf(call: Call) {
	const records = recordsOf(call);
	return goodsOf(call).flatMap(({ id, product, reference_code }) =>
		warehousesOf(call).map(({ fbt_warehouse_id }) => {
			const total = records
				.filter((each) => each.goods.id === id && each.fbt_warehouse_id === fbt_warehouse_id)
				.reduce((sum, { changed_quantity }) => sum + changed_quantity, 0);
			const stock = {
				total_quantity: total,
				available_quantity: total - 2,
				reserved_quantity: 2,
				unfulfillable_quantity: 0,
			};
			return {
				id: `${id}${fbt_warehouse_id}`,
				goods: {
					id,
					reference_code,
					name: product.title,
					skus: product.skus.slice(0, 1).map((sku) => ({ id: sku.id, on_hand_detail: stock })),
				},
				fbt_warehouse_id,
				in_transit_quantity: 0,
				on_hand_detail: stock,
			};
		}),
	);
}

function inboundOrder(call: Call, id: string): JsonObject | undefined {
	const goods = goodsOf(call).find(({ index }) => ids.inbound(call.home.shop.number, index) === id);
	const [warehouse] = warehousesOf(call);
	if (goods === undefined || warehouse === undefined) return undefined;
	const arrived = call.sandbox.clock.seconds() - 20 * DAY - goods.index * 10;
	const quantity = 50 + goods.index * 3;
	const skus = goods.product.skus.slice(0, 1).map((sku) => sku.id);
	return project(call.operation.response?.inbound_orders?.fields, {
		id,
		type: 'REPLENISHMENT',
		merchant: { id: call.home.shop.id, name: call.home.shop.name },
		create_time: arrived - 5 * DAY,
		ship_time: arrived - 3 * DAY,
		expect_arrive_time: arrived,
		actual_arrive_time: arrived,
		warehouse,
		planned_goods: [
			{
				id: goods.id,
				reference_code: goods.reference_code,
				name: goods.product.title,
				quantity,
				sku_ids: skus,
			},
		],
		received_batches: [
			{
				id: `${id}-1`,
				goods_id: goods.id,
				normal_quantity: quantity,
				defective_quantity: 0,
				product_ids: [goods.product.id],
				sku_ids: skus,
				total_quantity: quantity,
			},
		],
		order_operation_logs: [
			{ operate_time: arrived - 5 * DAY, order_status: 'WORKING' },
			{ operate_time: arrived, order_status: 'RECEIVED' },
		],
		carriers: [{ carrier_name: 'Royal Parcel', tracking_number: `RP${goods.index}` }],
	});
}

function paged<T>(
	call: Call,
	list: string,
	rows: T[],
	idOf: (row: T) => string,
	timeOf: (row: T) => number = () => 0,
): JsonObject {
	rows.sort((a, b) => timeOf(a) - timeOf(b) || (idOf(a) < idOf(b) ? -1 : 1));
	const found = searchPage(call, rows, {
		value: timeOf,
		id: idOf,
		order: 'DESC',
		defaultSize: 20,
	});
	return pageAnswer(call, found, list, (row) => row as object);
}

function shownGoods({ id, product, reference_code }: Goods, region: string) {
	const picture = product.main_images[0]?.urls[0] ?? '';
	const size = { width: '12', length: '10', height: '8', unit: 'CENTIMETER' };
	const physical = { weight: { value: '500', unit: 'GRAM' }, dimension: size };
	return {
		id,
		name: product.title,
		barcodes: [{ code: product.skus[0]?.identifier_code.code ?? '', type: 'EAN' }],
		reference_code,
		image_url: picture,
		merchant_declaration_info: physical,
		warehouse_confirmation_info: physical,
		skus: product.skus.slice(0, 1).map((sku) => ({
			id: sku.id,
			name: sku.seller_sku,
			image_url: picture,
			product: { id: product.id, name: product.title, image_url: picture },
			regions: [region],
			matched: true,
		})),
		lot_expiration_info: { is_lot_control: false, is_expiration_management: false },
	};
}

export const fbt: Handlers = {
	'fulfilled-by-tiktok-fbt.get-fbt-merchant-onboarded-regions': ({ home }) => ({
		onboarded_regions: [{ region_code: home.shop.region }],
	}),
	'fulfilled-by-tiktok-fbt.get-fbt-warehouse-list': (call) => ({
		warehouses: warehousesOf(call).map((each) => ({ ...each })),
	}),
	'fulfilled-by-tiktok-fbt.get-inbound-order': (call) => {
		const wanted = call.query.ids as string[];
		return {
			inbound_orders: wanted
				.map((id) => inboundOrder(call, id))
				.filter((each): each is JsonObject => each !== undefined),
		};
	},
	'fulfilled-by-tiktok-fbt.search-fbt-inventory-record': (call) => {
		const { create_time_ge: from = 0, create_time_le: until = Infinity } = call.body;
		const goods = among(call, 'goods_ids');
		const warehouses = among(call, 'fbt_warehouse_ids');
		const rows = recordsOf(call).filter(
			(each) =>
				goods(each.goods.id) &&
				warehouses(each.fbt_warehouse_id) &&
				each.create_time >= Number(from) &&
				each.create_time <= Number(until),
		);
		const idOf = (each: (typeof rows)[number]) => each.order.id + each.fbt_warehouse_id;
		return paged(call, 'inventory_records', rows, idOf, ({ create_time }) => create_time);
	},
	'fulfilled-by-tiktok-fbt.search-fbt-inventory': (call) => {
		if (call.body.goods_ids && call.body.sku_ids) {
			throw refusal(36009004, 'Only goods_ids or sku_ids can be given.');
		}
		const goods = among(call, 'goods_ids');
		const skus = among(call, 'sku_ids');
		const warehouses = among(call, 'fbt_warehouse_ids');
		const rows = inventoryOf(call).filter(
			(each) =>
				goods(each.goods.id) &&
				warehouses(each.fbt_warehouse_id) &&
				each.goods.skus.some((sku) => skus(sku.id)),
		);
		return paged(call, 'inventory', rows, ({ id }) => id);
	},
	'fulfilled-by-tiktok-fbt.search-goods-info': (call) => {
		const goods = among(call, 'goods_ids');
		const products = among(call, 'product_ids');
		const codes = among(call, 'reference_codes');
		const skus = among(call, 'sku_ids');
		const rows = goodsOf(call)
			.filter(
				(each) =>
					goods(each.id) &&
					products(each.product.id) &&
					codes(each.reference_code) &&
					each.product.skus.slice(0, 1).some((sku) => skus(sku.id)),
			)
			.map((each) => shownGoods(each, call.home.shop.region));
		return paged(call, 'goods', rows, ({ id }) => id);
	},
};
