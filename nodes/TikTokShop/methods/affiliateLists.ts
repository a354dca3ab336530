import type { IDataObject } from 'n8n-workflow';

import { inWords } from '../../shared/choices';
import { isObject } from '../../shared/http';
import { asText as text } from '../../shared/text';
import { searchOf } from './lookup';

const part = (value: unknown): IDataObject => (isObject(value) ? value : {});

const words = (...values: unknown[]) => values.map(text).filter(Boolean).join(' · ');

const searchCreators = searchOf({
	action: 'Get many creators',
	scope: 'seller.creator_marketplace.read',
	items: 'creators',
	request: ({ filter, pageToken }) => ({
		method: 'POST',
		path: '/affiliate_seller/202508/marketplace_creators/search',
		query: { page_size: 20, page_token: pageToken },
		body: filter === '' ? {} : { keyword: filter },
	}),
	filtersItself: () => true,
	toItem: ({ creator_open_id, username, nickname, follower_count }) => ({
		name: words(username, nickname, `${text(follower_count)} followers`),
		value: text(creator_open_id),
	}),
});

const searchOpenCollaborations = searchOf({
	action: 'Get many open collaborations',
	scope: 'seller.affiliate_collaboration.read',
	items: 'open_collaborations',
	request: ({ pageToken }) => ({
		method: 'POST',
		path: '/affiliate_seller/202412/open_collaborations/search',
		query: { page_size: 100, page_token: pageToken },
		body: {},
	}),
	toItem: ({ id, status, product }) => ({
		name: words(part(product).title, inWords(text(status)), id),
		value: text(id),
	}),
});

const searchTargetCollaborations = searchOf({
	action: 'Get many target collaborations',
	scope: 'seller.affiliate_collaboration.read',
	items: 'target_collaborations',
	request: ({ pageToken }) => ({
		method: 'POST',
		path: '/affiliate_seller/202508/target_collaborations/search',
		query: { page_size: 100, page_token: pageToken },
		body: { collaboration_status: 'VALID' },
	}),
	toItem: ({ id, name }) => ({ name: words(name, id), value: text(id) }),
});

const searchSampleApplications = searchOf({
	action: 'Get many sample applications',
	scope: 'seller.affiliate_collaboration.read',
	items: 'sample_applications',
	request: ({ pageToken }) => ({
		method: 'POST',
		path: '/affiliate_seller/202508/sample_applications/search',
		query: { page_size: 50, page_token: pageToken },
		body: {},
	}),
	toItem: ({ id, status, creator, product }) => ({
		name: words(part(creator).username, part(product).title, inWords(text(status))),
		value: text(id),
	}),
});

const searchAffiliateConversations = searchOf({
	action: 'Get many conversations with creators',
	scope: 'seller.affiliate_messages.write',
	items: 'conversations',
	request: ({ pageToken }) => ({
		method: 'GET',
		path: '/affiliate_seller/202412/conversations',
		query: { page_size: 50, page_token: pageToken, only_need_conversation_id: false },
	}),
	toItem: ({ id, username, unread_count }) => ({
		name: words(username, Number(unread_count) > 0 ? `${text(unread_count)} unread` : ''),
		value: text(id),
	}),
});

export const affiliateLists = {
	searchAffiliateConversations,
	searchCreators,
	searchOpenCollaborations,
	searchSampleApplications,
	searchTargetCollaborations,
};
