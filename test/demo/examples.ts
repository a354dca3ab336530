import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { CredentialReference, WorkflowJson, WorkflowNode } from '../engine/host';

const folder = join(__dirname, '..', '..', 'examples');

/** File names of all example workflows. */
export const exampleFiles = readdirSync(folder).filter((file) => file.endsWith('.json'));

export function readExample(file: string): WorkflowJson {
	return JSON.parse(readFileSync(join(folder, file), 'utf8')) as WorkflowJson;
}

/**
 * A workflow as it is after the import: n8n gives each webhook an address of its own, and the person
 * chooses the credential in every node of ours.
 */
export function imported(json: WorkflowJson, credential: CredentialReference): WorkflowJson {
	return {
		...json,
		nodes: json.nodes.map((node) => ({
			...node,
			...(node.webhookId === undefined ? {} : { webhookId: randomUUID() }),
			...(isOurs(node) ? { credentials: { tikTokShopApi: credential } } : {}),
		})),
	};
}

const isOurs = ({ type }: WorkflowNode) => type.startsWith('n8n-nodes-tiktok-shop.');
