import type { Resource } from '../../../shared/operation';
import { get } from './get';
import { getMany } from './getMany';

export const creator: Resource = {
	name: 'Affiliate Creator',
	value: 'creator',
	description: 'Creators of the marketplace and how well they sell; not in the UK and EU',
	operations: { get, getMany },
};
