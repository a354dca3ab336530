import * as fc from 'fast-check';
import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';

import { InputError } from '../../nodes/shared/errors';
import {
	collect,
	convert,
	toDay,
	toId,
	toProperty,
	toSeconds,
	type Conversion,
	type Field,
} from '../../nodes/shared/fields';
import { failureOf } from './helpers';

const field = (changes: Partial<Field> = {}): Field => ({
	displayName: 'My Field',
	name: 'mine',
	type: 'string',
	default: '',
	...changes,
});

const as = (conversion: Conversion, changes: Partial<Field> = {}) =>
	field({ as: conversion, ...changes });

const readFrom = (values: Record<string, unknown>) => (name: string) => values[name];

async function expectRefused(work: () => unknown, ...words: string[]): Promise<void> {
	const error = await failureOf(work);
	expect(error).toBeInstanceOf(InputError);
	for (const word of ['My Field', ...words]) expect(error.message).toContain(word);
}

describe('collect', () => {
	it('puts values into path, query and body', () => {
		const fields = [
			field({ name: 'order', send: 'path.order_id', as: 'id' }),
			field({ name: 'ids', send: 'query.ids', as: 'ids' }),
			field({ name: 'amount', send: 'body.price.amount', as: 'amount' }),
			field({ name: 'currency', send: 'body.price.currency' }),
			field({ name: 'note', send: 'body.note' }),
			field({ name: 'unsent' }),
		];
		const values = {
			order: { __rl: true, mode: 'id', value: ' 576461413038785752 ' },
			ids: '1, 2',
			amount: 12.5,
			currency: 'EUR',
			note: '  hello ',
			unsent: 'x',
		};
		expect(collect(fields, readFrom(values))).toEqual({
			path: { order_id: '576461413038785752' },
			query: { ids: ['1', '2'] },
			body: { price: { amount: '12.5', currency: 'EUR' }, note: 'hello' },
		});
	});

	it('leaves out what is empty, but not what is false or zero', () => {
		const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
		const fields = names.map((name) => field({ name, send: `body.${name}` }));
		const values = { a: '', b: '  ', c: null, d: undefined, e: [], f: false, g: 0 };
		expect(collect(fields, readFrom(values)).body).toEqual({ f: false, g: 0 });
	});

	it.each([[undefined], [null], [''], [' '], [[]], [{ __rl: true, mode: 'list', value: '' }]])(
		'refuses %j for a required field',
		async (value) => {
			const required = field({ required: true, send: 'body.x' });
			await expectRefused(() => collect([required], () => value), 'is empty');
		},
	);

	it('refuses a list of IDs that has only separators where one is required', async () => {
		const required = as('ids', { required: true, send: 'query.ids' });
		await expectRefused(() => collect([required], () => ' , ;\n'), 'is empty');
	});

	it('reads the options of a collection, and only those that were added', () => {
		const options: Field = field({
			type: 'collection',
			name: 'options',
			options: [
				field({ name: 'status', send: 'body.order_status' }),
				field({ name: 'from', send: 'body.create_time_ge', as: 'seconds' }),
				field({ name: 'needed', send: 'body.needed', required: true }),
			],
		});
		const values = { options: { status: 'UNPAID', other: 1 } };
		expect(collect([options], readFrom(values)).body).toEqual({ order_status: 'UNPAID' });
		expect(collect([options], readFrom({})).body).toEqual({});
		expect(collect([options], readFrom({ options: 'nonsense' })).body).toEqual({});
	});

	it('reads a fixed collection whose fields are sent by themselves', () => {
		const span = field({
			type: 'fixedCollection',
			name: 'span',
			options: [
				{
					displayName: 'Span',
					name: 'span',
					values: [
						field({ name: 'from', send: 'query.ge', as: 'integer' }),
						field({ name: 'to', send: 'body.deep.lt', as: 'integer' }),
					],
				},
			],
		});
		const parts = collect([span], readFrom({ span: { span: { from: 1, to: '2' } } }));
		expect(parts).toEqual({ path: {}, query: { ge: 1 }, body: { deep: { lt: 2 } } });
	});

	const skus = (changes: Partial<Field> = {}) =>
		field({
			type: 'fixedCollection',
			name: 'skus',
			displayName: 'My Field',
			send: 'body.skus',
			options: [
				{
					displayName: 'SKU',
					name: 'sku',
					values: [
						field({ name: 'id', send: 'id', as: 'id', required: true }),
						field({ name: 'price', send: 'price.amount', as: 'amount' }),
						field({
							type: 'fixedCollection',
							name: 'stock',
							send: 'inventory',
							options: [
								{
									displayName: 'Stock',
									name: 'entry',
									values: [
										field({ name: 'warehouse', send: 'warehouse_id', as: 'id' }),
										field({ name: 'quantity', send: 'quantity', as: 'integer' }),
									],
								},
							],
						}),
					],
				},
			],
			...changes,
		});

	it('sends a fixed collection as a list of objects, nested ones too', () => {
		const stock = { entry: [{ warehouse: '7', quantity: 0 }, { warehouse: 8 }] };
		const entries = [{ id: '1', price: '9.90', stock }, { id: 2, price: '' }, 'nonsense'];
		expect(collect([skus()], readFrom({ skus: { sku: entries } })).body).toEqual({
			skus: [
				{
					id: '1',
					price: { amount: '9.90' },
					inventory: [{ warehouse_id: '7', quantity: 0 }, { warehouse_id: '8' }],
				},
				{ id: '2' },
			],
		});
	});

	it('sends one entry as an object', () => {
		const { body } = collect([skus()], readFrom({ skus: { sku: { id: '1' } } }));
		expect(body).toEqual({ skus: { id: '1' } });
	});

	it.each([[{}], [{ sku: [] }], [{ sku: 'x' }], ['x'], [undefined]])(
		'sends nothing for the fixed collection %j, and refuses it where it is required',
		async (value) => {
			expect(collect([skus()], () => value).body).toEqual({});
			await expectRefused(() => collect([skus({ required: true })], () => value), 'is empty');
		},
	);

	it('checks every entry of a fixed collection', async () => {
		const read = readFrom({ skus: { sku: [{ id: '1' }, { price: '1' }] } });
		await expectRefused(() => collect([skus()], read), 'is empty');
		const many = readFrom({ skus: { sku: [{ id: '1' }, { id: '2' }] } });
		await expectRefused(() => collect([skus({ maxCount: 1 })], many), 'takes 1 at once, not 2');
	});

	it('passes over fields the user cannot see', () => {
		const shown = (values: Array<string | boolean>) =>
			field({ send: 'body.x', required: true, displayOptions: { show: { mode: values } } });
		const read = readFrom({ mode: 'a', mine: '' });
		expect(collect([shown(['b'])], read).body).toEqual({});
		expect(() => collect([shown(['b', 'a'])], read)).toThrow(InputError);
		expect(() => collect([shown([true])], readFrom({ mode: true }))).toThrow(InputError);
	});

	it('uses the zone of the workflow for dates that name none, at any depth', () => {
		const options = field({
			type: 'collection',
			name: 'options',
			options: [field({ name: 'from', send: 'body.from', as: 'seconds' })],
		});
		const read = readFrom({ options: { from: '2026-01-01T00:00:00' } });
		const berlin = collect([options], read, 'Europe/Berlin').body.from;
		const utc = collect([options], read, 'UTC').body.from;
		expect(Number(utc) - Number(berlin)).toBe(3600);
	});

	it('brings any value to any place', () => {
		const key = fc.stringMatching(/^[a-z]{1,4}$/);
		const path = fc.array(key, { minLength: 1, maxLength: 4 });
		const part = fc.constantFrom('path', 'query', 'body');
		fc.assert(
			fc.property(part, path, fc.integer(), (where, keys, value) => {
				const parts = collect([field({ send: [where, ...keys].join('.') })], () => value);
				const inner = [where, ...keys].reduce<unknown>(
					(current, name) => (current as Record<string, unknown>)[name],
					parts,
				);
				expect(inner).toBe(value);
			}),
		);
	});

	it('lets no input reach a prototype', () => {
		const json = as('json', { name: 'json', send: 'body.extra' });
		const names = ['__proto__', 'constructor', 'prototype', 'sku', 'id', 'skus'];
		const evil = fc.letrec<{ tree: unknown }>((tie) => ({
			tree: fc.oneof(
				{ maxDepth: 4 },
				fc.constantFrom('polluted', 1, null),
				fc.array(tie('tree'), { maxLength: 3 }),
				// JSON.parse makes __proto__ an ordinary key, as it comes in over HTTP.
				fc
					.array(fc.tuple(fc.constantFrom(...names), tie('tree')), { maxLength: 3 })
					.map((entries) => {
						const text = entries.map(
							([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
						);
						return JSON.parse(`{${text.join(',')}}`) as unknown;
					}),
			),
		})).tree;
		const before = Object.getOwnPropertyNames(Object.prototype);
		fc.assert(
			fc.property(evil, (value) => {
				const fields = [json, skus(), field({ name: 'mine', send: 'body.mine' })];
				const read = (name: string) => (name === 'json' ? JSON.stringify(value) : value);
				try {
					collect(fields, read);
				} catch (error) {
					expect(error).toBeInstanceOf(InputError);
				}
				expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
				expect(Object.keys({})).toEqual([]);
			}),
		);
	});
});

describe('id', () => {
	it.each([
		['576461413038785752', '576461413038785752'],
		[' 576461413038785752\n', '576461413038785752'],
		[42, '42'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
		[{ __rl: true, mode: 'list', value: '7' }, '7'],
		['GBLC-x_1', 'GBLC-x_1'],
	])('of %j is %s', (value, expected) => {
		expect(convert(as('id'), value)).toBe(expected);
	});

	it.each([
		[1.5],
		[576461413038785752],
		[NaN],
		['1/2'],
		['../x'],
		['a b'],
		['{{1}}'],
		['x'.repeat(129)],
		[['1']],
		[{ id: '1' }],
		[true],
	])('refuses %j', async (value) => {
		await expectRefused(() => convert(as('id'), value));
	});

	it('says what happened to a number that is too long', async () => {
		await expectRefused(() => toId('My Field', 576461413038785752), 'has lost digits');
	});

	it('keeps any ID as it is, and never gives out what could change a path', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[\w-]{1,128}$/), (id) => {
				expect(toId('My Field', id)).toBe(id);
			}),
		);
		fc.assert(
			fc.property(fc.anything({ withBigInt: false }), (value) => {
				let id = 'refused';
				try {
					id = toId('My Field', value);
				} catch {
					// Refused in one way or another: nothing is sent.
				}
				expect(id).toMatch(/^[\w-]{1,128}$/);
			}),
		);
	});
});

