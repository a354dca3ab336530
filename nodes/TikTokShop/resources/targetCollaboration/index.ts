import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { deleteTargetCollaboration } from './delete';
import { generateLink } from './generateLink';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const targetCollaboration: Resource = {
	name: 'Affiliate Target Collaboration',
	value: 'targetCollaboration',
	description:
		'Invitations that ask chosen creators to promote products for a commission; not in the UK and EU',
	operations: { create, delete: deleteTargetCollaboration, generateLink, get, getMany, update },
};
