import type { Operation } from '../../../shared/operation';
import { filters, goodsIds, idsFilter, skuIds } from './fields';

export const searchGoods: Operation = {
	name: 'Get Many Goods',
	action: 'Get many FBT goods',
	description: 'Retrieve the goods of Fulfilled by TikTok with size, weight and their SKUs',
	doc: 'search-goods-info-202409',
	scopes: ['seller.fbt.info'],
	fields: [
		filters(
			goodsIds,
			idsFilter('Product IDs', 'productIds', 'body.product_ids', 'products'),
			{
				displayName: 'Reference Codes',
				name: 'referenceCodes',
				type: 'string',
				default: '',
				placeholder: 'CANDLE-RED',
				description: 'Only goods with these codes of your own: up to 100, separated by commas',
				send: 'body.reference_codes',
				as: 'texts',
				maxCount: 100,
			},
			skuIds,
		),
	],
	request: { method: 'POST', path: '/fbt/202409/goods/search', shop: 'required' },
	pages: { items: 'goods', size: 100 },
};
