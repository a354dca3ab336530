import { LEFT_OUT } from '../docs/leftOut';
import {
	endpointOf,
	nodeOperations,
	parametersOf,
	referenceOperations,
	sendsOf,
	type Parameter,
	type Placed,
	type Send,
} from '../docs/shape';

const references = new Map(referenceOperations().map((each) => [endpointOf(each), each]));

const placed = nodeOperations().filter(({ operation }) => operation.perform === undefined);

const sharing = (endpoint: string) =>
	nodeOperations().filter(({ operation }) => endpointOf(operation.request) === endpoint);

/** The runner sends these by itself. */
const BY_RUNNER = new Set([
	'query.page_size',
	'query.page_token',
	'body.page_size',
	'body.page_token',
	'query.idempotency_key',
	'body.idempotency_key',
]);

/** Brought into shape by the operation's own `prepare`, as its cases show over HTTP. */
const PREPARED: Record<string, string[]> = {
	// TikTok wants a list of one limit.
	'promotion.create': ['body.participation_limit'],
	'promotion.update': ['body.participation_limit'],
	// The activity stands in the path and once more in the body.
	'promotion.updateProducts': ['body.activity_id'],
};

function referenceOf({ operation }: Placed) {
	const reference = references.get(endpointOf(operation.request));
	if (reference === undefined)
		throw new Error(`Not in the reference: ${endpointOf(operation.request)}`);
	return reference;
}

/** What an operation sends beside its fields: lists of a batch with their keys, files. */
function sentByShape({ operation }: Placed): string[] {
	const { batch, upload } = operation;
	return [
		...(batch === undefined ? [] : [batch.into]),
		...(batch?.entryKey === undefined ? [] : [`${batch.into}.${batch.entryKey}`]),
		...(upload === undefined ? [] : [`body.${upload.as}`]),
		...(upload?.nameAs === undefined ? [] : [`body.${upload.nameAs}`]),
	];
}

/** In a batch of objects each item's body is one entry of the list. */
function addressed({ operation }: Placed, send: Send): string {
	const { batch } = operation;
	if (batch?.entryKey === undefined || !send.to.startsWith('body.')) return send.to;
	return send.to.replace(/^body/, batch.into);
}

/** Whether a field can carry what the reference wants. */
function carries({ field }: Send, { type }: Parameter): boolean {
	const many = field.typeOptions?.multipleValues === true;
	if (field.as === 'json' || field.type === 'json') return true;
	if (type === '[]object')
		return (field.type === 'fixedCollection' && many) || field.entryKey !== undefined;
	if (type === 'object') return field.type === 'fixedCollection' && !many;
	if (type.startsWith('[]'))
		return ['ids', 'texts'].includes(field.as ?? '') || field.type === 'multiOptions' || many;
	if (type === 'bool') return field.type === 'boolean';
	if (type === 'int')
		return (
			['integer', 'milliseconds', 'percent', 'seconds'].includes(field.as ?? '') ||
			field.type === 'options'
		);
	return ['string', 'options', 'resourceLocator', 'number', 'dateTime', 'hidden'].includes(
		field.type,
	);
}

describe.each(placed.map((each) => [each.name, each] as const))('%s', (_, each) => {
	const { operation } = each;

	it('asks the endpoint the way the reference says', () => {
		const reference = referenceOf(each);
		expect(operation.request.shop).toBe(reference.shopCipher);
		expect([...operation.scopes].sort()).toEqual([...reference.scopes].sort());
		expect(operation.doc).toBe(reference.doc);
		expect(Boolean(operation.upload)).toBe(Boolean(reference.multipart));
		expect(Boolean(operation.idempotencyKey)).toBe(Boolean(reference.idempotencyKey));
	});

	it('sends only what the reference names, in its types', () => {
		const parameters = parametersOf(referenceOf(each));
		for (const send of sendsOf(operation)) {
			const to = addressed(each, send);
			if (PREPARED[each.name]?.includes(to)) continue;
			const parameter = parameters.get(to);
			expect([to, parameter !== undefined]).toEqual([to, true]);
			expect([to, parameter !== undefined && carries(send, parameter)]).toEqual([to, true]);
		}
	});

	it('offers every parameter of the reference, required ones as required', () => {
		const reference = referenceOf(each);
		const all = sharing(endpointOf(operation.request));
		const sends = all.flatMap((one) => sendsOf(one.operation).map((send) => ({ one, send })));
		const reached = new Map(sends.map(({ one, send }) => [addressed(one, send), send.field]));
		const byShape = new Set(all.flatMap(sentByShape));
		for (const [to, parameter] of parametersOf(reference)) {
			if (BY_RUNNER.has(to) || byShape.has(to) || PREPARED[each.name]?.includes(to)) continue;
			const within = [...reached].find(
				([outer, field]) =>
					to !== outer && to.startsWith(outer) && (field.as === 'json' || field.type === 'json'),
			);
			const nested = to.replace(/^(body|query|path)\./, '').includes('.');
			if (within !== undefined || (nested && operation.jsonBody)) continue;
			// A partner’s cipher: a seller has none, so only what partners use too offers it.
			if (to === 'query.category_asset_cipher') continue;
			// n8n’s helper sends no body with GET.
			if (reference.method === 'GET' && to.startsWith('body.')) continue;
			// An object is there as soon as something in it is.
			if ([...reached.keys()].some((other) => other.startsWith(`${to}.`))) continue;
			const field = reached.get(to);
			expect([to, field !== undefined]).toEqual([to, true]);
			if (parameter.required && all.length === 1 && !nested)
				// What is hidden is always sent.
				expect([to, field?.required ?? field?.type === 'hidden']).toEqual([to, true]);
		}
	});

	it('offers exactly the values of the reference where there is a choice', () => {
		const parameters = parametersOf(referenceOf(each));
		for (const send of sendsOf(operation)) {
			const { type, options } = send.field;
			const wanted = parameters.get(addressed(each, send))?.enum;
			if (wanted === undefined || (type !== 'options' && type !== 'multiOptions')) continue;
			const offered = (options ?? []).map((option) =>
				'value' in option ? option.value : option.name,
			);
			for (const value of offered) expect([...wanted, '']).toContain(value);
		}
	});

	it('pages with the reference’s list and largest page', () => {
		const { pagination, query, body, response } = referenceOf(each);
		expect(operation.pages?.items).toBe(operation.pages && pagination?.items);
		if (operation.pages === undefined) return;
		expect(operation.pages.in ?? 'query').toBe(pagination?.tokenIn);
		const { id, items } = operation.pages;
		if (id !== undefined) expect(response?.[items]?.fields?.[id]?.type).toBe('string');
		const size = (operation.pages.in === 'body' ? body : query)?.page_size;
		if (size?.max !== undefined) expect(operation.pages.size).toBe(Number(size.max));
		if (size?.min !== undefined)
			expect(operation.pages.least ?? 1).toBe(Math.max(1, Number(size.min)));
	});
});

describe('the whole node', () => {
	it('covers every operation of the seller’s families, or says why not', () => {
		const covered = new Set(nodeOperations().map(({ operation }) => endpointOf(operation.request)));
		const missing = [...references.values()].filter((each) => !covered.has(endpointOf(each)));
		expect(missing.map(({ id }) => id).sort()).toEqual(Object.keys(LEFT_OUT).sort());
	});

	it('gives each action a name of its own', () => {
		const actions = nodeOperations().map(({ operation }) => operation.action);
		expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([]);
	});
});