describe('ids', () => {
	it.each<[unknown, unknown]>([
		['1,2;3 4\n5\t6', ['1', '2', '3', '4', '5', '6']],
		[' 1 , , 2 ,', ['1', '2']],
		['1,2,1', ['1', '2']],
		[
			['1', 2, ' 3 ', '', '1'],
			['1', '2', '3'],
		],
		[5, ['5']],
		[',', []],
		['', undefined],
	])('of %j are %j', (value, expected) => {
		expect(convert(as('ids'), value)).toEqual(expected);
	});

	it.each([[['1', 576461413038785752]], [['1', null]], ['1,a/b'], [{ a: 1 }]])(
		'refuses %j',
		async (value) => {
			await expectRefused(() => convert(as('ids'), value));
		},
	);

	it('refuses more than TikTok takes, not counting what comes twice', async () => {
		expect(convert(as('ids', { maxCount: 2 }), '1,2,1,2')).toEqual(['1', '2']);
		await expectRefused(() => convert(as('ids', { maxCount: 2 }), '1,2,3'), 'takes 2 at once');
	});
});

describe('seconds', () => {
	it.each([
		['2026-03-31T14:00:00Z', undefined, 1774965600],
		['2026-03-31T14:00:00+02:00', 'America/New_York', 1774958400],
		['2026-03-31T14:00:00', 'Europe/Berlin', 1774958400],
		['2026-03-31 14:00:00', 'Europe/Berlin', 1774958400],
		['2026-03-31T14:00:00', 'America/New_York', 1774980000],
		['2026-03-31', 'UTC', 1774915200],
		['2026-03-31T14:00:00.999Z', undefined, 1774965600],
		[1774965600, 'Europe/Berlin', 1774965600],
		[1774965600.9, undefined, 1774965600],
		[0, undefined, 0],
		[new Date('2026-03-31T14:00:00Z'), undefined, 1774965600],
		[DateTime.fromISO('2026-03-31T14:00:00Z'), 'Europe/Berlin', 1774965600],
	])('of %s in %s are %i', (value, zone, expected) => {
		expect(toSeconds('My Field', value, zone)).toBe(expected);
	});

	it.each([
		['yesterday'],
		['31.03.2026'],
		['2026-02-30'],
		[-1],
		[1774965600000],
		[NaN],
		[new Date(NaN)],
		[DateTime.invalid('test')],
		[{}],
		[true],
	])('refuses %s', async (value) => {
		await expectRefused(() => convert(as('seconds'), value), 'is not a date and time');
	});

	it('become milliseconds where TikTok wants those', () => {
		expect(convert(as('milliseconds'), '2026-03-31T14:00:00', 'Europe/Berlin')).toBe(1774958400000);
	});

	it('agree with the moment, whatever the zone', () => {
		const zones = fc.constantFrom('UTC', 'Asia/Tokyo', 'America/Sao_Paulo', 'Asia/Kathmandu');
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4e9 }), zones, (seconds, zone) => {
				const time = DateTime.fromSeconds(seconds, { zone: IANAZone.create(zone) });
				expect(toSeconds('My Field', time.toISO(), 'Europe/Berlin')).toBe(seconds);
				expect(toSeconds('My Field', time)).toBe(seconds);
				const utc = time.setZone(FixedOffsetZone.utcInstance);
				expect(toSeconds('My Field', utc.toISO({ includeOffset: false }), 'UTC')).toBe(seconds);
			}),
		);
	});
});

