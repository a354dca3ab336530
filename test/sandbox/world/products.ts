import { ids } from './ids';
import { money } from './money';
import { Random } from './random';
import type { Image, Product, ProductStatus, Shop, Sku } from './types';

const titles = [
	'Soy candle “Sea Breeze” 🕯️',
	"Women's winter crochet cardigan",
	'ผ้าไหมไทย ลายดอกไม้',
	'Áo dài lụa tơ tằm thêu hoa',
	'Tas rajut <handmade> 100% katun',
	'Straßenschuhe Größe 42 – wasserdicht',
	'手作りの湯呑み (2個セット)',
	'Kids\' T-shirt 👕 "Rocket 🚀"',
	'Café moído & açúcar demerara',
	'Phone case 5.5" / clear',
];

const colours = ['Red', 'Midnight blue', 'Grün', 'สีขาว', 'Đen'];
const sizes = ['S', 'M', 'L', 'XL', '42 ½'];

const statuses: ProductStatus[] = [
	'ACTIVATE',
	'ACTIVATE',
	'ACTIVATE',
	'SELLER_DEACTIVATED',
	'ACTIVATE',
	'DRAFT',
	'ACTIVATE',
	'PENDING',
	'ACTIVATE',
	'PLATFORM_DEACTIVATED',
	'ACTIVATE',
	'FAILED',
	'ACTIVATE',
	'FREEZE',
	'ACTIVATE',
	'DELETED',
];

const DAY = 86_400;

function image(product: string, index: number): Image {
	const uri = `tos-sandbox/${product}-${index}`;
	const url = `https://images.example.com/${uri}`;
	return {
		height: 600,
		width: 600,
		uri,
		urls: [`${url}~origin.jpeg`],
		thumb_urls: [`${url}~resize-300.jpeg`],
	};
}

function makeSku(shop: Shop, random: Random, product: number, index: number, many: boolean): Sku {
	const price = Math.max(1, Math.round(shop.market.price * (0.5 + random.next() * 2)));
	const amount = money(price, shop.market.decimals);
	const colour = colours[index % colours.length] ?? 'Red';
	const size = sizes[(product + index) % sizes.length] ?? 'M';
	const warehouses = shop.warehouses.filter((each) => each.type === 'SALES_WAREHOUSE');
	return {
		id: ids.sku(shop.number, product, index),
		seller_sku: `${shop.region}-${product}-${size}/${index} é`,
		price: { currency: shop.market.currency, tax_exclusive_price: amount, sale_price: amount },
		inventory: warehouses
			.slice(0, product % 3 === 0 ? 2 : 1)
			.map((each) => ({ warehouse_id: each.id, quantity: random.between(1, 400) })),
		sales_attributes: many
			? [
					{ id: '100000', name: 'Color', value_id: `1000${index}`, value_name: colour },
					{ id: '100007', name: 'Size', value_id: `2000${index}`, value_name: size },
				]
			: [],
		identifier_code: { code: random.digits(13), type: 'EAN' },
		status_info: { status: 'NORMAL' },
	};
}

const CATEGORY = { id: '853000', parent_id: '851848', local_name: 'Home & living', is_leaf: true };

/** Product `index` of a shop; the lower the index, the newer it is. `startedAt` in seconds. */
export function makeProduct(seed: number, shop: Shop, index: number, startedAt: number): Product {
	const random = new Random(seed, 'product', shop.id, index);
	const id = ids.product(shop.number, index);
	const created = startedAt - (index + 2) * DAY - random.between(0, DAY);
	const status = statuses[index % statuses.length] ?? 'ACTIVATE';
	const count = (index % 5) + 1;
	const title = titles[index % titles.length] ?? 'Product';
	return {
		id,
		title: `${title} ${index + 1}`,
		status,
		description: `<p>${title}</p><ul><li>Made by hand</li><li>Ships in 2 days</li></ul>`,
		category_version: shop.region === 'US' ? 'v2' : 'v1',
		category_chains: [CATEGORY],
		brand: { id: '7082427311584347905', name: 'Wick & Co™' },
		main_images: [image(id, 0), image(id, 1)],
		package_dimensions: {
			length: '10',
			width: '12',
			height: '8',
			unit: shop.market.sizeUnit === 'CM' ? 'CENTIMETER' : 'INCH',
		},
		package_weight: {
			value: '0.5',
			unit: shop.market.weightUnit === 'GRAM' ? 'KILOGRAM' : 'POUND',
		},
		skus: Array.from({ length: count }, (_, sku) => makeSku(shop, random, index, sku, count > 1)),
		sales_regions: [shop.region],
		is_cod_allowed: false,
		is_not_for_sale: false,
		listing_quality_tier: random.pick(['POOR', 'FAIR', 'GOOD'] as const),
		audit: {
			status: status === 'PENDING' ? 'AUDITING' : status === 'FAILED' ? 'FAILED' : 'APPROVED',
		},
		audit_failed_reasons:
			status === 'FAILED'
				? [{ position: 'Title', reasons: ['Forbidden word'], suggestions: ['Change it'] }]
				: [],
		product_attributes: [
			{ id: '100392', name: 'Occasion', values: [{ id: '1000068', name: 'Birthday' }] },
		],
		has_draft: status === 'DRAFT',
		create_time: created,
		update_time: created + random.between(0, DAY),
	};
}
