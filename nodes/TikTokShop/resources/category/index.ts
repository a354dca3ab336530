import type { Resource } from '../../../shared/operation';
import { getAttributes, getGlobalAttributes } from './getAttributes';
import { getMany, getManyGlobal } from './getMany';
import { getGlobalRules, getRules } from './getRules';
import { recommend, recommendGlobal } from './recommend';

export const category: Resource = {
	name: 'Category',
	value: 'category',
	description: 'Where products are listed: the category tree, its attributes and rules',
	operations: {
		getAttributes,
		getGlobalAttributes,
		getGlobalRules,
		getMany,
		getManyGlobal,
		getRules,
		recommend,
		recommendGlobal,
	},
};
