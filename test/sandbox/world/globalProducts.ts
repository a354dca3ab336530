import { kept } from './kept';
import type { World } from './world';

export type GlobalStatus = 'PUBLISHED' | 'UNPUBLISHED' | 'DRAFT' | 'DELETED';

export interface SalesAttribute {
	id?: string;
	name?: string;
	value_id?: string;
	value_name?: string;
}

export interface GlobalSku {
	id: string;
	seller_sku?: string;
	price: { amount: string; currency: string };
	global_quantity?: number;
	inventory?: Array<{ global_warehouse_id: string; quantity: number }>;
	sales_attributes?: SalesAttribute[];
	external_global_sku_id?: string;
}

export interface LocalProduct {
	region: string;
	id: string;
	sku_mappings: Array<{ global_sku_id: string; local_sku_id: string }>;
}

export interface GlobalProduct {
	id: string;
	title: string;
	description: string;
	status: GlobalStatus;
	category: { id: string };
	brand?: { id: string };
	main_images: Array<{ uri: string }>;
	package_weight: { value: string; unit: string };
	skus: GlobalSku[];
	products: LocalProduct[];
	create_time: number;
	update_time: number;
	/** What is stored and given back without a look: attributes, certificates, video and so on. */
	rest: Record<string, unknown>;
}

const SEEDED = 24;
const STATUSES: GlobalStatus[] = ['UNPUBLISHED', 'PUBLISHED', 'DRAFT'];
const DAY = 86_400;

/** The global products of a seller and the ids given to them. */
export class GlobalShelf {
	readonly products = new Map<string, GlobalProduct>();
	private skus = 0;

	newId(): string {
		return String(1_729_592_969_712_207_000n + BigInt(this.products.size));
	}

	newSkuId(): string {
		this.skus += 1;
		return String(1_729_692_969_712_308_000n + BigInt(this.skus));
	}

	/** An id for an attribute or a value of the seller's own. */
	newValueId(): string {
		this.skus += 1;
		return String(7_272_008_676_829_824_000n + BigInt(this.skus));
	}
}

function seed(world: World): GlobalShelf {
	const shelf = new GlobalShelf();
	const [home] = world.all();
	if (home === undefined) return shelf;
	const locals = [...home.products.values()];
	for (let index = 0; index < SEEDED; index += 1) {
		const id = shelf.newId();
		const skus = ['Red', 'Blue'].map((colour) => ({
			id: shelf.newSkuId(),
			seller_sku: `G-${index}-${colour}`,
			price: { amount: `${10 + index}.50`, currency: 'USD' },
			global_quantity: 100 + index,
			sales_attributes: [
				{ id: '100000', name: 'Color', value_id: `100000${colour.length}`, value_name: colour },
			],
			inventory: home.shop.warehouses
				.slice(0, 1)
				.map((each) => ({ global_warehouse_id: each.id, quantity: 100 + index })),
		}));
		const status = STATUSES[index % STATUSES.length] ?? 'UNPUBLISHED';
		const local = status === 'PUBLISHED' ? locals[index] : undefined;
		const created = (locals[0]?.create_time ?? 1_700_000_000) - (SEEDED - index) * DAY;
		shelf.products.set(id, {
			id,
			title: `Global candle no. ${index + 1} “Sea Breeze”`,
			description: '<p>Burns for 40 hours</p>',
			status,
			category: { id: '853256' },
			brand: { id: '7082427311584347905' },
			main_images: [{ uri: `tos-sandbox/global-${index}` }],
			package_weight: { value: '0.5', unit: 'KILOGRAM' },
			skus,
			products: local
				? [
						{
							region: home.shop.region,
							id: local.id,
							sku_mappings: skus.map((sku, at) => ({
								global_sku_id: sku.id,
								local_sku_id: (local.skus[at] ?? local.skus[0])?.id ?? '',
							})),
						},
					]
				: [],
			create_time: created,
			update_time: created,
			rest: {},
		});
	}
	return shelf;
}

export const shelfOf = kept<World, GlobalShelf>(seed);
