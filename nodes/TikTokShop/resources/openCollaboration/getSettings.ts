import type { Operation } from '../../../shared/operation';

export const getSettings: Operation = {
	name: 'Get Settings',
	action: 'Get the open collaboration settings',
	description: 'Retrieve whether new products are offered to creators by themselves, and for what',
	doc: 'get-open-collaboration-settings-202409',
	scopes: ['seller.affiliate_collaboration.read'],
	fields: [],
	request: {
		method: 'GET',
		path: '/affiliate_seller/202409/open_collaboration_settings',
		shop: 'required',
	},
	output: 'open_collaboration_settings',
};
