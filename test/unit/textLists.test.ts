import { plainName } from '../../nodes/shared/binary';
import { InputError } from '../../nodes/shared/errors';
import { collect, convert, type Field } from '../../nodes/shared/fields';
import { failureOf } from './helpers';

const field = (changes: Partial<Field>): Field => ({
	displayName: 'My Field',
	name: 'mine',
	type: 'string',
	default: '',
	...changes,
});

describe('texts', () => {
	const texts = field({ as: 'texts', maxCount: 3, maxLength: 5 });

	it.each([
		['a, b,,c', ['a', 'b', 'c']],
		['a b\nc/d\r\n', ['a b', 'c/d']],
		[
			['a', ' b ', 'a', ''],
			['a', 'b'],
		],
		[12, ['12']],
		['', undefined],
		[' , ', []],
	])('reads %j', (given, expected) => {
		expect(convert(texts, given)).toEqual(expected);
	});

	it.each([
		['a,b,c,d', 'My Field: TikTok takes 3 at once, not 4'],
		['a,bcdefg', 'My Field is too long: TikTok takes 5 characters'],
		[[{ a: 1 }], 'My Field must be a single value'],
	])('refuse %j', async (given, message) => {
		const error = await failureOf(() => convert(texts, given));
		expect(error).toBeInstanceOf(InputError);
		expect(error.message).toContain(message);
	});

	it('become objects where TikTok wants them so', () => {
		const images = field({ as: 'texts', entryKey: 'uri', send: 'body.main_images' });
		expect(collect([images], () => 'tos/a, tos/b').body).toEqual({
			main_images: [{ uri: 'tos/a' }, { uri: 'tos/b' }],
		});
	});
});

describe('amounts', () => {
	const amount = field({ as: 'amount', typeOptions: { minValue: 0.01, maxValue: 7600 } });

	it.each(['0.01', '7600', '7600.00'])('can be %s', (given) => {
		expect(convert(amount, given)).toBe(given);
	});

	it.each([
		['0', 'My Field must be at least 0.01: 0'],
		['7600.01', 'My Field must be at most 7600: 7600.01'],
	])('cannot be %s', async (given, message) => {
		expect((await failureOf(() => convert(amount, given))).message).toBe(message);
	});
});

describe('plainName', () => {
	it.each([
		['report.pdf', 'report.pdf'],
		['My report v1.2.pdf', 'My-report-v1-2.pdf'],
		['_.draft.PDF', 'draft.PDF'],
		['.mp4', 'file.mp4'],
		['film', 'film'],
		['', 'file'],
	])('makes of %j %j', (given, expected) => {
		expect(plainName(given)).toBe(expected);
	});
});
