import type { IDataObject } from 'n8n-workflow';

import { apiRequests, byId, operate, type World } from '../support';
import { NODE, type Cases } from './case';

const nothing = byId('={{ $json.nothing }}');

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

let count = 0;

const NEW = () => ({
	title: `Autumn ${(count += 1)} & more`,
	activityType: 'DIRECT_DISCOUNT',
	productLevel: 'PRODUCT',
	beginTime: inDays(2),
	endTime: inDays(5),
});

const run = async (world: World, operation: string, parameters: IDataObject) => {
	const execution = await operate(world, { resource: 'promotion', operation, ...parameters });
	expect(execution.error).toBeUndefined();
	return execution.json(NODE)[0] ?? {};
};

const create = async (world: World, parameters: IDataObject = {}) =>
	String((await run(world, 'create', { ...NEW(), ...parameters })).activity_id);

const live = async ({ sandbox }: World) => {
	const all = await sandbox.control.products();
	const [product] = all.filter(({ status, skus }) => status === 'ACTIVATE' && skus.length > 1);
	if (product === undefined) throw new Error('There is no live product with SKUs');
	return product;
};

const get = async (world: World, id: string) => await run(world, 'get', { activityId: byId(id) });

const withProduct = async (world: World) => {
	const id = await create(world);
	const product = await live(world);
	const products = { product: [{ productId: product.id, discount: '15' }] };
	await run(world, 'updateProducts', { activityId: byId(id), products });
	return { id, product };
};

const sentTo = async (world: World, end: string) =>
	(await apiRequests(world)).filter(({ path }) => path.endsWith(end));

const bodyOf = (sent?: { body: string }) => JSON.parse(sent?.body ?? '{}') as IDataObject;

