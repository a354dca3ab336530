import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requestSignature, webhookSignature } from '../signature';

interface RequestVector {
	app_secret: string;
	path: string;
	query: Record<string, string | number | boolean>;
	content_type?: string;
	body: string | null;
	sign: string;
}

interface WebhookVector {
	app_key: string;
	app_secret: string;
	raw_body: string;
	authorization: string;
}

const vectors = JSON.parse(
	readFileSync(join(__dirname, '../reference/signing-vectors.json'), 'utf8'),
) as { official: RequestVector; request: RequestVector[]; webhook: WebhookVector[] };

function signatureOf(vector: RequestVector): string {
	return requestSignature(vector.app_secret, {
		path: vector.path,
		query: Object.entries(vector.query).map(([name, value]) => [name, String(value)] as const),
		...(vector.body === null || vector.content_type === 'multipart/form-data'
			? {}
			: { body: vector.body }),
	});
}

describe('signatures', () => {
	it('reproduces the worked example of the documentation', () => {
		expect(signatureOf(vectors.official)).toBe(vectors.official.sign);
	});

	it.each(vectors.request.map((vector, index) => [index, vector] as const))(
		'reproduces request vector %i of the official SDK',
		(_index, vector) => {
			expect(signatureOf(vector)).toBe(vector.sign);
		},
	);

	it.each(vectors.webhook.map((vector, index) => [index, vector] as const))(
		'reproduces webhook vector %i',
		(_index, vector) => {
			expect(webhookSignature(vector.app_key, vector.app_secret, vector.raw_body)).toBe(
				vector.authorization,
			);
		},
	);

	it('changes with every part of the request', () => {
		const base = { path: '/a', query: [['k', 'v']] as const, body: '{}' };
		const sums = [
			requestSignature('s', base),
			requestSignature('t', base),
			requestSignature('s', { ...base, path: '/b' }),
			requestSignature('s', { ...base, query: [['k', 'w']] as const }),
			requestSignature('s', { ...base, body: '{"a":1}' }),
		];
		expect(new Set(sums).size).toBe(sums.length);
	});
});
