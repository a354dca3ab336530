import type { INodePropertyOptions } from 'n8n-workflow';

/** Options from TikTok's enum values, with readable names: AWAITING_SHIPMENT becomes "Awaiting Shipment". */
export function choices(values: readonly string[]): INodePropertyOptions[] {
	return values.map((value) => ({ name: inWords(value), value }));
}

/** An enum value of TikTok's as a person reads it. */
export function inWords(value: string): string {
	return value
		.toLowerCase()
		.split('_')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}
