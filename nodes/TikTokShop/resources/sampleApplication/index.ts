import type { Resource } from '../../../shared/operation';
import { getContent } from './getContent';
import { getMany } from './getMany';
import { review } from './review';

export const sampleApplication: Resource = {
	name: 'Affiliate Sample Application',
	value: 'sampleApplication',
	description: 'Requests of creators for free samples; not in the UK and EU',
	operations: { getContent, getMany, review },
};
