import { distort, type Distortion, type MissingField } from '../distortions';
import type { JsonObject } from '../json';
import { connected } from './support';

const ANSWER: JsonObject = {
	code: 0,
	message: 'Success',
	data: {
		next_page_token: 'next',
		total_count: 250,
		orders: [
			{ id: '576461413038785752', update_time: 1763722800, total: '12.50', note: 'say "12": 13' },
			{ id: '576461413038785753', update_time: 1763722801, total: '0.99', note: '007' },
		],
	},
};

const of = (kind: Distortion, field?: MissingField, token?: string) =>
	distort(ANSWER, { kind, field }, token);

describe('a distorted answer', () => {
	it('leads to the page it was asked for, but not the first one', () => {
		expect(JSON.parse(of('repeatToken', undefined, 'this'))).toMatchObject({
			data: { next_page_token: 'this', total_count: 250 },
		});
		expect(JSON.parse(of('repeatToken'))).toEqual(ANSWER);
	});

	it.each<[MissingField, string, number]>([
		['data', '"data"', 0],
		['list', '"orders"', 0],
		['token', '"next_page_token"', 0],
		['total', '"total_count"', 0],
		['id', '"id"', 1],
	])('lacks %s', (field, key, left) => {
		const text = of('missingField', field);
		expect(text.split(key).length - 1).toBe(left);
		expect(JSON.parse(text)).toMatchObject({ code: 0, message: 'Success' });
	});

	it('has each field twice and means the same', () => {
		const text = of('doubleFields');
		expect(text.split('"data":')).toHaveLength(3);
		expect(text.split('"next_page_token":')).toHaveLength(3);
		expect(JSON.parse(text)).toEqual(ANSWER);
	});

	it('has long ids as numbers, and only those', () => {
		expect(of('longNumbers')).toContain('{"id":576461413038785752,"update_time":1763722800');
		expect(of('longNumbers')).toContain('"total":"12.50","note":"say \\"12\\": 13"');
	});

	it('has numbers as texts', () => {
		expect(of('numbersAsText')).toContain('"code":"0"');
		expect(of('numbersAsText')).toContain('"update_time":"1763722800"');
		expect(of('numbersAsText')).toContain('"note":"say \\"12\\": 13"');
	});

	it('has texts as numbers where they look like one', () => {
		const text = of('textAsNumbers');
		expect(text).toContain('"total":12.50');
		expect(text).toContain('"id":576461413038785753');
		expect(text).toContain('"note":"007"');
		expect(text).toContain('"message":"Success"');
	});
});

it('is sent where a fault says so, after the request took effect', async () => {
	const env = await connected({ orders: 5, products: 0, returns: 0 });
	try {
		const { control } = env.sandbox;
		const call = async (token?: string) =>
			await env.seller.call('POST', '/order/202309/orders/search', {
				query: {
					shop_cipher: env.cipher,
					page_size: '2',
					...(token === undefined ? {} : { page_token: token }),
				},
				body: {},
			});
		const token = String((await call()).data.next_page_token);
		await control.inject({ fault: { kind: 'repeatToken' } });
		expect((await call(token)).data.next_page_token).toBe(token);
		await control.inject({ fault: { kind: 'missingField', field: 'list' } });
		expect(Object.keys((await call()).data)).toEqual(['next_page_token', 'total_count']);
		expect((await control.requests()).at(-1)).toMatchObject({ code: 0, fault: 'missingField' });
	} finally {
		await env.sandbox.stop();
	}
});
