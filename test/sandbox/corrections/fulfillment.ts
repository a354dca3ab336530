import type { Field, Fields, Operation } from '../reference';

const field = (fields: Fields | undefined, ...path: string[]): Field | undefined => {
	const [name = '', ...rest] = path;
	const found = fields?.[name];
	return rest.length === 0 ? found : field(found?.fields, ...rest);
};

function choose(found: Field | undefined, ...values: string[]): void {
	if (found) found.enum = values;
}

const bundle = ({ body }: Operation) =>
	choose(field(body, 'handover_method'), 'PICKUP', 'DROP_OFF');

/** What the pages say of values in their text only. */
export const fulfillmentCorrections: Record<string, (operation: Operation) => void> = {
	'fulfillment.create-first-mile-bundle': bundle,
	'fulfillment.create-first-mile-bundlev2': bundle,
	'fulfillment.get-eligible-shipping-service': ({ body }) => {
		choose(field(body, 'weight', 'unit'), 'GRAM', 'POUND');
		choose(field(body, 'dimension', 'unit'), 'CM', 'INCH');
	},
	'fulfillment.update-package-delivery-status': ({ body }) =>
		choose(field(body, 'packages', 'file_type'), 'IMG', 'PDF'),
	'logistics.get-warehouse-delivery-options': ({ query }) =>
		choose(field(query, 'scope'), 'WAREHOUSE', 'PRODUCT'),
};
