/** A value as text: '' for nothing, JSON for lists and objects. */
export function asText(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return `${value}`;
	return JSON.stringify(value) ?? '';
}
