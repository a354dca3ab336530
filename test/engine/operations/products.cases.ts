import type { IDataObject } from 'n8n-workflow';

import type { Product } from '../../sandbox';
import { apiRequests, byId, operate, type World } from '../support';
import { NODE, type Case, type Cases } from './case';
import { uploadPictures } from './pictures';

const LEAF = '853256';

const items = (products: Array<{ id: string }>) =>
	products.map(({ id: productId }) => ({ json: { productId } }));

const eachProduct = { productId: { __rl: true, mode: 'id', value: '={{ $json.productId }}' } };

const badProduct = {
	parameters: { productId: byId('a/b') },
	message: 'Product is not an ID',
};

async function productsIn({ sandbox }: World, status: Product['status']): Promise<Product[]> {
	return (await sandbox.control.products()).filter((product) => product.status === status);
}

async function oneLive(world: World): Promise<Product> {
	const [product] = await productsIn(world, 'ACTIVATE');
	if (product === undefined) throw new Error('No live product');
	return product;
}

/** The only request of the run, past the reading of the shops. */
async function onlyRequest(world: World, path: string | RegExp) {
	const all = await apiRequests(world);
	const sent = all.filter((request) => request.path.match(path) !== null);
	expect(sent).toHaveLength(1);
	const [request] = sent;
	if (request === undefined) throw new Error(`No request to ${String(path)}`);
	return { ...request, json: JSON.parse(request.body || '{}') as IDataObject };
}

/** Changes the state of 25 products with two requests. */
function batched(
	from: Product['status'],
	to: Product['status'],
	path: string,
	method = 'POST',
): Case {
	return {
		good: async (world) => {
			const products = (await world.sandbox.control.products()).slice(0, 25);
			for (const { id } of products) await world.sandbox.control.setProductStatus(id, from);
			return {
				parameters: eachProduct,
				input: items(products),
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual(
						products.map(({ id }) => ({ product_id: id, success: true })),
					);
					const sent = (await apiRequests(world)).filter(
						(request) => request.path === path && request.method === method,
					);
					expect(sent).toHaveLength(2);
					for (const { id } of products) {
						expect((await world.sandbox.control.product(id))?.status).toBe(to);
						await world.sandbox.control.setProductStatus(id, 'ACTIVATE');
					}
				},
			};
		},
		bad: badProduct,
	};
}

/** Reads something of as many live products with as few requests. */
function advised(path: string, max: number, property: string): Case {
	return {
		good: async (world) => {
			const live = (await productsIn(world, 'ACTIVATE')).slice(0, 25);
			return {
				parameters: eachProduct,
				input: items(live),
				check: async (execution) => {
					const found = execution.json(NODE);
					expect(found.map(({ id }) => id)).toEqual(live.map(({ id }) => id));
					for (const entry of found) expect(entry[property]).not.toHaveLength(0);
					const sent = (await apiRequests(world)).filter((request) => request.path === path);
					expect(sent).toHaveLength(Math.ceil(live.length / max));
				},
			};
		},
		bad: badProduct,
	};
}

/** A product as a person fills it in. */
export async function filledIn(world: World): Promise<IDataObject> {
	const uris = await uploadPictures(world, 3);
	const [home] = await world.sandbox.control.shops();
	const warehouse = await operate(world, { resource: 'warehouse', operation: 'getMany' });
	const warehouseId = String(warehouse.json(NODE)[0]?.id);
	const sku = (valueName: string, amount: string) => ({
		sellerSku: `TEE-${valueName}`,
		amount,
		currency: home?.currency,
		inventory: { stock: [{ warehouseId: byId(warehouseId), quantity: 12 }] },
		salesAttributes: { attribute: [{ attributeName: 'Scent', valueName }] },
		more: { identifierCode: `40000000000${valueName.length}`, identifierType: 'EAN' },
	});
	return {
		title: 'Soy candle with sea salt and driftwood, 220 g',
		description: '<p>Burns for 40 hours</p>',
		categoryId: byId(LEAF),
		mainImages: uris.join(', '),
		packageWeight: '0.45',
		weightUnit: 'KILOGRAM',
		skus: { sku: [sku('Sea', '19.90'), sku('Forest', '21.50')] },
	};
}

const bodyOf = (product: Product): IDataObject => ({
	title: product.title,
	description: product.description,
	category_id: LEAF,
	main_images: product.main_images.map(({ uri }) => ({ uri })),
	package_weight: product.package_weight,
	skus: product.skus.map(({ id, seller_sku, sales_attributes }) => ({
		id,
		seller_sku,
		sales_attributes: sales_attributes.map((each) => ({
			id: each.id,
			value_id: each.value_id,
			value_name: each.value_name,
		})),
	})),
});

