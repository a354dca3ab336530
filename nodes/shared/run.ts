import { createHash } from 'crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData, OnError } from 'n8n-workflow';

import { performBatch, toBatches, type BatchJob } from './batching';
import { downloadTo, plainName, readUpload, toBinary, toMultipart } from './binary';
import { runAll } from './concurrency';
import { InputError, tell, TikTokShopError, toNodeError, type Told } from './errors';
import { collect, convert, withoutLocator, type Parts } from './fields';
import { escapeHtml } from './html';
import { isObject } from './http';
import {
	fieldsOf,
	isRead,
	isRepeatable,
	JSON_BODY,
	type Given,
	type Operation,
	type Resource,
	type Result,
} from './operation';
import { gatherPages } from './pagination';
import { createClient, fillPath, type ApiAnswer, type ApiRequest, type Client } from './request';
import { keepEnded, recallEnded } from './retryOnFail';
import { findShop, type Shop } from './shops';
import { asText } from './text';
import { adviceInDoubt, describeProgress } from './writes';

/** One input item on its way: the request made from its parameters, then its results or its failure. */
interface Job extends BatchJob {
	index: number;
	read: Given['read'];
}

/** Runs the chosen operation for all input items; the whole `execute` of the action node. */
export async function run(
	context: IExecuteFunctions,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const resource = asText(context.getNodeParameter('resource', 0));
	const name = asText(context.getNodeParameter('operation', 0));
	const { operations = {} } = resources.find(({ value }) => value === resource) ?? {};
	const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
	if (operation === undefined) {
		const error = new InputError(
			`This version of the package has no operation "${resource}: ${name}"`,
			'Choose resource and operation again, or update the package.',
			'outdated',
		);
		throw toNodeError(context.getNode(), error);
	}
	return [await runOperation(context, operation)];
}

async function runOperation(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	const client = createClient(context);
	const jobs: Job[] = [];
	for (let index = 0; index < context.getInputData().length; index++) {
		jobs.push(await prepare(context, client, operation, index));
		if (jobs[index]?.failure !== undefined && !context.continueOnFail()) break;
	}
	const ready = jobs.filter(({ failure }) => failure === undefined);
	// Bad input anywhere stops everything before the first request leaves.
	if (ready.length === jobs.length || context.continueOnFail()) {
		await carryOutOnce(context, client, operation, ready);
	}
	return toItems(context, operation, jobs);
}

async function prepare(
	context: IExecuteFunctions,
	client: Client,
	operation: Operation,
	index: number,
): Promise<Job> {
	const read = (name: string): unknown =>
		// Without a fallback n8n throws for a field that is not shown.
		withoutLocator(context.getNodeParameter(name, index, null) ?? undefined);
	const job: Job = { index, parts: { path: {}, query: {}, body: {} }, read, key: '' };
	try {
		job.parts = partsOf(operation, read, context.getTimezone());
		if (operation.perform === undefined) fillPath(operation.request.path, job.parts.path);
		if (operation.batch !== undefined) job.key = batchKey(operation, operation.batch.key, read);
		operation.check?.(job.parts);
		if (operation.request.shop !== 'none') {
			job.shop = await findShop(client, asText(read('shop')));
		}
		await operation.prepare?.(job.parts, { context, index, client, shop: job.shop, read });
		const place = operation.idempotencyKey === 'body' ? 'body' : 'query';
		if (operation.idempotencyKey !== undefined) {
			job.parts[place].idempotency_key ??= runKey(context, operation, index, job.parts);
		}
	} catch (error) {
		job.failure = error;
	}
	return job;
}

function partsOf(operation: Operation, read: Given['read'], zone: string): Parts {
	const parts = collect(fieldsOf(operation), read, zone);
	const mode = operation.jsonBody ? read(JSON_BODY.mode) : 'fields';
	if (mode === 'fields') return parts;
	if (mode !== 'json') throw new InputError('Input Mode must be "fields" or "json"');
	const body = convert({ ...JSON_BODY.field, as: 'json' }, read(JSON_BODY.field.name));
	if (!isObject(body)) throw new InputError('Body must be a JSON object');
	return { ...parts, body };
}

function batchKey({ fields }: Operation, key: string, read: Given['read']): string {
	const field = fields.find(({ name }) => name === key);
	const value = field === undefined ? undefined : convert(field, read(key));
	if (typeof value === 'string') return value;
	throw new InputError(`${field?.displayName ?? key} is empty`);
}

/**
 * The same for every retry of this item in this execution, another one for each item, loop run and content. As an
 * idempotency key it lets TikTok answer a repeated request instead of carrying it out twice.
 */
function runKey(
	context: IExecuteFunctions,
	operation: Operation,
	index: number,
	content: unknown,
): string {
	const runIndex = context.getWorkflowDataProxy(0).$runIndex as number;
	const what = [
		context.getExecutionId(),
		context.getNode().id,
		runIndex,
		index,
		operation.request.path,
		JSON.stringify(content),
	];
	return createHash('sha256').update(what.join('\n')).digest('hex').slice(0, 40);
}

