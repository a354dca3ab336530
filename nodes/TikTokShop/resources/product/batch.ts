import type { Batch, Operation } from '../../../shared/operation';
import type { Field } from '../../../shared/fields';
import { locator } from '../../commonFields';
import { listingPlatforms } from './productFields';

/** A product that is one of many in a request, so that its ID goes into a list instead of the path. */
export const productInBatch = locator({
	displayName: 'Product',
	name: 'productId',
	description: 'The product to work on',
	searchListMethod: 'searchProducts',
	placeholder: '1729592969712207008',
});

/** The request that changes the state of up to 20 products. */
export const stateBatch: Batch = {
	max: 20,
	key: 'productId',
	into: 'body.product_ids',
	matchBy: 'product_id',
	what: 'product',
};

/** Where sellers who came from Tokopedia do it. */
export const platformFields: Field = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			...listingPlatforms,
			description: 'Where to do it; only for sellers who came from Tokopedia',
		},
	],
};

/** An operation that reads something of many live products by their IDs. */
export function adviceOn(
	path: string,
	max: number,
	about: Pick<Operation, 'name' | 'action' | 'description' | 'doc' | 'scopes'>,
): Operation {
	return {
		...about,
		fields: [{ ...productInBatch, description: 'The product, which has to be live' }],
		request: { method: 'GET', path, shop: 'required' },
		batch: {
			max,
			key: 'productId',
			into: 'query.product_ids',
			from: 'products',
			matchBy: 'id',
			what: 'product',
		},
	};
}
