import { operate, startConnected, apiRequests, type World } from '../support';
import { NODE, runCases } from './case';
import { cases } from './media.cases';
import { fileItem, png } from './pictures';

// Translation is there for sellers in the EU only.
runCases(cases, { markets: ['DE'] });

describe('files', () => {
	let world: World;

	beforeAll(async () => {
		world = await startConnected({ markets: ['DE'] });
	});

	afterAll(async () => await world.stop());

	beforeEach(async () => await world.sandbox.control.clearRequests());

	it('go under the name the user gives', async () => {
		const input = [fileItem(Buffer.from('a film'), 'video/mp4', 'VID 1.mp4')];
		const options = { fileName: 'film.mp4' };
		const execution = await operate(
			world,
			{ resource: 'file', operation: 'upload', options },
			input,
		);
		expect(execution.json(NODE)[0]).toMatchObject({ name: 'film.mp4', format: 'MP4' });
	});

	it('have a limit for each type', async () => {
		const large = fileItem(Buffer.alloc(21 * 1024 * 1024, 1), 'application/pdf', 'large.pdf');
		const execution = await operate(world, { resource: 'file', operation: 'upload' }, [large]);
		expect(execution.error?.message).toContain(
			'"large.pdf" is too large: 21.0 MB, TikTok Shop takes 20.0 MB',
		);
		expect(await apiRequests(world)).toEqual([]);
	});

	it('are refused by type before they are sent, and by size in pixels by TikTok Shop', async () => {
		const upload = { resource: 'image', operation: 'upload', useCase: 'MAIN_IMAGE' };
		const wrong = await operate(world, upload, [fileItem(png(600, 600), 'image/gif', 'a.gif')]);
		expect(wrong.error?.message).toContain('image/gif');
		expect(await apiRequests(world)).toEqual([]);
		const small = await operate(world, upload, [fileItem(png(200, 200), 'image/png', 'a.png')]);
		expect(small.error?.message).toContain('image dimensions exceed');
	});

	it('cannot ask for more than 20 translations at once', async () => {
		const targetLanguages = ['de-DE', 'en-IE', 'es-ES', 'fr-FR', 'it-IT'];
		const image = ['a', 'b', 'c', 'd', 'e'].map((imageUri) => ({ imageUri, targetLanguages }));
		const execution = await operate(world, {
			resource: 'image',
			operation: 'translate',
			images: { image },
		});
		expect(execution.error?.message).toBe('Images: TikTok takes 20 translations at once, not 25');
		expect(await apiRequests(world)).toEqual([]);
	});
});
