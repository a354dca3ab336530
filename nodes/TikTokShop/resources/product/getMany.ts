import { InputError } from '../../../shared/errors';
import type { Operation } from '../../../shared/operation';
import { choices, timeFilters } from '../../commonFields';
import { simplifyProduct } from '../../../shared/simplify';
import { treeOption } from '../category/fields';
import { listingPlatforms } from './productFields';

const PRODUCT_STATUSES = [
	{ name: 'All', value: 'ALL' },
	{ name: 'Deactivated by Seller', value: 'SELLER_DEACTIVATED' },
	{ name: 'Deactivated by TikTok', value: 'PLATFORM_DEACTIVATED' },
	{ name: 'Deleted', value: 'DELETED' },
	{ name: 'Draft', value: 'DRAFT', description: 'Saved, but not sent to TikTok’s review' },
	{ name: 'Failed', value: 'FAILED', description: 'Refused in TikTok’s review' },
	{ name: 'Frozen', value: 'FREEZE', description: 'Locked by TikTok' },
	{ name: 'Live', value: 'ACTIVATE', description: 'On sale' },
	{ name: 'Pending', value: 'PENDING', description: 'In TikTok’s review' },
];

export const getMany: Operation = {
	name: 'Get Many',
	action: 'Get many products',
	description: 'Retrieve the products of a shop, filtered',
	doc: 'search-products-202502',
	scopes: ['seller.product.basic'],
	fields: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Audit Status',
					name: 'auditStatus',
					type: 'multiOptions',
					options: [
						{ name: 'Approved', value: 'APPROVED' },
						{ name: 'Failed', value: 'FAILED' },
						{ name: 'In Review', value: 'AUDITING' },
					],
					default: [],
					description:
						'Only products in these states of TikTok’s review, changes of live ones included',
					send: 'body.audit_status',
				},
				{ ...treeOption('body'), description: 'Only products whose category is in this tree' },
				{
					displayName: 'Has Draft',
					name: 'returnDraftVersion',
					type: 'boolean',
					default: true,
					description: 'Whether to return only products that have a draft, each as its draft',
					send: 'body.return_draft_version',
				},
				{
					...listingPlatforms,
					description:
						'Only products on all of these platforms; needs a Status other than All. Only for sellers who came from Tokopedia.',
				},
				{
					displayName: 'Listing Quality',
					name: 'listingQuality',
					type: 'multiOptions',
					options: choices(['POOR', 'FAIR', 'GOOD']),
					default: [],
					description: 'Only products of this quality; United States only',
					send: 'body.listing_quality_tiers',
				},
				{
					displayName: 'Seller SKUs',
					name: 'sellerSkus',
					type: 'string',
					typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Seller SKU' },
					default: [],
					placeholder: 'CANDLE-RED',
					description: 'Only products with one of these SKU codes of your own, up to 10',
					send: 'body.seller_skus',
					maxCount: 10,
				},
				{
					displayName: 'SKU IDs',
					name: 'skuIds',
					type: 'string',
					default: '',
					placeholder: '1729592969712207012',
					description: 'Only products with one of these SKU IDs, up to 10, separated by commas',
					send: 'body.sku_ids',
					as: 'ids',
					maxCount: 10,
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: PRODUCT_STATUSES,
					default: 'ACTIVATE',
					description: 'Only products in this status',
					send: 'body.status',
				},
				{
					displayName: 'Subscribe and Save',
					name: 'snsFilter',
					type: 'options',
					options: [
						{ name: 'Offered', value: 'CONFIGURED', description: 'Buyers can subscribe to it' },
						{ name: 'Possible', value: 'ELIGIBLE', description: 'Could be offered' },
					],
					default: 'CONFIGURED',
					description: 'Only products that are offered by subscription, or could be',
					send: 'body.sns_filter',
				},
				...timeFilters('le'),
			],
		},
	],
	request: { method: 'POST', path: '/product/202502/products/search', shop: 'required' },
	pages: { items: 'products', id: 'id', size: 100 },
	check: ({ body }) => {
		const { listing_platforms: platforms, status = 'ALL' } = body;
		if (platforms !== undefined && status === 'ALL') {
			throw new InputError('Listing Platforms needs a Status other than All');
		}
	},
	simplify: simplifyProduct,
};
