import { Container } from '@n8n/di';
import { Credentials, LoadOptionsContext } from 'n8n-core';
import { SSHClientsManager } from 'n8n-core/dist/execution-engine/ssh-clients-manager';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'n8n-workflow';

import { letOut } from './outlets';

/** A fixed key, so that a snapshot taken in one process can be opened in another. */
const ENCRYPTION_KEY = 'n8n-host-for-tests-and-demo';

/**
 * n8n-core reads its settings once, when its encryption is first used, and writes a settings file
 * then. Doing that here, in a folder removed at once, keeps the user's own `~/.n8n` untouched.
 */
function startEngine(): void {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-host-'));
	const settings: Record<string, string> = {
		N8N_USER_FOLDER: folder,
		N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
		N8N_LOG_LEVEL: process.env.N8N_LOG_LEVEL ?? 'silent',
	};
	const before = Object.keys(settings).map((name) => [name, process.env[name]] as const);
	Object.assign(process.env, settings);
	try {
		new Credentials({ id: null, name: 'first use' }, 'none').setData({});
		// Every context makes this manager of SSH tunnels, whose timer would keep the process alive.
		Container.get(SSHClientsManager).onShutdown();
	} finally {
		for (const [name, value] of before) {
			if (value === undefined) delete process.env[name];
			else process.env[name] = value;
		}
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Lets out what nodes and n8n itself write into the log, whether it is shown or not. */
function tellOfLog(): void {
	// The logger that every n8n context gives to its node.
	const { logger } = LoadOptionsContext.prototype as unknown as { logger: Logger };
	for (const level of ['error', 'warn', 'info', 'debug'] as const) {
		const write = logger[level].bind(logger);
		logger[level] = (message, metadata) => {
			write(letOut('the log', message), letOut('the log', metadata));
		};
	}
}

startEngine();
tellOfLog();
