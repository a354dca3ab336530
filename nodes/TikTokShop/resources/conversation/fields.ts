import { MESSAGE_LOCALES, localeOption } from '../../locales';
import { locator } from '../../commonFields';

export const conversationLocator = locator({
	displayName: 'Conversation',
	name: 'conversationId',
	description: 'The conversation with a buyer',
	searchListMethod: 'searchConversations',
	placeholder: '7494560109732334261',
	send: 'path.conversation_id',
});

export const systemLanguage = localeOption(
	MESSAGE_LOCALES,
	'query.locale',
	'Language of the messages that TikTok Shop itself writes',
	'en',
);
