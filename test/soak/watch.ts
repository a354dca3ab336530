import { LoadOptionsContext } from 'n8n-core';
import type { Logger } from 'n8n-workflow';
import { inspect } from 'node:util';

/** No run takes longer than this: five attempts, or one that is never answered, and a repetition. */
const PATIENCE_MS = 300_000;

/** Something took so long that it counts as hanging. */
export class Hung extends Error {}

/** Waits for work that has to end by itself. */
export async function within<T>(
	what: string,
	work: Promise<T>,
	patienceMs = PATIENCE_MS,
): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Hung(`${what} hangs`)), patienceMs);
	});
	try {
		return await Promise.race([work, tooLong]);
	} finally {
		clearTimeout(timer);
	}
}

/** Codes, access and refresh tokens of the sandbox look like this, also those that nobody stored. */
const TOKEN = /(?:ROW|TTP)_[\w-]{40,}/;

/** Looks for secrets in whatever the nodes let out. */
export class LeakWatch {
	readonly leaks: string[] = [];

	/** How many characters were searched. */
	searched = 0;

	constructor(private readonly appSecret: string) {}

	/** Searches a value with all that hangs on it, hidden properties of errors included. */
	search(where: string, value: unknown): void {
		const text =
			typeof value === 'string'
				? value
				: inspect(value, {
						depth: Infinity,
						showHidden: true,
						maxArrayLength: Infinity,
						maxStringLength: Infinity,
					});
		this.searched += text.length;
		const found = [
			text.includes(this.appSecret) && 'the app secret',
			TOKEN.test(text) && 'a token',
		];
		for (const what of found) if (what) this.leaks.push(`${where} holds ${what}`);
	}
}

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/** Listens to n8n's log, and to what is printed past it, until told to stop. */
export function listenToLogs(heard: (text: string) => void): () => void {
	// The logger that every n8n context gives to its node.
	const { logger } = LoadOptionsContext.prototype as unknown as { logger: Logger };
	const before = LEVELS.map((level) => [level, logger[level]] as const);
	for (const level of LEVELS) {
		logger[level] = (message, metadata) => heard(`${message} ${inspect(metadata)}`);
	}
	const { stderr } = process;
	const write = stderr.write.bind(stderr);
	stderr.write = (chunk: string | Uint8Array, ...more: never[]) => {
		heard(String(chunk));
		return write(chunk, ...more);
	};
	return () => {
		stderr.write = write;
		for (const [level, method] of before) logger[level] = method;
	};
}
