import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox, type Sandbox } from '../../sandbox';
import { credentialForm } from '../../sandbox/credentialForm';
import { authorize } from '../../sandbox/shopOwner';
import type { Host } from '../install';
import { PUBLIC_URL } from '../n8n';
import { pack } from '../package';
import { expect } from '../steps/scene';
import { CREDENTIAL_TYPE, type CredentialRef } from '../workflows';
import { startQueueMode, type QueueMode } from './processes';

/** A TikTok Shop and an n8n on several processes that know each other. */
export interface QueueStage {
	sandbox: Sandbox;
	queue: QueueMode;
	/** Ends both. */
	end(): Promise<void>;
}

/** Starts both. The sandbox's notifications go to the webhook processor. */
export async function raiseQueueStage(host: Host): Promise<QueueStage> {
	const sandbox = await startSandbox({ markets: ['GB'] });
	const folder = await mkdtemp(join(tmpdir(), 'n8n-queue-package-'));
	try {
		const queue = await startQueueMode(host, await pack(folder));
		await sandbox.control.tunnel(PUBLIC_URL, queue.webhooks.url);
		const end = async () => {
			await queue.end();
			await sandbox.stop();
		};
		return { sandbox, queue, end };
	} catch (error) {
		await sandbox.stop();
		throw error;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Fills in the credential, opens the address that it shows and pastes where TikTok leads to. */
export async function connectShop({ sandbox, queue }: QueueStage): Promise<CredentialRef> {
	const { rest } = queue.main;
	const form: Record<string, unknown> = credentialForm(sandbox);
	const draft = { name: 'Sandbox', type: CREDENTIAL_TYPE, data: form };
	const { id, name } = await rest.createCredential(draft);
	const { message } = await rest.testCredential({ ...draft, id });
	const address = /https?:\/\/\S+\/open\/authorize\?\S+/.exec(message)?.[0];
	expect(address !== undefined, `The credential shows no address to open: ${message}`);
	const filled = { ...draft, id, data: { ...form, authorizationCode: await authorize(address) } };
	await rest.updateCredential(filled);
	const result = await rest.testCredential(filled);
	expect(result.status === 'OK', `The shop could not be connected: ${result.message}`);
	return { id, name };
}
