import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { generateLink } from './generateLink';
import { getCreatorContent } from './getCreatorContent';
import { getMany } from './getMany';
import { getSampleRules } from './getSampleRules';
import { getSettings } from './getSettings';
import { removeCreator } from './removeCreator';
import { searchProducts } from './searchProducts';
import { updateSampleRule } from './updateSampleRule';
import { updateSettings } from './updateSettings';

export const openCollaboration: Resource = {
	name: 'Affiliate Open Collaboration',
	value: 'openCollaboration',
	description: 'Products that any creator may promote for a commission; not in the UK and EU',
	operations: {
		create,
		generateLink,
		getCreatorContent,
		getMany,
		getSampleRules,
		getSettings,
		removeCreator,
		searchProducts,
		updateSampleRule,
		updateSettings,
	},
};
