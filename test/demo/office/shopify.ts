import type { IDataObject, INodeType } from 'n8n-workflow';

import {
	actionNode,
	choicesOf,
	describeNode,
	parameter,
} from '../../engine/host/built-in/describe';

export interface ShopifyVariant {
	sku: string | null;
	/** Money as Shopify writes it, for instance "19.90". */
	price: string;
	inventory_quantity: number;
	/** null where Shopify does not count the stock. */
	inventory_management: 'shopify' | null;
}

export interface ShopifyProduct {
	id: number;
	title: string;
	variants: ShopifyVariant[];
}

/** Shopify (1): Get Many products, up to a limit. */
export function shopify(products: ShopifyProduct[]): INodeType {
	return actionNode(
		describeNode('shopify', 1, {
			credentials: [{ name: 'shopifyAccessTokenApi', required: true }],
			properties: [
				parameter('authentication', 'options', 'apiKey', choicesOf('accessToken')),
				parameter('resource', 'options', 'order', choicesOf('product')),
				parameter('operation', 'options', 'create', choicesOf('getAll')),
				parameter('limit', 'number', 50),
				parameter(
					'additionalFields',
					'collection',
					{},
					{ options: [parameter('fields', 'string', '')] },
				),
			],
		}),
		async function () {
			const limit = Number(this.getNodeParameter('limit', 0));
			const fields = String(this.getNodeParameter('additionalFields.fields', 0, '')).split(',');
			const items = products.slice(0, limit).map((product, index) => ({
				json: Object.fromEntries(
					Object.entries({ ...product, variants: variantsOf(product, index) }).filter(([name]) =>
						fields.includes(name),
					),
				),
				pairedItem: { item: 0 },
			}));
			return [items];
		},
	);
}

function variantsOf({ id, variants }: ShopifyProduct, index: number): IDataObject[] {
	return variants.map((variant, position) => ({
		id: 40_000_000_000 + 1000 * index + position,
		product_id: id,
		title: 'Default Title',
		...variant,
	}));
}
