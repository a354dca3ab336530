import { TikTokShopApi } from '../../credentials/TikTokShopApi.credentials';
import { TikTokShop } from '../../nodes/TikTokShop/TikTokShop.node';
import { TikTokShopConnectTrigger } from '../../nodes/TikTokShopConnect/TikTokShopConnectTrigger.node';
import { TikTokShopPollingTrigger } from '../../nodes/TikTokShopPollingTrigger/TikTokShopPollingTrigger.node';
import { TikTokShopTrigger } from '../../nodes/TikTokShopTrigger/TikTokShopTrigger.node';
import type { NodePackage } from './package';

/** The package from its sources, for tests: they run without a build. */
export const sourcePackage: NodePackage = {
	origin: 'source',
	nodes: [TikTokShop, TikTokShopTrigger, TikTokShopPollingTrigger, TikTokShopConnectTrigger],
	credentialTypes: [new TikTokShopApi()],
};
