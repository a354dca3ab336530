import type { Resource } from '../../../shared/operation';
import { upload } from './upload';

export const file: Resource = {
	name: 'File',
	value: 'file',
	description: 'Videos and certificates of products',
	operations: { upload },
};
