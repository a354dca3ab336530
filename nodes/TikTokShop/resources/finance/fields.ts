import type { Field } from '../../../shared/fields';
import { BY_ZONE } from '../../commonFields';

/** TikTok wants the field to sort by, and knows only one. */
export function sortedBy(field: string): Field {
	return {
		displayName: 'Sort By',
		name: 'sortField',
		type: 'hidden',
		default: field,
		send: 'query.sort_field',
	};
}

/**
 * Both ends of a span.
 *
 * @param parameter - the name in the query without _ge and _lt
 * @param what - for descriptions, for instance "payments"
 */
export function span(parameter: string, what: string): Field[] {
	return [
		{
			displayName: 'From',
			name: 'from',
			type: 'dateTime',
			default: '',
			description: `Only ${what} of this time or later${BY_ZONE}`,
			send: `query.${parameter}_ge`,
			as: 'seconds',
		},
		{
			displayName: 'Until',
			name: 'until',
			type: 'dateTime',
			default: '',
			description: `Only ${what} before this time${BY_ZONE}; left out, until now`,
			send: `query.${parameter}_lt`,
			as: 'seconds',
		},
	];
}

export function filters(...options: Field[]): Field {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options,
	};
}
