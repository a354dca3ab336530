import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A program of the benchmark in a process of its own, which answers one request after the other. */
export class Child {
	private readonly ended: Promise<{ error: string }>;

	private constructor(private readonly child: ChildProcess) {
		this.ended = once(child, 'exit').then(([code]) => ({
			error: `The process ended with ${code}`,
		}));
	}

	/** @param flags - more flags for Node.js */
	static start(program: string, flags: string[] = []): Child {
		const child = fork(join(__dirname, program), [], {
			// The flags of this process load tsx there too.
			execArgv: [...process.execArgv, ...flags],
			// Standard output is for the report.
			stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
		});
		child.stdout?.pipe(process.stderr);
		return new Child(child);
	}

	async ask<T>(request: object): Promise<T> {
		this.child.send(request);
		const answered = new Promise<{ result?: T; error?: string }>((resolve) => {
			this.child.once('message', resolve);
		});
		const answer = await Promise.race([answered, this.ended]);
		if (answer.error !== undefined) throw new Error(answer.error);
		return ('result' in answer ? answer.result : undefined) as T;
	}

	async stop(): Promise<void> {
		if (this.child.exitCode !== null) return;
		this.child.disconnect();
		await this.ended;
	}
}

/**
 * The other side of `ask`: answers until the parent disconnects.
 *
 * @param end - what to do before the process ends
 */
export function answerRequests<T>(
	handle: (request: T) => Promise<unknown>,
	end: () => Promise<unknown> = async () => await Promise.resolve(),
): void {
	process.on('message', (request: T) => {
		handle(request).then(
			(result) => process.send?.({ result: result ?? null }),
			(error: Error) => process.send?.({ error: error.stack ?? error.message }),
		);
	});
	// Ctrl+C reaches the children too, but they have to end what they started.
	process.on('SIGINT', () => undefined);
	process.once('disconnect', () => void end().finally(() => process.exit()));
}
