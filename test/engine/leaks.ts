import { issuedSecrets } from '../sandbox/issued';
import { listenToOutlets } from './host/outlets';

/** Codes and tokens of the sandbox look like this, a piece of one too. */
const TOKEN = /(?:ROW|TTP)_[\w-]{12,}/g;

/** So much of a token tells it from all others. */
const TELLING = 16;

/** The kind of secret that a text holds, if it holds one. */
export function secretIn(text: string): string | undefined {
	for (const [secret, kind] of issuedSecrets) {
		if (kind === 'app secret' && text.includes(secret)) return kind;
	}
	for (const [found] of text.matchAll(TOKEN)) {
		const start = found.slice(0, TELLING);
		for (const [secret, kind] of issuedSecrets) if (secret.startsWith(start)) return kind;
	}
	return undefined;
}

interface Step {
	key: string;
	before?: Step;
}

const pathOf = (step?: Step): string =>
	step === undefined ? '' : [pathOf(step.before), step.key].filter(Boolean).join('.');

/**
 * Looks for secrets in a value and in all that hangs on it: hidden properties of errors, causes, bytes, maps.
 *
 * @returns what was found and where, for instance "access token at cause.config.headers"; undefined for a clean value
 */
export function findSecret(value: unknown): string | undefined {
	const seen = new Set<object>();
	const left: Array<[value: unknown, step?: Step]> = [[value]];
	for (;;) {
		const next = left.pop();
		if (next === undefined) return undefined;
		const [current, step] = next;
		if (typeof current === 'string') {
			const kind = secretIn(current);
			if (kind !== undefined) return `${kind} at ${pathOf(step) || 'the top'}`;
		}
		if (typeof current !== 'object' || current === null || seen.has(current)) continue;
		seen.add(current);
		for (const [key, inner] of partsOf(current)) left.push([inner, { key, before: step }]);
	}
}

function* partsOf(value: object): Generator<[string, unknown]> {
	if (ArrayBuffer.isView(value)) {
		yield [
			'bytes',
			Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1'),
		];
		return;
	}
	if (value instanceof URL) yield ['href', value.href];
	if (value instanceof Map) yield ['entries', [...value]];
	if (value instanceof Set) yield ['values', [...value]];
	for (const key of Reflect.ownKeys(value)) {
		const name = String(key);
		yield [name, name];
		// What is computed when asked for is made of what is searched anyway, but for an error's stack.
		const { value: own } = Object.getOwnPropertyDescriptor(value, key) ?? {};
		yield [name, name === 'stack' ? (value as Error).stack : own];
	}
}

let leaks: string[] = [];

/** Searches all that leaves the hosts of this process from now on. */
export function watchForLeaks(): void {
	listenToOutlets((where, value) => {
		if (issuedSecrets.size === 0) return;
		const found = findSecret(value);
		if (found !== undefined) leaks.push(`${where} holds an ${found}`);
	});
}

/** What was found since the last time. */
export function takeLeaks(): string[] {
	const taken = leaks;
	leaks = [];
	return taken;
}

/** Fails the test in which a secret got out. */
export function expectNoLeak(): void {
	const found = takeLeaks();
	if (found.length > 0) throw new Error(`Secrets got out:\n${found.join('\n')}`);
}
