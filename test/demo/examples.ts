import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { CredentialReference, WorkflowJson } from '../engine/host';

const folder = join(__dirname, '..', '..', 'examples');

/** File names of all example workflows. */
export const exampleFiles = readdirSync(folder).filter((file) => file.endsWith('.json'));

export function readExample(file: string): WorkflowJson {
	return JSON.parse(readFileSync(join(folder, file), 'utf8')) as WorkflowJson;
}

/** What a person does after the import: choose the credential in every node that wants one. */
export function withCredential(json: WorkflowJson, credential: CredentialReference): WorkflowJson {
	return {
		...json,
		nodes: json.nodes.map((node) =>
			node.credentials ? { ...node, credentials: { tikTokShopApi: credential } } : node,
		),
	};
}
