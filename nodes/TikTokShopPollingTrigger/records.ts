import type { IDataObject } from 'n8n-workflow';

import { entriesOf } from '../shared/gaps';
import type { Client } from '../shared/request';
import { asText } from '../shared/text';
import type { Entry, Page } from './cursor';

/** What a feed reads from. */
export interface Source {
	client: Client;
	shopCipher: string;
	/** Chosen in the node: only orders in this status. */
	orderStatus?: string;
}

/** Records of an answer as the cursor wants them. */
export function toPage(
	data: IDataObject,
	items: string,
	toEntry: (record: IDataObject) => Entry<IDataObject>,
): Page<IDataObject> {
	return {
		entries: entriesOf(data, items).map(toEntry),
		nextToken: asText(data.next_page_token),
	};
}

/**
 * @param changes - whether the record counts again when its time changes
 */
export function entryOf(
	record: IDataObject,
	{ id, time, changes = false }: { id: string; time: string; changes?: boolean },
): Entry<IDataObject> {
	const atSeconds = Number(record[time]) || 0;
	const key = changes ? `${asText(record[id])}@${atSeconds}` : asText(record[id]);
	return { key, atSeconds, record };
}