export const cases: Cases = {
	'promotion.create': {
		good: () => ({
			parameters: {
				...NEW(),
				activityType: 'BUY_MORE_SAVE_MORE',
				productLevel: 'SHOP',
				tiers: {
					tier: [
						{
							tier: 1,
							thresholdType: 'MINIMAL_ITEM_QUANTITY',
							thresholdValue: '2',
							type: 'PERCENTAGE_OFF',
							value: '5',
						},
						{
							tier: 2,
							thresholdType: 'MINIMAL_ITEM_QUANTITY',
							thresholdValue: '3',
							type: 'PERCENTAGE_OFF',
							value: '10',
						},
					],
				},
				additionalFields: { participationLimit: 'BUYER_LIMIT_ONLY_ONE' },
			},
			check: async (execution, world) => {
				const [made] = execution.json(NODE);
				expect(made).toMatchObject({ status: 'NOT_START' });
				expect(await get(world, String(made?.activity_id))).toMatchObject({
					type: 'BUY_MORE_SAVE_MORE',
					usesPerBuyer: 'BUYER_LIMIT_ONLY_ONE',
					discount: { bmsm_discount: { details: [{ tier: 1 }, { tier: 2, value: '10' }] } },
				});
			},
		}),
		bad: {
			parameters: { ...NEW(), beginTime: inDays(5), endTime: inDays(2) },
			message: 'End must be after Start',
		},
	},
	'promotion.deactivate': {
		good: async (world) => {
			const { id } = await withProduct(world);
			return {
				parameters: { activityId: byId(id) },
				check: async (execution) => {
					expect(execution.json(NODE)).toMatchObject([{ activity_id: id, status: 'DEACTIVATED' }]);
					expect((await get(world, id)).status).toBe('DEACTIVATED');
				},
			};
		},
		bad: { parameters: { activityId: nothing }, message: 'Promotion is empty' },
	},
	'promotion.get': {
		good: async (world) => {
			const { id, product } = await withProduct(world);
			return {
				parameters: { activityId: byId(id) },
				check: (execution) => {
					expect(execution.json(NODE)).toMatchObject([
						{
							id,
							status: 'NOT_START',
							start: expect.stringMatching(/^\d{4}-.*Z$/),
							products: [{ id: product.id, discount: '15', quantityLimit: -1 }],
						},
					]);
				},
			};
		},
		bad: { parameters: { activityId: byId('a/b') }, message: 'Promotion is not an ID' },
	},
	'promotion.getMany': {
		good: () => ({
			parameters: { returnAll: true },
			check: async (execution, world) => {
				const found = execution.json(NODE);
				expect(found.length).toBeGreaterThan(100);
				expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
				const states = new Set(found.map(({ status }) => status));
				for (const state of ['ONGOING', 'NOT_START', 'EXPIRED', 'DEACTIVATED']) {
					expect(states).toContain(state);
				}
				const pages = (await sentTo(world, '/activities/search')).map(bodyOf);
				expect(pages).toEqual([
					{ page_size: 100 },
					{ page_size: 100, page_token: expect.stringMatching(/\S/) },
				]);
			},
		}),
		bad: { parameters: { limit: 'many' }, message: 'Limit must be a whole number' },
	},
	'promotion.update': {
		good: async (world) => {
			const id = await create(world, {
				activityType: 'SHIPPING_DISCOUNT',
				productLevel: 'SHOP',
				shippingBenefit: 'FREE_SHIPPING',
				shippingArea: 'SPECIFIC_AREAS',
				shippingAreas: 'Northern Ireland, Wales',
			});
			const title = `Renamed ${id}`;
			return {
				parameters: {
					activityId: byId(id),
					title,
					durationType: 'INDEFINITE',
					discountKind: 'shipping',
					shippingBenefit: 'DISCOUNT_SHIPPING_FEE',
					shippingValue: '1.50',
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toMatchObject([{ activity_id: id, title }]);
					const [sent] = await sentTo(world, `/activities/${id}`);
					expect(bodyOf(sent)).toEqual({
						title,
						duration_type: 'INDEFINITE',
						begin_time: 0,
						end_time: 0,
						discount: {
							shipping_discount: {
								type: 'DISCOUNT_SHIPPING_FEE',
								value: '1.50',
								threshold_type: 'NO_THRESHOLD',
								area_scope: { type: 'WHOLE' },
								shipping_method: 'STANDARD_SHIPPING',
								inventory_type: 'SELF_FULFILLED',
							},
						},
					});
					expect(await get(world, id)).toMatchObject({ status: 'ONGOING', duration: 'INDEFINITE' });
				},
			};
		},
		bad: {
			parameters: {
				activityId: byId('7136104329798256386'),
				title: 'x'.repeat(51),
				beginTime: inDays(1),
				endTime: inDays(2),
			},
			message: 'Title is too long',
		},
	},
	'promotion.updateProducts': {
		good: async (world) => {
			const id = await create(world, { activityType: 'FIXED_PRICE', productLevel: 'VARIATION' });
			const product = await live(world);
			const [sku] = product.skus;
			return {
				parameters: {
					activityId: byId(id),
					products: {
						product: [
							{
								productId: product.id,
								skus: { sku: [{ skuId: sku?.id, price: '1.50', quantityLimit: 20 }] },
							},
						],
					},
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toMatchObject([
						{ activity_id: id, status: 'NOT_START', total_count: 1 },
					]);
					expect((await get(world, id)).products).toMatchObject([
						{ id: product.id, skus: [{ id: sku?.id, price: '1.50', quantityLimit: 20 }] },
					]);
				},
			};
		},
		bad: {
			parameters: {
				activityId: byId('7136104329798256386'),
				products: { product: [{ productId: '1729592969712207008', quantityLimit: 0 }] },
			},
			message: 'Quantity Limit cannot be 0',
		},
	},
	'promotion.removeProducts': {
		good: async (world) => {
			const { id, product } = await withProduct(world);
			return {
				parameters: { activityId: byId(id), productIds: product.id },
				check: async (execution) => {
					expect(execution.json(NODE)).toMatchObject([{ activity_id: id, status: 'DRAFT' }]);
					expect((await get(world, id)).products).toBeUndefined();
				},
			};
		},
		bad: {
			parameters: { activityId: byId('7136104329798256386') },
			message: 'Product IDs and SKU IDs are both empty',
		},
	},
	'coupon.get': {
		good: async (world) => {
			const coupons = await operate(world, { resource: 'coupon', operation: 'getMany' });
			const [coupon] = coupons.json(NODE);
			return {
				parameters: { couponId: byId(String(coupon?.id)) },
				check: (execution) => {
					expect(execution.json(NODE)).toMatchObject([
						{ id: coupon?.id, claimed: expect.any(Number), redeemed: expect.any(Number) },
					]);
				},
			};
		},
		bad: { parameters: { couponId: nothing }, message: 'Coupon is empty' },
	},
	'coupon.getMany': {
		good: () => ({
			parameters: {
				returnAll: true,
				filters: { status: ['ONGOING', 'EXPIRED'], displayType: ['PROMO_CODE'], title: 'Coupon' },
			},
			check: async (execution, world) => {
				const found = execution.json(NODE);
				expect(found.length).toBeGreaterThan(1);
				for (const { status, promoCode } of found) {
					expect(['ONGOING', 'EXPIRED']).toContain(status);
					expect(promoCode).toMatch(/^SAVE/);
				}
				const [sent] = await sentTo(world, '/coupons/search');
				expect(sent?.query.page_size).toBe('100');
			},
		}),
		bad: {
			parameters: { filters: { title: 'x'.repeat(101) } },
			message: 'Title is too long',
		},
	},
};
