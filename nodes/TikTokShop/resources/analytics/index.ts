import type { Resource } from '../../../shared/operation';
import { getLives } from './getLives';
import { getLivesOverview } from './getLivesOverview';
import { getProduct } from './getProduct';
import { getProducts } from './getProducts';
import { getShop } from './getShop';
import { getSku } from './getSku';
import { getSkus } from './getSkus';
import { getVideo } from './getVideo';
import { getVideoProducts } from './getVideoProducts';
import { getVideos } from './getVideos';
import { getVideosOverview } from './getVideosOverview';

export const analytics: Resource = {
	name: 'Analytics',
	value: 'analytics',
	description: 'How shop, products, SKUs, videos and LIVE sessions perform',
	operations: {
		getShop,
		getProduct,
		getProducts,
		getSku,
		getSkus,
		getVideo,
		getVideos,
		getVideosOverview,
		getVideoProducts,
		getLives,
		getLivesOverview,
	},
};