describe('amount', () => {
	it.each([
		['12.50', '12.50'],
		[' 0 ', '0'],
		[12.5, '12.5'],
		[1299, '1299'],
		['00.10', '00.10'],
	])('of %j is %s', (value, expected) => {
		expect(convert(as('amount'), value)).toBe(expected);
	});

	it.each([
		['12,50'],
		['1,299.00'],
		['€5'],
		['5 EUR'],
		['-1'],
		[-1],
		['.5'],
		['5.'],
		['1e3'],
		[1e21],
	])('refuses %j', async (value) => {
		await expectRefused(() => convert(as('amount'), value), 'is not an amount');
	});

	it('refuses lists and objects', async () => {
		await expectRefused(() => convert(as('amount'), [1]), 'single value');
		await expectRefused(() => convert(as('amount'), { a: 1 }), 'single value');
	});
});

describe('integer', () => {
	const range = as('integer', { typeOptions: { minValue: 1, maxValue: 100 } });

	it.each([
		[1, 1],
		[100, 100],
		['42', 42],
		[' 7 ', 7],
	])('of %j is %i', (value, expected) => {
		expect(convert(range, value)).toBe(expected);
	});

	it.each([[0], [101], [1.5], ['1.5'], ['x'], [NaN], [Infinity], ['-1']])(
		'refuses %j and names the range',
		async (value) => {
			await expectRefused(() => convert(range, value), 'whole number from 1 to 100');
		},
	);

	it('refuses what JavaScript does not keep exactly, and lists', async () => {
		await expectRefused(() => convert(as('integer'), 2 ** 53), 'whole number');
		await expectRefused(() => convert(as('integer'), '9007199254740993'), 'whole number');
		await expectRefused(() => convert(range, [1]), 'single value');
	});

	it('takes exactly the whole numbers of its range', () => {
		fc.assert(
			fc.property(fc.oneof(fc.integer({ min: -200, max: 200 }), fc.double()), (value) => {
				let converted: unknown;
				try {
					converted = convert(range, value);
				} catch {
					converted = 'refused';
				}
				const fits = Number.isInteger(value) && value >= 1 && value <= 100;
				expect(converted).toBe(fits ? value : 'refused');
			}),
		);
	});
});

