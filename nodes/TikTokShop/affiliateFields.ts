import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../shared/errors';
import type { Field } from '../shared/fields';
import { isObject } from '../shared/http';
import { locator } from './commonFields';

/** What TikTok's affiliate pages call a creator's Open ID, as found in a list or by hand. */
export function creatorLocator(send: string): Field {
	return locator({
		displayName: 'Creator',
		name: 'creatorId',
		description: 'The creator. Search by TikTok user name, or give the Creator Open ID.',
		searchListMethod: 'searchCreators',
		placeholder: 'uACafQAAAABmUU2qon4R0vUYvUVS3QC6CICP2m5A2',
		send,
	});
}

export const targetCollaborationLocator = locator({
	displayName: 'Target Collaboration',
	name: 'targetCollaborationId',
	description: 'The invitation to chosen creators to work on',
	searchListMethod: 'searchTargetCollaborations',
	placeholder: '7365861555575916210',
	send: 'path.target_collaboration_id',
});

/** A product that is named in the query or the body. */
export function affiliateProduct(send: string): Field {
	return locator({
		displayName: 'Product',
		name: 'productId',
		description: 'The product of the collaboration',
		searchListMethod: 'searchProducts',
		placeholder: '1729592969712207008',
		send,
	});
}

/**
 * A creator's share of the price.
 *
 * @param least - in percent, as TikTok accepts it
 */
export function commissionRate(field: {
	displayName: string;
	name: string;
	description: string;
	send: string;
	least: number;
	required?: boolean;
}): Field {
	const { least, ...rest } = field;
	return {
		...rest,
		type: 'number',
		typeOptions: { minValue: least, maxValue: 80, numberPrecision: 2 },
		default: Math.max(10, least),
		as: 'percent',
	};
}

/** The partner an agency works for; a seller leaves it out. */
export const categoryAsset: Field = {
	displayName: 'Category Asset Cipher',
	name: 'categoryAssetCipher',
	type: 'string',
	default: '',
	description:
		'Only affiliate partners need it: "Get the category assets" returns it. Sellers leave it out.',
	send: 'query.category_asset_cipher',
	as: 'id',
};

/**
 * Two filters that TikTok understands only together.
 *
 * @throws InputError where one of them is missing
 */
export function requireTogether(values: unknown, word: string, type: string): void {
	if (!isObject(values) || (values[word] === undefined) === (values[type] === undefined)) return;
	throw new InputError('Keyword and Search By are only of use together: fill in both');
}

/** TikTok's hundredths of a percent as a percentage. */
export function percentOf(hundredths: unknown): number | undefined {
	return hundredths === undefined ? undefined : Number(hundredths) / 100;
}

/** From what to what a product costs. */
export function priceRange(value: unknown): IDataObject {
	const { currency, minimum_amount, maximum_amount } = isObject(value) ? value : {};
	return { currency, priceFrom: minimum_amount, priceTo: maximum_amount };
}
