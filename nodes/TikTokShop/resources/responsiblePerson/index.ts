import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { getMany } from './getMany';
import { update } from './update';

export const responsiblePerson: Resource = {
	name: 'Responsible Person',
	value: 'responsiblePerson',
	description: 'Who answers for products in the EU',
	operations: { create, getMany, update },
};
