import type { Operation } from '../../../shared/operation';
import { choices } from '../../commonFields';

export const optimize: Operation = {
	name: 'Optimize',
	action: 'Optimize a product image',
	description:
		'Put an uploaded picture on a white background. TikTok Shop works on it for some seconds: at first the status is PROCESSING; run it again later to get the new picture.',
	doc: 'optimized-images-202404',
	scopes: ['seller.product.basic'],
	fields: [
		{
			displayName: 'Image URI',
			name: 'imageUri',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'tos-maliva-i-o3syd03w52-us/c668cdf70b7f483c94dbe',
			description: 'The URI that "Upload a product image" returned',
		},
		{
			displayName: 'Mode',
			name: 'mode',
			type: 'multiOptions',
			options: choices(['WHITE_BACKGROUND']),
			default: ['WHITE_BACKGROUND'],
			description: 'What to change in the picture',
			send: 'body.optimization_mode',
		},
	],
	request: { method: 'POST', path: '/product/202404/images/optimize', shop: 'required' },
	batch: {
		max: 200,
		key: 'imageUri',
		into: 'body.images',
		entryKey: 'uri',
		from: 'images',
		matchBy: 'original_uri',
		what: 'image',
	},
	// Pictures that were worked on before are not worked on again (optimized-images-202404).
	repeatable: true,
};
