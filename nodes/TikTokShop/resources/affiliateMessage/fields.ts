import type { Field } from '../../../shared/fields';
import { locator } from '../../commonFields';

/** A conversation with a creator; where its ID goes depends on the request. */
export const conversationLocator = (send?: string) =>
	locator({
		displayName: 'Conversation',
		name: 'conversationId',
		description: 'The conversation with a creator',
		searchListMethod: 'searchAffiliateConversations',
		placeholder: '7451873679308620048',
		send,
	});

/** Sent in any case, since TikTok gives out nothing but IDs without it. */
export const onlyIds = (send: string): Field => ({
	displayName: 'Only IDs',
	name: 'onlyId',
	type: 'boolean',
	default: false,
	description: 'Whether to leave out the name, the picture and the number of unread messages',
	send,
});
