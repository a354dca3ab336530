import type { Operation } from '../../../shared/operation';
import { creatorLocator } from '../../affiliateFields';
import { onlyIds } from './fields';

export const createConversation: Operation = {
	name: 'Create Conversation',
	action: 'Create or get a conversation with a creator',
	description: 'Open a conversation with a creator, or find the one that exists',
	doc: 'create-conversation-with-creator-202508',
	scopes: ['seller.affiliate_messages.write'],
	fields: [creatorLocator('body.creator_open_id'), onlyIds('body.only_need_conversation_id')],
	request: { method: 'POST', path: '/affiliate_seller/202508/conversations', shop: 'required' },
	// TikTok answers with the existing conversation the second time.
	repeatable: true,
};
