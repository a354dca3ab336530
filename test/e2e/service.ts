import { spawn, type ChildProcess } from 'node:child_process';

import { pause, until } from './command';

/** A program that goes on running beside the tests. */
export interface Program {
	/** For messages, for instance "n8n 2.41.1". */
	name: string;
	command: string;
	args: string[];
	env: NodeJS.ProcessEnv;
	cwd?: string;
	/** Who it runs as, where that is somebody else. */
	user?: { uid: number; gid: number };
	isReady: () => Promise<boolean>;
	/** Receives what it writes, line by line. */
	onLine?: (line: string) => void;
}

const START_SECONDS = 180;

const STOP_MS = 15_000;

const MOST_KEPT = 50_000;

/** A process that can be stopped, killed and started again. */
export class Service {
	private child: ChildProcess | undefined;

	private output = '';

	constructor(private readonly program: Program) {}

	get name(): string {
		return this.program.name;
	}

	/** The end of what it wrote, for messages. */
	get log(): string {
		return this.output.slice(-3000);
	}

	get isRunning(): boolean {
		return this.child !== undefined && !hasEnded(this.child);
	}

	/** Starts the process and waits until it can be used. */
	async start(): Promise<void> {
		const { name, command, args, cwd, env, user, isReady } = this.program;
		const child = spawn(command, args, { ...user, cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		this.child = child;
		let failure: Error | undefined;
		child.once('error', (error) => (failure = error));
		for (const stream of [child.stdout, child.stderr]) this.keep(stream);
		await until(
			`${name} to be ready`,
			async () => {
				if (failure !== undefined) throw failure;
				if (hasEnded(child)) throw new Error(`${name} ended at its start:\n${this.log}`);
				return (await isReady()) ? true : undefined;
			},
			{ seconds: START_SECONDS },
		);
	}

	private keep(stream: NodeJS.ReadableStream): void {
		let rest = '';
		stream.on('data', (chunk: Buffer) => {
			const text = chunk.toString();
			this.output = (this.output + text).slice(-MOST_KEPT);
			if (this.program.onLine === undefined) return;
			const lines = (rest + text).split('\n');
			rest = lines.pop() ?? '';
			for (const line of lines) this.program.onLine(line);
		});
	}

	/** Ends the process, as a system that shuts down does; an unwilling one is killed. */
	async stop(): Promise<void> {
		await this.signal('SIGTERM');
	}

	/** Ends the process as a lack of memory or power does. */
	async kill(): Promise<void> {
		await this.signal('SIGKILL');
	}

	private async signal(signal: NodeJS.Signals): Promise<void> {
		const child = this.child;
		this.child = undefined;
		if (child === undefined || hasEnded(child)) return;
		const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
		child.kill(signal);
		await Promise.race([ended, pause(STOP_MS)]);
		if (!hasEnded(child)) {
			child.kill('SIGKILL');
			await ended;
		}
	}
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
	exitCode !== null || signalCode !== null;
