import type { IDataObject } from 'n8n-workflow';

import { TikTokShop } from '../../../nodes/TikTokShop/TikTokShop.node';
import { apiRequests, operate, startConnected, type World } from '../support';
import { NODE } from './case';

let world: World;

beforeAll(async () => {
	world = await startConnected({ markets: ['GB'] });
});

afterAll(async () => await world.stop());

beforeEach(async () => await world.sandbox.control.clearRequests());

const { properties } = new TikTokShop().description;

/** What n8n chooses when a user chooses a resource. */
function firstOperation(resource: string): string {
	const field = properties.find(
		({ name, displayOptions }) =>
			name === 'operation' && displayOptions?.show?.resource?.includes(resource),
	);
	return String(field?.default);
}

const lastQuery = async () => (await apiRequests(world)).at(-1)?.query ?? {};

describe('with nothing filled in', () => {
	it.each([
		'order',
		'package',
		'warehouse',
		'product',
		'category',
		'promotion',
		'return',
		'cancellation',
		'finance',
		'analytics',
		'shop',
		'webhook',
	])('a new user sees something of the resource %s', async (resource) => {
		const execution = await operate(world, { resource, operation: firstOperation(resource) });
		expect(execution.error?.message).toBeUndefined();
		expect(execution.status).toBe('success');
	});

	it.each([
		['return', 'getMany', 'created'],
		['cancellation', 'getMany', 'created'],
		['finance', 'getStatements', 'date'],
		['finance', 'getPayments', 'created'],
	])('%s %s begins with the newest', async (resource, operation, time) => {
		const all = await operate(world, { resource, operation, returnAll: true });
		const times = all.json(NODE).map((entry: IDataObject) => String(entry[time]));
		expect(times.length).toBeGreaterThan(1);
		expect(new Set(times).size).toBeGreaterThan(1);
		expect(times).toEqual([...times].sort().reverse());
	});

	it.each([
		['analytics', 'getShop', 'start_date_ge', 'end_date_lt'],
		['conversation', 'getPerformance', 'support_date_ge', 'support_date_lt'],
	])('%s %s is about the last 30 days', async (resource, operation, start, end) => {
		await operate(world, { resource, operation });
		const query = await lastQuery();
		const [from, until] = [start, end].map((name) => Date.parse(String(query[name])));
		const day = 86_400_000;
		expect(Number(until) - Number(from)).toBe(30 * day);
		// Today where the workflow is: at most a day from what UTC calls today.
		expect(Math.abs(Date.now() - day / 2 - Number(until))).toBeLessThan(1.5 * day);
	});
});
