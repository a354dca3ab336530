import * as fc from 'fast-check';

import { plainName, toMultipart } from '../../nodes/shared/binary';

const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom('"', '\r\n', '"; name="other', 'x\r\nX-Injected: 1\r\n\r\n', '--', '\\"'),
);

const name = fc.stringMatching(/^[a-z_]{1,10}$/);

const type = fc.constantFrom('image/png', 'application/pdf', 'text/plain');

const file = fc.record({
	data: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
	fileName: text,
	mimeType: type,
});

const texts = fc.dictionary(
	name.filter((each) => each !== 'file'),
	text,
	{ maxKeys: 4, noNullPrototype: true },
);

/** As a server of another make reads it. */
async function parse({ body, contentType }: ReturnType<typeof toMultipart>): Promise<FormData> {
	return await new Response(body, { headers: { 'content-type': contentType } }).formData();
}

it('a form arrives with its own parts and no others, whatever file and texts are called', async () => {
	await fc.assert(
		fc.asyncProperty(file, texts, async (given, values) => {
			const form = await parse(toMultipart('file', given, values));
			expect([...form.keys()].sort()).toEqual([...Object.keys(values), 'file'].sort());
			const sent = form.get('file') as File;
			expect(Buffer.from(await sent.arrayBuffer())).toEqual(given.data);
			expect(sent.type).toBe(given.mimeType);
		}),
	);
});

it('a type of a file adds no line to the head of its part', async () => {
	await fc.assert(
		fc.asyncProperty(text, async (mimeType) => {
			const data = Buffer.from('x');
			const { body } = toMultipart('file', { data, fileName: 'x', mimeType }, {});
			const [head = ''] = body.toString('latin1').split('\r\n\r\n');
			expect(head.split('\r\n')).toHaveLength(3);
			expect(head.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
		}),
	);
});

it('the plain name of a file has no blanks and one period at most', () => {
	fc.assert(
		fc.property(text, (fileName) => {
			expect(plainName(fileName)).toMatch(/^[^\s.]+(\.[^\s.]*)?$/);
		}),
	);
});
