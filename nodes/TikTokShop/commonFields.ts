import type { Field, Parts } from '../shared/fields';

export { choices } from '../shared/choices';

/** A resource locator: from a list that is searched, or by ID. */
export function locator(field: {
	displayName: string;
	name: string;
	description: string;
	searchListMethod: string;
	placeholder: string;
	searchable?: boolean;
	send?: string;
	required?: boolean;
	hint?: string;
}): Field {
	const { searchListMethod, placeholder, searchable = true, required = true, ...rest } = field;
	return {
		...rest,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required,
		as: 'id',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder },
		],
	};
}

/** A field of plain text. */
export function text(
	displayName: string,
	name: string,
	send: string,
	description: string,
	more: Partial<Field> = {},
): Field {
	return { displayName, name, type: 'string', default: '', description, send, ...more };
}

/** A whole number that may be left empty. */
export function count(
	displayName: string,
	name: string,
	send: string,
	description: string,
	typeOptions: Field['typeOptions'],
): Field {
	return {
		displayName,
		name,
		type: 'number',
		typeOptions,
		default: '',
		description,
		send,
		as: 'integer',
	};
}

/** Entries that are added one by one; each becomes an object of a list. */
export function listOf(
	entry: { displayName: string; name: string; values: Field[] },
	field: Pick<Field, 'displayName' | 'name' | 'send' | 'description'> & Partial<Field>,
): Field {
	const add = `Add ${entry.displayName}`;
	return {
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: add },
		placeholder: add,
		default: {},
		options: [entry],
		...field,
	};
}

export const orderLocator = locator({
	displayName: 'Order',
	name: 'orderId',
	description:
		'The order to work on. The list begins with the newest; search by the whole order ID.',
	searchListMethod: 'searchOrders',
	placeholder: '576461413038785752',
});

export const productLocator = locator({
	displayName: 'Product',
	name: 'productId',
	description: 'The product to work on',
	searchListMethod: 'searchProducts',
	placeholder: '1729592969712207008',
	send: 'path.product_id',
});

export const packageLocator = locator({
	displayName: 'Package',
	name: 'packageId',
	description: 'The package to work on. The list begins with the newest.',
	searchListMethod: 'searchPackages',
	placeholder: '1152921504606846976',
	send: 'path.package_id',
});

export const returnLocator = locator({
	displayName: 'Return',
	name: 'returnId',
	description:
		'The return or refund request to work on. The list begins with the newest; search by the whole return ID.',
	searchListMethod: 'searchReturns',
	placeholder: '4035318504086604498',
	send: 'path.return_id',
});

/** What a time without a zone means, for descriptions. */
export const BY_ZONE = ', in the workflow’s time zone';

/**
 * The four filters by time.
 *
 * @param until - how the endpoint names the upper ends: `lt` excludes the moment, `le` includes it
 */
export function timeFilters(until: 'le' | 'lt'): Field[] {
	return [
		dateTime(
			'Created After',
			'createdAfter',
			'body.create_time_ge',
			`Only what was created at this time or later${BY_ZONE}`,
		),
		dateTime(
			'Created Before',
			'createdBefore',
			`body.create_time_${until}`,
			`Only what was created before this time${BY_ZONE}`,
		),
		dateTime(
			'Updated After',
			'updatedAfter',
			'body.update_time_ge',
			`Only what changed at this time or later${BY_ZONE}`,
		),
		dateTime(
			'Updated Before',
			'updatedBefore',
			`body.update_time_${until}`,
			`Only what changed before this time${BY_ZONE}`,
		),
	];
}

function dateTime(displayName: string, name: string, send: string, description: string): Field {
	return { displayName, name, type: 'dateTime', default: '', description, send, as: 'seconds' };
}

/** Sorting by time. */
export const sortOrder = (what = 'results'): Field => ({
	displayName: 'Sort Order',
	name: 'sortOrder',
	type: 'options',
	options: [
		{ name: 'Newest First', value: 'DESC' },
		{ name: 'Oldest First', value: 'ASC' },
	],
	default: 'DESC',
	description: `Whether the newest or the oldest ${what} come first`,
	send: 'query.sort_order',
});

/** Sorting by a figure. */
export const highestFirst: Field = {
	displayName: 'Sort Order',
	name: 'sortOrder',
	type: 'options',
	options: [
		{ name: 'Highest First', value: 'DESC' },
		{ name: 'Lowest First', value: 'ASC' },
	],
	default: 'DESC',
	description: 'Whether the highest or the lowest come first',
	send: 'query.sort_order',
};

/** Sorting by creation or change. */
export const sorting: Field[] = [
	{
		displayName: 'Sort By',
		name: 'sortField',
		type: 'options',
		options: [
			{ name: 'Creation Time', value: 'create_time' },
			{ name: 'Update Time', value: 'update_time' },
		],
		default: 'create_time',
		description: 'The time to sort the results by',
		send: 'query.sort_field',
	},
	sortOrder(),
];

/** For figures of days: the last 30 that are over, so that the first try shows something. */
export const LAST_30_DAYS = '={{ $today.minus({ days: 30 }).toISODate() }}';

/** The day after the last one that is over. */
export const TODAY = '={{ $today.toISODate() }}';

/** Newest first unless told, as the choice of the order suggests: some searches of TikTok's begin with the oldest. */
export function newestFirst({ query }: Parts): void {
	query.sort_order ??= 'DESC';
}

/** TikTok's currencies. */
export const currencies = [
	{ name: 'Brazilian Real (BRL)', value: 'BRL' },
	{ name: 'British Pound (GBP)', value: 'GBP' },
	{ name: 'Euro (EUR)', value: 'EUR' },
	{ name: 'Indonesian Rupiah (IDR)', value: 'IDR' },
	{ name: 'Japanese Yen (JPY)', value: 'JPY' },
	{ name: 'Malaysian Ringgit (MYR)', value: 'MYR' },
	{ name: 'Mexican Peso (MXN)', value: 'MXN' },
	{ name: 'Philippine Peso (PHP)', value: 'PHP' },
	{ name: 'Singapore Dollar (SGD)', value: 'SGD' },
	{ name: 'Thai Baht (THB)', value: 'THB' },
	{ name: 'US Dollar (USD)', value: 'USD' },
	{ name: 'Vietnamese Dong (VND)', value: 'VND' },
];
