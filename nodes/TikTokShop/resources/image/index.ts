import type { Resource } from '../../../shared/operation';
import { getTranslation } from './getTranslation';
import { optimize } from './optimize';
import { translate } from './translate';
import { upload } from './upload';

export const image: Resource = {
	name: 'Image',
	value: 'image',
	description: 'Pictures of products: upload, white background, translation',
	operations: { getTranslation, optimize, translate, upload },
};
