import type { Resource } from '../../../shared/operation';
import { updateStatus } from './updateStatus';
import { uploadFile } from './uploadFile';
import { uploadImage } from './uploadImage';

export const delivery: Resource = {
	name: 'Delivery',
	value: 'delivery',
	description: 'What sellers with a fleet of their own report: deliveries and their proof',
	operations: { updateStatus, uploadFile, uploadImage },
};
