import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand, say } from '../command';
import { installPackages } from '../install';
import { freePort } from '../n8n';
import { Service } from '../service';

/** Something n8n's processes share. */
export interface Shared {
	service: Service;
	/** The environment variables by which n8n finds it. */
	settings: NodeJS.ProcessEnv;
	/** Stops it and removes what it stored. */
	end(): Promise<void>;
}

/** Starts a Redis that keeps what it was given, also when it restarts. */
export async function startRedis(): Promise<Shared> {
	const command = await findOrInstall('redis-server', () =>
		['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find(existsSync),
	);
	const folder = await newFolder();
	const port = await freePort();
	const service = new Service({
		name: 'Redis',
		command,
		args: ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes'],
		env: process.env,
		isReady: async () => await answersPing(port),
	});
	await service.start();
	return {
		service,
		settings: {
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(port),
		},
		end: async () => await endIn(folder, service),
	};
}

/** While Redis reads what it had stored, it answers with an error. */
async function answersPing(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
		const end = (isReady: boolean) => {
			socket.destroy();
			resolve(isReady);
		};
		socket.once('data', (answer: Buffer) => end(answer.toString().startsWith('+PONG')));
		socket.once('error', () => end(false));
	});
}

/** A PostgreSQL with an empty database. */
export interface Database extends Shared {
	/** The rows that a query finds, read from its one JSON column. */
	query<Row>(sql: string): Promise<Row[]>;
}

const NAME = 'n8n';

export async function startPostgres(): Promise<Database> {
	const bin = await findOrInstall('postgresql', newestPostgres);
	const user = await postgresUser();
	const port = String(await freePort());
	const folder = await newFolder();
	if (user !== undefined) await chown(folder, user.uid, user.gid);
	const data = join(folder, 'data');
	const init = ['-D', data, '-U', NAME, '--auth=trust', '--encoding=UTF8', '--locale=C'];
	await runCommand(join(bin, 'initdb'), init, { cwd: folder, user });
	const place = ['-h', '127.0.0.1', '-p', port, '-U', NAME];
	const service = new Service({
		name: 'PostgreSQL',
		command: join(bin, 'postgres'),
		args: ['-D', data, '-p', port, '-h', '127.0.0.1', '-k', folder],
		cwd: folder,
		env: process.env,
		user,
		isReady: async () =>
			await runCommand(join(bin, 'pg_isready'), place).then(
				() => true,
				() => false,
			),
	});
	await service.start();
	await runCommand(join(bin, 'createdb'), [...place, NAME]);
	return {
		service,
		settings: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: port,
			DB_POSTGRESDB_DATABASE: NAME,
			DB_POSTGRESDB_USER: NAME,
		},
		end: async () => await endIn(folder, service),
		query: async <Row>(sql: string) => {
			const asked = ['-d', NAME, '-At', '-c', `SELECT row_to_json(found) FROM (${sql}) AS found`];
			const lines = await runCommand(join(bin, 'psql'), [...place, ...asked]);
			return lines
				.split('\n')
				.filter(Boolean)
				.map((line) => JSON.parse(line) as Row);
		},
	};
}

const newFolder = async () => await mkdtemp(join(tmpdir(), 'n8n-queue-'));

async function endIn(folder: string, service: Service): Promise<void> {
	await service.stop();
	await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The programs of the newest version; Debian keeps each in a folder of its own. */
function newestPostgres(): string | undefined {
	const home = '/usr/lib/postgresql';
	const versions = existsSync(home) ? readdirSync(home) : [];
	return versions
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => join(home, version, 'bin'))
		.find((bin) => existsSync(join(bin, 'initdb')));
}

/** PostgreSQL refuses to run as root, so it runs as the user its package makes. */
async function postgresUser(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const idOf = async (which: '-u' | '-g') => Number(await runCommand('id', [which, 'postgres']));
	return { uid: await idOf('-u'), gid: await idOf('-g') };
}

async function findOrInstall(name: string, find: () => string | undefined): Promise<string> {
	const known = find();
	if (known !== undefined) return known;
	say(`Installing ${name} from the distribution (once)`);
	await installPackages(name);
	const installed = find();
	if (installed === undefined) throw new Error(`The package ${name} brought no program`);
	return installed;
}
