import { apiRequests, operate } from '../support';
import { NODE, type Cases } from './case';
import { fileItem, png, uploadPictures } from './pictures';

export const cases: Cases = {
	'image.upload': {
		good: () => ({
			parameters: { useCase: 'DESCRIPTION_IMAGE' },
			input: [fileItem(png(640, 480), 'image/png', 'p.png')],
			check: async (execution, world) => {
				expect(execution.json(NODE)).toEqual([
					{
						uri: expect.stringMatching(/\S/),
						url: expect.stringMatching(/^https:/),
						width: 640,
						height: 480,
						use_case: 'DESCRIPTION_IMAGE',
					},
				]);
				const [sent] = await apiRequests(world);
				expect(sent?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
			},
		}),
		bad: { parameters: { binaryPropertyName: 'nothing' }, message: 'no binary field "nothing"' },
	},
	'image.optimize': {
		good: async (world) => {
			const uris = await uploadPictures(world, 3);
			const parameters = { imageUri: '={{ $json.uri }}', mode: ['WHITE_BACKGROUND'] };
			const input = uris.map((uri) => ({ json: { uri } }));
			const first = await operate(
				world,
				{ resource: 'image', operation: 'optimize', ...parameters },
				input,
			);
			expect(first.json(NODE).map(({ optimize_status }) => optimize_status)).toEqual(
				uris.map(() => 'PROCESSING'),
			);
			await world.sandbox.control.skewClock(5);
			return {
				parameters,
				input,
				check: async (execution) => {
					const made = execution.json(NODE);
					expect(made.map(({ original_uri }) => original_uri)).toEqual(uris);
					for (const { optimize_status, optimized_uri } of made) {
						expect(optimize_status).toBe('SUCCESS');
						expect(optimized_uri).toMatch(/\S/);
					}
					expect(await apiRequests(world)).toHaveLength(1);
				},
			};
		},
		bad: { parameters: { imageUri: ' ' }, message: 'Image URI is empty' },
	},
	'image.translate': {
		good: async (world) => {
			const [imageUri = ''] = await uploadPictures(world, 1);
			return {
				parameters: { images: { image: [{ imageUri, targetLanguages: ['it-IT', 'fr-FR'] }] } },
				check: (execution) => {
					expect(execution.json(NODE)).toEqual([
						{ image_uri: imageUri, target_language: 'it-IT', id: expect.any(String) },
						{ image_uri: imageUri, target_language: 'fr-FR', id: expect.any(String) },
					]);
				},
			};
		},
		bad: {
			parameters: { images: { image: [{ imageUri: '={{ "" }}', targetLanguages: ['fr-FR'] }] } },
			message: 'Image URI is empty',
		},
	},
	'image.getTranslation': {
		good: async (world) => {
			const uris = await uploadPictures(world, 11);
			const wanted = [{ imageUri: '={{ $json.uri }}', targetLanguages: ['es-ES', 'fr-FR'] }];
			const begun = await operate(
				world,
				{ resource: 'image', operation: 'translate', images: { image: wanted } },
				uris.map((uri) => ({ json: { uri } })),
			);
			const tasks = begun.json(NODE);
			expect(tasks).toHaveLength(22);
			await world.sandbox.control.skewClock(120);
			return {
				parameters: { taskId: '={{ $json.id }}' },
				input: tasks.map(({ id }) => ({ json: { id } })),
				check: async (execution) => {
					const found = execution.json(NODE);
					expect(found.map(({ id }) => id)).toEqual(tasks.map(({ id }) => id));
					expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['COMPLETED']));
					expect(await apiRequests(world)).toHaveLength(2);
				},
			};
		},
		bad: { parameters: { taskId: 'a/b' }, message: 'Translation Task ID is not an ID' },
	},
	'file.upload': {
		good: () => ({
			parameters: {},
			input: [fileItem(Buffer.from('%PDF-1.4'), 'application/pdf', 'My safety report v1.2.pdf')],
			check: async (execution, world) => {
				expect(execution.json(NODE)).toEqual([
					{
						id: expect.stringMatching(/^v09/),
						url: expect.stringMatching(/^https:/),
						name: 'My-safety-report-v1-2.pdf',
						format: 'PDF',
					},
				]);
				expect(await apiRequests(world)).toHaveLength(1);
			},
		}),
		bad: {
			parameters: { options: { fileName: 'two parts.pdf' } },
			message: 'File Name cannot be "two parts.pdf"',
		},
	},
};
