import type { IDataObject } from 'n8n-workflow';

import { InputError, TikTokShopError } from './errors';
import type { Parts } from './fields';
import { findMissingField, findMissingList, type FindGap } from './gaps';
import { isObject } from './http';
import type { Batch, Result } from './operation';
import type { ApiAnswer } from './request';
import type { Shop } from './shops';
import { asText } from './text';

/** What batching needs of an input item on its way. */
export interface BatchJob {
	shop?: Shop;
	parts: Parts;
	/** Tells the items of a batch apart. */
	key: string;
	results?: Result[];
	failure?: unknown;
}

/** Items that can share a request, in the fewest requests: same shop, and alike but for the key (and the entry). */
export function toBatches<J extends BatchJob>(batch: Batch, jobs: J[]): J[][] {
	const alike = new Map<string, J[]>();
	for (const job of jobs) {
		const { path, query, body } = job.parts;
		const common = batch.entryKey === undefined ? body : {};
		const kind = JSON.stringify([job.shop?.cipher, path, query, common]);
		const group = alike.get(kind);
		if (group === undefined) alike.set(kind, [job]);
		else group.push(job);
	}
	return [...alike.values()].flatMap((group) => split(group, batch));
}

/** Chunks with up to `max` different keys; an entry of its own cannot stand twice for one key. */
function split<J extends BatchJob>(jobs: J[], { max, entryKey }: Batch): J[][] {
	const chunks: J[][] = [];
	let keys = new Set<string>();
	for (const job of jobs) {
		const chunk = chunks[chunks.length - 1];
		const known = keys.has(job.key);
		const full = known ? entryKey !== undefined : keys.size >= max;
		if (chunk === undefined || full) {
			chunks.push([job]);
			keys = new Set([job.key]);
		} else {
			chunk.push(job);
			keys.add(job.key);
		}
	}
	return chunks;
}

/**
 * Sends one request for a group of items and gives each of them its own result or failure.
 *
 * @param ask - sends the request
 */
export async function performBatch(
	batch: Batch,
	group: BatchJob[],
	ask: (shop: Shop | undefined, parts: Parts, findGap?: FindGap) => Promise<ApiAnswer>,
): Promise<void> {
	const [first] = group;
	if (first === undefined) return;
	let answer: ApiAnswer;
	try {
		answer = await ask(first.shop, toParts(batch, group, first.parts), gapsOf(batch));
	} catch (error) {
		// One bad key can spoil the whole request: halves tell which. Nothing was done, since the request was refused.
		const keys = new Set(group.map(({ key }) => key)).size;
		if (keys > 1 && error instanceof TikTokShopError && error.kind === 'refused') {
			for (const half of split(group, { ...batch, max: Math.ceil(keys / 2) })) {
				await performBatch(batch, half, ask);
			}
			return;
		}
		for (const job of group) job.failure = error;
		return;
	}
	const failures = failuresByKey(batch, answer);
	const results = resultsByKey(batch, answer.data);
	for (const job of group) {
		const failure = failures.get(job.key) ?? failures.get('');
		const result =
			results === undefined ? { [batch.matchBy]: job.key, success: true } : results.get(job.key);
		if (failure !== undefined) job.failure = failure;
		else if (result !== undefined) job.results = [{ json: result }];
		else job.failure = notFound(batch, job, answer.data);
	}
}

/** A result that cannot be told from others would look as if its item had none. */
function gapsOf({ from, matchBy }: Batch): FindGap | undefined {
	return from === undefined
		? undefined
		: (data) => findMissingList(data, from) ?? findMissingField(data, from, [matchBy]);
}

function toParts({ into, entryKey }: Batch, group: BatchJob[], first: Parts): Parts {
	const keys = [...new Set(group.map(({ key }) => key))];
	const list =
		entryKey === undefined
			? keys
			: group.map(({ key, parts }) => ({ [entryKey]: key, ...parts.body }));
	const [part = 'query', name = ''] = into.split('.');
	const body = entryKey === undefined ? first.body : {};
	return part === 'body'
		? { ...first, body: { ...body, [name]: list } }
		: { ...first, query: { ...first.query, [name]: list } };
}

/** Under '' what TikTok did not tie to a key: then it may concern any of them. */
function failuresByKey(batch: Batch, { data, requestId }: ApiAnswer): Map<string, TikTokShopError> {
	const failures = new Map<string, TikTokShopError>();
	for (const entry of Array.isArray(data.errors)
		? (data.errors as unknown[]).filter(isObject)
		: []) {
		const code = Number(entry.code) || undefined;
		const message = asText(entry.message) || 'TikTok gave no reason';
		const key = valueAt(entry, batch.errorKey ?? `detail.${batch.matchBy}`);
		const about = `This ${batch.what} was refused; the others of the same request were treated on their own.`;
		failures.set(
			key,
			new TikTokShopError('refused', message, about, { code, message: '', requestId }),
		);
	}
	const silent = batch.failedIn === undefined ? undefined : data[batch.failedIn];
	for (const key of Array.isArray(silent) ? silent.map(asText) : []) {
		const about = 'TikTok gave no reason. Check that it exists and belongs to the chosen shop.';
		const title = `The ${batch.what} ${key} was refused`;
		failures.set(key, new TikTokShopError('refused', title, about, { message: '', requestId }));
	}
	return failures;
}

function valueAt(entry: IDataObject, path: string): string {
	let value: unknown = entry;
	for (const key of path.split('.')) value = isObject(value) ? value[key] : undefined;
	return asText(value);
}

function resultsByKey(
	{ from, matchBy }: Batch,
	data: IDataObject,
): Map<string, IDataObject> | undefined {
	if (from === undefined) return undefined;
	const list = Array.isArray(data[from]) ? (data[from] as IDataObject[]) : [];
	return new Map(list.map((entry) => [asText(entry[matchBy]), entry]));
}

function notFound(
	{ what, from = '' }: Batch,
	{ key, shop }: BatchJob,
	data: IDataObject,
): InputError {
	// TikTok may leave out an empty list; then again the list may have got lost.
	const more = Array.isArray(data[from])
		? ''
		: ` TikTok sent no list of ${from}; perhaps try again.`;
	return new InputError(
		`The ${what} ${key} was not found${shop === undefined ? '' : ` in the shop ${shop.name}`}`,
		`Check the ID, and that the ${what} belongs to the chosen shop.${more}`,
		'notFound',
	);
}
