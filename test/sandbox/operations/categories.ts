import { refusal } from '../errors';
import type { JsonObject } from '../json';
import { project } from '../project';
import { ATTRIBUTES, categoriesOf, pathOf, type Category, type Tree } from '../world/categories';
import { kept } from '../world/kept';
import type { World } from '../world/world';
import { pageAnswer, searchPage } from './searching';
import type { Call, Handlers } from './types';

const EU = ['DE', 'ES', 'FR', 'IE', 'IT'];

/** US shops have v2, others v1; for the whole seller one US shop is enough (get-global-categories-202309). */
function treeOf(call: Call, wide: 'seller' | 'shop'): Tree {
	const asked = call.query.category_version ?? call.body.category_version ?? 'v1';
	const regions =
		wide === 'shop'
			? [call.home.shop.region]
			: call.sandbox.world.all().map(({ shop }) => shop.region);
	const right: Tree = regions.includes('US') ? 'v2' : 'v1';
	if (asked !== right) {
		throw refusal(12052217, `Incorrect category version. Specify 'category version=${right}'.`);
	}
	return right;
}

function leafOf(call: Call, tree: Tree, id = call.path.category_id ?? ''): Category {
	const found = categoriesOf(tree).find((each) => each.id === id);
	if (!found) throw refusal(12052023, 'Category does not exist');
	if (!found.is_leaf) throw refusal(12052024, 'Category is not final category');
	return found;
}

function list(wide: 'seller' | 'shop') {
	return (call: Call): JsonObject => {
		const { query, operation } = call;
		if (query.listing_platform === 'TOKOPEDIA' && call.home.shop.region !== 'ID') {
			throw refusal(12019210, 'publish param invalid');
		}
		const word = String(query.keyword ?? '').toLowerCase();
		const shown = categoriesOf(treeOf(call, wide)).filter(
			(each) =>
				each.local_name.toLowerCase().includes(word) &&
				(query.include_prohibited_categories === true ||
					!each.permission_statuses.includes('PROHIBITED')),
		);
		if (shown.length === 0) return {};
		return {
			categories: shown.map((each) => project(operation.response?.categories?.fields, each)),
		};
	};
}

function recommend(wide: 'seller' | 'shop') {
	return (call: Call): JsonObject => {
		const tree = treeOf(call, wide);
		const title = String(call.body.product_title).toLowerCase();
		const leaf = categoriesOf(tree).find(
			(each) =>
				each.is_leaf &&
				each.local_name
					.toLowerCase()
					.split(/[^a-z-]+/)
					.some((word) => word.length > 3 && title.includes(word.replace(/s$/, ''))),
		);
		if (!leaf) throw refusal(12019064, 'No matching categories. Provide the full product name.');
		const categories = pathOf(tree, leaf.id).map((each, index) => ({
			...each,
			name: each.local_name,
			level: index + 1,
		}));
		return project(call.operation.response, { leaf_category_id: leaf.id, categories });
	};
}

function attributes(wide: 'seller' | 'shop') {
	return (call: Call): JsonObject => {
		leafOf(call, treeOf(call, wide));
		const regions =
			wide === 'seller' ? { required_regions: ['GB'], optional_regions: ['US', 'DE'] } : {};
		return {
			attributes: ATTRIBUTES.map((each) =>
				project(call.operation.response?.attributes?.fields, { ...each, ...regions }),
			),
		};
	};
}

