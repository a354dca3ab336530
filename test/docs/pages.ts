import { format } from 'prettier';

import { operationsTable } from './operationsTable';
import { scopesTable } from './scopesTable';
import { troubleshooting } from './troubleshooting';

/** The pages of docs/ that are made from code, by the name of their file. */
export async function generatedPages(): Promise<Record<string, string>> {
	const markdown = async (text: string) => await format(text, { parser: 'markdown' });
	return {
		'operations.md': await markdown(operationsTable()),
		'scopes.md': await markdown(await scopesTable()),
		'troubleshooting.md': await markdown(troubleshooting()),
	};
}
