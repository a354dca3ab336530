import type { Handlers } from './types';

export const seller: Handlers = {
	'seller.get-active-shops': ({ sandbox }) => ({
		shops: sandbox.world.all().map(({ shop }) => ({ id: shop.id, region: shop.region })),
	}),
	'seller.get-seller-permissions': () => ({ permissions: ['MANAGE_GLOBAL_PRODUCT'] }),
};
