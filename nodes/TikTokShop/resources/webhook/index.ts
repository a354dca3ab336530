import type { Resource } from '../../../shared/operation';
import { deleteWebhook } from './delete';
import { getMany } from './getMany';
import { set } from './set';

export const webhook: Resource = {
	name: 'Webhook',
	value: 'webhook',
	description: 'The addresses that TikTok Shop sends the events of a shop to',
	operations: { delete: deleteWebhook, getMany, set },
};
