import type { Fields, Operation } from '../reference';

const LOCALES = [
	'de-DE',
	'en-GB',
	'en-IE',
	'en-US',
	'es-ES',
	'es-MX',
	'fr-FR',
	'id-ID',
	'it-IT',
	'ja-JP',
	'ms-MY',
	'pt-BR',
	'th-TH',
	'vi-VN',
	'zh-CN',
];

const EU_LOCALES = ['de-DE', 'en-IE', 'es-ES', 'fr-FR', 'it-IT'];

function limit(fields: Fields | undefined, name: string, values: string[]): void {
	const field = fields?.[name];
	if (field) field.enum = values;
}

function trees({ query, body }: Operation): void {
	limit(query, 'category_version', ['v1', 'v2']);
	limit(body, 'category_version', ['v1', 'v2']);
}

/** The pages name the two category trees by region, and the locales with language and country. */
const inCategories = (operation: Operation) => {
	trees(operation);
	limit(operation.query, 'locale', LOCALES);
};

/** Global categories have no Portuguese (get-global-categories-202309). */
const inGlobalCategories = (operation: Operation) => {
	trees(operation);
	limit(
		operation.query,
		'locale',
		LOCALES.filter((locale) => locale !== 'pt-BR'),
	);
};

const inEurope = ({ query, body }: Operation) => {
	limit(query, 'locales', EU_LOCALES);
	limit(body, 'locales', EU_LOCALES);
	limit(body, 'locale', EU_LOCALES);
};

/** Weights are in kilograms and lengths in centimetres only (create-global-product-202309). */
const inGlobalProducts = (operation: Operation) => {
	trees(operation);
	limit(operation.body?.package_weight?.fields, 'unit', ['KILOGRAM']);
	limit(operation.body?.package_dimensions?.fields, 'unit', ['CENTIMETER']);
	limit(operation.body?.certifications?.fields?.files?.fields, 'format', ['PDF']);
};

export const catalogueCorrections: Record<string, (operation: Operation) => void> = {
	'products.get-categories': inCategories,
	'products.get-attributes': inCategories,
	'products.get-category-rules': inCategories,
	'products.recommend-category': trees,
	'products.get-global-categories': inGlobalCategories,
	'products.get-global-attributes': inGlobalCategories,
	'products.get-global-category-rules': inGlobalCategories,
	'products.recommend-global-categories': trees,
	// get-brands-202309: a flag by type, but its values and the example are 1 and 0.
	'products.get-brands': (operation) => {
		trees(operation);
		const flag = operation.query?.is_authorized;
		if (flag) Object.assign(flag, { type: 'string', enum: ['1', '0'] });
	},
	// search-size-charts-202407: up to 50 ids, in the text only.
	'products.search-size-charts': ({ query, body }) => {
		limit(query, 'locales', LOCALES);
		if (body?.ids) body.ids.maxCount = 50;
	},
	'products.search-manufacturers': inEurope,
	'products.create-manufacturer': inEurope,
	'products.partial-edit-manufacturer': inEurope,
	'products.search-responsible-persons': inEurope,
	'products.create-responsible-person': inEurope,
	'products.partial-edit-responsible-person': inEurope,
	'products.create-global-product': inGlobalProducts,
	'products.edit-global-product': inGlobalProducts,
	'products.partial-edit-global-product': inGlobalProducts,
};
