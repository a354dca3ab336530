import type { IDataObject } from 'n8n-workflow';

import { TikTokShopError } from './errors';
import { isObject } from './http';
import { asText } from './text';

/** Says what is missing in an answer; undefined where it can be all of what was asked for. */
export type FindGap = (data: IDataObject) => string | undefined;

/** An answer that can be read, but lacks something. Half of the data would look like all of it. */
export function incompleteError(gap: string, requestId?: string): TikTokShopError {
	return new TikTokShopError(
		'answerUnreadable',
		'TikTok Shop sent an incomplete answer',
		`${gap} Nothing of it is given out, so that nothing is missing unnoticed. Try again; if it stays, send the request_id to TikTok Shop support.`,
		{ message: '', requestId },
	);
}

/** The entries of a list in an answer; none where there is no list. */
export const entriesOf = (data: IDataObject, list: string): IDataObject[] =>
	Array.isArray(data[list]) ? (data[list] as unknown[]).filter(isObject) : [];

/** How many results TikTok counts in all; undefined where it does not say. */
export function totalIn({ total_count: total }: IDataObject): number | undefined {
	const text = asText(total);
	return /^\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * Finds out that a list is missing. TikTok leaves out a list that is empty, so it has to show elsewhere in the answer that
 * there is something to list.
 *
 * @param before - how many of the results were in earlier answers
 */
export function findMissingList(data: IDataObject, list: string, before = 0): string | undefined {
	const value = data[list];
	if (Array.isArray(value)) return undefined;
	const isLeftOut = value === undefined || value === null;
	const isPromised = (totalIn(data) ?? 0) > before || asText(data.next_page_token) !== '';
	return isLeftOut && !isPromised ? undefined : `The answer has no list of ${list}.`;
}

/** Finds an entry of a list that lacks a field which tells it from others. */
export function findMissingField(
	data: IDataObject,
	list: string,
	fields: readonly string[],
): string | undefined {
	const missing = entriesOf(data, list).flatMap((entry) =>
		fields.filter((field) => asText(entry[field]) === ''),
	);
	return missing.length === 0 ? undefined : `An entry in ${list} has no ${missing[0]}.`;
}
