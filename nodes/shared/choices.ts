import type { INodePropertyOptions } from 'n8n-workflow';

/** Options from TikTok's enum values, with readable names: AWAITING_SHIPMENT becomes "Awaiting Shipment". */
export function choices(values: readonly string[]): INodePropertyOptions[] {
	return values.map((value) => ({ name: inWords(value), value }));
}

/** Written small in the middle of a title. */
const SMALL_WORDS = ['and', 'by', 'of', 'or', 'to'];

/** An enum value of TikTok's as a person reads it. */
export function inWords(value: string): string {
	return value
		.toLowerCase()
		.split('_')
		.map((word, index) =>
			index > 0 && SMALL_WORDS.includes(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
		)
		.join(' ');
}
