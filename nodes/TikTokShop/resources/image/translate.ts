import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';

/** create-image-translation-tasks-202505: pictures times languages. */
const MOST_TASKS = 20;

interface Wanted {
	target_languages: string[];
}

export const translate: Operation = {
	name: 'Translate',
	action: 'Translate product images',
	description:
		'Have the texts in uploaded pictures translated, for sellers across the EU. It takes about five minutes; "Get a translated image" then gives the result.',
	doc: 'create-image-translation-tasks-202505',
	scopes: ['serller.product.optimize'],
	fields: [
		{
			displayName: 'Images',
			name: 'images',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Image' },
			placeholder: 'Add Image',
			default: { image: [{}] },
			required: true,
			description:
				'The pictures to translate. Each picture and language is one task: up to 20 at once, 500 a day.',
			send: 'body.images',
			options: [
				{
					displayName: 'Image',
					name: 'image',
					values: [
						{
							displayName: 'Image URI',
							name: 'imageUri',
							type: 'string',
							default: '',
							required: true,
							placeholder: 'tos-useast2a-i-tulkllf4y5-euttp/748e39ecff38453ab8396a36a53dbb92',
							description: 'The URI that "Upload a product image" returned',
							send: 'image_uri',
						},
						{
							displayName: 'Languages',
							name: 'targetLanguages',
							type: 'multiOptions',
							options: [
								{ name: 'English (Ireland)', value: 'en-IE' },
								{ name: 'French', value: 'fr-FR' },
								{ name: 'German', value: 'de-DE' },
								{ name: 'Italian', value: 'it-IT' },
								{ name: 'Spanish', value: 'es-ES' },
							],
							default: [],
							required: true,
							description: 'The languages to translate into',
							send: 'target_languages',
						},
					],
				},
			],
		},
	],
	request: { method: 'POST', path: '/product/202505/images/translation_tasks', shop: 'required' },
	output: 'translation_tasks',
	check: ({ body }) => {
		const images = body.images as unknown as Wanted[];
		const tasks = images.reduce((sum, { target_languages }) => sum + target_languages.length, 0);
		if (tasks > MOST_TASKS) {
			throw new InputError(
				`Images: TikTok takes ${MOST_TASKS} translations at once, not ${tasks}`,
				'Each picture counts once for each of its languages. Spread them over several items.',
			);
		}
	},
};