export const cases: Cases = {
	'product.create': {
		good: async (world) => {
			const before = await world.sandbox.control.products();
			return {
				parameters: {
					...(await filledIn(world)),
					additionalFields: {
						packageDimensions: {
							values: { length: '10', width: '12', height: '9', unit: 'CENTIMETER' },
						},
						productAttributes: {
							attribute: [
								{
									attributeId: '100392',
									values: { value: [{ valueId: '1000068' }, { valueName: 'Housewarming' }] },
								},
							],
						},
						externalProductId: 'erp-77',
					},
				},
				check: async (execution) => {
					const [made] = execution.json(NODE);
					const product = await world.sandbox.control.product(String(made?.product_id));
					expect(product).toMatchObject({
						title: 'Soy candle with sea salt and driftwood, 220 g',
						status: 'PENDING',
						audit: { status: 'AUDITING' },
						package_dimensions: { length: '10', width: '12', height: '9', unit: 'CENTIMETER' },
						external_product_id: 'erp-77',
					});
					expect(product?.skus.map(({ price }) => price.sale_price)).toEqual(['19.90', '21.50']);
					expect(product?.skus[0]?.inventory[0]?.quantity).toBe(12);
					expect(product?.skus[0]?.sales_attributes[0]).toMatchObject({
						name: 'Scent',
						value_name: 'Sea',
					});
					expect(product?.product_attributes[0]?.values).toHaveLength(2);
					expect(await world.sandbox.control.products()).toHaveLength(before.length + 1);
					const { json } = await onlyRequest(world, /^\/product\/202309\/products$/);
					expect(json.category_version).toBe('v1');
					expect(json.idempotency_key).toMatch(/^[0-9a-f]{40}$/);
				},
			};
		},
		bad: {
			parameters: {
				title: 'A candle',
				description: 'Burns',
				categoryId: byId(LEAF),
				mainImages: 'tos-sandbox/a',
				packageWeight: 'heavy',
			},
			message: 'Package Weight is not an amount: "heavy"',
		},
	},
	'product.checkListing': {
		good: async (world) => {
			const parameters = await filledIn(world);
			return {
				parameters: { ...parameters, mainImages: 'tos-elsewhere/a, tos-elsewhere/b' },
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([
						{
							check_result: 'FAILED',
							fail_reasons: [{ code: 12052300, message: 'product main image uri illegal' }],
						},
					]);
				},
			};
		},
		bad: {
			parameters: {
				title: 'A candle',
				description: 'Burns',
				categoryId: byId(LEAF),
				mainImages: Array.from({ length: 10 }, (_, index) => `tos/${index}`).join(),
				packageWeight: '1',
			},
			message: 'Main Images: TikTok takes 9 at once, not 10',
		},
	},
	'product.checkPrerequisites': {
		good: () => ({
			parameters: {},
			check: (execution) => {
				expect(execution.json(NODE)).toContainEqual({
					check_item: 'RETURN_WAREHOUSE',
					is_failed: false,
				});
			},
		}),
		bad: { withoutScope: 'seller.product.basic' },
	},
	'product.replace': {
		good: async (world) => {
			const product = await oneLive(world);
			const before = product.skus.map(({ price }) => price.sale_price);
			return {
				parameters: {
					productId: byId(product.id),
					inputMode: 'json',
					jsonBody: JSON.stringify({ ...bodyOf(product), title: 'A new title for the candle' }),
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toMatchObject([
						{ product_id: product.id, audit: { status: 'AUDITING' } },
					]);
					const shown = await world.sandbox.control.product(product.id);
					expect(shown?.title).toBe(product.title);
					const review = await operate(world, {
						resource: 'product',
						operation: 'get',
						productId: byId(product.id),
						simplify: false,
						options: { underReviewVersion: true },
					});
					expect(review.json(NODE)[0]?.title).toBe('A new title for the candle');
					await world.sandbox.control.setProductStatus(product.id, 'ACTIVATE');
					const live = await world.sandbox.control.product(product.id);
					expect(live?.title).toBe('A new title for the candle');
					expect(live?.skus.map(({ price }) => price.sale_price)).toEqual(before);
				},
			};
		},
		bad: {
			parameters: {
				productId: byId('1729592969712207008'),
				inputMode: 'json',
				jsonBody: '[1, 2]',
			},
			message: 'Body must be a JSON object',
		},
	},
	'product.update': {
		good: async (world) => {
			const product = await oneLive(world);
			return {
				parameters: {
					productId: byId(product.id),
					saveMode: 'AS_DRAFT',
					updateFields: {
						title: 'Only the title is new',
						packageWeight: { values: { packageWeight: '0.6', weightUnit: 'KILOGRAM' } },
					},
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toMatchObject([{ product_id: product.id }]);
					const { json } = await onlyRequest(world, /partial_edit$/);
					expect(json).toEqual({
						save_mode: 'AS_DRAFT',
						title: 'Only the title is new',
						package_weight: { value: '0.6', unit: 'KILOGRAM' },
					});
					const draft = await operate(world, {
						resource: 'product',
						operation: 'get',
						productId: byId(product.id),
						simplify: false,
						options: { draftVersion: true },
					});
					expect(draft.json(NODE)[0]).toMatchObject({
						title: 'Only the title is new',
						description: product.description,
						package_weight: { value: '0.6' },
					});
				},
			};
		},
		bad: {
			parameters: { productId: byId('1729592969712207008') },
			message: 'Update Fields is empty',
		},
	},
	'product.activate': batched('SELLER_DEACTIVATED', 'PENDING', '/product/202309/products/activate'),
	'product.deactivate': batched(
		'ACTIVATE',
		'SELLER_DEACTIVATED',
		'/product/202309/products/deactivate',
	),
	'product.delete': batched('ACTIVATE', 'DELETED', '/product/202309/products', 'DELETE'),
	'product.recover': batched('DELETED', 'SELLER_DEACTIVATED', '/product/202309/products/recover'),
	'product.get': {
		good: async (world) => {
			const product = await oneLive(world);
			return {
				parameters: { productId: byId(product.id) },
				check: (execution) => {
					const [found] = execution.json(NODE);
					expect(found).toMatchObject({ id: product.id, title: product.title });
					expect(found?.skus).toHaveLength(product.skus.length);
				},
			};
		},
		bad: {
			parameters: {
				productId: byId('1729592969712207008'),
				options: { draftVersion: true, underReviewVersion: true },
			},
			message: 'exclude each other',
		},
	},
	'product.getMany': {
		good: async (world) => {
			const live = await productsIn(world, 'ACTIVATE');
			const wanted = live.flatMap(({ skus }) => skus.slice(0, 1)).slice(0, 3);
			return {
				parameters: {
					returnAll: true,
					filters: {
						status: 'ACTIVATE',
						skuIds: wanted.map(({ id }) => id).join(', '),
						listingPlatforms: ['TIKTOK_SHOP'],
						categoryVersion: 'v1',
					},
				},
				check: async (execution) => {
					const found = execution.json(NODE).map(({ id }) => id);
					expect(found.sort()).toEqual(
						live
							.filter(({ skus }) => skus.some(({ id }) => wanted.some((sku) => sku.id === id)))
							.map(({ id }) => id)
							.sort(),
					);
					const { query } = await onlyRequest(world, /products\/search$/);
					expect(query.page_size).toBe('100');
				},
			};
		},
		bad: {
			parameters: { filters: { listingPlatforms: ['TOKOPEDIA'] } },
			message: 'Listing Platforms needs a Status',
		},
	},
	'product.updateInventory': {
		good: async (world) => {
			const live = await productsIn(world, 'ACTIVATE');
			const product = live.find(({ skus }) => (skus[0]?.inventory.length ?? 0) > 1);
			const [sku] = product?.skus ?? [];
			return {
				parameters: {
					productId: byId(String(product?.id)),
					skus: {
						sku: sku?.inventory.map(({ warehouse_id }, index) => ({
							skuId: sku.id,
							quantity: 70 + index,
							warehouseId: byId(warehouse_id),
							backorderQuantity: 5,
							handlingTime: 4,
						})),
					},
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const { json } = await onlyRequest(world, /inventory\/update$/);
					expect(json.skus).toHaveLength(1);
					const after = await world.sandbox.control.product(String(product?.id));
					expect(after?.skus[0]?.inventory).toMatchObject([
						{ quantity: 70, backorder_quantity: 5 },
						{ quantity: 71, handling_time: 4 },
					]);
				},
			};
		},
		bad: {
			parameters: {
				productId: byId('1729592969712207008'),
				skus: { sku: [{ skuId: '1729592969712207012', quantity: 0 }] },
			},
			message: 'Quantity must be a whole number from 1 to 99999, not 0',
		},
	},
	'product.updatePrice': {
		good: async (world) => {
			const product = await oneLive(world);
			const [sku] = product.skus;
			return {
				parameters: {
					productId: byId(product.id),
					skus: { sku: [{ skuId: sku?.id, amount: '23.95', currency: 'GBP' }] },
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const after = await world.sandbox.control.product(product.id);
					expect(after?.skus[0]?.price.sale_price).toBe('23.95');
				},
			};
		},
		bad: {
			parameters: {
				productId: byId('1729592969712207008'),
				skus: {
					sku: [
						{
							skuId: '1729592969712207012',
							amount: '1',
							listPrice: { values: { amount: '7600.01' } },
						},
					],
				},
			},
			message: 'Amount must be at most 7600',
		},
	},
	'product.getInventory': {
		good: async (world) => {
			const products = await world.sandbox.control.products();
			return {
				parameters: eachProduct,
				input: items(products),
				check: async (execution) => {
					const found = execution.json(NODE);
					expect(found.map(({ product_id }) => product_id)).toEqual(products.map(({ id }) => id));
					const [first] = found;
					expect(first?.skus).toHaveLength(products[0]?.skus.length ?? 0);
					const sent = (await apiRequests(world)).filter(({ path }) =>
						path.endsWith('/inventory/search'),
					);
					expect(sent).toHaveLength(Math.ceil(products.length / 100));
				},
			};
		},
		bad: {
			parameters: { productId: byId('1729592969712207008'), filters: { skuIds: '1, x/y' } },
			message: 'SKU IDs is not an ID',
		},
	},
	'product.getDiagnosis': advised('/product/202405/products/diagnoses', 200, 'diagnoses'),
	'product.getSeoWords': advised('/product/202405/products/seo_words', 20, 'id'),
	'product.getSuggestedTexts': advised('/product/202405/products/suggestions', 20, 'suggestions'),
	'product.diagnose': {
		good: async (world) => {
			const product = await oneLive(world);
			return {
				parameters: {
					categoryId: byId(LEAF),
					optimizationFields: ['TITLE'],
					additionalFields: { productId: byId(product.id), title: 'Short title' },
				},
				check: async (execution) => {
					const [found] = execution.json(NODE);
					expect(found?.diagnoses).toContainEqual(
						expect.objectContaining({
							field: 'TITLE',
							suggestion: expect.objectContaining({
								smart_texts: [{ text: expect.stringContaining('Short title') }],
							}),
						}),
					);
					const { json } = await onlyRequest(world, /diagnose_optimize$/);
					expect(json).toEqual({
						category_id: LEAF,
						optimization_fields: ['TITLE'],
						product_id: product.id,
						title: 'Short title',
					});
				},
			};
		},
		bad: { parameters: { categoryId: byId('candles & co') }, message: 'Category is not an ID' },
	},
	'product.getGlobalListingRules': {
		good: () => ({
			parameters: {},
			check: (execution) => {
				expect(execution.json(NODE)).toMatchObject([
					{
						listing_methods: ['LOCAL_REPLICATION'],
						inventory_rules: [{ allocation_mode: 'MANUAL' }, { allocation_mode: 'MANUAL' }],
					},
				]);
			},
		}),
		bad: { withoutScope: 'seller.product.basic' },
	},
};

