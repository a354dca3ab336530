import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';

import axios from 'axios';

import type { Host } from '../install';
import { freePort, N8n, n8nProgram, userFolder } from '../n8n';
import { Service, type Program } from '../service';
import { startPostgres, startRedis, type Database, type Shared } from './services';

/** A process that only queue mode has, in a user folder of its own as on a machine of its own. */
export class Helper extends Service {
	private constructor(
		program: Program,
		readonly url: string,
		private readonly folder: string,
		/** The executions it has begun, by their id; a webhook processor begins none. */
		readonly begun: ReadonlySet<string>,
	) {
		super(program);
	}

	static async launch(
		host: Host,
		command: 'webhook' | 'worker',
		tarball: string,
		settings: NodeJS.ProcessEnv,
	): Promise<Helper> {
		const folder = await userFolder(tarball);
		const port = String(await freePort());
		const url = `http://127.0.0.1:${port}`;
		const begun = new Set<string>();
		const program = {
			...(await n8nProgram(host, command, folder, {
				...settings,
				N8N_PORT: port,
				QUEUE_HEALTH_CHECK_ACTIVE: 'true',
				QUEUE_HEALTH_CHECK_PORT: port,
			})),
			isReady: async () => await answers(`${url}/healthz/readiness`),
			onLine: (line: string) => {
				const id = /Worker started execution (\d+)/.exec(line)?.[1];
				if (id !== undefined) begun.add(id);
			},
		};
		const helper = new Helper(program, url, folder, begun);
		try {
			await helper.start();
		} catch (error) {
			await helper.end();
			throw error;
		}
		return helper;
	}

	async end(): Promise<void> {
		await this.stop();
		await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

async function answers(url: string): Promise<boolean> {
	try {
		const { status } = await axios.get(url, { proxy: false, timeout: 2000 });
		return status === 200;
	} catch {
		return false;
	}
}

/** n8n on several processes. */
export interface QueueMode {
	redis: Shared;
	database: Database;
	main: N8n;
	webhooks: Helper;
	workers: Helper[];
	/** Starts again what has ended, as a service manager does: n8n ends when Redis is away for ten seconds. */
	revive(): Promise<number>;
	/** Ends everything. */
	end(): Promise<void>;
}

const WORKERS = 2;

const QUEUE_SETTINGS = {
	EXECUTIONS_MODE: 'queue',
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	// As docs/queue-mode.md advises.
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
	// n8n would notice a dead worker only after a minute and a half.
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** Starts Redis, PostgreSQL, the main process, two workers and a webhook processor. */
export async function startQueueMode(host: Host, tarball: string): Promise<QueueMode> {
	const started: Array<{ end(): Promise<void> }> = [];
	const keep = <T extends { end(): Promise<void> }>(part: T): T => {
		started.unshift(part);
		return part;
	};
	const end = async () => {
		for (const part of started) await part.end();
	};
	try {
		const redis = keep(await startRedis());
		const database = keep(await startPostgres());
		const settings = {
			...QUEUE_SETTINGS,
			...redis.settings,
			...database.settings,
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		};
		// It writes the tables, so it comes before the others.
		const main = keep(
			await N8n.launch(host, tarball, {
				settings: { ...settings, N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true' },
			}),
		);
		const helper = async (command: 'webhook' | 'worker') =>
			keep(await Helper.launch(host, command, tarball, settings));
		const webhooks = await helper('webhook');
		const workers: Helper[] = [];
		while (workers.length < WORKERS) workers.push(await helper('worker'));
		const revive = async () => {
			const ended = [main, webhooks, ...workers].filter(({ isRunning }) => !isRunning);
			await Promise.all(ended.map(async (service) => await service.start()));
			return ended.length;
		};
		return { redis, database, main, webhooks, workers, revive, end };
	} catch (error) {
		await end();
		throw error;
	}
}
