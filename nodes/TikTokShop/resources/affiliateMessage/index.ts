import type { Resource } from '../../../shared/operation';
import { createConversation } from './createConversation';
import { getConversations } from './getConversations';
import { getMany } from './getMany';
import { getUnread } from './getUnread';
import { markAsRead } from './markAsRead';
import { send } from './send';
import { uploadImage } from './uploadImage';

export const affiliateMessage: Resource = {
	name: 'Affiliate Message',
	value: 'affiliateMessage',
	description: 'Conversations with creators; not in the UK and EU',
	operations: {
		createConversation,
		getConversations,
		getMany,
		getUnread,
		markAsRead,
		send,
		uploadImage,
	},
};
