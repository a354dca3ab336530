import type { Operation } from '../../../shared/operation';

export const getUnread: Operation = {
	name: 'Get Latest Unread',
	action: 'Get the latest unread messages of creators',
	description: 'Retrieve the messages of the last minute that were not read yet',
	doc: 'get-latest-unread-messages-202412',
	scopes: ['seller.affiliate_messages.write'],
	fields: [],
	request: {
		method: 'GET',
		path: '/affiliate_seller/202412/conversations/messages/list/newest',
		shop: 'required',
	},
	output: 'newest_message_list',
};
