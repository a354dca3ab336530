import { issuedSecrets } from '../sandbox/issued';
import { listenToOutlets } from './host/outlets';

/** Codes and tokens of the sandbox look like this, a piece of one too. */
const TOKEN = /(?:ROW|TTP)_[\w-]{12,}/g;

/** So much of a token tells it from all others. */
const TELLING = 16;

/** Tells what kind of secret a text holds, if it holds one. */
function searcher(): (text: string) => string | undefined {
	const secrets = [...issuedSecrets];
	const whole = secrets.filter(([, kind]) => kind === 'app secret');
	return (text) => {
		if (text.length < TELLING) return undefined;
		for (const [secret, kind] of whole) if (text.includes(secret)) return kind;
		if (!text.includes('ROW_') && !text.includes('TTP_')) return undefined;
		for (const [found] of text.matchAll(TOKEN)) {
			const start = found.slice(0, TELLING);
			for (const [secret, kind] of secrets) if (secret.startsWith(start)) return kind;
		}
		return undefined;
	};
}

/** What is looked at next, and how it was come to. */
interface Step {
	value: unknown;
	key: string;
	before?: Step;
}

function pathOf({ key, before }: Step): string {
	return [before && pathOf(before), key].filter(Boolean).join('.');
}

/**
 * Looks for secrets in a value and in all that hangs on it: hidden properties of errors, causes, bytes, maps.
 *
 * @returns what was found and where, for instance "access token at cause.config.headers"; undefined for a clean value
 */
export function findSecret(value: unknown): string | undefined {
	const kindIn = searcher();
	const seen = new Set<object>();
	const left: Step[] = [{ value, key: '' }];
	for (let step = left.pop(); step !== undefined; step = left.pop()) {
		const { value: current, key } = step;
		const kind = kindIn(key) ?? (typeof current === 'string' ? kindIn(current) : undefined);
		if (kind !== undefined) return `${kind} at ${pathOf(step) || 'the top'}`;
		if (typeof current !== 'object' || current === null || seen.has(current)) continue;
		seen.add(current);
		addParts(left, current, step);
	}
	return undefined;
}

function addParts(left: Step[], whole: object, before: Step): void {
	const add = (key: string, value: unknown) => left.push({ value, key, before });
	const prototype: unknown = Object.getPrototypeOf(whole);
	// Most of what there is, and nothing is hidden in it.
	if (prototype === Object.prototype || prototype === Array.prototype) {
		for (const [key, value] of Object.entries(whole)) add(key, value);
		return;
	}
	if (ArrayBuffer.isView(whole)) {
		const bytes = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength);
		add('bytes', bytes.toString('latin1'));
		return;
	}
	if (whole instanceof URL) add('href', whole.href);
	if (whole instanceof Map) add('entries', [...whole]);
	if (whole instanceof Set) add('values', [...whole]);
	for (const key of Reflect.ownKeys(whole)) {
		// What is computed when asked for is made of what is searched anyway, but for an error's stack.
		const { value } = Object.getOwnPropertyDescriptor(whole, key) ?? {};
		add(String(key), key === 'stack' ? (whole as Error).stack : value);
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
