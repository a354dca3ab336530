import type { IDataObject } from 'n8n-workflow';

import { inWords } from '../../shared/choices';
import { listOf } from '../../shared/simplify';
import { asText as text } from '../../shared/text';
import { chooseTree } from './categoryTree';
import { IS_ID, searchOf } from './lookup';

/** More names than this at once are of no use in a list. */
const SHOWN_CATEGORIES = 200;

/** The categories that can hold products, each with the path that leads to it. */
function leavesWithPath(categories: IDataObject[]): IDataObject[] {
	const byId = new Map(categories.map((category) => [text(category.id), category]));
	const pathOf = (category: IDataObject, below: string[] = []): string[] => {
		const path = [text(category.local_name), ...below];
		const parent = byId.get(text(category.parent_id));
		// A tree that runs in a circle must not hang the list.
		return parent === undefined || path.length > byId.size ? path : pathOf(parent, path);
	};
	return categories
		.filter(({ is_leaf }) => is_leaf === true)
		.map((category) => ({ ...category, path: pathOf(category).join(' › ') }));
}

const toCategory = ({ id, path, permission_statuses }: IDataObject) => {
	const statuses = Array.isArray(permission_statuses) ? permission_statuses.map(text) : [];
	const open = statuses.length === 0 || statuses.includes('AVAILABLE');
	return { name: open ? text(path) : `${text(path)} (needs approval)`, value: text(id) };
};

const searchCategories = searchOf({
	action: 'Get many categories',
	scope: 'seller.product.basic',
	items: 'categories',
	// A keyword would leave out the parents, which the path is made of.
	request: async ({ client, shop }) => ({
		method: 'GET',
		path: '/product/202309/categories',
		query: { category_version: await chooseTree(client, shop) },
	}),
	arrange: leavesWithPath,
	toItem: toCategory,
	chunk: SHOWN_CATEGORIES,
});

const searchGlobalCategories = searchOf({
	action: 'Get many global categories',
	scope: 'seller.global_product.category.info',
	shop: 'none',
	items: 'categories',
	request: async ({ client }) => ({
		method: 'GET',
		path: '/product/202309/global_categories',
		query: { category_version: await chooseTree(client) },
	}),
	arrange: leavesWithPath,
	toItem: toCategory,
	chunk: SHOWN_CATEGORIES,
});

const searchBrands = searchOf({
	action: 'Get many brands',
	scope: 'seller.product.basic',
	items: 'brands',
	request: ({ filter, pageToken }) => ({
		method: 'GET',
		path: '/product/202309/brands',
		query: { page_size: 100, page_token: pageToken, brand_name: filter || undefined },
	}),
	filtersItself: () => true,
	toItem: ({ id, name, authorized_status, is_t1_brand }) => ({
		name:
			is_t1_brand === true && authorized_status !== 'AUTHORIZED'
				? `${text(name)} (needs authorization)`
				: text(name),
		value: text(id),
	}),
});

const searchGlobalProducts = searchOf({
	action: 'Get many global products',
	scope: 'seller.global_product.info',
	shop: 'none',
	items: 'global_products',
	request: ({ pageToken }) => ({
		method: 'POST',
		path: '/product/202312/global_products/search',
		query: { page_size: 100, page_token: pageToken },
		body: {},
	}),
	toItem: ({ id, title, status }) => ({
		name: `${text(title)} (${inWords(text(status))})`,
		value: text(id),
	}),
});

const searchGlobalSkus = searchOf({
	action: 'Get a global product',
	scope: 'seller.global_product.info',
	shop: 'none',
	items: 'skus',
	request: ({ read }) => ({
		method: 'GET',
		path: '/product/202309/global_products/{global_product_id}',
		pathParameters: { global_product_id: read('globalProductId', 'Global Product') },
	}),
	toItem: ({ id, seller_sku, sales_attributes }) => {
		const values = listOf(sales_attributes).map(({ value_name }) => text(value_name));
		const words = [text(seller_sku), ...values].filter(Boolean);
		return { name: words.join(' · ') || text(id), value: text(id) };
	},
});

const searchGlobalWarehouses = searchOf({
	action: 'Get many global warehouses',
	scope: 'seller.shop.info',
	shop: 'none',
	items: 'global_warehouses',
	request: () => ({ method: 'GET', path: '/logistics/202309/global_warehouses' }),
	toItem: ({ id, name }) => ({ name: text(name), value: text(id) }),
});

/** The name in any of the languages a contact is kept in. */
const nameOf = (contact: IDataObject) => {
	const [profile = {}] = listOf(contact.regional_profiles);
	return [text(profile.name), text(profile.email)].filter(Boolean).join(' · ');
};

const searchManufacturers = searchOf({
	action: 'Get many manufacturers',
	scope: 'seller.product.basic',
	shop: 'none',
	items: 'manufacturers',
	request: ({ filter, pageToken }) => ({
		method: 'POST',
		path: '/product/202501/compliance/manufacturers/search',
		query: { page_size: 100, page_token: pageToken },
		body: filter === '' ? {} : { keyword: filter },
	}),
	filtersItself: () => true,
	toItem: (contact) => ({ name: nameOf(contact), value: text(contact.id) }),
});

const searchResponsiblePersons = searchOf({
	action: 'Get many responsible persons',
	scope: 'seller.product.basic',
	shop: 'none',
	items: 'responsible_persons',
	request: ({ filter, pageToken }) => ({
		method: 'POST',
		path: '/product/202501/compliance/responsible_persons/search',
		query: { page_size: 100, page_token: pageToken },
		body: filter === '' ? {} : { keyword: filter },
	}),
	filtersItself: () => true,
	toItem: (contact) => ({ name: nameOf(contact), value: text(contact.id) }),
});

const searchSizeCharts = searchOf({
	action: 'Get many size charts',
	scope: 'seller.product.basic',
	shop: 'none',
	items: 'size_chart',
	request: ({ filter, pageToken }) => ({
		method: 'POST',
		path: '/product/202407/sizecharts/search',
		query: { page_size: 100, page_token: pageToken },
		body: filter === '' ? {} : IS_ID.test(filter) ? { ids: [filter] } : { keyword: filter },
	}),
	filtersItself: () => true,
	toItem: ({ template_id, template_name }) => ({
		name: text(template_name),
		value: text(template_id),
	}),
});

export const catalogueLists = {
	searchBrands,
	searchCategories,
	searchGlobalCategories,
	searchGlobalProducts,
	searchGlobalSkus,
	searchGlobalWarehouses,
	searchManufacturers,
	searchResponsiblePersons,
	searchSizeCharts,
};