/** Sends nothing again that is done or perhaps done since n8n's last try of this node. */
async function carryOutOnce(
	context: IExecuteFunctions,
	client: Client,
	operation: Operation,
	jobs: Job[],
): Promise<void> {
	const mayDoTwice = context.getNode().retryOnFail === true && !isRepeatable(operation);
	const fields = fieldsOf(operation);
	const tries = new Map(
		(mayDoTwice ? jobs : []).map((job) => {
			const content = fields.map(({ name }) => job.read(name));
			return [runKey(context, operation, job.index, content), job];
		}),
	);
	recallEnded(tries);
	const open = jobs.filter(({ results }) => results === undefined);
	if (context.continueOnFail() || open.every(({ failure }) => failure === undefined)) {
		const unfailed = open.filter(({ failure }) => failure === undefined);
		await carryOut(context, client, operation, unfailed);
	}
	keepEnded(tries);
}

async function carryOut(
	context: IExecuteFunctions,
	client: Client,
	operation: Operation,
	jobs: Job[],
): Promise<void> {
	const { batch } = operation;
	const groups = batch === undefined ? jobs.map((job) => [job]) : toBatches(batch, jobs);
	await runAll(
		groups,
		([job]) => job && laneOf(operation, job),
		async (group) => {
			if (batch === undefined) {
				for (const job of group) await settle(context, client, operation, job);
			} else {
				await performBatch(
					batch,
					group,
					async (shop, parts, findGap) => await ask(client, operation, shop, parts, { findGap }),
				);
			}
			await expandAll(context, client, operation, group);
			return context.continueOnFail() || group.every(({ failure }) => failure === undefined);
		},
	);
}

/** Lets each result of a group go on to what the operation makes of it. */
async function expandAll(
	context: IExecuteFunctions,
	client: Client,
	{ expand }: Operation,
	group: Job[],
): Promise<void> {
	if (expand === undefined) return;
	await runAll(
		group,
		() => undefined,
		async (job) => {
			const { results = [], index, shop, read } = job;
			try {
				const expanded: Result[] = [];
				for (const { json } of results) {
					expanded.push(...(await expand(json, { context, index, client, shop, read })));
				}
				if (job.failure === undefined) job.results = expanded;
			} catch (error) {
				job.failure = error;
			}
			return context.continueOnFail() || job.failure === undefined;
		},
	);
}

/** Reads run side by side, writes to the same path one after the other. */
function laneOf(operation: Operation, { parts, read }: Job): string | undefined {
	const { lane, perform: own, request } = operation;
	if (lane !== undefined) return lane(read);
	return isRead(operation) || own !== undefined ? undefined : fillPath(request.path, parts.path);
}

async function settle(
	context: IExecuteFunctions,
	client: Client,
	operation: Operation,
	job: Job,
): Promise<void> {
	try {
		job.results = await perform(context, client, operation, job);
	} catch (error) {
		job.failure = error;
	}
}

async function perform(
	context: IExecuteFunctions,
	client: Client,
	operation: Operation,
	job: Job,
): Promise<Result[]> {
	if (operation.perform === undefined) {
		return await performRequest(context, client, operation, job);
	}
	const { shop, read, index } = job;
	return await operation.perform({ context, index, client, shop, read });
}

/** Sends the request of one input item: all pages, a file with it, the file it leads to. */
export async function performRequest(
	context: IExecuteFunctions,
	client: Client,
	operation: Operation,
	job: Pick<Job, 'index' | 'parts' | 'read' | 'shop'>,
): Promise<Result[]> {
	const { shop, parts, read, index } = job;
	const { pages, download, upload } = operation;
	if (pages !== undefined) return await performPages(context, client, operation, job);
	const file = upload && (await readUpload(context, index, upload, read));
	const named =
		upload?.nameAs && file
			? { [upload.nameAs]: plainName(file.fileName), ...parts.body }
			: parts.body;
	const sent = file && toMultipart(upload?.as ?? '', file, named);
	const answer = await ask(client, operation, shop, parts, { upload: sent });
	refusePartly(operation, answer);
	hintAtWarnings(context, operation, answer);
	const results = toResults(operation, answer.data).map((json): Result => ({ json }));
	if (download === undefined) return results;
	const field = asText(read('outputBinaryField')) || 'data';
	const name = download.fileName(read);
	const binary =
		answer.file === undefined
			? await downloadTo(context, asText(answer.data[download.urlFrom ?? '']), name, field)
			: await toBinary(context, answer.file, name, field);
	return results.map(({ json }) => ({ json, binary }));
}