function rules(wide: 'seller' | 'shop') {
	return (call: Call): JsonObject => {
		const leaf = leafOf(call, treeOf(call, wide));
		if (wide === 'shop' && leaf.permission_statuses.includes('INVITE_ONLY')) {
			throw refusal(12052223, 'This category is restricted.');
		}
		const european = wide === 'shop' && EU.includes(call.home.shop.region);
		const wear = /shirt|cardigan|dress/i.test(leaf.local_name);
		return project(call.operation.response, {
			product_certifications: [
				{
					id: '602362',
					name: 'Safety data sheet',
					is_required: false,
					document_details: 'The sheet in the language of the market',
					sample_image_url: 'https://images.example.com/sheet.png',
					optional_regions: ['US'],
					requirement_conditions: [
						{
							region: 'IE',
							condition_type: 'VALUE_ID_MATCH',
							attribute_id: '101610',
							attribute_value_id: '1024358',
						},
					],
				},
			],
			size_chart: { is_supported: wear, is_required: wear },
			cod: { is_supported: false },
			package_dimension: { is_required: call.home.shop.region === 'US' },
			epr: { is_required: european },
			responsible_person: { is_required: european, required_regions: EU },
			manufacturer: { is_required: european, required_regions: EU },
			allowed_special_product_types: ['PRE_ORDER'],
		});
	};
}

interface Brand {
	id: string;
	name: string;
	authorized: boolean;
	top: boolean;
	number: number;
}

const BUILT_IN = 130;

function builtIn(): Brand[] {
	const first = { id: '7082427311584347905', name: 'Wick & Co™', authorized: true, top: false };
	const others = Array.from({ length: BUILT_IN }, (_, index) => ({
		id: String(7_082_427_311_000_000n + BigInt(index)),
		name: `${['Acme', 'Teas', 'Nordic', 'Öko'][index % 4] ?? 'Acme'} ${index + 1}`,
		authorized: index % 3 === 0,
		top: index % 5 === 0,
	}));
	return [first, ...others].map((each, number) => ({ ...each, number }));
}

const brandsOf = kept<World, Brand[]>(builtIn);

export const knowsBrand = (world: World, id: string) =>
	brandsOf(world).some((each) => each.id === id);

function listBrands(call: Call): JsonObject {
	const { query } = call;
	const tree = treeOf(call, 'shop');
	const category =
		query.category_id === undefined ? undefined : leafOf(call, tree, String(query.category_id));
	const start = String(query.brand_name ?? '').toLowerCase();
	const rows = brandsOf(call.sandbox.world).filter(
		(each) =>
			each.name.toLowerCase().startsWith(start) && (query.is_authorized !== '1' || each.authorized),
	);
	const found = searchPage(call, rows, {
		value: (each) => each.number,
		id: (each) => each.id,
		order: 'ASC',
		defaultSize: 20,
	});
	return pageAnswer(call, found, 'brands', (each) => ({
		id: each.id,
		name: each.name,
		authorized_status: each.authorized ? 'AUTHORIZED' : 'UNAUTHORIEZD',
		is_t1_brand: each.top,
		...(category && each.authorized ? { brand_status: 'AVAILABLE' } : {}),
	}));
}

function createBrand({ sandbox, body }: Call): JsonObject {
	const brands = brandsOf(sandbox.world);
	const name = String(body.name);
	if ([...name].length < 2) throw refusal(12052189, 'Brand names must be at least 2 characters.');
	if ([...name].length > 30) throw refusal(12052190, 'Brand names must not exceed 30 characters.');
	if (/\p{Extended_Pictographic}/u.test(name)) {
		throw refusal(12052191, "Brand names can't include special fonts or emoticons.");
	}
	if (/\d{5}/.test(name)) {
		throw refusal(12052192, "The brand name can't contain 5 or more consecutive numbers.");
	}
	if (brands.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
		throw refusal(12052205, 'This brand name already exists.');
	}
	const number = brands.length;
	const id = String(7_999_427_311_584_347_000n + BigInt(number));
	brands.push({ id, name, authorized: false, top: false, number });
	return { id };
}

export const categories: Handlers = {
	'products.get-categories': list('shop'),
	'products.get-global-categories': list('seller'),
	'products.recommend-category': recommend('shop'),
	'products.recommend-global-categories': recommend('seller'),
	'products.get-attributes': attributes('shop'),
	'products.get-global-attributes': attributes('seller'),
	'products.get-category-rules': rules('shop'),
	'products.get-global-category-rules': rules('seller'),
	'products.get-brands': listBrands,
	'products.create-custom-brands': createBrand,
};