describe('percent', () => {
	const share: Field = {
		displayName: 'Commission',
		name: 'commission',
		type: 'number',
		default: 10,
		typeOptions: { minValue: 1, maxValue: 80 },
		as: 'percent',
	};

	it.each([
		[10, 1000],
		['12.5', 1250],
		[35.87, 3587],
		[80, 8000],
	])('sends %p as %p hundredths', (given, sent) => {
		expect(convert(share, given)).toBe(sent);
	});

	it.each([0.99, 80.01, 12.345, 'ten', true, Infinity])('refuses %p', (given) => {
		expect(() => convert(share, given)).toThrow('Commission must be a percentage from 1 to 80');
	});
});

describe('json', () => {
	it('takes an object or its text', () => {
		expect(convert(as('json'), '{"a":[1,{"b":null}]}')).toEqual({ a: [1, { b: null }] });
		const object = { a: 1 };
		expect(convert(as('json'), object)).toBe(object);
		expect(convert(as('json'), ' ')).toBeUndefined();
	});

	it('reads whatever was written', () => {
		// Integers of 16 digits and more may be IDs, which are another matter.
		const value = fc
			.jsonValue()
			.filter((entry) => entry !== null && !/\d{16}/.test(JSON.stringify(entry)));
		fc.assert(
			fc.property(value, (given) => {
				const text = JSON.stringify(given);
				expect(convert(as('json'), text)).toEqual(JSON.parse(text));
			}),
		);
	});
});

