import { SCOPES } from '../../nodes/shared/scopes';
import { LEFT_OUT } from './leftOut';
import { endpointOf, nodeOperations, referenceOperations, type Placed } from './shape';

/** The text of docs/operations.md, made from the operations themselves. */
export function operationsTable(): string {
	const operations = nodeOperations();
	const endpoints = new Set(operations.map(({ operation }) => endpointOf(operation.request)));
	const covered = referenceOperations().filter((each) => endpoints.has(endpointOf(each)));
	return [
		'# Operations',
		'',
		`The action node has ${operations.length} operations over ${covered.length} endpoints of the TikTok Shop Open API. This page is made from their definitions by \`npm run docs\`.`,
		'',
		'| Resource | Operation | Endpoint | Scope | Shop | Batch | Pages | File | Idempotency key |',
		'| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
		...operations.map(row),
		'',
		'## Left out',
		'',
		...leftOut(),
		'',
	].join('\n');
}

function row({ resource, operation }: Placed): string {
	const { name, request, scopes, batch, pages, upload, download, idempotencyKey, perform } =
		operation;
	const endpoint =
		perform === undefined || request.path !== '' ? `\`${endpointOf(request)}\`` : 'any';
	return `| ${[
		resource,
		name,
		endpoint,
		scopes.map((key) => `${SCOPES[key].name} (${SCOPES[key].id})`).join(' or ') || 'depends',
		request.shop,
		batch === undefined ? '' : `${batch.max}`,
		pages === undefined ? '' : `${pages.size}`,
		[upload && 'in', download && 'out'].filter(Boolean).join(', '),
		idempotencyKey ? 'yes' : '',
	].join(' | ')} |`;
}

function leftOut(): string[] {
	const reasons = Object.entries(LEFT_OUT);
	if (reasons.length === 0) {
		return [
			'Nothing of the families a seller works with. The affiliate operations for creators and partners are not a seller’s.',
		];
	}
	return reasons.map(([id, why]) => `- \`${id}\`: ${why}`);
}
