import type { Field } from './fields';

/** A sentence that always stands in the panel: a description is seen only by those who look for it. */
export function notice(name: string, text: string): Field {
	return { displayName: text, name, type: 'notice', default: '' };
}
