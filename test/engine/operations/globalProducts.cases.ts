import type { IDataObject } from 'n8n-workflow';

import { apiRequests, byId, operate, type World } from '../support';
import { NODE, type Cases } from './case';

/** The entries of an operation's list, all of them. */
async function all(world: World, resource: string, more: IDataObject = {}): Promise<IDataObject[]> {
	const found = await operate(world, { resource, operation: 'getMany', returnAll: true, ...more });
	expect(found.error).toBeUndefined();
	return found.json(NODE);
}

/** The ID of a global product in this status. */
async function idOf(world: World, status: string): Promise<string> {
	const [found] = await all(world, 'globalProduct', { filters: { status } });
	return String(found?.id);
}

/** A global product as TikTok tells of it. */
async function raw(world: World, id: unknown): Promise<IDataObject> {
	const found = await operate(world, {
		resource: 'globalProduct',
		operation: 'get',
		globalProductId: byId(String(id)),
		simplify: false,
	});
	return found.json(NODE)[0] ?? {};
}

async function firstWarehouse(world: World): Promise<string> {
	const [found] = (
		await operate(world, { resource: 'warehouse', operation: 'getManyGlobal' })
	).json(NODE);
	return String(found?.id);
}

const CANDLES = '853256';
const POWER_BANKS = '601756';

const person = {
	name: 'Máire Ní Bhriain',
	email: 'maire@example.com',
	countryCode: '+353',
	localNumber: '80915151',
	street: '63 Cardiff Lane',
	postalCode: 'D02 HD23',
	country: 'IE',
};

const maker = {
	name: 'Öko Werke',
	email: 'werke@example.com',
	address: 'Rosenstraße 7, München',
	countryCode: '+49',
	localNumber: '8912345678',
};

