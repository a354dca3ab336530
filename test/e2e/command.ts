import { spawn } from 'node:child_process';

const REPORT_EVERY_MS = 15_000;

export const say = (line: string) => process.stdout.write(`${line}\n`);

export const pause = async (milliseconds: number) =>
	await new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Ends what was started when this process is told to end. Ctrl+C may arrive twice, from the terminal and from npm; a second
 * one must not keep the first from its work.
 */
export function endWhenTold(end: () => Promise<void>, exitCode = 1): void {
	let isEnding = false;
	const endOnce = () => {
		if (isEnding) return;
		isEnding = true;
		void end().finally(() => process.exit(exitCode));
	};
	process.on('SIGINT', endOnce);
	process.on('SIGTERM', endOnce);
}

/**
 * Runs a command to its end.
 *
 * @param what - said again and again while it runs, so that a long install does not look stuck
 * @returns what it wrote to standard output
 * @throws with the end of what it wrote, where it fails
 */
export async function runCommand(
	command: string,
	args: string[],
	{
		cwd,
		what,
		env,
		user,
	}: {
		cwd?: string;
		what?: string;
		env?: NodeJS.ProcessEnv;
		user?: { uid: number; gid: number };
	} = {},
): Promise<string> {
	const startedAt = Date.now();
	const seconds = () => Math.round((Date.now() - startedAt) / 1000);
	const timer = what && setInterval(() => say(`  … ${what}, ${seconds()} s`), REPORT_EVERY_MS);
	try {
		return await new Promise<string>((resolve, reject) => {
			const child = spawn(command, args, { ...user, cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
			let output = '';
			let everything = '';
			child.stdout.on('data', (chunk: Buffer) => {
				output += chunk.toString();
				everything += chunk.toString();
			});
			child.stderr.on('data', (chunk: Buffer) => {
				everything += chunk.toString();
			});
			child.once('error', reject);
			child.once('close', (code) => {
				if (code === 0) return resolve(output);
				const end = everything.trim().slice(-2000);
				reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${end}`));
			});
		});
	} finally {
		if (timer) clearInterval(timer);
	}
}

/**
 * Runs npm as if it had been started from a shell: `npm run` hands down this project's own settings, and
 * `ignore-scripts` among them would leave native modules unbuilt.
 */
export async function npm(
	args: string[],
	{ cwd, what }: { cwd: string; what?: string },
): Promise<string> {
	const foreign = ([name]: [string, unknown]) => !name.toLowerCase().startsWith('npm_');
	const env = Object.fromEntries(Object.entries(process.env).filter(foreign));
	return await runCommand('npm', [...args, '--no-audit', '--no-fund'], { cwd, what, env });
}

/**
 * Asks again until there is an answer.
 *
 * @param what - for the message when the time is over, for instance "the execution"
 */
export async function until<T>(
	what: string,
	ask: () => Promise<T | undefined>,
	{ seconds = 60, everyMs = 300 } = {},
): Promise<T> {
	const end = Date.now() + seconds * 1000;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > end) throw new Error(`Waited ${seconds} s for ${what}`);
		await pause(everyMs);
	}
}
