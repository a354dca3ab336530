import type { Operation } from '../../../shared/operation';

export const getRegions: Operation = {
	name: 'Get Onboarded Regions',
	action: 'Get the regions onboarded to FBT',
	description: 'Retrieve where the seller takes part in Fulfilled by TikTok; nothing if nowhere',
	doc: 'get-fbt-merchant-onboarded-regions-202409',
	scopes: ['seller.fbt.info'],
	fields: [],
	request: { method: 'GET', path: '/fbt/202409/merchants/onboarded_regions', shop: 'required' },
	output: 'onboarded_regions',
};