describe('values without a conversion', () => {
	it('lose blanks around them', () => {
		expect(convert(field(), ' a b ')).toBe('a b');
		expect(convert(field(), false)).toBe(false);
		expect(convert(field(), ['a'])).toEqual(['a']);
	});

	it('have a length and a count', async () => {
		expect(convert(field({ maxLength: 3 }), ' abc ')).toBe('abc');
		await expectRefused(() => convert(field({ maxLength: 3 }), 'abcd'), 'takes 3 characters');
		await expectRefused(() => convert(field({ maxCount: 1 }), ['a', 'b']), 'takes 1 at once');
	});
});

describe('toProperty', () => {
	it('gives n8n none of the keys that are ours, at any depth', () => {
		const ours = { send: 'body.x', as: 'id', maxCount: 1, maxLength: 2 } as const;
		const property = toProperty(
			field({
				...ours,
				type: 'fixedCollection',
				options: [
					{ displayName: 'Group', name: 'group', values: [field({ ...ours, hint: 'kept' })] },
					field({ ...ours, name: 'option' }),
					{ name: 'Choice', value: 'choice' },
				],
			}),
		);
		expect(property).toEqual({
			displayName: 'My Field',
			name: 'mine',
			type: 'fixedCollection',
			default: '',
			options: [
				{
					displayName: 'Group',
					name: 'group',
					values: [
						{ displayName: 'My Field', name: 'mine', type: 'string', default: '', hint: 'kept' },
					],
				},
				{ displayName: 'My Field', name: 'option', type: 'string', default: '' },
				{ name: 'Choice', value: 'choice' },
			],
		});
		expect(toProperty(field({ send: 'body.x' }))).not.toHaveProperty('options');
	});
});

describe('toDay', () => {
	const berlin = 'Europe/Berlin';

	it.each([
		['2026-03-31', '2026-03-31'],
		['2026-03-31T23:30:00', '2026-03-31'],
		['2026-03-31 00:00', '2026-03-31'],
		['2026-03-30T22:00:00.000Z', '2026-03-31'],
		[1774908000, '2026-03-31'],
		[new Date('2026-03-30T22:30:00Z'), '2026-03-31'],
		[DateTime.fromISO('2026-03-30T20:00:00', { zone: 'Asia/Tokyo' }), '2026-03-30'],
	])('makes a day of %s', (value, day) => {
		expect(toDay('My Field', value, berlin)).toBe(day);
		expect(convert(as('day'), value, berlin)).toBe(day);
	});

	it.each(['yesterday', '2026-13-01', '31.03.2026', {}, true])('refuses %j', async (value) => {
		await expectRefused(() => toDay('My Field', value, berlin), 'is not a date');
	});
});
