import type { Resource } from '../../../shared/operation';
import { upload } from './upload';

export const image: Resource = {
	name: 'Image',
	value: 'image',
	description: 'Pictures of products',
	operations: { upload },
};