export const cases: Cases = {
	'category.getMany': {
		good: () => ({
			parameters: { filters: { keyword: 'cand', locale: 'de-DE', listingPlatform: 'TIKTOK_SHOP' } },
			check: async (execution, world) => {
				expect(execution.json(NODE)).toEqual([
					expect.objectContaining({ id: CANDLES, local_name: 'Candles & Holders', is_leaf: true }),
				]);
				const sent = (await apiRequests(world)).find(({ path }) => path.endsWith('/categories'));
				expect(sent?.query.category_version).toBe('v1');
			},
		}),
		bad: { withoutScope: 'seller.product.basic' },
	},
	'category.getManyGlobal': {
		good: () => ({
			parameters: { filters: { keyword: 'shirt', locale: 'en-US' } },
			check: (execution) => {
				expect(execution.json(NODE).map(({ local_name }) => local_name)).toEqual(['T-shirts']);
			},
		}),
		bad: { withoutScope: 'seller.global_product.category.info' },
	},
	'category.recommend': {
		good: () => ({
			parameters: {
				productTitle: 'Soy candle with the scent of the sea',
				additionalFields: {
					images: 'tos-sandbox/one, tos-sandbox/two',
					description: '<p>Burns for 40 hours</p>',
					includeProhibited: false,
				},
			},
			check: async (execution, world) => {
				expect(execution.json(NODE)[0]).toMatchObject({
					leaf_category_id: CANDLES,
					categories: [
						{ name: 'Home Supplies', level: 1 },
						{ name: 'Home Decor', level: 2 },
						{ name: 'Candles & Holders', level: 3, is_leaf: true },
					],
				});
				const sent = (await apiRequests(world)).find(({ method }) => method === 'POST');
				expect(JSON.parse(sent?.body ?? '')).toMatchObject({
					category_version: 'v1',
					images: [{ uri: 'tos-sandbox/one' }, { uri: 'tos-sandbox/two' }],
				});
			},
		}),
		bad: {
			parameters: { productTitle: 'A', additionalFields: { description: 'x'.repeat(10_001) } },
			message: 'Description is too long',
		},
	},
	'category.recommendGlobal': {
		good: () => ({
			parameters: { productTitle: 'Cardigan, hand-made' },
			check: (execution) => {
				expect(execution.json(NODE)[0]?.leaf_category_id).toBe('601265');
			},
		}),
		bad: { parameters: { productTitle: ' ' }, message: 'Product Title is empty' },
	},
	'category.getAttributes': {
		good: () => ({
			parameters: { categoryId: byId(CANDLES), options: { locale: 'fr-FR' } },
			check: (execution) => {
				const attributes = execution.json(NODE);
				expect(attributes.map(({ type }) => type)).toContain('SALES_PROPERTY');
				expect(attributes.find(({ id }) => id === '100392')?.values).toContainEqual({
					id: '1000068',
					name: 'Birthday',
				});
			},
		}),
		bad: { parameters: { categoryId: byId('={{ "" }}') }, message: 'Category is empty' },
	},
	'category.getGlobalAttributes': {
		good: () => ({
			parameters: { categoryId: byId(CANDLES) },
			check: (execution) => {
				expect(execution.json(NODE)[0]).toMatchObject({ required_regions: ['GB'] });
			},
		}),
		bad: { parameters: { categoryId: byId('6 1') }, message: 'Global Category is not an ID' },
	},
	'category.getRules': {
		good: () => ({
			parameters: { categoryId: byId('601226') },
			check: (execution) => {
				expect(execution.json(NODE)).toEqual([
					expect.objectContaining({
						size_chart: { is_supported: true, is_required: true },
						responsible_person: { is_required: false },
					}),
				]);
			},
		}),
		bad: { parameters: { categoryId: byId('a,b') }, message: 'Category is not an ID' },
	},
	'category.getGlobalRules': {
		good: () => ({
			parameters: { categoryId: byId(POWER_BANKS), options: { locale: 'en-US' } },
			check: (execution) => {
				expect(execution.json(NODE)[0]?.manufacturer).toMatchObject({
					required_regions: ['DE', 'ES', 'FR', 'IE', 'IT'],
				});
			},
		}),
		bad: {
			parameters: { categoryId: byId('={{ "" }}') },
			message: 'Global Category is empty',
		},
	},
	'brand.getMany': {
		good: () => ({
			parameters: { returnAll: true, filters: { categoryId: byId(CANDLES), isAuthorized: '0' } },
			check: async (execution, world) => {
				const brands = execution.json(NODE);
				expect(brands).toHaveLength(131);
				expect(brands[0]).toMatchObject({ name: 'Wick & Co™', brand_status: 'AVAILABLE' });
				const sent = (await apiRequests(world)).filter(({ path }) => path.endsWith('/brands'));
				expect(sent).toHaveLength(2);
				expect(sent.map(({ query }) => query.page_size)).toEqual(['100', '100']);
			},
		}),
		bad: { parameters: { filters: { categoryId: byId('x y') } }, message: 'Category is not an ID' },
	},
	'brand.create': {
		good: () => ({
			parameters: { name: 'Seaside Wicks' },
			check: async (execution, world) => {
				const found = await all(world, 'brand', { filters: { brandName: 'seaside' } });
				expect(found).toEqual([
					expect.objectContaining({ id: execution.json(NODE)[0]?.id, name: 'Seaside Wicks' }),
				]);
			},
		}),
		bad: { parameters: { name: 'x'.repeat(31) }, message: 'Name is too long' },
	},
	'sizeChart.getMany': {
		good: () => ({
			parameters: { limit: 3, filters: { keyword: 'shoes', locales: ['en-GB', 'de-DE'] } },
			check: (execution) => {
				const charts = execution.json(NODE);
				expect(charts).toHaveLength(3);
				expect(charts[0]).toMatchObject({
					template_name: 'Shoes 2',
					images: [{ locale: 'en-GB' }, { locale: 'de-DE' }],
				});
			},
		}),
		bad: {
			parameters: {
				filters: { ids: Array.from({ length: 51 }, (_, index) => String(index)).join() },
			},
			message: 'Size Chart IDs: TikTok takes 50 at once, not 51',
		},
	},
	'manufacturer.create': {
		good: () => ({
			parameters: {
				...maker,
				additionalFields: { locale: 'de-DE', registeredTradeName: 'Öko Werke GmbH' },
			},
			check: async (execution, world) => {
				const { manufacturer_id } = execution.json(NODE)[0] ?? {};
				const found = await all(world, 'manufacturer', {
					filters: { ids: manufacturer_id, locales: ['de-DE'] },
				});
				expect(found).toEqual([
					{
						id: manufacturer_id,
						regional_profiles: [
							{
								locale: 'de-DE',
								name: maker.name,
								registered_trade_name: 'Öko Werke GmbH',
								email: maker.email,
								phone_number: {
									availability: 'AVAILABLE',
									country_code: '+49',
									local_number: '8912345678',
								},
								address: maker.address,
							},
						],
					},
				]);
			},
		}),
		bad: {
			parameters: { ...maker, localNumber: '12 34' },
			message: 'Phone Number must have 7 to 20 digits',
		},
	},
	'manufacturer.getMany': {
		good: () => ({
			parameters: { limit: 1, filters: { keyword: 'candle works' } },
			check: async (execution, world) => {
				expect(execution.json(NODE)[0]?.regional_profiles).toHaveLength(1);
				const sent = (await apiRequests(world)).find(({ path }) => path.endsWith('/search'));
				expect(sent?.query).not.toHaveProperty('shop_cipher');
			},
		}),
		bad: {
			parameters: { filters: { keyword: 'x'.repeat(201) } },
			message: 'Keyword is too long',
		},
	},
	'manufacturer.update': {
		good: async (world) => {
			const [first] = await all(world, 'manufacturer');
			return {
				parameters: {
					manufacturerId: byId(String(first?.id)),
					updateFields: {
						locale: 'fr-FR',
						name: 'Les Bougies',
						phone: { value: { availability: 'UNAVAILABLE' } },
					},
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const [changed] = await all(world, 'manufacturer', {
						filters: { ids: first?.id, locales: ['fr-FR', 'en-IE'] },
					});
					expect(changed?.regional_profiles).toMatchObject([
						{ locale: 'fr-FR', name: 'Les Bougies', phone_number: { availability: 'UNAVAILABLE' } },
						{ locale: 'en-IE', name: 'Candle Works' },
					]);
				},
			};
		},
		bad: {
			parameters: { manufacturerId: byId('66d3cbe4d9c8b09ddca932a7'), updateFields: {} },
			message: 'There is nothing to change',
		},
	},
	'responsiblePerson.create': {
		good: () => ({
			parameters: { ...person, additionalFields: { city: 'Dublin' } },
			check: async (execution, world) => {
				const ids = execution.json(NODE)[0]?.responsible_person_id;
				const [found] = await all(world, 'responsiblePerson', { filters: { ids } });
				expect(found?.regional_profiles).toMatchObject([
					{
						name: person.name,
						phone_number: { country_code: '+353', local_number: '80915151' },
						address: { street_address_line1: '63 Cardiff Lane, Dublin', country: 'IE' },
					},
				]);
			},
		}),
		bad: { parameters: { ...person, email: 'maire' }, message: 'Email is not an email address' },
	},
	'responsiblePerson.getMany': {
		good: () => ({
			parameters: { filters: { keyword: 'aoife', locales: ['it-IT'] } },
			check: (execution) => {
				expect(execution.json(NODE)[0]?.regional_profiles).toMatchObject([
					{ locale: 'it-IT', name: 'Aoife Byrne' },
				]);
			},
		}),
		bad: { parameters: { filters: { ids: 'a/b' } }, message: 'IDs is not an ID' },
	},
	'responsiblePerson.update': {
		good: async (world) => {
			const [first] = await all(world, 'responsiblePerson');
			const ids = String(first?.id);
			return {
				parameters: {
					responsiblePersonId: byId(ids),
					updateFields: {
						locale: 'en-IE',
						address: { value: { street: '1 Main Street', postalCode: 'T12', country: 'IE' } },
						phone: { value: { countryCode: '+353', localNumber: '80915152' } },
					},
				},
				check: async () => {
					const [changed] = await all(world, 'responsiblePerson', { filters: { ids } });
					expect(changed?.regional_profiles).toMatchObject([
						{
							name: 'Aoife Byrne',
							address: { street_address_line1: '1 Main Street', postal_code: 'T12' },
							phone_number: { local_number: '80915152' },
						},
					]);
				},
			};
		},
		bad: {
			parameters: {
				responsiblePersonId: byId('66d3cbe4d9c8b09ddca932a7'),
				updateFields: { address: { value: { street: '', postalCode: 'T12', country: 'IE' } } },
			},
			message: 'Street Address is empty',
		},
	},
	'globalProduct.create': {
		good: async (world) => {
			const warehouse = await firstWarehouse(world);
			const [chart] = await all(world, 'sizeChart');
			const [contact] = await all(world, 'manufacturer');
			return {
				parameters: {
					title: 'Soy candle “Storm”, large',
					description: '<p>Burns for <b>60</b> hours</p>',
					categoryId: byId(CANDLES),
					mainImages: 'tos-sandbox/first, tos-sandbox/second',
					packageWeight: '0.75',
					skus: {
						sku: [
							{
								sellerSku: 'STORM-RED',
								amount: '19.90',
								currency: 'USD',
								salesAttributes: {
									attribute: [
										{ attributeId: '100000', valueName: 'Red', imageUri: 'tos-sandbox/red' },
									],
								},
								inventory: {
									warehouse: [{ globalWarehouseId: byId(warehouse), quantity: 40 }],
								},
								more: {
									identifierCode: '4006381333931',
									identifierType: 'EAN',
									unitCount: '0.5',
									extraIdentifierCodes: '4006381333948, 4006381333955',
									externalSkuId: 'erp-1',
								},
							},
							{
								sellerSku: 'STORM-OWN',
								amount: '21',
								currency: 'USD',
								salesAttributes: {
									attribute: [{ attributeName: 'Mood', valueName: 'Grey' }],
								},
								more: { globalQuantity: 7 },
							},
						],
					},
					additionalFields: {
						brandId: byId('7082427311584347905'),
						sizeChartTemplateId: byId(String(chart?.template_id)),
						manufacturerIds: contact?.id,
						externalProductId: 'erp-main',
						locale: 'en-GB',
						videoId: '1729',
						packageDimensions: { value: { length: '10', width: '12', height: '8' } },
						productAttributes: {
							attribute: [
								{
									attributeId: '101610',
									values: { value: [{ valueId: '1000059' }, { valueName: 'None at all' }] },
								},
							],
						},
						certifications: {
							certification: [
								{
									certificationId: '602362',
									images: 'tos-sandbox/proof',
									files: { file: [{ fileId: '99', fileName: 'proof.pdf' }] },
								},
							],
						},
						manufacturer: {
							value: { name: 'Wick', address: 'Dublin', phone: '+353 1', email: 'w@example.com' },
						},
					},
				},
				check: async (execution) => {
					const [made] = execution.json(NODE);
					expect(made?.global_skus).toHaveLength(2);
					const stored = await raw(world, made?.global_product_id);
					expect(stored).toMatchObject({
						title: 'Soy candle “Storm”, large',
						main_images: [{ uri: 'tos-sandbox/first' }, { uri: 'tos-sandbox/second' }],
						package_weight: { value: '0.75', unit: 'KILOGRAM' },
						package_dimensions: { length: '10', width: '12', height: '8', unit: 'CENTIMETER' },
						category: { id: CANDLES },
						external_global_product_id: 'erp-main',
						source_locale: 'en-GB',
						certifications: [{ id: '602362', files: [{ id: '99', format: 'PDF' }] }],
						skus: [
							{
								seller_sku: 'STORM-RED',
								price: { amount: '19.90', currency: 'USD' },
								identifier_code: { code: '4006381333931', type: 'EAN' },
								inventory: [{ global_warehouse_id: warehouse, quantity: 40 }],
								sku_unit_count: '0.5',
							},
							{ seller_sku: 'STORM-OWN', global_quantity: 7 },
						],
					});
				},
			};
		},
		bad: {
			parameters: {
				title: 'Candle',
				description: 'Text',
				categoryId: byId(CANDLES),
				mainImages: 'tos-sandbox/first',
				packageWeight: '0.5',
				skus: { sku: [{ amount: '1,5', currency: 'USD' }] },
			},
			message: 'Price is not an amount: "1,5"',
		},
	},
	'globalProduct.get': {
		good: async (world) => {
			const id = await idOf(world, 'PUBLISHED');
			return {
				parameters: { globalProductId: byId(id) },
				check: (execution) => {
					const [product] = execution.json(NODE);
					expect(product).toMatchObject({ id, localProducts: [{ region: 'GB' }] });
					expect(product?.created).toMatch(/^\d{4}-.*Z$/);
					expect(product?.skus).toMatchObject([{ name: 'Red', currency: 'USD' }, { name: 'Blue' }]);
				},
			};
		},
		bad: { parameters: { globalProductId: byId('17 29') }, message: 'Global Product is not an ID' },
	},
	'globalProduct.getMany': {
		good: () => ({
			parameters: {
				returnAll: true,
				filters: { status: 'PUBLISHED', createdAfter: '2020-01-01T00:00:00' },
			},
			check: async (execution, world) => {
				const found = execution.json(NODE);
				expect(found.length).toBeGreaterThan(3);
				expect(found.every(({ status }) => status === 'PUBLISHED')).toBe(true);
				const sent = (await apiRequests(world)).find(({ path }) => path.endsWith('/search'));
				expect(sent?.query).toMatchObject({ page_size: '100' });
				expect(sent?.query).not.toHaveProperty('shop_cipher');
			},
		}),
		bad: {
			parameters: { filters: { createdAfter: 'yesterday' } },
			message: 'Created After is not a date',
		},
	},
	'globalProduct.replace': {
		good: async (world) => {
			const id = await idOf(world, 'PUBLISHED');
			const before = await raw(world, id);
			const [kept] = before.skus as IDataObject[];
			return {
				parameters: {
					globalProductId: byId(id),
					title: 'Soy candle, now with a lid',
					description: '<p>New</p>',
					categoryId: byId('853000'),
					mainImages: ['tos-sandbox/lid'],
					packageWeight: '1.2',
					skus: {
						sku: [
							{
								skuId: kept?.id,
								sellerSku: 'LID',
								amount: '25.00',
								currency: 'USD',
								more: { salePrices: { price: [{ region: 'JP', amount: '3000' }] } },
							},
						],
					},
				},
				check: async (execution) => {
					expect(execution.json(NODE)[0]?.publish_results).toMatchObject([
						{ region: 'GB', status: 'SUCCESS' },
					]);
					const after = await raw(world, id);
					expect(after.skus).toMatchObject([{ id: kept?.id, seller_sku: 'LID' }]);
					expect(after).not.toHaveProperty('brand');
					const [local] = before.products as IDataObject[];
					const found = (await world.sandbox.control.products()).find(
						(product) => product.id === local?.id,
					);
					expect(found?.title).toBe('Soy candle, now with a lid');
				},
			};
		},
		bad: {
			parameters: {
				globalProductId: byId('1729'),
				title: 'Candle',
				description: 'Text',
				categoryId: byId(CANDLES),
				mainImages: Array.from({ length: 10 }, (_, index) => `uri-${index}`).join(),
				packageWeight: '0.5',
				skus: { sku: [{ amount: '1', currency: 'USD' }] },
			},
			message: 'Main Images: TikTok takes 9 at once, not 10',
		},
	},
	'globalProduct.update': {
		good: async (world) => {
			const id = await idOf(world, 'UNPUBLISHED');
			const before = await raw(world, id);
			const skus = (before.skus as IDataObject[]).map(({ id: skuId }, index) => ({
				skuId,
				sellerSku: 'N',
				salesAttributes: { attribute: [{ attributeId: '100000', valueName: `Hue ${index}` }] },
			}));
			return {
				parameters: {
					globalProductId: byId(id),
					updateFields: { title: 'A better title', skus: { sku: skus } },
				},
				check: async (_, { sandbox }) => {
					const after = await raw(world, id);
					expect(after).toMatchObject({
						title: 'A better title',
						description: before.description,
						category: before.category,
					});
					expect((after.skus as IDataObject[]).map(({ price }) => price)).toEqual(
						(before.skus as IDataObject[]).map(({ price }) => price),
					);
					const sent = (await sandbox.control.requests()).find(({ method }) => method === 'PUT');
					expect(Object.keys(JSON.parse(sent?.body ?? '') as object)).toEqual(['skus', 'title']);
				},
			};
		},
		bad: {
			parameters: {
				globalProductId: byId('1729'),
				updateFields: {
					packageDimensions: { value: { length: '10.5', width: '12', height: '8' } },
				},
			},
			message: 'Package Dimensions: length must be whole centimeters, not 10.5',
		},
	},
	'globalProduct.updateInventory': {
		good: async (world) => {
			const id = await idOf(world, 'UNPUBLISHED');
			const skus = (await raw(world, id)).skus as IDataObject[];
			const globalWarehouseId = byId(await firstWarehouse(world));
			return {
				parameters: {
					globalProductId: byId(id),
					globalSkus: {
						stock: skus.map((sku, index) => ({
							globalSkuId: byId(String(sku.id)),
							globalWarehouseId,
							quantity: index,
						})),
					},
				},
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual([{ success: true }]);
					const after = (await raw(world, id)).skus as IDataObject[];
					expect(after.map(({ inventory }) => inventory)).toEqual(
						after.map((_, quantity) => [
							{ global_warehouse_id: globalWarehouseId.value, quantity },
						]),
					);
				},
			};
		},
		bad: {
			parameters: {
				globalProductId: byId('1729'),
				globalSkus: {
					stock: [{ globalSkuId: byId('1'), globalWarehouseId: byId('2'), quantity: -1 }],
				},
			},
			message: 'Quantity must be a whole number from 0',
		},
	},
	'globalProduct.publish': {
		good: async (world) => {
			const id = await idOf(world, 'UNPUBLISHED');
			const [first] = (await raw(world, id)).skus as IDataObject[];
			const sku = { globalSkuId: byId(String(first?.id)) };
			return {
				parameters: {
					globalProductId: byId(id),
					publishTarget: {
						market: [
							{
								region: 'GB',
								skus: {
									sku: [
										{
											...sku,
											price: { value: { salePrice: '9.99', currency: 'GBP' } },
											inventory: { value: { quantity: 5 } },
											fees: {
												fee: [{ type: 'PFAND', amount: '0.25', additionalAttribute: 'REUSABLE' }],
											},
										},
									],
								},
							},
							{ region: 'JP', skus: { sku: [sku] } },
						],
					},
				},
				check: async (execution, { sandbox }) => {
					const [{ products, publish_result } = {}] = execution.json(NODE);
					expect(publish_result).toMatchObject([
						{ region: 'GB', status: 'SUCCESS' },
						{ region: 'JP', status: 'FAILED' },
					]);
					const [local] = products as IDataObject[];
					const found = (await sandbox.control.products()).find(({ id }) => id === local?.id);
					expect(found).toMatchObject({
						status: 'PENDING',
						skus: [
							{ price: { sale_price: '9.99', currency: 'GBP' }, inventory: [{ quantity: 5 }] },
						],
					});
					expect(await raw(world, id)).toMatchObject({ products: [{ id: local?.id }] });
				},
			};
		},
		bad: {
			parameters: {
				globalProductId: byId('1729'),
				publishTarget: {
					market: [{ region: 'GB', skus: { sku: [{ globalSkuId: byId('a b') }] } }],
				},
			},
			message: 'Global SKU is not an ID',
		},
	},
	'globalProduct.delete': {
		good: async (world) => {
			const found = await all(world, 'globalProduct', { filters: { status: 'DRAFT' } });
			const ids = found.map(({ id }) => String(id));
			return {
				parameters: { globalProductId: byId('={{ $json.id }}') },
				input: ids.map((id) => ({ json: { id } })),
				check: async (execution) => {
					expect(execution.json(NODE)).toEqual(
						ids.map((global_product_id) => ({ global_product_id, success: true })),
					);
					const sent = (await apiRequests(world)).filter(({ method }) => method === 'DELETE');
					expect(sent).toHaveLength(1);
					expect(await all(world, 'globalProduct', { filters: { status: 'DRAFT' } })).toEqual([]);
				},
			};
		},
		bad: { parameters: { globalProductId: byId('x/y') }, message: 'Global Product is not an ID' },
	},
};
