import type { Operation } from '../../../shared/operation';

export const getTranslation: Operation = {
	name: 'Get Translation',
	action: 'Get a translated image',
	description:
		'Retrieve the state and the result of a translation that "Translate product images" began',
	doc: 'get-image-translation-tasks-202506',
	scopes: ['serller.product.optimize'],
	fields: [
		{
			displayName: 'Translation Task ID',
			name: 'taskId',
			type: 'string',
			default: '',
			required: true,
			placeholder: '764c6e87eedcea90399a0dafcd572b71',
			description: 'The ID that "Translate product images" returned',
			as: 'id',
		},
	],
	request: { method: 'GET', path: '/product/202506/images/translation_tasks', shop: 'required' },
	batch: {
		max: 20,
		key: 'taskId',
		into: 'query.translation_task_ids',
		from: 'translation_tasks',
		matchBy: 'id',
		what: 'translation',
	},
};