async function replication(world: World, index: number) {
	const [home, other] = await world.sandbox.control.shops();
	const live = (await world.sandbox.control.products(home?.id)).filter(
		({ status }) => status === 'ACTIVATE',
	);
	const product = live[index];
	if (product === undefined) throw new Error('Too few live products');
	return {
		home,
		other,
		product,
		parameters: {
			shop: byId(String(home?.id)),
			productId: byId(product.id),
			targets: {
				target: [
					{
						region: 'DE',
						skus: {
							sku: product.skus.map(({ id }) => ({
								skuId: id,
								salePrice: '24.90',
								currency: 'EUR',
								inventory: { stock: [] },
							})),
						},
					},
				],
			},
		},
	};
}

/** Need a seller with shops in the United Kingdom and in Germany. */
export const globalSellerCases: Cases = {
	'product.replicate': {
		good: async (world) => {
			const { parameters, product, other } = await replication(world, 0);
			return {
				parameters,
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const copies = await world.sandbox.control.products(other?.id);
					const copy = copies.find(({ title }) => title === product.title && title !== '');
					expect(copy?.skus[0]?.price.currency).toBe('EUR');
				},
			};
		},
		bad: {
			parameters: { productId: byId('1729592969712207008'), targets: {} },
			message: 'Markets is empty',
		},
	},
	'product.getReplicas': {
		good: async (world) => {
			const { parameters, product, home, other } = await replication(world, 1);
			await operate(world, { resource: 'product', operation: 'replicate', ...parameters });
			return {
				parameters: { shop: byId(String(home?.id)), productId: byId(product.id) },
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([
						{
							region: 'DE',
							shop_id: other?.id,
							product_id: expect.stringMatching(/^\d{19}$/),
							product_status: 'PENDING',
						},
					]);
				},
			};
		},
		bad: badProduct,
	},
};

/** Need a shop in the United States. */
export const unitedStatesCases: Cases = {
	'product.upgradeCategories': {
		good: (world) => ({
			parameters: {},
			check: async (execution) => {
				expect(execution.json(NODE)).toEqual([{ success: true }]);
				for (const { category_version } of await productsIn(world, 'ACTIVATE')) {
					expect(category_version).toBe('v2');
				}
			},
		}),
		bad: { withoutScope: 'seller.product.basic' },
	},
};