async function performPages(
	context: IExecuteFunctions,
	client: Client,
	operation: Operation,
	{ shop, parts, read }: Pick<Job, 'parts' | 'read' | 'shop'>,
): Promise<Result[]> {
	const { pages = { items: '', size: 1 } } = operation;
	const limit = read('returnAll') === true ? Infinity : Number(read('limit'));
	const place = pages.in ?? 'query';
	const { items, notice } = await gatherPages(pages, limit, async (page, carried, findGap) => {
		const body = { ...parts.body, ...carried };
		const asked = {
			...parts,
			body,
			[place]: { ...(place === 'body' ? body : parts.query), ...page },
		};
		return (await ask(client, operation, shop, asked, { findGap })).data;
	});
	if (notice !== undefined) context.addExecutionHints({ message: notice, location: 'outputPane' });
	return items.map((json) => ({ json }));
}

async function ask(
	client: Client,
	operation: Operation,
	shop: Shop | undefined,
	parts: Parts,
	more: Pick<ApiRequest, 'findGap' | 'upload'>,
): Promise<ApiAnswer> {
	const { request, action, scopes } = operation;
	return await client.send({
		method: request.method,
		path: request.path,
		pathParameters: parts.path,
		query: parts.query,
		body: request.method === 'GET' ? undefined : parts.body,
		...more,
		shopCipher: shop?.cipher,
		wantsFile: operation.download !== undefined && operation.download.urlFrom === undefined,
		action,
		scopes,
		repeatable: isRepeatable(operation),
		inDoubt: adviceInDoubt(operation),
	});
}

/** A code 0 does not mean that all was done: what TikTok refused stands in data.errors. */
function refusePartly({ action }: Operation, { data, requestId }: ApiAnswer): void {
	const errors = (Array.isArray(data.errors) ? data.errors : []).filter(isObject);
	const [first] = errors;
	if (first === undefined) return;
	const lines = errors.map((error) => `• ${describeEntry(error)}`);
	throw new TikTokShopError(
		'refused',
		`"${action}" was refused at least in part: ${asText(first.message) || 'TikTok gave no reason'}`,
		`TikTok refused:\n${lines.join('\n')}\nWhat is not listed was done.`,
		{ code: Number(first.code) || undefined, message: '', requestId },
	);
}

/** TikTok did what was asked, but has something to say about it. */
function hintAtWarnings(
	context: IExecuteFunctions,
	{ action }: Operation,
	{ data }: ApiAnswer,
): void {
	const list = [data.warnings ?? data.warning].flat().filter(isObject);
	const messages = [...new Set(list.map(({ message }) => asText(message)).filter(Boolean))];
	if (messages.length === 0) return;
	context.addExecutionHints({
		// n8n shows a hint as HTML.
		message: `"${action}" was done, but TikTok warns: ${escapeHtml(messages.join(' '))}`,
		location: 'outputPane',
	});
}

function describeEntry({ message, code, detail, ...rest }: IDataObject): string {
	const subject = isObject(detail) ? detail : rest;
	const ids = Object.entries(subject).filter(([, value]) => typeof value === 'string');
	const named = ids.map(([key, value]) => `${key} ${asText(value)}`).join(', ');
	return `${named === '' ? '' : `${named}: `}${asText(message)} (${asText(code)})`;
}

function toResults({ output }: Operation, data: IDataObject): IDataObject[] {
	const result = output === undefined ? data : data[output];
	if (Array.isArray(result)) return result as IDataObject[];
	if (isObject(result) && Object.keys(result).length > 0) return [result];
	return output === undefined ? [{ success: true }] : [];
}

function toItems(
	context: IExecuteFunctions,
	operation: Operation,
	jobs: Job[],
): INodeExecutionData[] {
	const node = context.getNode();
	const failed = jobs.find(({ failure }) => failure !== undefined);
	if (failed !== undefined && !context.continueOnFail()) {
		const all = context.getInputData().length;
		const told = isRead(operation) ? undefined : describeProgress(jobs, all);
		throw toNodeError(node, failed.failure, failed.index, told);
	}
	return jobs.flatMap((job) => {
		const pairedItem = { item: job.index };
		if (job.failure !== undefined) {
			return [{ json: toErrorJson(tell(node, job.failure), node.onError), pairedItem }];
		}
		const view = job.read('simplify') === true ? operation.simplify : undefined;
		return (job.results ?? []).map(({ json, binary }) => ({
			json: view === undefined ? json : view(json),
			...(binary === undefined ? {} : { binary }),
			pairedItem,
		}));
	});
}

/** n8n's error output knows a failed item only by `error` and `message` alone; `message` there has the code as well. */
function toErrorJson(
	{ message, description, helpUrl, tikTokCode, requestId }: Told,
	onError: OnError | undefined,
): IDataObject {
	const json: IDataObject = { error: message };
	const words = [description, helpUrl && `More help: ${helpUrl}`].filter(Boolean);
	if (words.length > 0) json.message = words.join('\n\n');
	if (onError === 'continueErrorOutput') return json;
	if (tikTokCode !== undefined) json.code = tikTokCode;
	if (requestId !== undefined) json.requestId = requestId;
	return json;
}
