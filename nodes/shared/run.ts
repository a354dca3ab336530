import { createHash } from 'crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { runAll } from './concurrency';
import { InputError, TikTokShopError, toNodeError } from './errors';
import { collect, convert, type Parts } from './fields';
import { isObject } from './http';
import { isRepeatable, type Batch, type Given, type Operation, type Resource } from './operation';
import { gatherPages } from './pagination';
import { createClient, fillPath, type Client } from './request';
import { asText } from './text';
import { findShop, type Shop } from './shops';

/** One input item on its way: the request made from its parameters, then its results or its failure. */
interface Job {
	index: number;
	shop?: Shop;
	parts: Parts;
	read: Given['read'];
	/** What a batch is made of. */
	key: string;
	results?: IDataObject[];
	failure?: unknown;
}

/** Runs the chosen operation for all input items; the whole `execute` of the action node. */
export async function run(
	context: IExecuteFunctions,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const resource = asText(context.getNodeParameter('resource', 0));
	const name = asText(context.getNodeParameter('operation', 0));
	const operation = resources.find(({ value }) => value === resource)?.operations[name];
	if (operation === undefined) {
		throw new NodeOperationError(
			context.getNode(),
			`This version of the package has no operation "${resource}: ${name}"`,
			{ description: 'Choose resource and operation again, or update the package.' },
		);
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
		await carryOut(context, client, operation, ready);
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
		context.getNodeParameter(name, index, null, { extractValue: true }) ?? undefined;
	const job: Job = { index, parts: { path: {}, query: {}, body: {} }, read, key: '' };
	try {
		job.parts = collect(operation.fields, read, context.getTimezone());
		fillPath(operation.request.path, job.parts.path);
		if (operation.batch !== undefined) job.key = batchKey(operation, operation.batch, read);
		if (operation.request.shop !== 'none') job.shop = await findShop(client, asText(read('shop')));
		await operation.prepare?.(job.parts, { client, shop: job.shop, read });
		if (operation.idempotencyKey) {
			job.parts.query.idempotency_key = idempotencyKey(context, operation, job);
		}
	} catch (error) {
		job.failure = error;
	}
	return job;
}

function batchKey({ fields }: Operation, { key, what }: Batch, read: Given['read']): string {
	const field = fields.find(({ name }) => name === key);
	const value = field === undefined ? undefined : convert(field, read(key));
	if (typeof value === 'string') return value;
	throw new InputError(`${field?.displayName ?? what} is empty`);
}

/**
 * The same for every retry of this item in this execution, another one for each item, loop run and content: TikTok then
 * answers a repeated request instead of carrying it out twice.
 */
function idempotencyKey(context: IExecuteFunctions, operation: Operation, job: Job): string {
	const runIndex = context.getWorkflowDataProxy(0).$runIndex as number;
	const what = [
		context.getExecutionId(),
		context.getNode().id,
		runIndex,
		job.index,
		operation.request.path,
		JSON.stringify(job.parts),
	];
	return createHash('sha256').update(what.join('\n')).digest('hex').slice(0, 40);
}

async function carryOut(
	context: IExecuteFunctions,
	client: Client,
	operation: Operation,
	jobs: Job[],
): Promise<void> {
	const groups =
		operation.batch === undefined ? jobs.map((job) => [job]) : inBatches(operation.batch, jobs);
	const laneOf = ([job]: Job[]) =>
		job === undefined || operation.request.method === 'GET' || operation.pages || operation.batch
			? undefined
			: fillPath(operation.request.path, job.parts.path);
	await runAll(groups, laneOf, async (group) => {
		if (operation.batch === undefined) {
			for (const job of group)
				await settle(job, async () => await perform(context, client, operation, job));
		} else {
			await performBatch(client, operation, operation.batch, group);
		}
		return context.continueOnFail() || group.every(({ failure }) => failure === undefined);
	});
}

async function settle(job: Job, work: () => Promise<IDataObject[]>): Promise<void> {
	try {
		job.results = await work();
	} catch (error) {
		job.failure = error;
	}
}

async function perform(
	context: IExecuteFunctions,
	client: Client,
	operation: Operation,
	job: Job,
): Promise<IDataObject[]> {
	const { shop, parts, read } = job;
	if (operation.perform !== undefined) return await operation.perform({ client, shop, read });
	if (operation.pages === undefined)
		return toResults(operation, await ask(client, operation, shop, parts));
	const limit = read('returnAll') === true ? Infinity : Number(read('limit'));
	const { items, notice } = await gatherPages(
		operation.pages,
		limit,
		async (page) =>
			await ask(client, operation, shop, { ...parts, query: { ...parts.query, ...page } }),
	);
	if (notice !== undefined) context.addExecutionHints({ message: notice, location: 'outputPane' });
	return items;
}

async function ask(
	client: Client,
	operation: Operation,
	shop: Shop | undefined,
	parts: Parts,
): Promise<IDataObject> {
	const { request, action, scopes } = operation;
	const { data, requestId } = await client.send({
		method: request.method,
		path: request.path,
		pathParameters: parts.path,
		query: parts.query,
		body: request.method === 'GET' ? undefined : parts.body,
		shopCipher: shop?.cipher,
		action,
		scopes,
		repeatable: isRepeatable(operation),
	});
	if (operation.batch === undefined) refusePartly(operation, data, requestId);
	return data;
}

/** A code 0 does not mean that all was done: what TikTok refused stands in data.errors. */
function refusePartly({ action }: Operation, data: IDataObject, requestId?: string): void {
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

/** Items of one shop that differ only in the key share a request. */
function inBatches({ max }: Batch, jobs: Job[]): Job[][] {
	const alike = new Map<string, Job[]>();
	for (const job of jobs) {
		const kind = JSON.stringify([job.shop?.cipher, job.parts]);
		const group = alike.get(kind);
		if (group === undefined) alike.set(kind, [job]);
		else group.push(job);
	}
	return [...alike.values()].flatMap((group) => split(group, max));
}

/** Chunks with up to `max` different keys. */
function split(jobs: Job[], max: number): Job[][] {
	const chunks: Job[][] = [];
	let keys = new Set<string>();
	for (const job of jobs) {
		const chunk = chunks[chunks.length - 1];
		if (chunk === undefined || (keys.size >= max && !keys.has(job.key))) {
			chunks.push([job]);
			keys = new Set([job.key]);
		} else {
			chunk.push(job);
			keys.add(job.key);
		}
	}
	return chunks;
}

async function performBatch(
	client: Client,
	operation: Operation,
	batch: Batch,
	group: Job[],
): Promise<void> {
	const [first] = group;
	if (first === undefined) return;
	const keys = [...new Set(group.map(({ key }) => key))];
	const parts = structuredClone(first.parts);
	const [part = 'query', name = ''] = batch.into.split('.');
	(part === 'body' ? parts.body : parts.query)[name] = keys;
	try {
		const data = await ask(client, operation, first.shop, parts);
		const found = new Map<string, IDataObject>();
		for (const entry of Array.isArray(data[batch.from])
			? (data[batch.from] as IDataObject[])
			: []) {
			found.set(asText(entry[batch.matchBy]), entry);
		}
		for (const job of group) {
			const result = found.get(job.key);
			if (result !== undefined) job.results = [result];
			else job.failure = notFound(batch, job.key, first.shop);
		}
	} catch (error) {
		// One bad key can spoil the whole request: halves tell which.
		if (keys.length > 1 && error instanceof TikTokShopError && error.kind === 'refused') {
			for (const half of split(group, Math.ceil(keys.length / 2))) {
				await performBatch(client, operation, batch, half);
			}
			return;
		}
		for (const job of group) job.failure = error;
	}
}

function notFound({ what }: Batch, key: string, shop?: Shop): InputError {
	return new InputError(
		`The ${what} ${key} was not found${shop === undefined ? '' : ` in the shop ${shop.name}`}`,
		`Check the ID, and that the ${what} belongs to the chosen shop.`,
	);
}

function toItems(
	context: IExecuteFunctions,
	operation: Operation,
	jobs: Job[],
): INodeExecutionData[] {
	const node = context.getNode();
	const failed = jobs.find(({ failure }) => failure !== undefined);
	if (failed !== undefined && !context.continueOnFail()) {
		const error = toNodeError(node, failed.failure, failed.index);
		const done = jobs.filter(({ results }) => results !== undefined).length;
		if (done > 0 && !isRead(operation)) {
			error.description = [
				error.description,
				`${done} of ${context.getInputData().length} items were done before the failure.`,
			]
				.filter(Boolean)
				.join('\n\n');
		}
		throw error;
	}
	return jobs.flatMap((job) => {
		const pairedItem = { item: job.index };
		if (job.failure !== undefined) {
			const error = toNodeError(node, job.failure, job.index);
			const { message, description } = error;
			return [
				{
					json: { error: message, description: description ?? '', ...tikTokDetails(error) },
					error,
					pairedItem,
				},
			];
		}
		const view =
			operation.simplify !== undefined && job.read('simplify') === true
				? operation.simplify
				: undefined;
		return (job.results ?? []).map((result) => ({
			json: view === undefined ? result : view(result),
			pairedItem,
		}));
	});
}

const isRead = ({ request, pages, batch }: Operation) =>
	request.method === 'GET' || pages !== undefined || batch !== undefined;

function tikTokDetails({ context }: { context: IDataObject }): IDataObject {
	const { tikTokCode, requestId } = isObject(context.tikTok) ? context.tikTok : {};
	return {
		...(tikTokCode === undefined ? {} : { code: tikTokCode }),
		...(requestId === undefined ? {} : { requestId }),
	};
}
